"""A file of texts by key: of one build for the next, never to be relied on.

It is an SQLite database, which is safe to read whatever is in it: a text is data, and nothing of
it is run. A file that is damaged, locked or of another make is as good as none.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial
from pathlib import Path
from typing import Protocol

from agenda.cache import second

FEW = 24
"""So many texts are made sooner than another process is begun and its texts are taken over."""

_TABLE = "kept (key TEXT PRIMARY KEY, sum INTEGER NOT NULL, text BLOB NOT NULL)"


class Keeper(Protocol):
    """Hands out what it kept, and keeps what is made."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...
    def ahead(self, makers: Mapping[str, Callable[[], object]]) -> None: ...


class Nothing:
    """Keeps nothing."""

    def get(self, key: str) -> str | None:  # noqa: ARG002 - as every keeper
        return None

    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...
    def ahead(self, makers: Mapping[str, Callable[[], object]]) -> None: ...


NOTHING = Nothing()


class Store:
    """The texts of one build for the next; those that a build has no use for go with it.

    So it is never larger than what one build needs, twice over while it is written.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: set[str] = set()
        self._used: set[str] = set()
        self._promised: Set[str] = frozenset()
        self._second: int | None = None
        self._connection = self._open_or_make()

    def get(self, key: str) -> str | None:
        """The text kept under a key; None where there is none, or not as it was written."""
        if key in self._promised:
            self._take_over()
        if self._connection is None or key not in self._known:
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
        content = text.encode()
        self._put_rows([(key, zlib.crc32(content), content)])

    def hold(self, key: str) -> None:
        """Let what may be kept under a key stay, though nobody asks for it this time."""
        self._used.add(key)

    def ahead(self, makers: Mapping[str, Callable[[], object]]) -> None:
        """Have a second process make what is not kept, each by what puts it under its key.

        Whoever asks for one of them waits for all, so ask for others first. Where there is no
        second process, each is made when it is asked for.
        """
        self._take_over()
        lacking = {key: make for key, make in makers.items() if key not in self._known}
        if self._connection is None or len(lacking) < FEW:
            return
        self._second = second.begin(partial(self._make_aside, lacking.values()))
        if self._second is not None:
            self._promised = lacking.keys()

    def close(self) -> None:
        """Drop what was not used since the store was opened, and write all down at once."""
        self._take_over()
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            gone = [(key,) for key in self._known - self._used]
            self._connection.executemany("DELETE FROM kept WHERE key = ?", gone)
            self._connection.execute("COMMIT")
        self.abandon()

    def abandon(self) -> None:
        """Leave the file as it was."""
        if self._second is not None:
            second.stop(self._second)
            self._no_second()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open_or_make(self) -> sqlite3.Connection | None:
        try:
            return self._open()
        except sqlite3.Error as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return self._anew()
        except OSError:
            pass  # a folder that nothing can be written into: nothing is kept
        return None

    def _anew(self) -> sqlite3.Connection | None:
        """Another file in place of one that cannot be read; None where none can be made."""
        with contextlib.suppress(OSError, sqlite3.Error):
            _remove(self._file)
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
            self._known = {key for (key,) in connection.execute("SELECT key FROM kept")}
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _put_rows(self, rows: Iterable[tuple[str, int, bytes]]) -> None:
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            for row in rows:
                self._connection.execute("REPLACE INTO kept VALUES (?, ?, ?)", row)
                self._known.add(row[0])
                self._used.add(row[0])

    def _make_aside(self, makers: Iterable[Callable[[], object]]) -> None:
        """In the second process: put all into a file of its own."""
        self._of_first = self._connection  # SQLite forbids to touch it here, be it to close it
        self._file = self._aside
        self._connection = self._anew()
        for make in makers:
            make()
        if self._connection is not None:
            self._connection.execute("COMMIT")

    def _take_over(self) -> None:
        """Wait for the second process and put what it made."""
        if self._second is None:
            return
        if second.ended_well(self._second):
            with (
                contextlib.suppress(sqlite3.Error),
                contextlib.closing(sqlite3.connect(self._aside)) as aside,
            ):
                self._put_rows(aside.execute("SELECT key, sum, text FROM kept"))
        self._no_second()

    def _no_second(self) -> None:
        self._second = None
        self._promised = frozenset()
        _remove(self._aside)

    @property
    def _aside(self) -> Path:
        return self._file.with_suffix(".aside.sqlite")


def _remove(file: Path) -> None:
    """Remove a database, and what SQLite may have left to mend it with."""
    for path in (file.with_name(f"{file.name}-journal"), file):
        path.unlink(missing_ok=True)


def kept_or_made(keeper: Keeper, key: str, make: Callable[[], str]) -> str:
    """The text kept under `key`, or else what `make` gives, kept from now on."""
    text = keeper.get(key)
    if text is None:
        text = make()
        keeper.put(key, text)
    return text
