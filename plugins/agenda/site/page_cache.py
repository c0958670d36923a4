"""What pages need not work out again: their bodies, and what the ledger keeps of them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from agenda.cache.store import NOTHING, Cache, get_or_make
from agenda.cache.text import CachedText
from agenda.cache.version import digest
from agenda.history.ledger import ContentDigest
from agenda.model import Agenda, Month, YearMonth

ABROAD = 3
"""Months before and after one whose entries may reach into it: no entry is longer than 62 days."""


class PageCache:
    """Texts of pages by all that they come from: files, templates, and who publishes.

    A page of a month comes from its own files and those of the months around it, one of an entry
    from those of its year. Whatever any page may show besides is in every key, but for the
    URL of the site: what holds that has it in its name, so that a preview and a build keep
    their pages for each other.
    """

    def __init__(
        self,
        agenda: Agenda,
        *,
        digests: Mapping[str, str],
        everywhere: Iterable[str],
        folder: Path,
        keeper: Cache = NOTHING,
    ) -> None:
        """`digests` are those of revisions by their `source`; without one nothing is kept."""
        self._keeper = keeper if digests else NOTHING
        published = (str(month.month) for month in agenda.months)
        self._everywhere = _joined((*everywhere, *published))
        self._keys: dict[tuple[YearMonth, ...], str] = {}
        self._months = {
            month.month: _joined(_parts(month, digests, folder))
            for month in agenda.months
            if digests
        }

    def of_month(self, month: YearMonth) -> str:
        """The key of what comes from a month and those around it."""
        near = [month]
        for _ in range(ABROAD):
            near = [near[0].previous, *near, near[-1].next]
        return self._key(near)

    def of_year(self, year: int) -> str:
        """The key of what comes from the months of a year and those around it."""
        months = [YearMonth(year, number) for number in range(1, 13)]
        for _ in range(ABROAD):
            months = [months[0].previous, *months, months[-1].next]
        return self._key(months)

    def of_all(self) -> str:
        """The key of what comes from every month."""
        return self._key(self._months)

    def of_none(self) -> str:
        """The key of what comes from no month."""
        return self._key(())

    def text(self, key: str, name: str, make: Callable[[], str]) -> str:
        """What `make` gives, or gave when all was as it is; `name` is one thing of that key."""
        return get_or_make(self._keeper, _joined((key, name)), make)

    def later(self, key: str, name: str, make: Callable[[], str]) -> CachedText:
        """As `text`, when it is asked for."""
        if not self._months:
            return CachedText.of(make())  # nothing is known of what it comes from
        whole = _joined((key, name))
        self._keeper.hold(whole)
        return CachedText(whole, partial(get_or_make, self._keeper, whole, make))

    def several(self, key: str, name: str, make: Callable[[], Sequence[str]]) -> CachedText:
        """As `later`, of several texts in one: see `each_of`."""
        return self.later(key, name, lambda: _as_json(make()))

    def said(self, key: str, name: str, make: Callable[[], ContentDigest]) -> ContentDigest:
        """As `text`, of what a page says."""
        digest_of_it, withheld = self.text(key, name, lambda: _written(make())).split()
        return ContentDigest(digest=digest_of_it, withheld=int(withheld))

    def anchored(
        self, key: str, name: str, make: Callable[[], Iterable[tuple[str, ContentDigest]]]
    ) -> Iterator[tuple[str, ContentDigest]]:
        """As `said`, of the anchors of a page by their names."""
        rows = self.text(
            key,
            name,
            lambda: _as_json([[name, said.digest, said.withheld] for name, said in make()]),
        )
        for anchor, digest_of_it, withheld in json.loads(rows):
            yield anchor, ContentDigest(digest=digest_of_it, withheld=withheld)

    def _key(self, months: Iterable[YearMonth]) -> str:
        among = tuple(months)
        if among not in self._keys:
            parts = (self._months.get(month, "") for month in among)
            self._keys[among] = _joined((self._everywhere, *parts))
        return self._keys[among]


def each_of(text: CachedText) -> Sequence[str]:
    """The texts that `PageCache.several` put into one."""
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
