"""One visitor with one page of the served site open."""

import re
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Request, Response, ViewportSize, WebError

Scheme = Literal["light", "dark"]
PHONE: ViewportSize = {"width": 360, "height": 640}


class Visit:
    """The open page, and in `faults` all that went wrong on it so far."""

    def __init__(
        self,
        browser: Browser,
        home: str,
        path: str,
        *,
        scheme: Scheme = "light",
        width: int = 1280,
        now: str | None = None,
        zone: str = "Asia/Ho_Chi_Minh",
        scripts: bool = True,
        missing: str | None = None,
        phone: bool = False,
        before: str = "",
    ) -> None:
        """Open `path` at the moment `now` (ISO 8601) in the time zone of the visitor's clock.

        Without `scripts` none runs; a request for a URL that ends in `missing` fails. A `phone` is
        360 px wide and 640 px high, and its visitor taps. The script `before` runs before others.
        """
        self.url = home + path
        self.faults: list[str] = []
        self._home = home
        self._context = browser.new_context(
            color_scheme=scheme,
            java_script_enabled=scripts,
            locale="vi-VN",
            permissions=["clipboard-read", "clipboard-write"],
            reduced_motion="reduce",
            timezone_id=zone,
            has_touch=phone,
            is_mobile=phone,
            viewport=PHONE if phone else {"width": width, "height": 800},
        )
        self._context.on("console", self._note_message)
        self._context.on("request", self._note_request)
        self._context.on("response", self._note_response)
        self._context.on("weberror", self._note_error)
        self.page = self._context.new_page()
        if before:
            self.page.add_init_script(before)
        if now is not None:
            self.page.clock.set_fixed_time(now)
        if missing is not None:
            self.page.route(re.compile(re.escape(missing) + "$"), lambda route: route.abort())
        response = self.page.goto(self.url)
        self.status = response.status if response else None

    def end(self) -> None:
        self._context.close()

    def _note_message(self, message: ConsoleMessage) -> None:
        # Violations of the Content-Security-Policy come this way too. What became of
        # the page itself is in `status`: the one for what is missing is rightly a 404.
        if message.type == "error" and message.location["url"] != self.url:
            self.faults.append(f"console: {message.text}")

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self._home, "data:", "blob:")):
            self.faults.append(f"outside the site: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and response.url != self.url:
            self.faults.append(f"{response.status}: {response.url}")

    def _note_error(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")
