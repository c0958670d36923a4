"""A file of texts by key.

It is an SQLite database, which is safe to read whatever is in it: a text is data here. Some are
compiled templates, so whoever can write this file can run what they like, as with `__pycache__`.
A file that is damaged or of another make is as good as none.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

_TABLE = "CREATE TABLE kept (key TEXT PRIMARY KEY, sum INTEGER NOT NULL, text BLOB NOT NULL)"

_SURROUNDINGS = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
)
"""Causes of errors that lie outside the file: another build, a full disk, a missing right."""

_SHORTEST = 8
"""Bytes of a file that a row takes at least."""


class TextFileDamaged(Exception):
    """A file that is damaged or of another make."""


class TextFile:
    """An open file; what is put into it is written down only by `close`.

    What fails is passed over: a text that is not there is made again. Where the cause lies in
    the file, it is `damaged`.
    """

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        """Raises `sqlite3.Error`, and `TextFileDamaged`; `size` is that of the file in bytes."""
        self.damaged = False
        self._connection = connection
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = OFF")  # what a lost file costs is one build
        connection.execute("BEGIN IMMEDIATE")
        tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql NOTNULL").fetchall()
        if not tables:
            connection.execute(_TABLE)
        elif tables != [(_TABLE,)]:
            raise TextFileDamaged
        # Pages that lead to each other in a circle would give rows without end.
        rows = islice(connection.execute("SELECT key FROM kept"), size // _SHORTEST + 1)
        keys = [key for (key,) in rows]
        self.keys = {key for key in keys if isinstance(key, str)}
        if len(self.keys) != len(keys):
            raise TextFileDamaged

    def get(self, key: str) -> str | None:
        """The text of a key; None where there is none, or not as it was written."""
        if key not in self.keys:
            return None
        with self._noting_damage():
            query = "SELECT sum, text FROM kept WHERE key = ?"
            ((known, text),) = self._connection.execute(query, (key,))
            if _sum(key, text) == known:
                return str(text, "utf-8")
            self.damaged = True
        return None

    def put(self, key: str, text: str) -> None:
        content = text.encode()
        self._put_row((key, _sum(key, content), content))

    def drop(self, keys: Iterable[str]) -> None:
        with self._noting_damage():
            rows = [(key,) for key in keys]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", rows)

    def close(self) -> None:
        """Write all down at once."""
        with self._noting_damage():
            self._connection.execute("COMMIT")
        self.abandon()

    def abandon(self) -> None:
        """Leave the file as it was."""
        self._connection.close()

    def _put_row(self, row: tuple[str, int, bytes]) -> None:
        with self._noting_damage():
            self._connection.execute("REPLACE INTO kept VALUES (?, ?, ?)", row)
            self.keys.add(row[0])

    @contextlib.contextmanager
    def _noting_damage(self) -> Iterator[None]:
        """Pass over what fails; rows of other types and of no UTF-8 are damage too."""
        try:
            yield
        except sqlite3.Error as error:
            self.damaged |= _is_damage(error)
        except (TypeError, ValueError):
            self.damaged = True


def open_text_file(file: Path) -> TextFile | None:
    """The table of a file, begun if need be; None where it is locked or cannot be made.

    Raises `TextFileDamaged`.
    """
    try:
        return _open(file)
    except sqlite3.Error as error:
        if _is_damage(error):
            raise TextFileDamaged from error
        return None
    except OSError:  # a folder that nothing can be written into
        return None


def make_text_file(file: Path) -> TextFile | None:
    """An empty table in place of what is there; None where none can be made."""
    remove_text_file(file)
    with contextlib.suppress(OSError, sqlite3.Error, TextFileDamaged):
        return _open(file)
    return None


def remove_text_file(file: Path) -> None:
    """Remove a file, and what SQLite may have left to mend it with, as far as that can be."""
    for path in _files(file):
        with contextlib.suppress(OSError):
            path.unlink()


def _open(file: Path) -> TextFile:
    file.parent.mkdir(parents=True, exist_ok=True)
    if any(path.exists() and not path.is_file() for path in _files(file)):
        raise TextFileDamaged  # SQLite would wait for what a pipe says
    with contextlib.ExitStack() as opened:
        connection = sqlite3.connect(file, timeout=0, isolation_level=None)
        opened.callback(connection.close)
        table = TextFile(connection, file.stat().st_size)
        opened.pop_all()
    return table


def _files(file: Path) -> list[Path]:
    """The file itself comes last."""
    return [file.with_name(f"{file.name}{end}") for end in ("-journal", "-wal", "-shm", "")]


def _sum(key: str, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(key.encode()))


def _is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file causes an error; a text that is not UTF-8 gives one without a code."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _SURROUNDINGS
