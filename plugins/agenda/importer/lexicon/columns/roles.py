"""The roles of columns in a schedule, recognised by the words of their heads."""

import difflib
import re
from enum import Enum

from agenda.importer.lexicon.half_days import HALF_DAYS
from agenda.model import HalfDay
from agenda.vietnam.text import fold


class Role(Enum):
    """The role of a column; the value is its Vietnamese name in diagnostics."""

    NUMBER = "số thứ tự"
    WEEK = "tuần"
    WEEKDAY = "thứ"
    WHEN = "thời gian"
    MORNING = "sáng"
    AFTERNOON = "chiều"
    EVENING = "tối"
    ALL_DAY = "cả ngày"
    CONTENT = "nội dung"
    PREPARER = "cơ quan chuẩn bị"
    CHAIR = "chủ trì"
    COOPERATION = "phối hợp"
    LEADER = "lãnh đạo"
    PARTICIPANTS = "thành phần"
    VENUE = "địa điểm"
    PERSON = "việc của một lãnh đạo"
    CHECKED_LEADER = "lãnh đạo được đánh dấu"
    CHECKED_UNIT = "đơn vị được đánh dấu"
    NOTE = "ghi chú"
    VEHICLE = "xe"
    PHONE = "điện thoại"
    OFFICE = "chức vụ"
    MONTH = "tháng"
    OTHER = "khác"


TIMES = (Role.WEEKDAY, Role.WHEN)
HALF_DAY_ROLES = {
    Role.MORNING: HalfDay.MORNING,
    Role.AFTERNOON: HalfDay.AFTERNOON,
    Role.EVENING: HalfDay.EVENING,
    Role.ALL_DAY: HalfDay.ALL_DAY,
}
HALVES = tuple(HALF_DAY_ROLES)
CONTENTS = (Role.CONTENT, *HALVES, Role.PERSON)


def _half_day_head(half_day: HalfDay) -> str:
    """Return the pattern of a folded head that names a half-day."""
    words = (fold(word) for word, meant in HALF_DAYS.items() if meant is half_day)
    return rf"(?:buoi )?(?:{'|'.join(words)})"


_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.WEEK, r"tuan(?: thu| so)?"),
    (Role.NUMBER, r"(?:so )?(?:t ?t|stt)|so thu tu"),
    (Role.MONTH, r"thang"),
    (Role.OFFICE, r"chuc (?:vu|danh)"),
    (Role.PHONE, r"(?:so )?(?:dien thoai|di dong|s?dt|hotline)\b.*"),
    (
        Role.CONTENT,
        r"(?!(?:co quan|don vi|bo phan|phong|nguoi|can bo|chuan bi|tham muu)\b).*\bnoi dung\b.*"
        r"|(?:cong viec|nhiem vu|hoat dong|lich lam viec)\b.*",
    ),
    *((role, _half_day_head(half_day)) for role, half_day in HALF_DAY_ROLES.items()),
    (Role.VEHICLE, r"(?:lai )?xe\b.*|phuong tien.*|bien so.*|dieu xe.*"),
    (Role.NOTE, r"(?:phan )?ghi chu.*|luu y|(?:ket qua|tien do|tinh hinh)\b.*"),
    (
        Role.VENUE,
        r"(?:noi|dia) (?:diem|hop|to chuc|lam viec)\b.*"
        r"|phong (?:hop|thi|hoc|xu(?: an)?)|hoi truong",
    ),
    (
        Role.WHEN,
        r"(?!thoi gian lam bai)(?:thu ?)?(?:thoi )?(?:ngay|gian)\b.*|thu ngay.*|buoi\b.*|gio\b.*"
        r"|thoi (?:diem|gio)|(?:tu|den) (?:gio|ngay)|bat dau|ket thuc",
    ),
    (Role.WEEKDAY, r"thu(?: trong tuan)?"),
    (Role.COOPERATION, r".*\bphoi hop\b.*"),
    (
        Role.PREPARER,
        r".*\b(?:chuan bi|tham muu|thuc hien|phuc vu|chiu trach nhiem|trien khai|dau moi)\b.*"
        r"|(?:co quan|don vi|bo phan|phong)\b(?! (?:duoc|bi|nhan)\b).*",
    ),
    (Role.CHAIR, r".*\bchu (?:tri|toa)\b.*|(?!lanh dao)(?:\w+ ){0,2}(?:chi dao|phu trach)"),
    (
        Role.LEADER,
        r"(?:cac )?(?:dong chi )?(?:lanh dao|ban giam doc|bgd|ld|ho (?:va )?ten"
        r"|nguoi (?:du|dieu hanh|tiep|truc))\b.*"
        r"|(?:cac )?dong chi (?:tham )?du|truong doan|tham phan|truc (?:lanh dao|chi huy)"
        r"|(?:thuong truc|chu tich|giam doc)\b.*",
    ),
    (
        Role.PARTICIPANTS,
        r"(?:thanh phan|nguoi tham (?:du|gia)|tham (?:du|gia)|moi du|du hop|dai bieu)\b.*",
    ),
    (
        Role.CONTENT,
        r"(?:\w+ ){0,2}(?:cong viec|cong tac|hoat dong|nhiem vu|su kien)|mon (?:thi|hoc|kiem tra)"
        r"|chuong trinh",
    ),
)
"""Patterns of folded heads; the first that matches the whole head decides."""

_COMMON_HEADS = {
    "ngay thang": Role.WHEN,
    "thoi gian": Role.WHEN,
    "noi dung cong viec": Role.CONTENT,
    "noi dung": Role.CONTENT,
    "co quan chuan bi": Role.PREPARER,
    "don vi chuan bi": Role.PREPARER,
    "don vi thuc hien": Role.PREPARER,
    "lanh dao so": Role.LEADER,
    "lanh dao du": Role.LEADER,
    "thanh phan": Role.PARTICIPANTS,
    "thanh phan tham du": Role.PARTICIPANTS,
    "dia diem": Role.VENUE,
    "phoi hop": Role.COOPERATION,
    "chu tri": Role.CHAIR,
    "ghi chu": Role.NOTE,
}
"""Folded heads that are recognised in spite of one or two misread letters."""

_HOURS = re.compile(r"\s*\([^()]*\d\s*(?:h|g|:\d)[^()]*\)$", re.IGNORECASE)

MAX_HEAD_LENGTH = 60
"""The most characters of a head."""


def role_of(head: str) -> Role | None:
    """Return the role that the head of a column names, or None for an unknown head.

    Brackets at its end with hours explain it: "Buổi sáng (7h30 - 11h30)".
    """
    if len(head) <= 2 * MAX_HEAD_LENGTH:
        head = _HOURS.sub("", head)
    words = _head_words(head)
    if not words or len(head) > MAX_HEAD_LENGTH or ":" in head.rstrip(" :"):
        return None
    for role, pattern in _WORDS:
        if re.fullmatch(pattern, words):
            return role
    similar = _similar_head(words)
    return _COMMON_HEADS[similar] if similar else None


def is_misread_head(head: str) -> bool:
    """Return whether a head is recognised only by its likeness to a common one."""
    words = _head_words(head)
    return (
        role_of(head) is not None
        and not any(re.fullmatch(pattern, words) for _, pattern in _WORDS)
        and _similar_head(words) != words
    )


def _head_words(head: str) -> str:
    """Return the folded words of a head."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(head)).split())


def _similar_head(words: str) -> str | None:
    """Return the common head that differs from the words by one or two letters, or None."""
    return next(iter(difflib.get_close_matches(words, _COMMON_HEADS, 1, 0.82)), None)
