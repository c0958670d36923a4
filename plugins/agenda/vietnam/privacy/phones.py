"""Remove phone numbers from a text that is published."""

import re

from agenda.vietnam.privacy.numbers import find_numbers

_CALL = re.compile(
    r"(?:\bsố\s)?\b(?:điện\sthoại|di\sđộng|S?ĐT(?:DĐ)?|DĐ|tel|zalo|hotline)$", re.IGNORECASE
)
"""The words before a phone number: "SĐT"."""

_EMPTY_BRACKETS = re.compile(r" ?\([^\w()]*\)")


def remove_phones(text: str) -> str:
    """Return a text without phone numbers and the words for them: "Đ/c An (ĐT 0912345678)"."""
    found = [(start, end) for start, end, kind in find_numbers(text) if kind == "phone"]
    for start, end in sorted(found, reverse=True):
        before = _CALL.sub("", text[:start].rstrip(" .:"))
        text = before.rstrip(" ,;–-") + text[end:]
    return _EMPTY_BRACKETS.sub("", text) if found else text
