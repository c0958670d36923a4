"""Find names of private persons in texts about complaints, visits or aid."""

import re
from collections.abc import Iterator, Sequence

from agenda.vietnam.privacy.memorial_names import MEMORIAL_NAMES
from agenda.vietnam.text import contains_any, matching_key

_OCCASION = re.compile(
    r"\b(?:tiếp\s+(?:công\s+)?dân|đối\s+thoại|đơn\s+thư|giải\s+quyết\s+đơn"
    r"|đơn\s+(?:của|đề\s+nghị|kiến\s+nghị|phản\s+ánh|trình\s+báo)|phản\s+ánh"
    r"|khiếu\s+(?:nại|kiện)|khởi\s+kiện|tố\s+cáo|công\s+dân"
    r"|thăm|viếng|phúng|chia\s+buồn|(?:lễ|đám|dự)\s+tang|tang\s+lễ|chúc\s+thọ|mừng\s+thọ"
    r"|hỗ\s+trợ|giúp\s+đỡ|trợ\s+(?:cấp|giúp)|cứu\s+trợ|ủng\s+hộ|tặng\s+quà|học\s+bổng"
    r"|nhà\s+(?:tình\s+(?:nghĩa|thương)|đại\s+đoàn\s+kết)|trao\s+(?:tặng|tiền|nhà|quà))\b"
)
_may_be_occasion = contains_any(
    *("dân", "đơn", "đối thoại", "phản ánh", "khiếu", "khởi kiện", "tố cáo", "thăm", "viếng"),
    *("phúng", "buồn", "tang", "thọ", "trợ", "giúp", "ủng hộ", "tặng", "học bổng", "nhà", "trao"),
)
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = " "
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|mẹ|công\s+dân|tiếp\s+dân|già\s+làng"
    r"|vnah|anh\s+hùng|thương\s+binh|bệnh\s+nhân))\s*:?\s*$"
)
_ACTS_AFTER = re.compile(r"\s+(?:khiếu|tố\s+cáo|khởi\s+kiện|kiến\s+nghị|phản\s+ánh)\b")
_ACTED_ON_BEFORE = re.compile(r"\b(?:đơn(?:\s+thư)?\s+của|tố\s+cáo|đối\s+thoại\s+với)\s+$")
"""Context in which two capitalised words are a name; elsewhere they are mostly a place."""
_OFFICE = (
    r"(?:đ/c|đồng\s+chí|giám\s+đốc|pgđ|gđ|phó|chủ\s+(?:tịch|nhiệm|tọa)|trưởng|bí\s+thư"
    r"|bộ\s+trưởng|thứ\s+trưởng|thủ\s+tướng|đại\s+sứ|chánh|cục\s+trưởng|đại\s+biểu|kế\s+toán"
    r"|(?:pgs|gs|ts|ths|tskh|bs|cn|ks)\b\.?|giáo\s+sư|tiến\s+sĩ|thạc\s+sĩ|bác\s+sĩ|ngài"
    r"|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá)|đại\s+thi\s+hào|danh\s+nhân|nhà\s+(?:thơ|văn))"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}(?:[\s.]+[\w&/-]+){{0,4}}[\s.:]*$")
_OFFICE_AFTER = re.compile(rf"\s*[,(–-]?\s*(?:là\s+|nguyên\s+)?{_OFFICE}\b|\s+(?:chủ\s+trì|tiếp)\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:đường|phố|xã|phường|huyện|tỉnh|thôn|làng|thị\s+(?:trấn|xã)|thành\s+phố|tp|trường|thpt"
    r"|thcs|tiểu\s+học|đại\s+học|cầu|chợ|đền|chùa|mộ|nghĩa\s+trang|khu|di\s+tích|nhà\s+thờ"
    r"|tượng|đài|công\s+(?:ty|viên)|tnhh|htx|hợp\s+tác\s+xã|tập\s+đoàn|doanh\s+nghiệp|giải"
    r"|giải\s+thưởng|quảng\s+trường|sông|hồ|núi|hội\s+trường|nhãn\s+hiệu|quỹ|báo|sở|ban)"
    r"(?:\s+[\w&/-]+){0,3}\s*$"
)
_COMMON_FAMILY_NAMES = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Lý Đinh Trịnh Đào Lưu Trương
    Tạ Tống Chu Kiều Phùng Quách Tăng Từ Mạc Nghiêm Khổng Lại Uông Biện Tôn
