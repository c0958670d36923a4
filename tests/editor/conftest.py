"""A project of May 2021, and the editor's application with a client that passes its checks."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server
from werkzeug.test import TestResponse

from agenda.build.settings.mkdocs_file import read_settings
from agenda.editor.application import create_application
from agenda.editor.services import Services
from tests.browser.visit import Scheme
from tests.project import Project

LISTENING = socket.create_server(("127.0.0.1", 0))
"""The socket of every editor of this process: nothing else can take its port between two tests."""

PORT = LISTENING.getsockname()[1]

HOME = f"http://127.0.0.1:{PORT}"


@dataclass(frozen=True, slots=True)
class Office:
    """The project, its application and the browser of its clerk."""

    project: Project
    services: Services
    app: Flask
    first_url: str
    client: FlaskClient

    def get(self, url: str, **headers: str) -> TestResponse:
        return self.client.get(url, base_url=HOME, headers=headers, buffered=True)

    def post(self, url: str, data: object = None, **headers: str) -> TestResponse:
        """Send a form as a browser does, with the token of the page."""
        values = {"phieu": self.form_token} | (data if isinstance(data, dict) else {})
        sent = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"} | headers
        return self.client.post(url, base_url=HOME, data=values, headers=sent, buffered=True)

    @property
    def form_token(self) -> str:
        with self.client.session_transaction(base_url=HOME) as session:
            return str(session["form"])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.copy_to(tmp_path / "lich")


@pytest.fixture
def closed_office(project: Project) -> Iterator[Office]:
    """Start the editor, without a browser that has opened it."""
    services = Services.of(read_settings(project.folder / "mkdocs.yml"))
    app, first_url = create_application(services, PORT)
    yield Office(project, services, app, first_url, app.test_client())
    services.preview.close()


@pytest.fixture
def office(closed_office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Open the editor in a browser; previews are built by the tests that need one."""
    monkeypatch.setattr("agenda.editor.preview_build.PreviewBuild.refresh", lambda _: None)
    assert closed_office.get(closed_office.first_url).status_code == 303
    return closed_office


def words(response: TestResponse) -> str:
    """Return the text of a page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.get_data(as_text=True)).split())


@contextmanager
def serving(office: Office) -> Iterator[None]:
    """Serve the application on its port."""
    descriptor = LISTENING.fileno()
    with make_server("127.0.0.1", PORT, office.app, threaded=True, fd=descriptor) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield
        server.shutdown()
        thread.join()


OpenEditor = Callable[..., Page]


@pytest.fixture
def editor(office: Office, chromium: Browser) -> Iterator[OpenEditor]:
    """Open a page of the editor: `editor("/", scheme="dark", width=320)`."""
    with serving(office), _pages(chromium, office.first_url) as open_page:
        yield open_page


@contextmanager
def _pages(browser: Browser, first_url: str) -> Iterator[OpenEditor]:
    contexts = []

    def open_page(
        path: str, *, scheme: Scheme = "light", width: int = 1280, scripts: bool = True
    ) -> Page:
        contexts.append(
            browser.new_context(
                color_scheme=scheme,
                java_script_enabled=scripts,
                locale="vi-VN",
                reduced_motion="reduce",
                viewport={"width": width, "height": 800},
            )
        )
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.goto(first_url)
        page.goto(HOME + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
