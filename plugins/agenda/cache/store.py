"""Texts by key of one build for the next, never to be relied on."""

from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial
from pathlib import Path
from typing import Protocol

from agenda.cache import second
from agenda.cache.table import TextFileDamaged, make_text_file, open_text_file, remove_text_file

FEW = 24
"""So many texts are made sooner than another process is begun and its texts are taken over."""


class Cache(Protocol):
    """Hands out what it kept, and keeps what is made."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...
    def ahead(self, makers: Mapping[str, Callable[[], object]]) -> None: ...


class NullCache:
    """Keeps nothing."""

    def get(self, key: str) -> str | None:  # noqa: ARG002 - as every keeper
        return None

    def put(self, key: str, text: str) -> None: ...
    def hold(self, key: str) -> None: ...
    def ahead(self, makers: Mapping[str, Callable[[], object]]) -> None: ...


NOTHING = NullCache()


class FileCache:
    """The texts of one build for the next; those that a build has no use for go with it.

    So it is never larger than what one build needs, twice over while it is written.
    """

    def __init__(self, file: Path, tell: Callable[[str], None] = lambda _: None) -> None:
        """`tell` is given a sentence where the file is damaged and so discarded."""
        self._file = file
        self._tell = tell
        self._aside = file.with_suffix(".aside.sqlite")
        try:
            self._table = open_text_file(file)
        except TextFileDamaged:
            self._table = make_text_file(file)
            self._tell_discarded()
        self._used: set[str] = set()
        self._second: int | None = None
        self._promised: Set[str] = frozenset()

    def get(self, key: str) -> str | None:
        """The text kept under a key; None where there is none, or not as it was written."""
        if key in self._promised:
            self._take_over()
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

    def ahead(self, makers: Mapping[str, Callable[[], object]]) -> None:
        """Have a second process make what is not kept, each by what puts it under its key.

        Whoever asks for one of them waits for all, so ask for others first. Where there is no
        second process, each is made when it is asked for.
        """
        self._take_over()
        if self._table is None:
            return
        lacking = {key: make for key, make in makers.items() if key not in self._table.keys}
        if len(lacking) < FEW:
            return
        self._second = second.begin(partial(self._make_aside, lacking.values()))
        if self._second is not None:
            self._promised = lacking.keys()

    def close(self) -> None:
        """Drop what was not used since the store was opened, and write all down at once."""
        self._take_over()
        if self._table is not None:
            self._table.drop(self._table.keys - self._used)
            self._table.close()
            if self._table.damaged:
                remove_text_file(self._file)
                self._tell_discarded()
            self._table = None

    def abandon(self) -> None:
        """Leave the file as it was."""
        if self._second is not None:
            second.stop(self._second)
            self._end_second()
        if self._table is not None:
            self._table.abandon()
            self._table = None

    def _tell_discarded(self) -> None:
        self._tell(f"Bỏ bộ nhớ đệm bị hỏng {self._file}; trang vẫn dựng đúng, chỉ chậm hơn.")

    def _make_aside(self, makers: Iterable[Callable[[], object]]) -> None:
        """In the second process: put all into a file of its own."""
        self._of_first = self._table  # SQLite forbids to touch it here, be it to close it
        self._table = make_text_file(self._aside)
        for make in makers:
            make()
        if self._table is not None:
            self._table.close()

    def _take_over(self) -> None:
        """Wait for the second process and put what it made."""
        if self._second is None:
            return
        if second.ended_well(self._second) and self._table is not None:
            self._used |= self._table.take_over(self._aside)
        self._end_second()

    def _end_second(self) -> None:
        self._second = None
        self._promised = frozenset()
        remove_text_file(self._aside)


def get_or_make(keeper: Cache, key: str, make: Callable[[], str]) -> str:
    """The text kept under `key`, or else what `make` gives, kept from now on."""
    text = keeper.get(key)
    if text is None:
        text = make()
        keeper.put(key, text)
    return text
