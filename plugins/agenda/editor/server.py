"""Serve the editor to the browser of this machine."""

import socket
from collections.abc import Callable

from werkzeug.serving import WSGIRequestHandler, make_server

from agenda.build.site import CACHE
from agenda.editor.application import create_application
from agenda.editor.services import Services
from agenda.source.writing.files import remove_abandoned

_HOST = "127.0.0.1"


class QuietRequestHandler(WSGIRequestHandler):
    """A request handler that logs no requests; the application logs its errors."""

    def log_request(self, *_: object) -> None:
        """Log nothing: the first URL holds a token."""


def serve(services: Services, started: Callable[[str], object]) -> None:
    """Serve on a free port until interrupted; call `started` with the first URL."""
    remove_abandoned(services.settings.agendas)
    # The build of the preview locks the cache.
    services.workspace.warm(services.settings.folder / CACHE)
    # Werkzeug would let another program on Windows take the same port.
    with socket.create_server((_HOST, 0)) as listening:
        port = listening.getsockname()[1]
        app, url = create_application(services, port)
        server = make_server(
            _HOST,
            port,
            app,
            threaded=True,
            request_handler=QuietRequestHandler,
            fd=listening.fileno(),
        )
        services.preview.refresh()
        started(url)
        try:
            server.serve_forever()
        finally:
            server.server_close()
            services.preview.close()
