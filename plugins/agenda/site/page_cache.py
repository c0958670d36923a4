"""Cache the bodies of pages and their digests for the ledger."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from agenda.cache.store import NULL_CACHE, Cache, get_or_make
from agenda.cache.text import CachedText
from agenda.cache.version import digest
from agenda.history.ledger import ContentDigest
from agenda.model import Agenda, Month, YearMonth

NEIGHBOURS = 3
"""Months before and after a month whose entries may reach into it. An entry has at most 62 days."""


class PageCache:
    """A cache of texts of pages, with keys made of all input: files, templates and the agency.

    A month's page depends on its own files and those of neighbouring months. The page of a
    directory entry depends on the files of a year. Input that any page may show is in every key.
    The site's URL is not, so that a preview and a build share pages. Texts that contain the URL
    have it in their names.
    """

    def __init__(
        self,
        agenda: Agenda,
        *,
        digests: Mapping[str, str],
        everywhere: Iterable[str],
        folder: Path,
        cache: Cache = NULL_CACHE,
    ) -> None:
        """Take the digests of revisions by their `source`. Without digests, cache nothing."""
        self._cache = cache if digests else NULL_CACHE
        published = (str(month.month) for month in agenda.months)
        self._everywhere = _joined((*everywhere, *published))
        self._keys: dict[tuple[YearMonth, ...], str] = {}
        self._months = {
            month.month: _joined(_parts(month, digests, folder))
            for month in agenda.months
            if digests
        }

    def month_key(self, month: YearMonth) -> str:
        """Return the key of texts that depend on a month and its neighbours."""
        months = [month]
        for _ in range(NEIGHBOURS):
            months = [months[0].previous, *months, months[-1].next]
        return self._key(months)

    def year_key(self, year: int) -> str:
        """Return the key of texts that depend on the months of a year and their neighbours."""
        months = [YearMonth(year, number) for number in range(1, 13)]
        for _ in range(NEIGHBOURS):
            months = [months[0].previous, *months, months[-1].next]
        return self._key(months)

    def all_months_key(self) -> str:
        """Return the key of texts that depend on every month."""
        return self._key(self._months)

    def constant_key(self) -> str:
        """Return the key of texts that depend on no month."""
        return self._key(())

    def text(self, key: str, name: str, make: Callable[[], str]) -> str:
        """Return the cached text, or make and store it. `name` tells texts of one key apart."""
        return get_or_make(self._cache, _joined((key, name)), make)

    def lazy(self, key: str, name: str, make: Callable[[], str]) -> CachedText:
        """Return the text of `text`, made on demand."""
        if not self._months:
            return CachedText.of(make())  # without digests there is no key
        full_key = _joined((key, name))
        self._cache.touch(full_key)
        return CachedText(full_key, partial(get_or_make, self._cache, full_key, make))

    def joined(self, key: str, name: str, make: Callable[[], Sequence[str]]) -> CachedText:
        """Join several texts into one, made on demand. `each_of` splits it."""
        return self.lazy(key, name, lambda: _as_json(make()))

    def content_digest(
        self, key: str, name: str, make: Callable[[], ContentDigest]
    ) -> ContentDigest:
        """Return the content digest of a page, cached."""
        digest_of_it, withheld = self.text(key, name, lambda: _written(make())).split()
        return ContentDigest(digest=digest_of_it, withheld=int(withheld))

    def anchor_digests(
        self, key: str, name: str, make: Callable[[], Iterable[tuple[str, ContentDigest]]]
    ) -> Iterator[tuple[str, ContentDigest]]:
        """Yield the anchors of a page with their content digests, cached."""
        rows = self.text(
            key,
            name,
            lambda: _as_json([[name, said.digest, said.withheld] for name, said in make()]),
        )
        for anchor, digest_of_it, withheld in json.loads(rows):
            yield anchor, ContentDigest(digest=digest_of_it, withheld=withheld)

    def _key(self, months: Iterable[YearMonth]) -> str:
        key_months = tuple(months)
        if key_months not in self._keys:
            parts = (self._months.get(month, "") for month in key_months)
            self._keys[key_months] = _joined((self._everywhere, *parts))
        return self._keys[key_months]


def each_of(text: CachedText) -> Sequence[str]:
    """Split a text that `PageCache.joined` joined."""
    texts: list[str] = json.loads(text.make())
    return texts


def _parts(month: Month, digests: Mapping[str, str], folder: Path) -> Iterator[str]:
    for revision in month.revisions:
        yield digests[revision.source]
        if revision.document.file is not None:
            yield digest([(folder / revision.document.file).read_bytes()])


def _written(said: ContentDigest) -> str:
    return f"{said.digest} {said.withheld}"


_as_json = json.JSONEncoder(ensure_ascii=False).encode


def _joined(parts: Iterable[str]) -> str:
    return digest(part.encode() for part in parts)
