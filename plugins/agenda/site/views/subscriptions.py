"""A calendar as a page offers it: its URL, a link that subscribes, a code to scan."""

import re
from dataclasses import dataclass
from functools import partial

import segno

from agenda.site.context import SiteContext
from agenda.site.urls import on_page

SECTION = "theo-doi"
"""The place on a page where its calendar is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionView:
    """A calendar to subscribe to; where the site's URL is not known, the browser's is.

    `code` is an SVG element that leads a phone to the page's section: there it finds the way
    that works for it, while a code for `webcal:` would mean nothing to most of them.
    """

    name: str
    url: str
    full: str | None
    webcal: str | None
    code: str | None


def view_subscription(context: SiteContext, name: str, url: str, page: str) -> SubscriptionView:
    """The calendar at `url`, as `page` offers it."""
    home = context.home
    if not home:
        return SubscriptionView(name=name, url=url, full=None, webcal=None, code=None)
    cache = context.cache
    section = home + on_page(page, SECTION)
    return SubscriptionView(
        name=name,
        url=url,
        full=home + url,
        webcal=re.sub(r"^https?:", "webcal:", home) + url,
        code=cache.text(cache.of_none(), f"mã QR {section}", partial(_code, section)),
    )


def _code(text: str) -> str:
    """A QR code (ISO/IEC 18004) with the empty margin that readers need."""
    code = segno.make(text, micro=False, error="m")
    return code.svg_inline(
        border=4,
        omitsize=True,
        svgclass="qr__code",
        light="#fff",
        title="Mã QR dẫn tới trang này",
    )
