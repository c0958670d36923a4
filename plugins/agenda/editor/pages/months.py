"""A month as the public sees it, each item editable in its place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from flask import Blueprint, abort, render_template, url_for

from agenda.editing.corrections import read_corrections
from agenda.editing.outcomes import Values
from agenda.editor.month_view import header_revision, view_month
from agenda.editor.pages.overview import file_of, is_in_text_only
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Month, Problem, Severity
from agenda.model.composition import documents_in_force
from agenda.site.inline import Abbreviations
from agenda.site.urls import month_url
from agenda.source.file_names import parse_month_file
from agenda.source.folder import LoadedAgenda
from agenda.vietnam.dates import long_date, month_name

blueprint = Blueprint("months", __name__, url_prefix="/thang")


@blueprint.get("/<month>/")
def show(month: str) -> Answer:
    """Return the page of a month."""
    services = current_services()
    services.preview.refresh()
    reading = services.workspace.load()
    if unreadable := _problems_of_unreadable(reading, month):
        return _unreadable(month, unreadable), 422
    found = find_month(reading, month)
    header = header_revision(found)
    by_item, others = _problems(found)
    return render_template(
        "month.html",
        title=f"Chương trình công tác {month_name(found.month)}",
        month=str(found.month),
        facts=_facts(found),
        focus=header.focus,
        caveat=header.caveat,
        days=list(
            view_month(
                found,
                Abbreviations(reading.agenda.directory.abbreviations),
                {each.month for each in reading.agenda.months},
                by_item,
            )
        ),
        problems=others,
        corrections=_corrections(found),
        broken=_broken_files(reading.problems, month),
        preview_url=url_for("preview.show", path=month_url(found.month)),
    )


def find_month(reading: LoadedAgenda, text: str) -> Month:
    """Return the month that a URL names, or answer that there is none."""
    found = next((each for each in reading.agenda.months if str(each.month) == text), None)
    return found if found is not None else abort(404)


def _problems_of_unreadable(reading: LoadedAgenda, month: str) -> list[Problem]:
    """Return the problems of a month none of whose files can be read."""
    if any(str(each.month) == month for each in reading.agenda.months):
        return []
    return [
        each
        for each in reading.problems
        if (file := parse_month_file(Path(each.location.file))) and str(file.month) == month
    ]


def _corrections(month: Month) -> list[tuple[str, int, Values]]:
    """Return the corrections of a month, each with its file and its position there, from 1."""
    workspace = current_services().workspace
    return [
        (revision.file, number, values)
        for revision in documents_in_force(month)
        for number, values in enumerate(read_corrections(workspace.read(revision.file)), 1)
    ]


def _unreadable(month: str, problems: Sequence[Problem]) -> str:
    return render_template(
        "unreadable.html",
        name=f"tháng {month}",
        problems=problems,
        files=_broken_files(problems, month),
    )


def _broken_files(problems: Iterable[Problem], month: str) -> list[str]:
    """Return the names of a month's files with errors that hide something of it."""
    own = [each for each in problems if file_of(each).startswith(f"{month}.")]
    own = [each for each in own if parse_month_file(Path(file_of(each)))]
    return list(dict.fromkeys(file_of(each) for each in own if is_in_text_only(each)))


def _problems(month: Month) -> tuple[dict[tuple[str, str], list[Problem]], list[Problem]]:
    """Return the problems of each item, by file and code, and the other problems of a month."""
    by_item: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    others: list[Problem] = []
    for revision in month.revisions:
        for each in current_services().workspace.problems(revision.file):
            if each.problem.severity >= Severity.NOTE:
                continue
            if each.target.startswith("cv-"):
                by_item[revision.file, each.target.removeprefix("cv-")].append(each.problem)
            else:
                others.append(each.problem)
    return by_item, others


def _facts(month: Month) -> str:
    document = header_revision(month).document
    number = f"Số {document.number}, ký" if document.number else "Ký"
    return f"{number} {long_date(document.issued)} · {len(month.items)} việc"
