"""Undo the last saved change."""

from flask import Blueprint, flash, redirect, url_for

from agenda.editing.journal import JournalEntry
from agenda.editing.outcomes import EditRefused
from agenda.editor.desk import current_desk
from agenda.editor.responses import Answer

blueprint = Blueprint("history", __name__)


@blueprint.post("/hoan-tac/")
def undo() -> Answer:
    """Undo the last saved change, and return to the page where it was made."""
    desk = current_desk()
    entries = desk.workspace.journal.entries()
    outcome = desk.workspace.undo()
    if isinstance(outcome, EditRefused):
        for each in outcome.problems:
            flash(f"Chưa hoàn tác: {each.problem.message}; {each.problem.remedy}.", "error")
    else:
        flash(f"Đã hoàn tác: {entries[-1].label}.", "saved")
        desk.preview.refresh()
    return redirect(_url(entries[-1]) if entries else url_for("overview.show"), 303)


def _url(entry: JournalEntry) -> str:
    """Return the page of the month that an edit changed; of a month that is gone, the overview."""
    desk = current_desk()
    months = {str(month.month) for month in desk.workspace.load().agenda.months}
    changed = next((name[:7] for name in entry.changes if name[:7] in months), None)
    return url_for("months.show", month=changed) if changed else url_for("overview.show")
