"""Texts by key of one build for the next, never to be relied on."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from agenda.cache.table import TextFileDamaged, make_text_file, open_text_file, remove_text_file


class Cache(Protocol):
    """Hands out what it kept, and keeps what is made."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...


class NullCache:
    """Keeps nothing."""

    def get(self, key: str) -> str | None:  # noqa: ARG002 - as every keeper
        return None

    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...


NOTHING = NullCache()


class FileCache:
    """The texts of one build for the next; those that a build has no use for go with it.

    So it is never larger than what one build needs, twice over while it is written.
    """

    def __init__(self, file: Path, tell: Callable[[str], None] = lambda _: None) -> None:
        """`tell` is given a sentence where the file is damaged and so discarded."""
        self._file = file
        self._tell = tell
        try:
            self._table = open_text_file(file)
        except TextFileDamaged:
            self._table = make_text_file(file)
            self._tell_discarded()
        self._used: set[str] = set()

    def get(self, key: str) -> str | None:
        """The text kept under a key; None where there is none, or not as it was written."""
        text = None if self._table is None else self._table.get(key)
        if text is not None:
            self._used.add(key)
        return text

    def put(self, key: str, text: str) -> None:
        """Keep a text; nothing is said where that fails."""
        if self._table is not None:
            self._table.put(key, text)
            self._used.add(key)

    def hold(self, key: str) -> None:
        """Let what may be kept under a key stay, though nobody asks for it this time."""
        self._used.add(key)

    def close(self) -> None:
        """Drop what was not used since the store was opened, and write all down at once."""
        if self._table is not None:
            self._table.drop(self._table.keys - self._used)
            self._table.close()
            if self._table.damaged:
                remove_text_file(self._file)
                self._tell_discarded()
            self._table = None

    def abandon(self) -> None:
        """Leave the file as it was."""
        if self._table is not None:
            self._table.abandon()
            self._table = None

    def _tell_discarded(self) -> None:
        self._tell(f"Bỏ bộ nhớ đệm bị hỏng {self._file}; trang vẫn dựng đúng, chỉ chậm hơn.")


def get_or_make(keeper: Cache, key: str, make: Callable[[], str]) -> str:
    """The text kept under `key`, or else what `make` gives, kept from now on."""
    text = keeper.get(key)
    if text is None:
        text = make()
        keeper.put(key, text)
    return text
