"""Names of people and bodies in the columns of agendas that hold nothing else."""

import re
from collections.abc import Iterable

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
AWAITING = re.compile(
    r"(?:[,\-–/(]|\b(?:và|với|cùng|của|tại|cho|các|do|về|ở|là|theo|gồm|lãnh đạo|trưởng|phó|chánh"
    r"|đại diện|thành viên)|(?:^|[;,]\s)(?:phòng|trung tâm|chi cục|quỹ|viện|trường|công ty))$",
    re.I,
)
OFFICE = re.compile(r"(?<!Ban )Giám đốc$")
WHERE = re.compile(r"(?:Sở|Trung tâm|Công ty|Quỹ|Viện)\b")


def hold_names(texts: Iterable[str]) -> bool:
    """Whether these cells, from above, are of a column of names: by its head, or as most begin.

    Rooms, too, begin with "Phòng".
    """
    written = [text for text in texts if text]
    begun = sum(NAME.match(text) is not None for text in written)
    if not written or PLACES.match(written[0]):
        return False
    return HEAD.match(written[0]) is not None or begun > 0.5 * len(written)


def names_another(line: str, following: str) -> bool:
    """Whether in a column of names `following`, below `line`, begins with the next one."""
    return (
        NAME.match(following) is not None
        and AWAITING.search(line) is None
        and not (OFFICE.search(line) and WHERE.match(following))
    )
