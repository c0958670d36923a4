"""Names of private persons where a text speaks of complaints and of receiving citizens."""

import re
from collections.abc import Iterator, Sequence

_COMPLAINT = re.compile(
    r"\b(?:tiếp\s+(?:công\s+)?dân|đơn\s+thư|đơn\s+(?:của|đề\s+nghị|kiến\s+nghị|phản\s+ánh)"
    r"|khiếu\s+(?:nại|kiện)|tố\s+cáo)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_HONORIFICS = (" ông", " bà", " anh", " chị", " cô", " chú", "công dân", "tiếp dân")
_COMMON = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Mai
    Trịnh Đào Cao Hà Lương Lưu Trương Tạ Thái Tô Tống Chu Kiều Phùng Quách Tăng Từ Văn
"""
_FAMILY_NAMES = frozenset(_COMMON.split())
_OFFICES = frozenset({"Giám", "Phó", "Chủ", "Trưởng", "Bí", "Chánh", "Cục", "Vụ"})
_PLACES = ("đường", "phố", "xã", "phường", "huyện", "tỉnh", "thôn", "trường", "cầu")
_LONGEST = 5
"""Words of a name."""


def citizens_named(text: str) -> Iterator[tuple[int, int]]:
    """Where, after words of a complaint, persons are named who hold no office there."""
    complaint = _COMPLAINT.search(text)
    words = list(_WORD.finditer(text, complaint.end())) if complaint else []
    number = 0
    while number < len(words):
        name = _capitalised_from(words, number, text)
        if name and _is_citizen(name, text):
            yield name[0].start(), name[-1].end()
        number += max(1, len(name))


def _is_citizen(name: Sequence[re.Match[str]], text: str) -> bool:
    before = text[: name[0].start()].rstrip().lower()
    if name[0][0] in _OFFICES or before.endswith(("đ/c", "đồng chí", *_PLACES)):
        return False
    return before.endswith(_HONORIFICS) or (name[0][0] in _FAMILY_NAMES and len(name) > 1)


def _capitalised_from(
    words: Sequence[re.Match[str]], number: int, text: str
) -> Sequence[re.Match[str]]:
    """The words from there on that begin with a capital and stand a space apart."""
    end = number
    while (
        end < min(len(words), number + _LONGEST)
        and words[end][0].istitle()
        and (end == number or text[words[end - 1].end() : words[end].start()] == " ")
    ):
        end += 1
    return words[number:end]
