"""What keeps a site from being published because of the words that its revisions withhold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from agenda.model import Agenda, Problem, Revision
from agenda.record.identity import identify
from agenda.record.restored import RestoredWords, restored_words, withholds
from agenda.source.codes import read_record
from agenda.source.findings import Findings, Spot
from agenda.source.folder import Reading
from agenda.source.privacy import PUBLIC, how_to_publish, how_to_withhold
from agenda.source.records import Record, Scalar, scalars_in
from agenda.vietnam.privacy import WITHHELD


def with_privacy(reading: Reading, folder: Path) -> Reading:
    """Return a reading of `folder` with the problems about withheld words among its own."""
    if reading.failed:
        return reading
    found = tuple(_problems(reading.agenda, folder))
    problems = sorted((*reading.problems, *found), key=lambda each: (each.place, each.severity))
    return replace(reading, problems=tuple(problems)) if found else reading


def _problems(agenda: Agenda, folder: Path) -> Iterator[Problem]:
    months = tuple(month for month in agenda.months if any(map(withholds, month.revisions)))
    if not months:
        return
    identified = identify(replace(agenda, months=months))
    for month in identified.agenda.months:
        for before, after in pairwise(month.revisions):
            matching = identified.matchings[month.month, after.number]
            restored = restored_words(before, after, matching)
            yield from _describe_restored(restored, before, after, folder)


def _describe_restored(
    restored: Sequence[RestoredWords], before: Revision, after: Revision, folder: Path
) -> Iterator[Problem]:
    if not restored:
        return
    file = _MonthFile.read(folder, after)
    for each in restored:
        scalar = file.find(each.text)
        findings = Findings(after.source)
        findings.error(
            "restored-words",
            scalar.spot if scalar else Spot(),
            f'"{each.words}" đứng ở chỗ mà {before.source} ghi {WITHHELD}',
            f"{how_to_withhold(scalar)}; {how_to_publish(each.words, file.listed)}",
            each.words,
        )
        yield from findings.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _MonthFile:
    """The file of a revision, read once more for the places of its texts."""

    record: Record | None
    """None where a person has edited the file in the meantime, and not rightly."""

    @classmethod
    def read(cls, folder: Path, revision: Revision) -> "_MonthFile":
        content = (folder / revision.file).read_bytes()
        return cls(record=read_record(content.decode("utf-8-sig", errors="replace")))

    @property
    def listed(self) -> tuple[Scalar, ...]:
        return self.record.scalars(PUBLIC) if self.record else ()

    def find(self, text: str) -> Scalar | None:
        """Return the value that is `text`, or that has it among others."""
        values = tuple(scalars_in(self.record)) if self.record else ()
        whole = (scalar for scalar in values if scalar.text == text)
        return next(whole, next((scalar for scalar in values if text in scalar.text), None))
