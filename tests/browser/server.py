"""Serve a built site over HTTP as GitHub Pages does."""

import gzip
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from tests.published.site import NOT_FOUND, BuiltSite

SCRIPT = "first-script-of-tests.js"
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml")


@contextmanager
def served(site: BuiltSite, *, compressed: bool = False, first_script: str = "") -> Iterator[str]:
    """Serve a site and yield its home page's URL, below the same path as the public one.

    `first_script` runs on every page before its own scripts.
    """
    path = urlsplit(site.url).path
    kind: Callable[..., _Handler] = _CompressingHandler if compressed else _Handler
    if first_script:
        kind = partial(_ScriptedHandler, script=first_script)
    handler = partial(kind, directory=str(site.folder), path=path)
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{path}"
        finally:
            server.shutdown()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Log nothing: browsers hang up when their page is closed."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # No host answers 40 ms late because a body waits for its head to be acknowledged.
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, directory: str, path: str) -> None:
        self.base = path
        super().__init__(*args, directory=directory)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return str(Path(self.directory, "outside", "the", "site"))
        return super().translate_path("/" + path.removeprefix(self.base))

    def list_directory(self, _: str | PathLike[str]) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, NOT_FOUND).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: tests look at responses."""


class _CompressingHandler(_Handler):
    """A handler that compresses texts; browsers may cache them for ten minutes."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if file.suffix not in COMPRESSED or not file.is_file():
            return super().send_head()
        content = file.read_bytes()
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", tag)
            self.end_headers()
            return None
        body = gzip.compress(content, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("ETag", tag)
        self.end_headers()
        return io.BytesIO(body)


class _ScriptedHandler(_Handler):
    """A handler that puts a script before all others of a page.

    The site's policy allows no script but a file of the site.
    """

    def __init__(self, *args: Any, script: str, **options: Any) -> None:
        self._script = script.encode()
        super().__init__(*args, **options)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if file.name == SCRIPT:
            return self._send(self._script, "text/javascript; charset=utf-8")
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        link = f'<head><script src="{self.base}{SCRIPT}"></script>'
        page = file.read_text("utf-8").replace("<head>", link, 1)
        return self._send(page.encode(), "text/html; charset=utf-8")

    def _send(self, body: bytes, media_type: str) -> io.BytesIO:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)
