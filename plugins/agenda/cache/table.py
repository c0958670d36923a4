"""A file of texts by key.

It is an SQLite database, which is safe to read whatever is in it: a text is data here. Some are
compiled templates, so whoever can write this file can run what they like, as with `__pycache__`.
A file that is damaged or of another make is as good as none.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Set
from pathlib import Path

_TABLE = "kept (key TEXT PRIMARY KEY, sum INTEGER NOT NULL, text BLOB NOT NULL)"


class Table:
    """An open file; what is put into it is written down only by `close`.

    What fails is passed over: a text that is not there is made again.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Raises `sqlite3.Error` where the file is damaged, of another make, or locked."""
        self._connection = connection
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = OFF")  # what a lost file costs is one build
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE}")
        connection.execute("SELECT key, sum, text FROM kept LIMIT 1")
        self.keys = {key for (key,) in connection.execute("SELECT key FROM kept")}

    def get(self, key: str) -> str | None:
        """The text of a key; None where there is none, or not as it was written."""
        if key not in self.keys:
            return None
        try:
            row = self._connection.execute("SELECT sum, text FROM kept WHERE key = ?", (key,))
            found = row.fetchone()
            if found is None or zlib.crc32(found[1]) != found[0]:
                return None
            return str(found[1], "utf-8")
        except (sqlite3.Error, TypeError, ValueError):
            return None

    def put(self, key: str, text: str) -> None:
        content = text.encode()
        self._put_row((key, zlib.crc32(content), content))

    def take_over(self, file: Path) -> Set[str]:
        """Put all that another file holds; gives its keys."""
        taken: set[str] = set()
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(file)) as other,
        ):
            for row in other.execute("SELECT key, sum, text FROM kept"):
                self._put_row(row)
                taken.add(row[0])
        return taken

    def drop(self, keys: Iterable[str]) -> None:
        with contextlib.suppress(sqlite3.Error):
            rows = [(key,) for key in keys]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", rows)

    def close(self) -> None:
        """Write all down at once."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("COMMIT")
        self.abandon()

    def abandon(self) -> None:
        """Leave the file as it was."""
        self._connection.close()

    def _put_row(self, row: tuple[str, int, bytes]) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("REPLACE INTO kept VALUES (?, ?, ?)", row)
            self.keys.add(row[0])


def open_table(file: Path) -> Table | None:
    """The table of a file, begun anew if need be; None where it is locked or cannot be made."""
    try:
        return _open(file)
    except sqlite3.Error as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return None
        return make_table(file)
    except OSError:  # a folder that nothing can be written into
        return None


def make_table(file: Path) -> Table | None:
    """An empty table in place of what is there; None where none can be made."""
    with contextlib.suppress(OSError, sqlite3.Error):
        remove_table(file)
        return _open(file)
    return None


def remove_table(file: Path) -> None:
    """Remove a file, and what SQLite may have left to mend it with."""
    for path in (file.with_name(f"{file.name}-journal"), file):
        path.unlink(missing_ok=True)


def _open(file: Path) -> Table:
    file.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as opened:
        connection = sqlite3.connect(file, timeout=0, isolation_level=None)
        opened.callback(connection.close)
        table = Table(connection)
        opened.pop_all()
    return table
