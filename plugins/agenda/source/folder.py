"""Read the folder `agendas/` into an `Agenda`, and collect the problems of all files."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from agenda.cache.store import NULL_CACHE, Cache
from agenda.cache.version import code_version, digest
from agenda.model import Agenda, Directory, Problem, Revision, Severity, YearMonth
from agenda.model.composition import build_months
from agenda.source.days_off import read_days_off
from agenda.source.directory import read_directory
from agenda.source.file_names import (
    DAYS_OFF,
    DIRECTORY,
    OTHER_FILES,
    WITHDRAWALS,
    MonthFile,
    display_path,
    parse_month_file,
)
from agenda.source.months import ReadContext
from agenda.source.revisions import MonthSource, RevisionReader
from agenda.source.unknown_files import unknown_files
from agenda.source.withdrawals import read_withdrawals
from agenda.source.yaml.contents import Content, content_fingerprint, decode_content, read_content
from agenda.source.yaml.problems import Position, ProblemCollector
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.names.name_index import NameIndex

T = TypeVar("T")

NO_DRAFTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAgenda:
    """The agenda read from a folder, as far as possible, with all problems, sorted."""

    agenda: Agenda
    problems: tuple[Problem, ...]
    calendar: WorkCalendar
    digests: Mapping[str, str]
    """The digest of the input of each revision, by its `source`; includes `context_digest`."""
    context_digest: str
    """The digest of everything that all revisions depend on."""

    @property
    def failed(self) -> bool:
        """True if a file has an error that prevents even a preview."""
        return any(
            problem.severity is Severity.ERROR and not problem.previewable
            for problem in self.problems
        )


def load_agenda(
    folder: Path,
    cache: Cache = NULL_CACHE,
    drafts: Mapping[str, str] = NO_DRAFTS,
    only: Collection[YearMonth] | None = None,
) -> LoadedAgenda:
    """Read all files of `agendas/`, or of its months `only` some.

    An unchanged month comes from the `cache`. `drafts` maps file names to texts that replace
    or add files. Raise `OSError` only if the folder cannot be read.
    """
    problems: list[Problem] = []

    def read(name: str, parse: Callable[[str, ProblemCollector], T], otherwise: T) -> T:
        collector = ProblemCollector(display_path(folder / name))
        text = decode_content(others[name], collector)
        value = parse(text, collector) if text is not None else otherwise
        problems.extend(collector.problems)
        return value

    others = {name: _content(folder / name, drafts) for name in OTHER_FILES}
    directory = read(DIRECTORY, read_directory, Directory())
    calendar = read(DAYS_OFF, read_days_off, WorkCalendar())
    context = ReadContext(
        folder=folder, directory=directory, name_index=NameIndex(directory), calendar=calendar
    )
    context_digest = _digest_context(folder, others.values())
    paths = sorted({*folder.iterdir(), *(folder / name for name in drafts)})
    files = find_month_files(paths, problems)
    sources = [
        _source(file, context_digest, drafts)
        for file in files
        if only is None or file.month in only
    ]
    revisions = []
    for revision, revision_problems in RevisionReader(context, cache).read(sources):
        problems += revision_problems
        if revision is not None:
            revisions.append(revision)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    known = not failed and only is None
    problems += unknown_files(paths, _originals(folder, revisions) if known else None)
    return LoadedAgenda(
        agenda=Agenda(
            months=build_months(revisions),
            directory=directory,
            withdrawals=read(WITHDRAWALS, read_withdrawals, ()),
        ),
        problems=tuple(sorted(problems, key=lambda problem: (problem.location, problem.severity))),
        calendar=calendar,
        digests={source.display_path: source.key for source in sources},
        context_digest=context_digest,
    )


def _originals(folder: Path, revisions: Iterable[Revision]) -> frozenset[Path]:
    real = folder.resolve()
    files = (revision.document.file for revision in revisions)
    return frozenset(real / file for file in files if file is not None)


def _content(path: Path, drafts: Mapping[str, str]) -> Content:
    draft = drafts.get(path.name)
    return read_content(path) if draft is None else draft.encode()


def _source(file: MonthFile, context_digest: str, drafts: Mapping[str, str]) -> MonthSource:
    name = file.path.name
    content = _content(file.path, drafts)
    return MonthSource(
        display_path=display_path(file.path),
        month=file.month,
        number=file.number,
        content=content,
        key=digest((context_digest.encode(), name.encode(), content_fingerprint(content))),
    )


def _digest_context(folder: Path, others: Iterable[Content]) -> str:
    """Return the digest of everything that all months depend on.

    It covers names, link targets, sizes and times of signed originals, as reading a month
    checks its original.
    """
    originals = sorted(
        path for path in folder.rglob("*") if path.suffix != ".yml" and path.is_file()
    )
    real = folder.resolve()
    names = (
        f"{path.relative_to(folder).as_posix()} {_target(path, real)} "
        f"{(status := path.stat()).st_size} {status.st_mtime_ns}"
        for path in originals
    )
    return digest(
        (
            code_version().encode(),
            os.fsencode(folder.name),  # problems name it
            *map(content_fingerprint, others),
            *(name.encode(errors="surrogateescape") for name in names),
        )
    )


def _target(path: Path, folder: Path) -> str:
    """Return the real path of a file; relative to the folder, which may be a copy elsewhere."""
    real = path.resolve()
    return real.relative_to(folder).as_posix() if real.is_relative_to(folder) else str(real)


def find_month_files(paths: Iterable[Path], problems: list[Problem]) -> tuple[MonthFile, ...]:
    """Return the months' files among the paths, sorted by month and revision.

    Add a problem for each revision that lacks its predecessor.
    """
    files = [file for path in paths if (file := parse_month_file(path)) is not None]
    files.sort(key=lambda file: (file.month, file.number))
    _check_predecessors(files, problems)
    return tuple(files)


def _check_predecessors(files: Iterable[MonthFile], problems: list[Problem]) -> None:
    known = {(file.month, file.number) for file in files}
    for file in files:
        if file.number == 0 or (file.month, file.number - 1) in known:
            continue
        before = f"{file.month}.dc{file.number - 1}.yml" if file.number > 1 else f"{file.month}.yml"
        collector = ProblemCollector(display_path(file.path))
        collector.error(
            "no-predecessor",
            Position(),
            f"bản điều chỉnh lần {file.number} thiếu bản đứng trước nó ({before})",
            f"thêm tệp {before}, hoặc đổi lại số lần điều chỉnh trong tên tệp",
            file.path.name,
        )
        problems += collector.problems
