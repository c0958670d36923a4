"""A file of texts by key: of one build for the next, never to be relied on.

It is an SQLite database, which is safe to read whatever is in it: a text is data, and nothing of
it is run. A file that is damaged, locked or of another make is as good as none.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

_TABLE = "kept (key TEXT PRIMARY KEY, sum INTEGER NOT NULL, text BLOB NOT NULL)"


class Keeper(Protocol):
    """Hands out what it kept, and keeps what is made."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...


class Nothing:
    """Keeps nothing."""

    def get(self, key: str) -> str | None:  # noqa: ARG002 - as every keeper
        return None

    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...


NOTHING = Nothing()


class Store:
    """The texts of one build for the next; those that a build has no use for go with it.

    So it is never larger than what one build needs, twice over while it is written.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._used: set[str] = set()
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = self._open()
        except sqlite3.Error as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                self._connection = self._anew()
        except OSError:
            pass  # a folder that nothing can be written into: nothing is kept

    def get(self, key: str) -> str | None:
        """The text kept under a key; None where there is none, or not as it was written."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT sum, text FROM kept WHERE key = ?", (key,))
            found = row.fetchone()
            if found is None or zlib.crc32(found[1]) != found[0]:
                return None
            text = str(found[1], "utf-8")
        except (sqlite3.Error, TypeError, ValueError):
            return None
        self._used.add(key)
        return text

    def put(self, key: str, text: str) -> None:
        """Keep a text; nothing is said where that fails."""
        if self._connection is None:
            return
        content = text.encode()
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute(
                "REPLACE INTO kept VALUES (?, ?, ?)", (key, zlib.crc32(content), content)
            )
            self._used.add(key)

    def hold(self, key: str) -> None:
        """Let what may be kept under a key stay, though nobody asks for it this time."""
        self._used.add(key)

    def close(self) -> None:
        """Drop what was not used since the store was opened, and write all down at once."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            keys = self._connection.execute("SELECT key FROM kept").fetchall()
            gone = [row for row in keys if row[0] not in self._used]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", gone)
            self._connection.execute("COMMIT")
        self.abandon()

    def abandon(self) -> None:
        """Leave the file as it was."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _anew(self) -> sqlite3.Connection | None:
        """Another file in place of one that cannot be read; None where none can be made."""
        with contextlib.suppress(OSError, sqlite3.Error):
            self._file.unlink(missing_ok=True)
            return self._open()
        return None

    def _open(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = OFF")  # what a lost file costs is one build
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE}")
            connection.execute("SELECT key, sum, text FROM kept LIMIT 1")
        except sqlite3.Error:
            connection.close()
            raise
        return connection


def kept_or_made(keeper: Keeper, key: str, make: Callable[[], str]) -> str:
    """The text kept under `key`, or else what `make` gives, kept from now on."""
    text = keeper.get(key)
    if text is None:
        text = make()
        keeper.put(key, text)
    return text
