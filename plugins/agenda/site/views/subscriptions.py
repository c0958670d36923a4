"""Build the view of a calendar: its URL, a subscription link and a QR code."""

import re
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urlencode

import segno

from agenda.site.context import SiteContext
from agenda.site.urls import on_page

SECTION = "theo-doi"
"""The anchor of the section that offers the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionView:
    """A calendar to subscribe to; without a site URL, scripts use the browser's URL.

    `google` and `outlook` are URLs where these services ask whether to add the calendar.
    `code` is an SVG element with the URL of the page's section. Most phones cannot open a
    `webcal:` URL from a QR code.
    """

    url: str
    full: str | None = None
    webcal: str | None = None
    google: str | None = None
    outlook: str | None = None
    code: str | None = None


def view_subscription(context: SiteContext, name: str, url: str, page: str) -> SubscriptionView:
    """Return the view of the calendar at `url` for `page`."""
    home = context.home
    if not home:
        return SubscriptionView(url=url)
    cache = context.cache
    section = home + on_page(page, SECTION)
    full = home + url
    webcal = re.sub(r"^https?:", "webcal:", full)
    return SubscriptionView(
        url=url,
        full=full,
        webcal=webcal,
        # Google takes the URL of a calendar only with this scheme.
        google=f"https://calendar.google.com/calendar/r?{urlencode({'cid': webcal})}",
        outlook="https://outlook.live.com/calendar/0/addfromweb?"
        + urlencode({"url": full, "name": name}, quote_via=quote),
        code=cache.text(cache.constant_key(), f"mã QR {section}", partial(_code, section)),
    )


def _code(text: str) -> str:
    """Return a QR code (ISO/IEC 18004) with the required empty margin."""
    code = segno.make(text, micro=False, error="m")
    return code.svg_inline(
        border=4,
        omitsize=True,
        svgclass="qr__code",
        light="#fff",
        title="Mã QR dẫn tới trang này",
    )
