"""The places of a page that a link can lead to."""

import re
from html import unescape

_PLACE = re.compile(r'<(?:[a-z][^>]*?\sid|a\s[^>]*?\bname)="([^"]+)"')


def anchors_in(html: str) -> frozenset[str]:
    """The ids of a page's elements, and the names by which old pages have them."""
    return frozenset(map(unescape, _PLACE.findall(html)))
