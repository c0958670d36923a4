"""Tell columns of names and of places from columns of text, and one name from the next."""

import re
from collections.abc import Iterable

from agenda.importer.datamodel.line_cues import ColumnContent

_COLUMN_NAME = re.compile(
    r"(?:stt|tt|ngày|thứ|thời gian|buổi|giờ|nội dung|công việc|địa điểm|cơ quan|đơn vị|chủ trì"
    r"|lãnh đạo|thành phần|phối hợp|chuẩn bị|ghi chú)\b",
    re.I,
)
_NAME = re.compile(
    r"(?:Đ/c|Đ\.c|Đồng chí|Các đồng chí|Ông|Bà|Phòng|Văn phòng|Ban|Các|Lãnh đạo|Thành viên|Hội đồng"
    r"|Trung tâm|Chi cục|Cục|Quỹ|Viện|Trường|Công ty|Thanh tra|Chánh|CBCC\w*|CCVC|BGĐ|BGH|LĐ|VP|TT"
    r"|Giám đốc|Phó Giám đốc|P\.|Đảng ủy|Chi bộ|Công đoàn|Đoàn|Tổ|Tự vệ|Sở(?= [A-ZĐ])|UBND|HĐND"
    r"|Toàn thể|Kế toán|Chuyên viên)(?![^\W\d_])"
)
_NAMES_COLUMN = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận|người|lãnh đạo|chủ trì|phối hợp|thành phần|chuẩn bị)\b", re.I
)
_PLACES_COLUMN = re.compile(r"(?:địa\s*điểm|nơi|phòng họp|hội trường)\b", re.I)
"""Headings of columns of places, whose lines may begin with the same words."""
_PLACE = re.compile(
    r"(?:Phòng (?:họp|khách|giao ban|truyền)|P\.? ?họp|Hội trường|HT|Trụ sở|Khách sạn|Nhà khách"
    r"|Tại|Sân)\b"
)
_EXPECTS_NAME = re.compile(
    r"(?:[,\-–/(]|\b(?:và|với|cùng|của|tại|cho|các|do|về|ở|là|theo|gồm|lãnh đạo|trưởng|phó|chánh"
    r"|toàn thể|tập thể|toàn bộ|tất cả|đại diện|thành viên)"
    r"|(?:^|[;,]\s)(?:phòng|trung tâm|chi cục|quỹ|viện|trường|công ty))$",
    re.I,
)
_DIRECTOR = re.compile(r"(?:(?<!Ban )Giám đốc|\bCBCC\w*|\bCCVC)$")
_DIRECTED = re.compile(r"(?:Sở|Trung tâm|Công ty|Quỹ|Viện)\b")
"""The body that may follow "Giám đốc" as part of the same name."""


def names_column(text: str) -> bool:
    """Tell whether a text is the heading of a column of an agenda."""
    return _COLUMN_NAME.match(text) is not None


def column_content(texts: Iterable[str]) -> ColumnContent:
    """Return what a column holds, by its heading or by how most of its texts begin."""
    filled_texts = [text for text in texts if text]
    starting = sum(_NAME.match(text) is not None for text in filled_texts)
    if filled_texts and _PLACES_COLUMN.match(filled_texts[0]):
        return ColumnContent.PLACES
    headed = bool(filled_texts) and _NAMES_COLUMN.match(filled_texts[0]) is not None
    named = headed or (bool(filled_texts) and starting > 0.5 * len(filled_texts))
    return ColumnContent.NAMES if named else ColumnContent.TEXT


def names_another(content: ColumnContent | None, line: str, following: str) -> bool:
    """Tell whether `following`, below `line`, begins the next name or place of its column."""
    match content:
        case ColumnContent.NAMES:
            return (
                _NAME.match(following) is not None
                and _EXPECTS_NAME.search(line) is None
                and not (_DIRECTOR.search(line) and _DIRECTED.match(following))
            )
        case ColumnContent.PLACES:
            return _PLACE.match(following) is not None and _EXPECTS_NAME.search(line) is None
        case _:
            return False
