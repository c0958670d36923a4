"""Serve the last good build of the site, with a bar that leads back to the editor."""

import re
from pathlib import Path

from flask import (
    Blueprint,
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    send_from_directory,
    url_for,
)
from werkzeug.exceptions import NotFound
from werkzeug.security import safe_join

from agenda.editor.responses import Answer
from agenda.editor.services import current_services

blueprint = Blueprint("preview", __name__, url_prefix="/xem")

_BODY = re.compile(rb"<body[^>]*>")
_MONTH = re.compile(r"(\d{4})/(\d{2})/")
_DIRECTORY = re.compile(r"(?:lanh-dao|co-quan|nhom)/(?:([a-z0-9-]+)/)?")
_MISSING = "404.html"


@blueprint.get("/", defaults={"path": ""})
@blueprint.get("/<path:path>")
def show(path: str) -> Answer:
    """Return a file of the last good build; start a build if the sources changed."""
    preview = current_services().preview
    preview.refresh()
    folder = preview.folder
    if folder is None:
        return render_template("waiting.html", state=preview.state), 503
    file = safe_join(str(folder), path)
    if file is None:
        raise NotFound
    if Path(file).is_dir():
        if path and not path.endswith("/"):
            return redirect(url_for("preview.show", path=f"{path}/"))
        path += "index.html"
    elif not Path(file).is_file():
        return _page(folder, _MISSING, path, 404)
    if path.endswith(".html"):
        return _page(folder, path, path, 200)
    response = send_from_directory(folder.resolve(), path)
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/trang-thai.json")
def state() -> Answer:
    """Return whether a build is running, for the script that reloads a page."""
    preview = current_services().preview
    preview.refresh()
    now = preview.state
    return jsonify(number=now.number, building=now.building, failed=bool(now.failure))


def _page(folder: Path, file: str, path: str, status: int) -> Response:
    """Return an HTML file with the bar after the start of its body."""
    content = (folder / file).read_bytes()
    bar = render_template(
        "preview_bar.html", state=current_services().preview.state, edit=_edit_url(path)
    )
    found = _BODY.search(content)
    if found:
        content = content[: found.end()] + bar.encode() + content[found.end() :]
    response = make_response(content, status)
    response.mimetype = "text/html"
    return response


def _edit_url(path: str) -> str:
    """Return the page of the editor where a page of the site is edited."""
    if month := _MONTH.match(path):
        return url_for("months.show", month=f"{month[1]}-{month[2]}")
    if entry := _DIRECTORY.match(path):
        return url_for("directory.show", _anchor=entry[1])
    return url_for("overview.show")
