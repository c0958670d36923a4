"""Private details in public text: numbers of phones, vehicles and papers, names of citizens."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from agenda.vietnam.citizens import citizens_named
from agenda.vietnam.text import matching_key

Kind: TypeAlias = Literal["phone", "plate", "identity", "citizen"]

ALONE_BEFORE = r"(?<![\w/+])(?<!\d[.,])(?<!\w-)"
ALONE_AFTER = r"(?!\w|/(?!\s*0)|[.,-]\w)"
"""A number that is no part of a document's number, a date, an amount or an address."""

IDENTITY = rf"""
    {ALONE_BEFORE} 0\d{{2}}(?:[ ]?\d{{3}}){{3}} {ALONE_AFTER}           # CCCD: 12 digits from 0
  | \b(?:CMND|CMTND|CCCD|CMT|căn\s+cước(?:\s+công\s+dân)?|chứng\s+minh(?:\s+nhân\s+dân|\s+thư)?)
    (?:\s*số)?[\s:.]* (?P<after_card>\d{{3}}(?:[ .]?\d{{3}}){{2,3}}) {ALONE_AFTER}
"""

PHONE = rf"""
    (?:{ALONE_BEFORE}|(?<=\d/))
    (?: (?:\+84|\(\+84\)|0084)[ .-]?(?:\(0\))?[ .-]?[235789](?:[ .-]?\d){{8,9}}
      | 0[35789]\d(?:[ .-]?\d){{7}}                                     # mobile: 10 digits
      | 02\d(?:[ .-]?\d){{8}}                                           # fixed: 11 digits
      | \(0\d{{2,3}}\)[ .-]?\d(?:[ .-]?\d){{5,7}}
    ) {ALONE_AFTER}
  | \b(?:điện\s+thoại|SĐT|ĐTDĐ|di\s+động|hotline|đường\s+dây\s+nóng|tổng\s+đài)
    (?:\s*số)?[\s:.]* (?P<after_call>\d(?:[ .]?\d){{5,10}}) {ALONE_AFTER}
"""

PLATE = rf"""
    {ALONE_BEFORE} [1-9]\d
    (?: -?[A-HK-NPS-VX-ZĐ][1-9]?[-–. ](?:\d{{3}}\.\d{{2}}|\d{{5}})         # 38A-123.45, 38A 12345
      | -?[A-HK-NPS-VX-ZĐ][1-9]?[-–](?!19|20)\d{{4}}                     # 80B-1234
      | (?:LD|NG|NN|DA|MĐ|MD|KT|HC|RM|TĐ)[-– ](?:\d{{3}}\.\d{{2}}|\d{{5}}|\d{{4}})
    ) {ALONE_AFTER}
  | (?i:\b(?:xe|biển\s+số|biển\s+kiểm\s+soát|BKS)(?:\s+ô\s+tô)?(?:\s+số)?)\s*:?\s*
    (?P<after_car>
      \d{{2}}[A-ZĐa-zđ]{{1,2}}\d?[-–. ]?\d{{3}}\.?\d{{1,2}} | (?!19|20)\d{{4,5}}
    ) {ALONE_AFTER} (?!\s*(?:chỗ|cc|kg|tấn|km|đồng|lượt|chiếc|người))
"""

PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("identity", re.compile(IDENTITY, re.VERBOSE | re.IGNORECASE)),
    ("phone", re.compile(PHONE, re.VERBOSE | re.IGNORECASE)),
    ("plate", re.compile(PLATE, re.VERBOSE)),
)
"""In order of precedence where two fit the same place."""


_DIGIT = re.compile(r"\d")
"""All that the patterns find has some."""

WITHHELD = "[không công bố]"
"""What stands in a text for words that are not published."""

_WITHHELD_KEY = matching_key(WITHHELD)
_MAY_WITHHOLD = re.compile(r"\[[kK\u212a]")
"""The beginning of all that has that key; the last is the sign of kelvin, a "k" in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateDetail:
    """Something that a public text should not say; `offset` is its place in the text, from 0."""

    kind: Kind
    text: str
    offset: int


def private_details(text: str) -> tuple[PrivateDetail, ...]:
    """What looks private in `text`, in its order, without overlaps.

    Phone numbers of offices and hotlines are found too: a person decides which may stand.
    """
    found: list[tuple[int, int, Kind]] = [(*span, "citizen") for span in citizens_named(text)]
    for kind, pattern in PATTERNS if _DIGIT.search(text) else ():
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            if all(end <= other_start or other_end <= start for other_start, other_end, _ in found):
                found.append((start, end, kind))
    return tuple(
        PrivateDetail(kind=kind, text=text[start:end], offset=start)
        for start, end, kind in sorted(found)
    )


def may_withhold(text: str) -> bool:
    """Whether words may be withheld in values written as `text`: a look before the long count."""
    return _MAY_WITHHOLD.search(text) is not None


def count_withheld(content: object) -> int:
    """In how many places words are withheld in plain values: texts, lists and mappings of them."""
    match content:
        case str():
            return matching_key(content).count(_WITHHELD_KEY) if "[" in content else 0
        case dict():
            return sum(map(count_withheld, content.values()))
        case list() | tuple():
            return sum(map(count_withheld, content))
    return 0
