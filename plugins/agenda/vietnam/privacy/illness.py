"""Find words about the illness of a person, as opposed to health as a subject of work."""

import re
from collections.abc import Iterator

from agenda.vietnam.text import contains_any

_DISEASE = (
    r"(?:ung\s+thư|tai\s+biến|đột\s+quỵ|phẫu\s+thuật|mổ\b|hóa\s+trị|xạ\s+trị|chạy\s+thận|suy\s+thận"
    r"|tiểu\s+đường|tâm\s+thần|trầm\s+cảm|nhồi\s+máu(?:\s+cơ\s+tim)?|lao\s+phổi|HIV"
    r"|bệnh\s+hiểm\s+nghèo|bệnh\s+nặng|bệnh\s+tim(?:\s+bẩm\s+sinh)?)"
)
_STATE = re.compile(
    rf"\b(?:nằm\s+viện|nhập\s+viện|cấp\s+cứu|(?:nghỉ|bị|đang)\s+ốm|ốm\s+nặng|thăm\s+ốm"
    rf"|(?:bị|mắc)\s+(?:bệnh\b(?:\s+\w+)?|{_DISEASE}|covid[\w-]*)|đi\s+(?:chữa\s+bệnh|viện)"
    r"|dương\s+tính(?:\s+với\s+[\w-]+)?)",
    re.IGNORECASE,
)
"""A state of a person or an animal."""
_STATE_OR_DISEASE = re.compile(rf"{_STATE.pattern}|\b{_DISEASE}", re.IGNORECASE)
_PERSON = re.compile(
    r"\bthăm\b|\bđộng\s+viên\b|đ/c|\b(?:đồng\s+(?:chí|nghiệp)|ông|bà|anh|chị|cháu|gia\s+đình)\b"
    r"|\bđoàn\s+viên\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:đề\s+tài|nghiên\s+cứu|nhiệm\s+vụ|hội\s+(?:thảo|nghị|đồng|chẩn)|dự\s+án|tuyên\s+truyền"
    r"|phòng[\s,]+chống|chẩn\s+đoán|mẫu|mô\s+hình|sáng\s+kiến|quy\s+trình|ứng\s+dụng|thiết\s+bị)\b",
    re.IGNORECASE,
)
_ANIMAL_OR_PLANT = re.compile(
    r"\b(?:trâu|bò|lợn|gà|vịt|gia\s+súc|gia\s+cầm|vật\s+nuôi|cây|lúa|tôm|cá)\b", re.IGNORECASE
)
_may_mention_illness = contains_any(
    *("bệnh", "viện", "ốm", "ung thư", "tai biến", "quỵ", "phẫu", "mổ", "trị", "thận", "tính"),
    *("tiểu đường", "tâm thần", "trầm cảm", "nhồi máu", "cấp cứu", "covid", "hiv", "lao phổi"),
)


def find_illnesses(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of words in `text` about the illness of a person."""
    if not _may_mention_illness(text.lower()) or _ANIMAL_OR_PLANT.search(text):
        return
    subject = _SUBJECT.search(text) is not None
    pattern = _STATE if subject or not _PERSON.search(text) else _STATE_OR_DISEASE
    for match in pattern.finditer(text):
        yield match.span()
