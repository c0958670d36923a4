"""Read the names in a cell: one on each line, except for names that wrap."""

import re
from collections.abc import Sequence

from agenda.importer.lexicon.lines import TextLine

_CONTINUES = re.compile(
    r"(?:[,&/(+-]|\b(?:và|của|với|các|đ/c|đồng\s+chí)|^(?:phòng|ban|sở|trung\s+tâm|lãnh\s+đạo|chi\s+cục"
    r"|toàn\s+thể|tập\s+thể|toàn\s+bộ))$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:-\s*)?(?:các\s|đ/c|đồng\s+chí|phòng|p\.|văn\s+phòng|vp|ban|trung\s+tâm|tt|lãnh\s+đạo|ld|sở|chi\s+cục|"
    r"thanh\s+tra|tổ|hội|ubnd|đảng|công\s+đoàn|đoàn|khoa|thành\s+viên|bgđ|gđ|pgđ|cbcc|toàn\s+thể|"
    r"tự\s+vệ|ông|bà|chủ\s+tịch|phó|giám\s+đốc|trưởng)",
    re.IGNORECASE,
)

_QUALIFIER = re.compile(
    r"(?:sở|tỉnh|huyện|cơ\s+quan|thành\s+phố|khoa\s+học.*|P?GĐ|liên\s+quan)[;,.]?", re.IGNORECASE
)
"""Words that are no name, but complete the name on the line before."""

_EVERYBODY = re.compile(
    r"(?:lãnh\s+đạo|tập\s+thể|ban\s+giám\s+đốc|bgđ|các|toàn\s+thể|cbcc)\b", re.IGNORECASE
)
"""A collective name, which documents put beside all items of a day."""


def names_of(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the filled lines; join a line that continues the name before it."""
    names: list[TextLine] = []
    for line in lines:
        if not line.text:
            continue
        if names and not line.sign and _continues_name(names[-1].text, line.text):
            before = names[-1]
            names[-1] = TextLine(
                text=f"{before.text} {line.text}",
                sign=before.sign,
                paragraph=before.paragraph,
                top=before.top,
                place=before.place,
            )
        else:
            names.append(line)
    return names


def begins_name(text: str) -> bool:
    """Tell whether a text begins as names of units and leaders do."""
    return _NAME.match(text) is not None


def is_collective(name: str) -> bool:
    """Tell whether a name is collective, and may apply to all items of a day."""
    return _EVERYBODY.match(name) is not None


def _continues_name(before: str, text: str) -> bool:
    if _CONTINUES.search(before) or _QUALIFIER.fullmatch(text):
        return True
    return text[:1].islower() and not begins_name(text)
