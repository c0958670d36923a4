"""The first page: the months, what needs a look and what is not published yet."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, url_for

from agenda.editing.checks.errors import blocking_errors
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.editor.unpublished import find_unpublished
from agenda.model import Month, Problem, Severity, YearMonth
from agenda.source.file_names import DIRECTORY, is_source_file
from agenda.source.folder import LoadedAgenda
from agenda.vietnam.dates import full_date, month_title

blueprint = Blueprint("overview", __name__)

_PROBLEMS_SHOWN = 20


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
    if blocking_errors([problem]) and is_source_file(name):
        return url_for("source_text.edit", name=name)
    return edit_url(name)


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
