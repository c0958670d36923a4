"""Phrases that a query is understood by: the one definition for the browser and for the tests.

Patterns match folded text, from the start of a word to the end of one. Their syntax is common to
JavaScript and Python except for the names of groups (`(?<year>` and `(?P<year>`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from agenda.model import Directory, DirectoryEntry, Person, Status
from agenda.site.views.search import FACETS
from agenda.vietnam.wording import status_name

DAY = "(?<day>0?[1-9]|[12][0-9]|3[01])"
MONTH = "(?<month>0?[1-9]|1[0-2])"
YEAR = "(?<year>(?:19|20)[0-9]{2})"
SIGN = r"\s*[-/.]\s*"
OF_MONTH = rf"(?:{SIGN}| thang )"
OF_YEAR = rf"(?:{SIGN}|,? (?:nam )?)"
TO = r"(?:\s*[-–—]\s*| den | toi )"
WEEKDAY = r"(?<weekday>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)"
NAMED = rf"(?:{WEEKDAY}[\s,]*)?(?:(?:ngay|mung|mong|hom)\s*)*"
MONTH_NAME = (
    "(?<name>gieng|hai|ba|tu|sau|bay|tam|chin|muoi(?: mot| hai)?|chap|nam(?! (?:nay|[0-9])))"
)
NEAR = "(?<near>nay|truoc|qua|vua qua|vua roi|ngoai|sau|toi|sap toi|tiep theo)"
HALF_DAY = "(?<half>ca ngay|sang|chieu|toi)"


def _second(pattern: str) -> str:
    """Return a pattern with other names of its groups, for the end of a range."""
    return re.sub(r"\(\?<(\w+)>", r"(?<\g<1>2>", pattern)


TIMES: Sequence[tuple[str, str]] = (
    ("day", f"{NAMED}{YEAR}-{MONTH}-{DAY}"),
    ("day", f"{NAMED}{DAY}{OF_MONTH}{MONTH}{OF_YEAR}{YEAR}"),
    ("day", rf"{NAMED}{DAY}(?:\s*[/.]\s*| thang ){MONTH}"),
    ("day", rf"^{DAY}\s*-\s*{MONTH}$"),
    ("day", f"(?:{WEEKDAY}[\\s,]*)?(?:ngay|mung|mong) {DAY}"),
    (
        "days",
        f"(?:tu )?{NAMED}{DAY}{OF_MONTH}{MONTH}(?:{OF_YEAR}{YEAR})?{TO}"
        + _second(f"(?:ngay )?{DAY}{OF_MONTH}{MONTH}(?:{OF_YEAR}{YEAR})?"),
    ),
    (
        "days",
        f"(?:tu )?(?:ngay )?{DAY}{TO}(?:ngay )?"
        + _second(f"{DAY}(?:{SIGN}| thang ){MONTH}(?:{OF_YEAR}{YEAR})?"),
    ),
    ("month", f"{YEAR}-{MONTH}"),
    ("month", f"(?:thang\\s*|t\\.?\\s*){MONTH}{OF_YEAR}{YEAR}"),
    ("month", rf"{MONTH}\s*[/.-]\s*{YEAR}"),
    ("month", f"thang {MONTH}"),
    ("month", f"thang {MONTH_NAME}(?:{OF_YEAR}{YEAR})?"),
    (
        "months",
        f"(?:tu )?thang {MONTH}(?:{OF_YEAR}{YEAR})?{TO}"
        + _second(f"(?:thang )?{MONTH}(?:{OF_YEAR}{YEAR})?"),
    ),
    ("part", f"(?<part>dau|giua|cuoi) thang {MONTH}(?:{OF_YEAR}{YEAR})?"),
    ("part", f"(?<part>dau|giua|cuoi) thang {NEAR}"),
    ("quarter", f"qu[yi]\\s*(?<quarter>[1-4]|i{{1,3}}|iv)(?:{OF_YEAR}{YEAR})?"),
    ("week", f"tuan (?:thu )?(?<week>[0-9]{{1,2}})(?:{OF_YEAR}{YEAR})?"),
    ("years", f"(?:tu )?(?:nam )?{YEAR}{TO}" + _second(f"(?:nam )?{YEAR}")),
    ("year", f"(?:nam )?{YEAR}"),
    ("near-day", "(?:ngay )?(?<word>hom nay|bua nay|hom qua|hom kia)"),
    ("near-day", "ngay (?<word>mai|kia|mot)"),
    ("near-day", "^(?<word>mai)$"),
    ("near-day", f"{HALF_DAY} (?:ngay )?(?<word>hom nay|nay|mai|hom qua|qua|kia)"),
    ("next-days", "(?:trong )?(?<count>[1-9][0-9]?) ngay (?:toi|sap toi|toi day|sau)"),
    ("near", f"(?<unit>tuan|thang|quy|nam) {NEAR}"),
    ("near", f"{WEEKDAY} (?<unit>tuan) {NEAR}"),
    ("near", f"(?<weekend>cuoi) (?<unit>tuan)(?: {NEAR})?"),
    ("weekday", WEEKDAY),
    ("half", f"buoi {HALF_DAY}"),
)
"""Expressions of time: the shape, which says how to read the groups, and the pattern."""

BESIDE_TIMES: Sequence[tuple[str, str]] = (
    ("half", HALF_DAY),
    ("huy", "huy(?: bo)?"),
    ("hoan", "hoan(?: lai)?"),
)
"""Words that mean a half-day or a status only beside an expression of time, or alone."""

_ITEMS = "(?:(?:cac|nhung|cuoc hop|buoi hop|cuoc|viec|lich) )*(?:(?:da|bi|duoc) )"
STATUSES: Sequence[tuple[str, str]] = (
    ("huy", f"{_ITEMS}+huy(?: bo)?"),
    ("huy", "(?:(?:cac|nhung|cuoc hop|buoi hop|cuoc|viec|lich) )+huy(?: bo)?"),
    ("hoan", f"{_ITEMS}+hoan(?: lai)?"),
    ("hoan", "(?:(?:cac|nhung|cuoc hop|buoi hop|cuoc|viec|lich) )+hoan(?: lai)?"),
    ("doi", f"(?:{_ITEMS})*(?:doi|thay doi|chuyen|doi sang) (?:lich|ngay)"),
    ("doi", f"{_ITEMS}+(?:doi|chuyen)"),
)
"""Expressions of a status, by its value in the data."""

LITERAL: Sequence[str] = (
    r"(?:giai doan|nhiem ky|khoa|nam hoc|nien khoa) [0-9]{4}(?:\s*[-–—]\s*[0-9]{4})?",
    r"(?:so|nghi quyet|quyet dinh|ke hoach|cong van|thong tu|nghi dinh|chi thi)"
    r"(?: so)? (?!(?:19|20)[0-9]{2}(?![0-9/]))[0-9]+(?:/[a-z0-9]\S*)?",
    r"[0-9]+/[0-9]{4}/\S+",
    r"(?:lan|ky hop|phien|phien hop|khoa|hoi nghi|dai hoi|nguoi) thu \S+",
)
"""Numbers and ordinals that look like an expression of time, but are words."""

LEAD_IN = (
    "(?:cho (?:toi )?(?:xem|biet) |xem )?(?:lich|chuong trinh)(?: (?:cong tac|lam viec))?"
    "(?: (?:cua|ngay|trong|vao|so))*|cua|vao|trong|co (?:viec )?gi|lam gi"
)
"""Words that lead to a person or a time and are not searched beside one."""

HONORIFICS = "d/c dc dong|chi d.c ong ba anh chi co chu bac a c sep thay"
"""Forms of address before a given name, by spaces; `|` stands between words."""

SHORT_WORDS = {"Phòng": ("P",), "Văn phòng": ("VP",), "Trung tâm": ("TT",), "Chi cục": ("CC",)}
"""Short forms of the first words of a unit's name."""

