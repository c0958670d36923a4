"""The folder `agendas/` to an `Agenda`: every file read, every problem of all of them at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from agenda.cache.store import NOTHING, Cache
from agenda.cache.version import code_version, digest
from agenda.model import (
    Agenda,
    Day,
    Directory,
    Month,
    Problem,
    Revision,
    ScheduleEntry,
    Severity,
    YearMonth,
)
from agenda.source.days_off import read_days_off
from agenda.source.directory import read_directory
from agenda.source.file_names import (
    DAYS_OFF,
    DIRECTORY,
    OTHERS,
    WITHDRAWALS,
    MonthFile,
    month_file,
    shown,
)
from agenda.source.months import ReadContext, days_within
from agenda.source.revisions import MonthSource, RevisionReader
from agenda.source.unknown_files import unknown_files
from agenda.source.withdrawals import read_withdrawals
from agenda.source.yaml.contents import Content, content_of, text_of, told
from agenda.source.yaml.diagnostics import Position, ProblemCollector
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.names.register import Register

T = TypeVar("T")

NO_DRAFTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAgenda:
    """What a folder gave: the agenda, as far as it could be read, and all problems, sorted."""

    agenda: Agenda
    problems: tuple[Problem, ...]
    calendar: WorkCalendar
    digests: Mapping[str, str]
    """Of all that each revision came from, its surroundings included, by its `source`."""
    surroundings: str
    """The digest of all that revisions are read against."""

    @property
    def failed(self) -> bool:
        """Whether a file has an error, apart from those that only keep it from being published."""
        return any(
            problem.severity is Severity.ERROR and not problem.previewable
            for problem in self.problems
        )


def load_agenda(
    folder: Path, keeper: Cache = NOTHING, drafts: Mapping[str, str] = NO_DRAFTS
) -> LoadedAgenda:
    """Read `agendas/` whole; raises `OSError` only where the folder itself cannot be read.

    A month of which nothing has changed is not read again if `keeper` has it. `drafts` are texts
    by names of files, read as if they stood in the folder already.
    """
    problems: list[Problem] = []

    def read(name: str, parse: Callable[[str, ProblemCollector], T], otherwise: T) -> T:
        collector = ProblemCollector(shown(folder / name))
        text = text_of(others[name], collector)
        value = parse(text, collector) if text is not None else otherwise
        problems.extend(collector.problems)
        return value

    others = {name: content_of(folder / name) for name in OTHERS}
    directory = read(DIRECTORY, read_directory, Directory())
    calendar = read(DAYS_OFF, read_days_off, WorkCalendar())
    around = ReadContext(
        folder=folder, directory=directory, register=Register(directory), calendar=calendar
    )
    surroundings = _surroundings(folder, others.values())
    paths = sorted({*folder.iterdir(), *(folder / name for name in drafts)})
    sources = [_source(file, surroundings, drafts) for file in find_month_files(paths, problems)]
    revisions = []
    for revision, found in RevisionReader(around, keeper).read(sources):
        problems += found
        if revision is not None:
            revisions.append(revision)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    problems += unknown_files(paths, None if failed else _originals(folder, revisions))
    return LoadedAgenda(
        agenda=Agenda(
            months=_months(revisions),
            directory=directory,
            withdrawals=read(WITHDRAWALS, read_withdrawals, ()),
        ),
        problems=tuple(sorted(problems, key=lambda problem: (problem.place, problem.severity))),
        calendar=calendar,
        digests={source.shown: source.key for source in sources},
        surroundings=surroundings,
    )


def _originals(folder: Path, revisions: Iterable[Revision]) -> frozenset[Path]:
    real = folder.resolve()
    files = (revision.document.file for revision in revisions)
    return frozenset(real / file for file in files if file is not None)


def _source(file: MonthFile, surroundings: str, drafts: Mapping[str, str]) -> MonthSource:
    name = file.path.name
    draft = drafts.get(name)
    content = content_of(file.path) if draft is None else draft.encode()
    return MonthSource(
        shown=shown(file.path),
        month=file.month,
        number=file.number,
        content=content,
        key=digest((surroundings.encode(), name.encode(), told(content))),
    )


def _surroundings(folder: Path, others: Iterable[Content]) -> str:
    """The digest of all that every month is read against.

    Of signed originals the names count, where links among them lead, and whether they may have
    changed: a month that names one is read with a look into it.
    """
    originals = sorted(
        path for path in folder.rglob("*") if path.suffix != ".yml" and path.is_file()
    )
    names = (
        f"{path.relative_to(folder).as_posix()} {path.resolve()} "
        f"{(status := path.stat()).st_size} {status.st_mtime_ns}"
        for path in originals
    )
    return digest(
        (
            code_version().encode(),
            str(folder.resolve()).encode(),
            *map(told, others),
            *(name.encode(errors="surrogateescape") for name in names),
        )
    )


def find_month_files(paths: Iterable[Path], problems: list[Problem]) -> tuple[MonthFile, ...]:
    """The months' files among the paths, by month and revision."""
    files = [file for path in paths if (file := month_file(path)) is not None]
    files.sort(key=lambda file: (file.month, file.number))
    _check_predecessors(files, problems)
    return tuple(files)


def _check_predecessors(files: Iterable[MonthFile], problems: list[Problem]) -> None:
    known = {(file.month, file.number) for file in files}
    for file in files:
        if file.number == 0 or (file.month, file.number - 1) in known:
            continue
        before = f"{file.month}.dc{file.number - 1}.yml" if file.number > 1 else f"{file.month}.yml"
        collector = ProblemCollector(shown(file.path))
        collector.error(
            "no-predecessor",
            Position(),
            f"bản điều chỉnh lần {file.number} thiếu bản đứng trước nó ({before})",
            f"thêm tệp {before}, hoặc đổi lại số lần điều chỉnh trong tên tệp",
            file.path.name,
        )
        problems += collector.problems


def month_as_of(month: Month, number: int) -> Month:
    """Return the month as it was when the revision was the newest, with its own entries alone."""
    revisions = month.revisions[: number + 1]
    days = _days(month.month, revisions[-1].entries, ())
    return Month(month=month.month, revisions=revisions, days=days)


def _months(revisions: Iterable[Revision]) -> tuple[Month, ...]:
    """Months in order; an entry that crosses into another published month is shown there too."""
    by_month = {
        month: tuple(group)
        for month, group in groupby(revisions, key=lambda revision: revision.month)
    }
    abroad: dict[YearMonth, list[ScheduleEntry]] = defaultdict(list)
    for month, group in by_month.items():
        for entry in group[-1].entries:
            other = YearMonth.of(entry.first)
            while other.first <= entry.last:
                if other != month:
                    abroad[other].append(entry)
                other = other.next
    return tuple(
        Month(month=month, revisions=group, days=_days(month, group[-1].entries, abroad[month]))
        for month, group in by_month.items()
    )


def _days(
    month: YearMonth, own: Iterable[ScheduleEntry], abroad: Iterable[ScheduleEntry]
) -> tuple[Day, ...]:
    entries: dict[date, list[ScheduleEntry]] = {day: [] for day in month.dates()}
    for entry in own:
        for day in days_within(entry, month):
            entries[day].append(entry)
    for entry in abroad:
        for day in days_within(entry, month):
            if entry.items or not entries[day]:
                entries[day].append(entry)
    return tuple(Day(date=day, entries=tuple(rows)) for day, rows in entries.items())
