"""Adapt `mkdocs serve`: show problems as a page, notice edits sooner, explain a taken port."""

import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.observers.polling import PollingObserver

from agenda.source.writing.files import error_reason

log = get_plugin_logger("agenda")

LOOKS_EVERY = 0.1
"""Seconds between two polls of the watched folders; the default of MkDocs is 0.5."""

ASKS_AGAIN = 2
"""Seconds until the page of problems reloads itself, without a script."""

PAGE = """\
<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="{seconds}">
<title>Chưa xem thử được</title>
<style>
body {{ margin: 0 auto; max-width: 70ch; padding: 1.5rem; font: 1rem/1.5 sans-serif; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid; }}
</style>
<h1>Chưa xem thử được</h1>
<p>Trong các tệp có chỗ cần sửa. Sửa rồi lưu lại, trang sẽ tự hiện ra.</p>
<pre>{problems}</pre>
</html>
"""


def render_problems(problems: str) -> str:
    """Return a page of problems without the site's style, which may be what is broken."""
    return PAGE.format(seconds=ASKS_AGAIN, problems=escape(problems))


def show_problems(server: LiveReloadServer, last_problems: Callable[[], str]) -> None:
    """Show a page of problems at every URL after a failed rebuild, until one succeeds.

    MkDocs would let the browser wait. `last_problems` returns what stopped a build once its
    settings were read.
    """
    build = server.builder
    folder = Path(server.root)

    def build_or_show() -> None:
        try:
            build()
        except (MkDocsException, SystemExit) as error:
            if not isinstance(error, Abort):  # of which MkDocs has told already
                log.error("%s", error)
            page = render_problems(last_problems() if isinstance(error, Abort) else str(error))
            for path in folder.rglob("*.html"):
                path.unlink()
            folder.mkdir(exist_ok=True)
            (folder / "404.html").write_text(page, encoding="utf-8")

    server.builder = build_or_show


def explain_taken_port(server: LiveReloadServer) -> None:
    """Raise `PluginError` with a remedy if the server's port is taken."""
    bind = server.server_bind
    # Windows would let two programs have one port.
    server.allow_reuse_address = sys.platform != "win32"

    def bind_or_explain() -> None:
        try:
            bind()
        except OSError as error:
            raise PluginError(
                f"Không mở được {server.url} ({error_reason(error)}). Nếu một lệnh mkdocs serve "
                "khác đang chạy thì xem ở đó, hoặc dừng nó bằng Ctrl+C. Muốn dùng cổng khác thì "
                "chạy: mkdocs serve -a 127.0.0.1:8001"
            ) from error

    server.server_bind = bind_or_explain  # type: ignore[method-assign]


def poll_often(server: LiveReloadServer, watched: list[str]) -> None:
    """Poll more often; `watched` are the paths that the server watches already."""
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOKS_EVERY)
    for path in watched:
        server.watch(path)
