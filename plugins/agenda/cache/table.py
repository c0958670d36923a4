"""An SQLite file of texts by key. A damaged or foreign file counts as missing.

Some texts are compiled templates. So who can write this file can run code, as with `__pycache__`.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

_TABLE = "CREATE TABLE kept (key TEXT PRIMARY KEY, sum INTEGER NOT NULL, text BLOB NOT NULL)"

_EXTERNAL_ERRORS = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
)
"""Errors with a cause outside the file: another build, a full disk, missing permissions."""

_MIN_ROW_SIZE = 8
"""The least number of bytes that a row takes in the file."""


class TextFileDamaged(Exception):
    """A file that is damaged or that another program wrote."""


class TextFile:
    """An open file of texts, changed by `close` only.

    Failures are ignored, because the caller makes a missing text again. If the file itself causes
    a failure, `damaged` becomes true.
    """

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        """Read the keys of a file of `size` bytes. Raise `sqlite3.Error` or `TextFileDamaged`."""
        self.damaged = False
        self._connection = connection
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = OFF")  # a lost file costs one slow build
        connection.execute("BEGIN IMMEDIATE")
        tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql NOTNULL").fetchall()
        if not tables:
            connection.execute(_TABLE)
        elif tables != [(_TABLE,)]:
            raise TextFileDamaged
        # Database pages that form a cycle would yield rows forever.
        rows = islice(connection.execute("SELECT key FROM kept"), size // _MIN_ROW_SIZE + 1)
        keys = [key for (key,) in rows]
        self.keys = {key for key in keys if isinstance(key, str)}
        if len(self.keys) != len(keys):
            raise TextFileDamaged

    def get(self, key: str) -> str | None:
        """Return the text of a key. Return None if it is missing or its checksum is wrong."""
        if key not in self.keys:
            return None
        with self._recording_damage():
            query = "SELECT sum, text FROM kept WHERE key = ?"
            ((checksum, text),) = self._connection.execute(query, (key,))
            if _checksum(key, text) == checksum:
                return str(text, "utf-8")
            self.damaged = True
        return None

    def put(self, key: str, text: str) -> None:
        content = text.encode()
        self._put_row((key, _checksum(key, content), content))

    def drop(self, keys: Iterable[str]) -> None:
        with self._recording_damage():
            rows = [(key,) for key in keys]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", rows)

    def close(self) -> None:
        """Write the file in one transaction."""
        with self._recording_damage():
            self._connection.execute("COMMIT")
        self.abandon()

    def abandon(self) -> None:
        """Close the file without changing it."""
        self._connection.close()

    def _put_row(self, row: tuple[str, int, bytes]) -> None:
        with self._recording_damage():
            self._connection.execute("REPLACE INTO kept VALUES (?, ?, ?)", row)
            self.keys.add(row[0])

    @contextlib.contextmanager
    def _recording_damage(self) -> Iterator[None]:
        """Ignore failures. Record damage, such as rows of wrong types or invalid UTF-8."""
        try:
            yield
        except sqlite3.Error as error:
            self.damaged |= _is_damage(error)
        except (TypeError, ValueError):
            self.damaged = True


def open_text_file(file: Path) -> TextFile | None:
    """Open or create a file. Return None if it is locked or cannot be created.

    Raise `TextFileDamaged` if the file is damaged.
    """
    try:
        return _open(file)
    except sqlite3.Error as error:
        if _is_damage(error):
            raise TextFileDamaged from error
        return None
    except OSError:  # a folder without write permission
        return None


def make_text_file(file: Path) -> TextFile | None:
    """Replace a file by an empty one. Return None if that fails."""
    remove_text_file(file)
    with contextlib.suppress(OSError, sqlite3.Error, TextFileDamaged):
        return _open(file)
    return None


def remove_text_file(file: Path) -> None:
    """Remove a file and the journals of SQLite beside it. Ignore failures."""
    for path in _files(file):
        with contextlib.suppress(OSError):
            path.unlink()


def _open(file: Path) -> TextFile:
    file.parent.mkdir(parents=True, exist_ok=True)
    if any(path.exists() and not path.is_file() for path in _files(file)):
        raise TextFileDamaged  # SQLite would block on reading a pipe
    with contextlib.ExitStack() as opened:
        connection = sqlite3.connect(file, timeout=0, isolation_level=None)
        opened.callback(connection.close)
        table = TextFile(connection, file.stat().st_size)
        opened.pop_all()
    return table


def _files(file: Path) -> list[Path]:
    """List the journals of SQLite, then the file itself."""
    return [file.with_name(f"{file.name}{end}") for end in ("-journal", "-wal", "-shm", "")]


def _checksum(key: str, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(key.encode()))


def _is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file causes an error. Invalid UTF-8 gives an error without a code."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _EXTERNAL_ERRORS
