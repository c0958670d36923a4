"""Refuse every request that does not come from the browser window of this editor."""

import hmac
import secrets
from typing import Final

from flask import Flask, Response, abort, redirect, request, session

from agenda.importer.loading.reader import MAX_SIZE

UPLOADS = "uploads"
"""The name of the set of endpoints that accept files, among the extensions of the application."""

MAX_UPLOAD: Final = MAX_SIZE + 100_000
"""The size limit of the form with a document in bytes; the document may have `MAX_SIZE`."""

MAX_FORM: Final = 500_000
"""The size limit of a form without a file in bytes; the largest month takes 100 000."""

FORM_TOKEN = "phieu"
"""The name of the form field that proves that a form comes from a page of this editor."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # With "no-referrer", browsers send "Origin: null" along with forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Access:
    """The rules for requests to the editor on one port.

    The first URL holds a token. It opens a session, whose cookie no other site can use.
    """

    def __init__(self, app: Flask, port: int) -> None:
        self._token = secrets.token_urlsafe(32)
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self.first_url = f"http://127.0.0.1:{port}/mo/{self._token}"
        app.config.update(
            SECRET_KEY=secrets.token_bytes(32),
            # Cookies of a host are shared by all its ports.
            SESSION_COOKIE_NAME=f"agenda_{port}",
            SESSION_COOKIE_HTTPONLY=True,
            SESSION_COOKIE_SAMESITE="Strict",
            MAX_CONTENT_LENGTH=MAX_FORM,
            MAX_FORM_MEMORY_SIZE=MAX_FORM,
            PROVIDE_AUTOMATIC_OPTIONS=False,
        )
        app.extensions.setdefault(UPLOADS, set())
        app.before_request(lambda: self._check(app))
        app.after_request(_add_headers)
        app.add_url_rule("/mo/<token>", "open", self._open)
        app.context_processor(lambda: {"form_token": session.get("form", "")})

    def _check(self, app: Flask) -> None:
        if not self._is_from_here():
            abort(403)
        if request.endpoint == "open":
            return
        if "form" not in session:
            abort(401)
        if request.method == "POST":
            if request.endpoint in app.extensions[UPLOADS]:
                request.max_content_length = MAX_UPLOAD
            # Browsers name the origin of every form.
            named = "Origin" in request.headers
            if not named or not _equal(request.form.get(FORM_TOKEN, ""), session["form"]):
                abort(403)
        elif request.method not in ("GET", "HEAD"):
            abort(405)

    def _is_from_here(self) -> bool:
        """Return whether a request is for this editor, and no other site caused it."""
        origin = request.headers.get("Origin")
        return (
            request.headers.get("Host") in self._hosts
            and (origin is None or origin in {f"http://{host}" for host in self._hosts})
            and request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
        )

    def _open(self, token: str) -> Response:
        if not _equal(token, self._token):
            abort(401)
        session.setdefault("form", secrets.token_urlsafe(32))
        return redirect("/", 303)  # type: ignore[return-value]


def _equal(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())


def _add_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
