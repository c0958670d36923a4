"""Revisions from their files, each read only where it has changed since a build kept it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from agenda.cache.store import Cache
from agenda.model import Problem, Revision, YearMonth
from agenda.source.month_cache import MonthCodec
from agenda.source.months import ReadContext, read_revision
from agenda.source.yaml.contents import Content, text_of
from agenda.source.yaml.diagnostics import ProblemCollector


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSource:
    """What a month's file holds, `shown` as people are shown its path.

    `key` is the digest of all that the revision comes from.
    """

    shown: str
    month: YearMonth
    number: int
    content: Content
    key: str


class RevisionReader:
    """Reads months' files against what surrounds them."""

    def __init__(self, around: ReadContext, keeper: Cache) -> None:
        self._around = around
        self._keeper = keeper
        self._shorthand = MonthCodec(around.directory)

    def read(self, sources: Sequence[MonthSource]) -> list[tuple[Revision | None, list[Problem]]]:
        """What each file gives: None where nothing can be made of it, and its problems."""
        later = sources[len(sources) // 2 :]
        self._keeper.ahead({source.key: partial(self._read_anew, source) for source in later})
        return [self._kept(source) or self._read_anew(source) for source in sources]

    def _kept(self, source: MonthSource) -> tuple[Revision, list[Problem]] | None:
        text = self._keeper.get(source.key)
        return None if text is None else self._shorthand.read(text)

    def _read_anew(self, source: MonthSource) -> tuple[Revision | None, list[Problem]]:
        collector = ProblemCollector(source.shown)
        text = text_of(source.content, collector)
        if text is None:
            return None, collector.problems
        revision = read_revision(
            text, collector, month=source.month, number=source.number, around=self._around
        )
        if revision is not None:
            self._keeper.put(source.key, self._shorthand.write(revision, collector.problems))
        return revision, collector.problems
