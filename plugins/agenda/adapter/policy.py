"""The Content-Security-Policy of a page: its own inline scripts, named by hash, and no others."""

import base64
import hashlib
import re
from functools import lru_cache

PLACEHOLDER = "'inline-scripts'"
"""Stands in the template's policy where the hashes go (CSP Level 3, section 2.3.1)."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def allow_inline_scripts(html: str, content: str = "") -> str:
    """The page with its policy naming the theme's inline scripts.

    A script inside `content`, what the page itself says, stays forbidden.
    """
    frame = html.replace(content, "", 1) if content else html
    hashes = dict.fromkeys(_hash(script) for script in _SCRIPT.findall(frame))
    return html.replace(PLACEHOLDER, " ".join(hashes), 1)


@lru_cache(maxsize=64)
def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
