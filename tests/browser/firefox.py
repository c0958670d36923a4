"""A headless Firefox, driven by the Marionette protocol that is built into it.

Playwright needs a patched Firefox, Selenium a geckodriver; a distribution's Firefox needs neither.
"""

import base64
import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

A4 = {"width": 21.0, "height": 29.7}
START_TIMEOUT = 120.0
"""Seconds until Firefox has opened its port; a start on a busy machine takes twenty."""
COMMAND_TIMEOUT = 60.0
PORT_FILE = "MarionetteActivePort"
PREFERENCES = {
    "marionette.port": 0,  # any free one, written to PORT_FILE
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A session of a running Firefox with one tab."""

    def __init__(self, connection: socket.socket) -> None:
        """Read the greeting and start the session."""
        self._stream = connection.makefile("rwb")
        self._count = 0
        self._read()
        self._send("WebDriver:NewSession", {})

    def open(self, url: str) -> None:
        self._send("WebDriver:Navigate", {"url": url})

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression."""
        script = {"script": f"return {expression};", "args": []}
        return self._send("WebDriver:ExecuteScript", script)["value"]

    def click(self, selector: str) -> None:
        self._send("WebDriver:ElementClick", {"id": self._element(selector)})

    def type(self, selector: str, text: str) -> None:
        self._send("WebDriver:ElementSendKeys", {"id": self._element(selector), "text": text})

    def print(self) -> bytes:
        """Return the page as a PDF on A4, with the margins that its style sheet asks for."""
        return base64.b64decode(self._send("WebDriver:Print", {"page": A4})["value"])

    def quit(self) -> None:
        self._send("Marionette:Quit", {"flags": ["eForceQuit"]})
        self._stream.close()

    def _element(self, selector: str) -> str:
        """Return the id of the first element that a CSS selector finds."""
        query = {"using": "css selector", "value": selector}
        found = self._send("WebDriver:FindElement", query)["value"]
        return str(next(iter(found.values())))

    def _send(self, command: str, parameters: dict[str, Any]) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, parameters]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, number, error, result = self._read()
        if error or number != self._count:
            raise RuntimeError(f"{command}: {error or number}")
        return result

    def _read(self) -> Any:
        """Read a message: its length in bytes, a colon, JSON."""
        length = b""
        while (byte := self._stream.read(1)) != b":":
            if not byte:
                raise EOFError("Firefox closed the connection")
            length += byte
        return json.loads(self._stream.read(int(length)))


@contextmanager
def started(program: Path) -> Iterator[Firefox]:
    """Start Firefox with an empty profile; end it and delete the profile afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", folder],
            # Firefox refuses to run as root in another user's home.
            env=os.environ | {"HOME": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            url = ("127.0.0.1", _port(profile, process))
            with socket.create_connection(url, COMMAND_TIMEOUT) as connection:
                firefox = Firefox(connection)
                yield firefox
                firefox.quit()
            process.wait(COMMAND_TIMEOUT)
        finally:
            process.kill()
            process.wait()


def _port(profile: Path, process: "subprocess.Popen[bytes]") -> int:
    """Wait for the port that Firefox writes into its profile."""
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        file = profile / PORT_FILE
        if file.exists() and (text := file.read_text("ascii").strip()):
            return int(text)
        time.sleep(0.1)
    raise RuntimeError(f"Firefox opened no port within {START_TIMEOUT:.0f} s")
