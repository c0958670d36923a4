"""Undo a saved change."""

from flask import Blueprint, flash, redirect, request, url_for

from agenda.editing.journal import JournalEntry
from agenda.editing.outcomes import EditRefused
from agenda.editor.responses import Answer
from agenda.editor.services import current_services

blueprint = Blueprint("history", __name__)


@blueprint.post("/hoan-tac/")
def undo() -> Answer:
    """Undo the change that the page named, and return to the page where it was made.

    Another window may have saved a later change since.
    """
    services, saved = current_services(), request.form.get("luc", "")
    entries = services.workspace.journal.entries()
    entry = next((each for each in entries if each.time.isoformat() == saved), None)
    if entry is None:
        flash("Lần sửa ấy đã được hoàn tác hoặc đã đăng, nên không hoàn tác nữa.", "error")
        return redirect(url_for("overview.show"), 303)
    outcome = services.workspace.undo(entry.number)
    if isinstance(outcome, EditRefused):
        for each in outcome.problems:
            flash(f"Chưa hoàn tác: {each.problem.message}; {each.problem.remedy}.", "error")
    else:
        flash(f"Đã hoàn tác: {entry.label}.", "saved")
        services.preview.refresh()
    return redirect(_url(entry), 303)


def _url(entry: JournalEntry) -> str:
    """Return the page of the month that an edit changed; of a month that is gone, the overview."""
    services = current_services()
    months = {str(month.month) for month in services.workspace.load().agenda.months}
    changed = next((name[:7] for name in entry.changes if name[:7] in months), None)
    return url_for("months.show", month=changed) if changed else url_for("overview.show")
