"""Find the points of a list that stand on one line: "(1) Họp A; (2) Họp B"."""

import re
from collections.abc import Iterator

from agenda.importer.lexicon.labels import OPENER

_INLINE_SIGN = re.compile(r"\s+[-–+•*]\s+(?=\w)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)]")
_INLINE_NUMBER = re.compile(rf"(?<=[;.])\s+{_NUMBER.pattern}\s+(?=[^\W\d_])")


def inline_signs(text: str, sign: str) -> Iterator[re.Match[str]]:
    """Yield the list signs within a text that continue the sign before it."""
    numbered = _NUMBER.fullmatch(sign)
    if numbered is not None:
        following = int(numbered["number"]) + 1
        for match in _INLINE_NUMBER.finditer(text):
            if int(match["number"]) == following:
                following += 1
                yield match
    elif sign and not sign[0].isalnum():
        for match in _INLINE_SIGN.finditer(text):
            if match[0].strip() == sign and OPENER.match(text, match.end()):
                yield match
