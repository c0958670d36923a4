"""Start this machine's Chromium for Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.machine import require_driven_chromium

OPTIONS = (
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def launch_chromium() -> Iterator[Browser]:
    """Skip before anything is started if the machine has no Chromium."""
    program = require_driven_chromium()
    with sync_playwright() as playwright:
        # The sandbox cannot start for root, and our own pages are all it would guard against.
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=False, args=OPTIONS
        )
        yield browser
        browser.close()
