"""Faults that only WebKit, the engine of Safari, once had."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Remote
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import visibility_of_element_located
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.search_page import search_url
from tests.machine import require_display_server, require_webkit_driver

START_TIMEOUT = 60.0
ANSWERED = (By.CSS_SELECTOR, '#ket-qua[aria-busy="false"]')


@pytest.fixture(scope="module")
def webkit() -> Iterator[Remote]:
    driver = require_webkit_driver()
    with display(require_display_server()) as name:
        service = Service(str(driver), env=os.environ | {"DISPLAY": name})
        service.start()
        try:
            server = RemoteConnection(client_config=ClientConfig(service.service_url))
            with Remote(server, options=Options()) as browser:
                browser.set_page_load_timeout(START_TIMEOUT)
                yield browser
        finally:
            service.stop()


@contextmanager
def display(program: Path) -> Iterator[str]:
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


@pytest.mark.parametrize("query", ["chuyen doi so", "khongcochunay"])
def test_other_ways_stand_below_the_answer_at_once(webkit: Remote, home: str, query: str) -> None:
    webkit.get(search_url(home, query))
    WebDriverWait(webkit, START_TIMEOUT).until(lambda browser: browser.find_elements(*ANSWERED))
    found = webkit.find_elements(By.CSS_SELECTOR, "#ket-qua > li")
    assert bool(found) == (query == "chuyen doi so")
    shown: WebElement = WebDriverWait(webkit, 1, poll_frequency=0.1).until(
        visibility_of_element_located((By.ID, "cach-khac"))
    )
    assert shown.text == "Tra cách khác"


def test_an_abbreviation_is_underlined(webkit: Remote, home: str) -> None:
    webkit.get(f"{home}2021/05/")
    abbreviation = webkit.find_element(By.CSS_SELECTOR, ".md-typeset abbr[title]")
    style = [f"text-decoration-{part}" for part in ("line", "style", "thickness")]
    assert [abbreviation.value_of_css_property(name) for name in style] == [
        *("underline", "dotted", "1px")
    ]
