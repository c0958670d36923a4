"""Find the link targets in a page."""

import re
from html import unescape

_PLACE = re.compile(r'<(?:[a-z][^>]*?\sid|a\s[^>]*?\bname)="([^"]+)"')


def anchors_in(html: str) -> frozenset[str]:
    """Return the ids of elements and the `name` attributes of anchors."""
    return frozenset(map(unescape, _PLACE.findall(html)))
