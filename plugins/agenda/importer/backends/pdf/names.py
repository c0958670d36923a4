"""Names of people, bodies and places in the columns of agendas that hold nothing else."""

import re
from collections.abc import Iterable
from enum import Enum

NAME = re.compile(
    r"(?:Đ/c|Đ\.c|Đồng chí|Các đồng chí|Ông|Bà|Phòng|Văn phòng|Ban|Các|Lãnh đạo|Thành viên|Hội đồng"
    r"|Trung tâm|Chi cục|Cục|Quỹ|Viện|Trường|Công ty|Thanh tra|Chánh|CBCC\w*|CCVC|BGĐ|BGH|LĐ|VP|TT"
    r"|Giám đốc|Phó Giám đốc|P\.|Đảng ủy|Chi bộ|Công đoàn|Đoàn|Tổ|Tự vệ|Sở(?= [A-ZĐ])|UBND|HĐND"
    r"|Toàn thể|Kế toán|Chuyên viên)(?![^\W\d_])"
)
HEAD = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận|người|lãnh đạo|chủ trì|phối hợp|thành phần|chuẩn bị)\b", re.I
)
"""What the columns of names are called."""
PLACES = re.compile(r"(?:địa\s*điểm|nơi|phòng họp|hội trường)\b", re.I)
"""What the columns of places are called, whose lines may begin with the same words."""
PLACE = re.compile(
    r"(?:Phòng (?:họp|khách|giao ban|truyền)|P\.? ?họp|Hội trường|HT|Trụ sở|Khách sạn|Nhà khách"
    r"|Tại|Sân)\b"
)
AWAITING = re.compile(
    r"(?:[,\-–/(]|\b(?:và|với|cùng|của|tại|cho|các|do|về|ở|là|theo|gồm|lãnh đạo|trưởng|phó|chánh"
    r"|đại diện|thành viên)|(?:^|[;,]\s)(?:phòng|trung tâm|chi cục|quỹ|viện|trường|công ty))$",
    re.I,
)
OFFICE = re.compile(r"(?<!Ban )Giám đốc$")
WHERE = re.compile(r"(?:Sở|Trung tâm|Công ty|Quỹ|Viện)\b")


class Holds(Enum):
    """What the cells of a column of an agenda hold."""

    WORDS = "words"
    NAMES = "names"
    PLACES = "places"


def held_by(texts: Iterable[str]) -> Holds:
    """What these cells hold, from above: by the head of their column, or as most begin."""
    written = [text for text in texts if text]
    begun = sum(NAME.match(text) is not None for text in written)
    if written and PLACES.match(written[0]):
        return Holds.PLACES
    named = bool(written) and (HEAD.match(written[0]) is not None or begun > 0.5 * len(written))
    return Holds.NAMES if named else Holds.WORDS


def names_another(held: Holds | None, line: str, following: str) -> bool:
    """Whether `following`, below `line`, begins with the next name or place of its column."""
    match held:
        case Holds.NAMES:
            return (
                NAME.match(following) is not None
                and AWAITING.search(line) is None
                and not (OFFICE.search(line) and WHERE.match(following))
            )
        case Holds.PLACES:
            return PLACE.match(following) is not None and AWAITING.search(line) is None
        case _:
            return False
