"""The first page: the months, what needs a look and what is not published yet."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, render_template, url_for

from agenda.editing.checks.errors import blocking_errors
from agenda.editing.fields import header_fields
from agenda.editing.outcomes import FieldProblem
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.editor.unpublished import find_unpublished
from agenda.model import Directory, Month, Problem, Severity, YearMonth
from agenda.source.file_names import DIRECTORY, is_source_file, parse_month_file
from agenda.source.folder import LoadedAgenda
from agenda.vietnam.dates import full_date, month_title

blueprint = Blueprint("overview", __name__)

_PROBLEMS_SHOWN = 20
_HEADER_KEYS = frozenset(field.key for field in header_fields({}, Directory()))
_UNKNOWN = "unknown-key"
"""The kind of a problem that belongs to no field, although it is located at one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """A month in the list: `documents` counts its amendments too."""

    title: str
    url: str
    items: int
    documents: int
    issued: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """A problem with the page where it is repaired."""

    severity: str
    where: str
    text: str
    url: str


@blueprint.get("/")
def show() -> Answer:
    """Return the overview."""
    services = current_services()
    services.preview.refresh()
    reading = services.workspace.load()
    problems = [each for each in reading.problems if each.severity < Severity.NOTE]
    return render_template(
        "overview.html",
        years=_by_year(reading, problems),
        problems=[_problem_row(each) for each in problems[:_PROBLEMS_SHOWN]],
        more=len(problems) - _PROBLEMS_SHOWN,
        preview=services.preview.state,
        unpublished=find_unpublished(services.settings, services.preview),
    )


def _by_year(
    reading: LoadedAgenda, problems: Sequence[Problem]
) -> list[tuple[int, list[MonthRow]]]:
    """Return the months of each year, the newest first."""
    counts = Counter((file_of(each), each.severity) for each in problems)
    years: dict[int, list[MonthRow]] = defaultdict(list)
    for month in reversed(reading.agenda.months):
        years[month.month.year].append(_month_row(month, counts))
    return list(years.items())


def _month_row(month: Month, counts: Counter[tuple[str, Severity]]) -> MonthRow:
    files = [revision.file for revision in month.revisions]
    return MonthRow(
        title=month_title(month.month),
        url=url_for("months.show", month=month.month),
        items=len(month.items),
        documents=len(month.revisions),
        issued=full_date(month.newest.document.issued),
        errors=sum(counts[file, Severity.ERROR] for file in files),
        warnings=sum(counts[file, Severity.WARNING] for file in files),
    )


def _problem_row(problem: Problem) -> ProblemRow:
    return ProblemRow(
        severity=problem.severity.label,
        where=f"{problem.location}",
        text=f"{problem.field}: {problem.message}" if problem.field else problem.message,
        url=problem_url(problem),
    )


def problem_url(problem: Problem) -> str:
    """Return the page where a problem is repaired; empty if there is none."""
    name = file_of(problem)
    if is_source_file(name) and is_in_text_only(problem):
        return url_for("source_text.edit", name=name)
    return edit_url(name)


def is_in_text_only(problem: Problem) -> bool:
    """Return whether a problem is an error of a file that no form of the editor shows."""
    if not blocking_errors([problem]):
        return False
    workspace, name = current_services().workspace, file_of(problem)
    try:
        located = workspace.problems(name)
    except (OSError, UnicodeDecodeError):
        return True
    found = (each for each in located if each.problem == problem)
    place = next(found, FieldProblem(problem=problem))
    agenda = workspace.load().agenda
    if name == DIRECTORY:
        return agenda.directory.find(place.target) is None
    if parse_month_file(Path(name)) is None:
        return True
    codes = {item.code for item in agenda.items if item.month == YearMonth.parse(name[:7])}
    if place.target.startswith("cv-"):
        return place.target.removeprefix("cv-") not in codes
    known = place.key in _HEADER_KEYS and problem.kind != _UNKNOWN
    return not known or not any(str(month.month) == name[:7] for month in agenda.months)


def edit_url(name: str) -> str:
    """Return the page where a file is edited; empty if there is none."""
    if name == DIRECTORY:
        return url_for("directory.show")
    try:
        return url_for("months.show", month=YearMonth.parse(name[:7]))
    except ValueError:
        return ""


def file_of(problem: Problem) -> str:
    """Return the name of the file in `agendas/` that has a problem."""
    return problem.location.file.rpartition("/")[2]
