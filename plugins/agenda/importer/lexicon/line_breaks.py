"""Recognise words at a line break that tell whether the line ended there or wrapped."""

import re

from agenda.importer.lexicon.half_days import HALF_DAY, SEVERAL_LETTERS
from agenda.importer.lexicon.labels import OPENER
from agenda.importer.lexicon.times import BARE_RANGE

_LABEL = re.compile(rf"(?:{HALF_DAY}\b[^:.]{{0,20}}|{SEVERAL_LETTERS}\s*):", re.I)
_TIME = re.compile(
    rf"(?:từ |lúc |hồi )?(?:{BARE_RANGE})?\d{{1,2}}\s*(?:h|g|giờ|:)\s*(?:\d\d)?\W{{0,3}}\s*[:\-–]",
    re.I,
)
_TIME_AT_END = re.compile(
    r"(?<!trước )(?<!đến )(?<!sau )\b\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d\d)?[^\w.;]{0,3}$", re.I
)
"""A time that something is to follow, unlike "trước 17h00"."""
_SPLIT_WORD = re.compile(rf"\d{{1,2}}[hg:]\d\d|{HALF_DAY}|ngày|buổi|thứ|giờ", re.I)
"""Words that programs break anywhere in a column too narrow for them."""
_CAPITALISED_OPENER = re.compile(
    r"(?:Họp|Làm việc|Kiểm tra|Đi|Duyệt|Tiếp|Dự|Nghe|Giao ban|Tham (?:dự|gia|quan)|Thăm|Khảo sát"
    r"|Nghiệm thu|Xét duyệt|Thẩm định|Khai mạc|Bế mạc|Đón|Tổ chức|Chuẩn bị|Trả lời|Ký kết|Công bố"
    r"|Sinh hoạt|Trao|Bàn giao|Triển khai|Hoàn thiện)\b"
)
"""Capitalised words that begin appointments and hardly ever stand within a sentence."""
_GROUP = re.compile(r"Khối [^\W\d_][^\d:;.,()]{1,40}")
"""The name of a group of bodies on a line of its own."""

_BODY = re.compile(r"\b(?:ban|ủy ban|uỷ ban|tổ|hội đồng|đoàn|phòng|sở|bộ|cục|ngành)$", re.I)
_OPENER_AT_END = re.compile(rf"\b{OPENER.pattern}$", re.I)
_ENDING_OPENER = re.compile(r"\b(?:tổ chức|thực hiện|chủ trì|ban hành|thông qua|triển khai)$", re.I)
"""Openers that may end a sentence as well: "do Sở tổ chức"."""
_INCOMPLETE = re.compile(
    r"(?:[,:(&/“\"]|\s[-–]|\b(?:và|hoặc|của|về|với|tại|cho|do|để|theo|số|ông|bà|đ/c|các|những|trong|"
    r"trên|từ|đến|giữa|là|được|bằng|lần|khóa|thứ))$",
    re.IGNORECASE,
)
_OFFICE_AT_END = re.compile(
    r"(?:\b(?:chủ tịch|giám đốc|bí thư|hiệu trưởng|đồng chí|ông|bà|PCT|P?GĐ)|đ/c)$", re.IGNORECASE
)
_NAME_WITH_COLON = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}\s*[:：]")
"""The name that completes an office before a colon: "Phó Chủ tịch", "Bình:"."""

_BEFORE_NAME = re.compile(r"\b(?:năm|tháng|ngày|tỉnh|huyện|thành\s+phố|xã|phường)$", re.IGNORECASE)
"""Words that a name usually follows; they may end a sentence, too: "UBND tỉnh"."""


def half_day_length(text: str) -> int:
    """Return how many characters the label of a half-day takes at the start of a text, or 0."""
    label = _LABEL.match(text)
    return label.end() if label else 0


def begins_time(text: str) -> bool:
    """Tell whether a text begins with a time and a colon or dash."""
    return _TIME.match(text) is not None


def names_group(text: str) -> bool:
    """Tell whether a line is the name of a group of bodies: "Khối Đảng"."""
    return _GROUP.fullmatch(text) is not None


def begins_appointment(text: str) -> bool:
    """Tell whether a text begins with a word that appointments begin with, in any case."""
    return OPENER.match(text) is not None


def opens_appointment(text: str) -> bool:
    """Tell whether a text begins as only an appointment does: capitalised and unambiguous."""
    return _CAPITALISED_OPENER.match(text) is not None


def expects_body_name(text: str) -> bool:
    """Tell whether the name of a body may go on behind a text: "Ủy ban" before "Kiểm tra"."""
    return _BODY.search(text) is not None


def expects_more(text: str, following: str) -> bool:
    """Tell whether a line ends with words that need others behind them: "của", "Họp", a time."""
    opened = _OPENER_AT_END.search(text) is not None and _ENDING_OPENER.search(text) is None
    return opened or _TIME_AT_END.search(text) is not None or is_incomplete(text, following)


def cuts_leader(text: str, following: str) -> bool:
    """Tell whether a line breaks off between an office and a name before a colon."""
    name = _NAME_WITH_COLON.fullmatch(following) if following[:1].isupper() else None
    return name is not None and _OFFICE_AT_END.search(text) is not None


def splits_word(text: str) -> bool:
    """Tell whether the parts around a break form one word that a narrow column broke."""
    return _SPLIT_WORD.fullmatch(text) is not None


def is_incomplete(text: str, following: str) -> bool:
    """Tell whether a line breaks off within a sentence that `following` continues."""
    if _BEFORE_NAME.search(text):
        # The beginning of an appointment is not the name of a place.
        return not (OPENER.match(following) and following[:1].isupper())
    return _INCOMPLETE.search(text) is not None
