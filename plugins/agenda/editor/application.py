"""Assemble the web application of the editor."""

from flask import Flask, send_from_directory
from jinja2 import StrictUndefined

from agenda.editor.access import Access
from agenda.editor.imports import card_pages, day_pages, draft_pages
from agenda.editor.imports import pages as imports
from agenda.editor.pages import (
    abbreviations,
    corrections,
    directory,
    headers,
    history,
    item_actions,
    items,
    labels,
    months,
    new_month,
    overview,
    preview,
    publishing,
    source_text,
)
from agenda.editor.responses import Answer, handle_errors
from agenda.editor.services import EXTENSION, Services, current_services, last_edit, look_folder

_SECTIONS = (
    ("Tổng quan", "overview.show"),
    ("Nhập văn bản", "imports.show"),
    ("Danh bạ", "directory.show"),
    ("Xem thử", "preview.show"),
    ("Đăng", "publishing.show"),
)
"""The sections in the head of every page, with their endpoints."""

_PAGES = (
    overview,
    abbreviations,
    directory,
    new_month,
    months,
    headers,
    labels,
    corrections,
    item_actions,
    items,
    history,
    imports,
    card_pages,
    draft_pages,
    day_pages,
    preview,
    publishing,
    source_text,
)


def create_application(services: Services, port: int) -> tuple[Flask, str]:
    """Return the application for a port of this machine, and the URL that opens it."""
    app = Flask("agenda.editor")
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    app.extensions[EXTENSION] = services
    access = Access(app, port)
    handle_errors(app)
    app.context_processor(lambda: _common(services))
    app.add_url_rule("/giao-dien/<path:path>", "look", _look)
    for page in _PAGES:
        app.register_blueprint(page.blueprint)
    return app, access.first_url


def _common(services: Services) -> dict[str, object]:
    """Return what every template uses; `undo` names the edit that can be undone."""
    return {"settings": services.settings, "sections": _SECTIONS, "undo": last_edit(services)}


def _look(path: str) -> Answer:
    """Return a style sheet or picture of the site."""
    return send_from_directory(look_folder(current_services()).resolve(), path)
