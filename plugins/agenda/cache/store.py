"""A cache of texts in a file. It is safe to delete."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from agenda.cache.table import TextFileDamaged, make_text_file, open_text_file, remove_text_file


class Cache(Protocol):
    """A mapping from keys to texts that may forget any of them."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, text: str) -> None: ...
    def touch(self, key: str) -> None: ...


class NullCache:
    """A cache that stores nothing."""

    def get(self, key: str) -> str | None:  # noqa: ARG002 - part of the protocol
        return None

    def put(self, key: str, text: str) -> None: ...
    def touch(self, key: str) -> None: ...


NULL_CACHE = NullCache()


class MemoryCache:
    """A cache for one process that reads the same files several times."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self._texts.get(key)

    def put(self, key: str, text: str) -> None:
        self._texts[key] = text

    def touch(self, key: str) -> None: ...


class FileCache:
    """A cache in one file, which `close` reduces to the texts that this build used.

    The file is therefore never larger than one build needs, or twice that during `close`.
    """

    def __init__(self, file: Path, report: Callable[[str], None] = lambda _: None) -> None:
        """Open the file. Call `report` with a sentence if it is damaged and discarded."""
        self._file = file
        self._report = report
        try:
            self._table = open_text_file(file)
        except TextFileDamaged:
            self._table = make_text_file(file)
            self._report_discarded()
        self._used: set[str] = set()

    def get(self, key: str) -> str | None:
        """Return the text of a key. Return None if it is missing or its checksum is wrong."""
        text = None if self._table is None else self._table.get(key)
        if text is not None:
            self._used.add(key)
        return text

    def put(self, key: str, text: str) -> None:
        """Store a text. Ignore failures, because a lost text costs only time."""
        if self._table is not None:
            self._table.put(key, text)
            self._used.add(key)

    def touch(self, key: str) -> None:
        """Mark a key as used so that `close` does not evict it."""
        self._used.add(key)

    def close(self) -> None:
        """Evict unused texts and write the file in one transaction."""
        if self._table is not None:
            self._table.drop(self._table.keys - self._used)
            self._table.close()
            if self._table.damaged:
                remove_text_file(self._file)
                self._report_discarded()
            self._table = None

    def abandon(self) -> None:
        """Close the file without changing it."""
        if self._table is not None:
            self._table.abandon()
            self._table = None

    def _report_discarded(self) -> None:
        self._report(f"Bỏ bộ nhớ đệm bị hỏng {self._file}; trang vẫn dựng đúng, chỉ chậm hơn.")


def get_or_make(cache: Cache, key: str, make: Callable[[], str]) -> str:
    """Return the cached text of `key`. If there is none, make and store it."""
    text = cache.get(key)
    if text is None:
        text = make()
        cache.put(key, text)
    return text
