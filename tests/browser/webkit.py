"""WebKitGTK, the engine of Safari, driven by its own driver on a screen that nobody sees."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import Remote
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

START_TIMEOUT = 60.0


class WebKit:
    """A session of a running WebKitGTK with one window."""

    def __init__(self, driver: Remote) -> None:
        self.driver = driver

    def open(self, url: str) -> None:
        self.driver.get(url)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression."""
        return self.driver.execute_script(f"return {expression};")

    def element(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        self.element(selector).click()

    def type(self, selector: str, text: str) -> None:
        self.element(selector).send_keys(text)


@contextmanager
def started(driver: Path, display_server: Path) -> Iterator[WebKit]:
    """Start WebKitGTK; end it, its driver and its screen afterwards."""
    with _display(display_server) as name:
        service = Service(str(driver), env=os.environ | {"DISPLAY": name})
        service.start()
        try:
            server = RemoteConnection(client_config=ClientConfig(service.service_url))
            with Remote(server, options=Options()) as remote:
                remote.set_page_load_timeout(START_TIMEOUT)
                yield WebKit(remote)
        finally:
            service.stop()


@contextmanager
def _display(program: Path) -> Iterator[str]:
    """Start an X server without a screen and yield its name: WebKitGTK has no headless mode."""
    with subprocess.Popen(
        [program, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    ) as process:
        assert process.stdout
        try:
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()
