"""A real `agenda edit` process, and requests to it as a browser sends them."""

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from tests.generators.deployment import environment

BOUNDARY = "ranh-gioi"
FORM_TYPE = "application/x-www-form-urlencoded"
UPLOAD_TYPE = f"multipart/form-data; boundary={BOUNDARY}"
TIMEOUT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A response; `text` is empty for a redirection to `location`."""

    status: int
    text: str
    location: str


@dataclass(slots=True)
class RunningEditor:
    """A process of the editor with an open session."""

    process: "subprocess.Popen[str]"
    host: str
    cookie: str = ""
    form_token: str = ""

    def get(self, path: str) -> Page:
        return self._request("GET", path, b"", {})

    def post(self, path: str, values: dict[str, str] | None = None) -> Page:
        """Send a form with the token of the page."""
        body = urlencode({"phieu": self.form_token} | (values or {})).encode()
        return self._request("POST", path, body, {"Content-Type": FORM_TYPE})

    def upload(self, name: str, content: bytes) -> Page:
        """Send a document as the form does."""
        body = self.upload_body(name, content)
        return self._request("POST", "/nhap/", body, {"Content-Type": UPLOAD_TYPE})

    def upload_body(self, name: str, content: bytes) -> bytes:
        """Return the body of a form with a document."""
        head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
        return (
            (
                f'{head}"phieu"\r\n\r\n{self.form_token}\r\n{head}"tep"; filename="{name}"\r\n\r\n'
            ).encode()
            + content
            + f"\r\n--{BOUNDARY}--\r\n".encode()
        )

    def begin(self, path: str, headers: dict[str, str]) -> http.client.HTTPConnection:
        """Send the head of a form, whose body the caller sends."""
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        connection.putrequest("POST", path)
        for name, value in (self._own_headers() | headers).items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection

    def kill(self) -> None:
        """End the process at once, as a power cut does."""
        self.process.kill()
        self.process.wait()

    def open(self, first_url: str) -> None:
        """Open the session that the first URL gives."""
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        connection.request("GET", urlsplit(first_url).path)
        self.cookie = connection.getresponse().headers["Set-Cookie"].partition(";")[0]
        connection.close()
        found = re.search(r'name="phieu" value="([^"]+)"', self.get("/nhap/").text)
        assert found is not None
        self.form_token = found[1]

    def _request(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Page:
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        connection.request(method, path, body or None, self._own_headers() | headers)
        response = connection.getresponse()
        page = Page(
            status=response.status,
            text=response.read().decode(errors="replace"),
            location=response.headers.get("Location", ""),
        )
        connection.close()
        return page

    def _own_headers(self) -> dict[str, str]:
        origin = {"Origin": f"http://{self.host}", "Sec-Fetch-Site": "same-origin"}
        return origin | {"Cookie": self.cookie}


@contextmanager
def editor_process(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run `agenda edit` in a folder. Return the process and its first URL."""
    program = str(Path(sys.executable).with_name("agenda"))
    with subprocess.Popen(
        [program, "edit"],
        cwd=folder,
        env=environment() | {"BROWSER": "true", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip().removeprefix("Trang biên tập: ")
        finally:
            process.terminate()


@contextmanager
def run_editor(folder: Path) -> Iterator[RunningEditor]:
    """Run `agenda edit` in a folder, and open its URL."""
    with editor_process(folder) as (process, url):
        editor = RunningEditor(process, urlsplit(url).netloc)
        editor.open(url)
        yield editor