"""
_FAMILY_NAMES = frozenset(_COMMON_FAMILY_NAMES.split())
_AMBIGUOUS = "Hồ Hà Cao Thái Lâm Lương Văn Mai Đoàn Tô Bạch Hứa Doãn Âu Đồng"
_AMBIGUOUS_FAMILY_NAMES = frozenset(_AMBIGUOUS.split())
"""Family names that also begin names of places and units."""
_COMMON_MIDDLE_NAMES = """
    Thị Văn Đình Xuân Quang Minh Ngọc Đức Hữu Quốc Bá Thanh Trọng Viết Tiến Công Duy Hồng Kim Anh
    Đăng Huy Khắc Nho Tá Sỹ Sĩ Gia Hải Hoàng Thế Mạnh Tuấn Như Bảo Thúy Phương Chí Diệu
"""
_MIDDLE_NAMES = frozenset(_COMMON_MIDDLE_NAMES.split())
_TITLE_WORDS = frozenset({"Giám", "Phó", "Chủ", "Trưởng", "Bí", "Chánh", "Cục", "Vụ", "Mẹ", "Vnah"})
"""Words at the beginning of an office or a title."""
_MAX_NAME_WORDS = 5
"""The most words of a name."""


def is_about_citizens(text: str) -> bool:
    """Return whether a text is about a complaint, a visit or aid."""
    lower_case = text.lower()
    return bool(_may_be_occasion(lower_case) and _OCCASION.search(lower_case))


def find_citizens(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of names of private persons, in a text about citizens."""
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        capitalised = _capitalised_words(words, index, text)
        name = _find_name(capitalised, text)
        if name:
            yield name[0].start(), name[-1].end()
        index += max(1, len(capitalised))


def _find_name(capitalised: Sequence[re.Match[str]], text: str) -> Sequence[re.Match[str]]:
    """Return the capitalised words that name a private person, or an empty sequence."""
    for start in range(len(capitalised)):
        name = capitalised[start : start + _MAX_NAME_WORDS]
        if _is_citizen(name, text):
            return name
    return ()


def _is_citizen(name: Sequence[re.Match[str]], text: str) -> bool:
    words = [word[0].title() for word in name]
    before = text[: name[0].start()].lower()
    after = text[name[-1].end() :].lower()
    if words[0] in _TITLE_WORDS or words[:2] == ["Việt", "Nam"] or _OFFICE_AFTER.match(after):
        return False
    if matching_key(text[name[0].start() : name[-1].end()]) in MEMORIAL_NAMES:
        return False
    if _PERSON_BEFORE.search(before):
        return True
    short = len(words) == 2 and (_ACTS_AFTER.match(after) or _ACTED_ON_BEFORE.search(before))
    if not (_is_full_name(words) or (short and words[0] in _FAMILY_NAMES)):
        return False
    return not (_OFFICE_BEFORE.search(before) or _PLACE_BEFORE.search(before))


def _is_full_name(words: Sequence[str]) -> bool:
    if len(words) < 3:
        return False
    return words[0] in _FAMILY_NAMES or (
        words[0] in _AMBIGUOUS_FAMILY_NAMES and words[1] in _MIDDLE_NAMES
    )


def _capitalised_words(
    words: Sequence[re.Match[str]], index: int, text: str
) -> Sequence[re.Match[str]]:
    """Return the capitalised words from `index` on that are separated by single spaces."""
    end = index
    while (
        end < len(words)
        and words[end][0][0].isupper()
        and (end == index or text[words[end - 1].end() : words[end].start()] == _SPACE)
    ):
        end += 1
    return words[index:end]