MARKS = (
    "thứ này hai ba tư năm sáu bảy bẩy chủ nhật ngày mùng mồng mống hôm bữa nay qua kia mai mốt "
    "tháng giêng tám chín mười mươi một chạp quý quí tuần đầu giữa cuối trước vừa rồi ngoái sau "
    "tới sắp tiếp theo đến từ cả sáng chiều tối buổi hủy hoãn đổi dời thay chuyển lịch bị đã được "
    "bỏ các những cuộc họp việc trong của vào có gì cho xem biết tôi số làm chương trình công tác"
)
"""Words of the patterns with their diacritics: a word typed with others means something else."""

NEAREST = {"nay": 0, "sau": 1, "toi": 1, "sap toi": 1, "tiep theo": 1}
NEAREST |= dict.fromkeys(("truoc", "qua", "vua qua", "vua roi", "ngoai"), -1)
NEAR_DAYS = {"hom nay": 0, "bua nay": 0, "nay": 0, "mai": 1, "kia": 2, "mot": 2}
NEAR_DAYS |= {"hom qua": -1, "qua": -1, "hom kia": -2}
MONTH_NAMES = "gieng hai ba tu nam sau bay tam chin muoi muoi|mot chap"


def phrases(directory: Directory) -> Mapping[str, Any]:
    """Return the table that the browser reads."""
    return {
        "gio": [[shape, _compiled(pattern)] for shape, pattern in TIMES],
        "canh_gio": [[shape, _compiled(pattern)] for shape, pattern in BESIDE_TIMES],
        "tinh_trang": [[status, _compiled(pattern)] for status, pattern in STATUSES],
        "ten_tinh_trang": {each.value: status_name(each) for each in Status if each.value},
        "nguyen_van": [_compiled(pattern) for pattern in LITERAL],
        "loi_dan": _compiled(LEAD_IN),
        "xung_ho": [each.replace("|", " ") for each in HONORIFICS.split()],
        "dau": MARKS.split(),
        "gan": NEAREST,
        "ngay_gan": NEAR_DAYS,
        "ten_thang": [each.replace("|", " ") for each in MONTH_NAMES.split()],
        "cum_tu": [way for each in directory.abbreviations for way in (each.short, each.full)],
        "danh_ba": [_entry(each) for each in directory.entries],
    }


