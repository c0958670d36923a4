"""Find private numbers and dates by patterns: phones, vehicles, identity papers, births."""

import re
from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from agenda.vietnam.text import contains_any

NumberKind: TypeAlias = Literal["phone", "plate", "identity", "account", "email", "birth"]

SEPARATE_BEFORE = r"(?<![\w/+@])(?<!\d[.,])(?<!\w-)"
SEPARATE_AFTER = r"(?!\w|/(?!\s*0)|[.,-]\w)"
"""Context of a number that is not part of a document number, a date, an amount or a URL."""

EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"

ACCOUNT = rf"""
    \b(?:(?:số\s+)?(?:tài\s+khoản|TK)|STK)\b (?:\s+[^\W\d]+){{0,3}} [\s:.]*
    (?P<after_account>\d(?:[ .-]?\d){{7,18}}) {SEPARATE_AFTER}
"""

IDENTITY = rf"""
    {SEPARATE_BEFORE} (?P<alone>0\d{{2}}(?:[ .]?\d{{3}}){{3}}) {SEPARATE_AFTER}   # 12 digits from 0
  | \b(?:CMND|CMTND|CCCD|CMT|căn\s+cước(?:\s+công\s+dân)?|chứng\s+minh(?:\s+nhân\s+dân|\s+thư)?
      |định\s+danh(?:\s+cá\s+nhân)?|BHXH|bảo\s+hiểm\s+xã\s+hội)
    (?:\s*số)?[\s:.]* (?P<after_card>\d{{3}}(?:[ .]?\d{{3}}){{2,3}}\d?) {SEPARATE_AFTER}
  | \b(?:hộ\s+chiếu|passport)(?:\s*số)?[\s:.]* (?P<after_passport>[A-Z]\d{{7,8}})\b
"""

PHONE = rf"""
    (?:{SEPARATE_BEFORE}|(?<=\d/))
    (?P<alone> (?:\+84|\(\+84\)|0084)[ .-]?(?:\(0\))?[ .-]?[235789](?:[ .-]?\d){{8,9}}
      | 0[35789]\d(?:[ .-]?\d){{7}}                                     # mobile: 10 digits
      | 02\d(?:[ .-]?\d){{8}}                                           # fixed: 11 digits
      | \(0\d{{2,3}}\)[ .-]?\d(?:[ .-]?\d){{5,7}}
    ) {SEPARATE_AFTER}
  | \b(?:điện\s+thoại|SĐT|ĐT|ĐTDĐ|DĐ|di\s+động|fax|tel|zalo|hotline|đường\s+dây\s+nóng|tổng\s+đài)
    (?:\s*số)?[\s:.]* (?!1[89]00) (?P<after_call>\d(?:[ .]?\d){{5,10}}) {SEPARATE_AFTER}
"""

EXTENSION = rf"""
    \b(?:số\s+)?(?:máy\s+(?:lẻ|nhánh)|nội\s+bộ|ext\b\.?)(?:\s*số)?[\s:.]*\d{{2,5}}
    {SEPARATE_AFTER}
"""

PLATE = rf"""
    {SEPARATE_BEFORE} (?P<alone> [1-9]\d
    (?: -?[A-HK-NPS-VX-ZĐ][1-9]?[-–. ](?:\d{{3}}\.\d{{2}}|\d{{2}}\.\d{{3}}|\d{{5}})   # 38A-123.45
      | -?[A-HK-NPS-VX-ZĐ][1-9]?[-–](?!19|20)\d{{4}}                     # 80B-1234
      | (?:LD|NG|NN|DA|MĐ|MD|KT|HC|RM|TĐ)[-– ](?:\d{{3}}\.\d{{2}}|\d{{5}}|\d{{4}})
    )) {SEPARATE_AFTER}
  | (?i:\b(?:xe|biển\s+số|biển\s+kiểm\s+soát|BKS)(?:\s+ô\s+tô)?(?:\s+số)?)\s*:?\s*
    (?P<after_car>
      \d{{2}}[A-ZĐa-zđ]{{1,2}}\d?[-–. ]?\d{{3}}\.?\d{{1,2}} | (?!19|20)\d{{4,5}}
    ) {SEPARATE_AFTER} (?!\s*(?:chỗ|cc|kg|tấn|km|đồng|lượt|chiếc|người))
"""

DATE = r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+)"
BIRTH = rf"""
    \b(?:
        (?:ngày(?:\s*,?\s*tháng\s*,?\s*năm)?\s+)? sinh \b
        (?: \s+ngày | \s+năm | \s+tháng\s+\d{{1,2}}\s*/ )?
      | SN | s\.n\.? | NTNS )
    [\s:]* (?:{DATE}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+)?
    (?:19[2-9]\d|20\d\d) {SEPARATE_AFTER}
"""
"""A date of birth from 1920 on, as older ones are historical."""

_PLATE_LIKE = re.compile(r"xe|bi|bks|\d-?[a-zđ][\da-zđ]?[-–. ]\d")
_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){5}|\(0|\d/0")
_PATTERNS: tuple[tuple[NumberKind, re.Pattern[str], Callable[[str], object]], ...] = (
    ("email", re.compile(EMAIL), contains_any("@")),
    ("account", re.compile(ACCOUNT, re.VERBOSE | re.IGNORECASE), contains_any("tk", "khoản")),
    ("identity", re.compile(IDENTITY, re.VERBOSE | re.IGNORECASE), _LONG_NUMBER.search),
    ("phone", re.compile(PHONE, re.VERBOSE | re.IGNORECASE), _LONG_NUMBER.search),
    (
        "phone",
        re.compile(EXTENSION, re.VERBOSE | re.IGNORECASE),
        contains_any("máy", "nội bộ", "ext"),
    ),
    ("plate", re.compile(PLATE, re.VERBOSE), _PLATE_LIKE.search),
    (
        "birth",
        re.compile(BIRTH, re.VERBOSE | re.IGNORECASE),
        contains_any("sinh", "sn", "s.n", "ntns"),
    ),
)
"""Patterns by precedence, each with a fast check of the text in lower case."""

_COMPOUND = "học vệ phát tuyển dân sơ hy thí y ký thú phục tái nảy giới cứu an sản nữ nam hộ giáo"
_NO_BIRTH = re.compile(
    rf"(?:\b(?:{_COMPOUND.replace(' ', '|')})|^(?i:{_COMPOUND.replace(' ', '|')})|\d\s+năm)\s+$"
)
"""Words before "sinh" or "ngày sinh" that do not introduce a date of birth.

In upper case, and not at the beginning of a text, most of these are given names.
"""

_DIGIT_OR_AT = re.compile(r"[\d@]")
"""A character that occurs in every match."""


def find_numbers(text: str) -> Iterator[tuple[int, int, NumberKind]]:
    """Yield start, end and kind of each private number or date, by precedence."""
    if not _DIGIT_OR_AT.search(text):
        return
    lower_case = text.lower()
    for kind, pattern, may_match in _PATTERNS:
        for match in pattern.finditer(text) if may_match(lower_case) else ():
            start, end = match.span(match.lastgroup or 0)
            if kind != "birth" or not _NO_BIRTH.search(text[:start]):
                yield start, end, kind
