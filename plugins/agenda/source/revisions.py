"""Read revisions from their files or, if unchanged, from the cache."""

from collections.abc import Sequence
from dataclasses import dataclass

from agenda.cache.store import Cache
from agenda.model import Problem, Revision, YearMonth
from agenda.source.codec.revisions import MonthCodec
from agenda.source.months import ReadContext, read_revision
from agenda.source.yaml.contents import Content, decode_content
from agenda.source.yaml.problems import ProblemCollector


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSource:
    """The content of a month's file. `key` is the digest of all input of the revision."""

    display_path: str
    month: YearMonth
    number: int
    content: Content
    key: str


class RevisionReader:
    """A reader of months' files that uses the cache."""

    def __init__(self, context: ReadContext, cache: Cache) -> None:
        self._context = context
        self._cache = cache
        self._codec = MonthCodec(context.directory)

    def read(self, sources: Sequence[MonthSource]) -> list[tuple[Revision | None, list[Problem]]]:
        """Return for each file its revision, or None if it is unreadable, and its problems."""
        return [self._read_cached(source) or self._read_file(source) for source in sources]

    def _read_cached(self, source: MonthSource) -> tuple[Revision, list[Problem]] | None:
        text = self._cache.get(source.key)
        return None if text is None else self._codec.read(text)

    def _read_file(self, source: MonthSource) -> tuple[Revision | None, list[Problem]]:
        collector = ProblemCollector(source.display_path)
        text = decode_content(source.content, collector)
        if text is None:
            return None, collector.problems
        revision = read_revision(
            text, collector, month=source.month, number=source.number, context=self._context
        )
        if revision is not None:
            self._cache.put(source.key, self._codec.write(revision, collector.problems))
        return revision, collector.problems