def _compiled(pattern: str) -> str:
    """Return a pattern that ends with a word; each space stands for any white space."""
    return rf"(?:{pattern})(?![a-z0-9/]|-[a-z0-9])".replace(" ", r"\s+")


def _entry(entry: DirectoryEntry) -> Mapping[str, object]:
    facet = next(facet.name for facet in FACETS if facet.kind is type(entry))
    row: dict[str, object] = {"loc": facet, "ma": entry.code, "ten": entry.name}
    if isinstance(entry, Person):
        row["chuc_vu"] = [
            [
                title.name,
                title.abbreviation or "",
                title.since.isoformat() if title.since else "",
                title.until.isoformat() if title.until else "",
            ]
            for title in entry.titles
        ]
    else:
        row["cach_goi"] = list(dict.fromkeys(_short_names((entry.name, *entry.abbreviations))))
    return row


def _short_names(names: Iterable[str]) -> Iterable[str]:
    """Yield ways to write the names of a unit or group besides the names themselves."""
    for name in names:
        yield name
        for first, shorts in SHORT_WORDS.items():
            if not name.startswith(f"{first} "):
                if name == first:
                    yield from shorts
                continue
            rest = name.removeprefix(f"{first} ")
            yield from (f"{short} {rest}" for short in shorts)
            if _is_acronym(rest):
                yield rest
        initials = "".join(word[0] for word in re.findall(r"\w+", name))
        if len(initials) > 2:
            yield initials


def _is_acronym(text: str) -> bool:
    letters = re.sub(r"\W", "", text)
    return len(letters) > 2 and letters == letters.upper()
