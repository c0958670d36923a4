"""Phrases that a query is understood by: the one definition for the browser and for the tests.

Patterns are written with diacritics. They match folded text, from the start of a word to the end of
one; a word typed with other diacritics than those of the pattern means something else. Their syntax
is common to JavaScript and Python except for the names of groups (`(?<year>` and `(?P<year>`).
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
OF_MONTH = rf"(?:{SIGN}| tháng )"
OF_YEAR = rf"(?:{SIGN}|,? (?:năm )?)"
TO = r"(?:\s*[-–—]\s*| đến | tới )"
SPOKEN_WEEKDAY = "thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|cn"
WEEKDAY = f"(?<weekday>{SPOKEN_WEEKDAY})"
NOTED_WEEKDAY = f"(?<weekday>{SPOKEN_WEEKDAY}|t[2-7])"
"""Beside a date or a week "t6" is Friday; alone it may be June."""

DATED = "(?:ngày|mùng|mồng|mống)"
NAMED = rf"(?:{NOTED_WEEKDAY}[\s,]*)?(?:(?:{DATED}|hôm)\s*)*"
MONTH_NAME = (
    "(?<name>giêng|hai|ba|tư|sáu|bảy|bẩy|tám|chín|mười(?: một| hai)?|chạp|năm(?! (?:nay|[0-9])))"
)
SHORT_YEAR = "(?<short>[0-9]{2})"
"""A year of this century as people write one in dates: 4/5/21."""

NEAR = "(?<near>này|nay|trước|qua|vừa qua|vừa rồi|ngoái|sau|tới|sắp tới|tiếp theo)"
NEAR_YEAR = f"năm {NEAR[:-1]}|kia)"
HALF_DAY = "(?<half>cả ngày|sáng|chiều|tối)"


def _second(pattern: str) -> str:
    """Return a pattern with other names of its groups, for the end of a range."""
    return re.sub(r"\(\?<(\w+)>", r"(?<\g<1>2>", pattern)


TIMES: Sequence[tuple[str, str]] = (
    ("day", f"{NAMED}{YEAR}-{MONTH}-{DAY}"),
    ("day", f"{NAMED}{DAY}{OF_MONTH}{MONTH}{OF_YEAR}{YEAR}"),
    ("day", f"{NAMED}{DAY}{SIGN}{MONTH}{SIGN}{SHORT_YEAR}"),
    ("day", f"{NAMED}{DAY}{OF_MONTH}{MONTH},? {NEAR_YEAR}"),
    ("day", rf"{NAMED}{DAY}(?:\s*[/.]\s*| tháng ){MONTH}"),
    (
        "day",
        rf"(?:(?:{DATED}|hôm)\s*)*{DAY}(?:\s*[/.]\s*| tháng ){MONTH}(?:{OF_YEAR}{YEAR})?"
        rf"[\s,(]+(?:là )?{NOTED_WEEKDAY}",
    ),
    ("day", rf"^{DAY}\s*-\s*{MONTH}$"),
    ("day", rf"(?:{NOTED_WEEKDAY}[\s,]*(?:ngày )?|{DATED} ){DAY}\s*-\s*{MONTH}"),
    ("day", f"(?:{WEEKDAY}[\\s,]*)?{DATED} {DAY}"),
    (
        "days",
        f"(?:từ )?{NAMED}{DAY}{OF_MONTH}{MONTH}(?:{OF_YEAR}{YEAR})?{TO}"
        + _second(f"(?:ngày )?{DAY}{OF_MONTH}{MONTH}(?:{OF_YEAR}{YEAR})?"),
    ),
    (
        "days",
        f"(?:từ )?(?:ngày )?{DAY}{TO}(?:ngày )?"
        + _second(f"{DAY}(?:{SIGN}| tháng ){MONTH}(?:{OF_YEAR}{YEAR})?"),
    ),
    ("month", f"{YEAR}-{MONTH}"),
    ("month", f"(?:tháng\\s*|t\\.?\\s*){MONTH}{OF_YEAR}{YEAR}"),
    ("month", rf"{MONTH}\s*[/.-]\s*{YEAR}"),
    ("month", f"tháng {MONTH}"),
    ("month", f"tháng {MONTH},? {NEAR_YEAR}"),
    ("near", f"(?<unit>tuần|tháng|quý|quí|năm) {NEAR}"),
    ("near", "(?<unit>năm) (?<near>kia)"),
    ("near", f"{NOTED_WEEKDAY} (?<unit>tuần) {NEAR}"),
    ("near-date", f"{DATED} {DAY} tháng {NEAR}"),
    ("near-date", f"{DAY} tháng (?<near>này|nay)"),
    (
        "near-weekday",
        rf"{WEEKDAY} (?<near>này|nay|tới|sắp tới|vừa qua|vừa rồi|(?:trước|sau)(?=\s*$))",
    ),
    ("month", f"tháng {MONTH_NAME}(?:{OF_YEAR}{YEAR})?"),
    (
        "months",
        f"(?:từ )?tháng {MONTH}(?:{OF_YEAR}{YEAR})?{TO}"
        + _second(f"(?:tháng )?{MONTH}(?:{OF_YEAR}{YEAR})?"),
    ),
    ("part", f"(?<part>đầu|giữa|cuối) tháng {MONTH}(?:{OF_YEAR}{YEAR})?"),
    ("part", f"(?<part>đầu|giữa|cuối) tháng {NEAR}"),
    ("part-week", f"(?<part>đầu|giữa|cuối) tuần(?: {NEAR})?"),
    ("part-year", f"(?<part>đầu|giữa|cuối) năm (?:{YEAR}|{NEAR})"),
    ("quarter", f"(?:quý|quí)\\s*(?<quarter>[1-4]|i{{1,3}}|iv)(?:{OF_YEAR}{YEAR})?"),
    ("quarter", f"q\\s*(?<quarter>[1-4]|i{{1,3}}|iv){OF_YEAR}{YEAR}"),
    ("quarter", f"(?:quý|quí)\\s*(?<quarter>[1-4]|i{{1,3}}|iv),? {NEAR_YEAR}"),
    ("week", f"tuần (?:thứ )?(?<week>[0-9]{{1,2}})(?:{OF_YEAR}{YEAR})?"),
    ("years", f"(?:từ )?(?:năm )?{YEAR}{TO}" + _second(f"(?:năm )?{YEAR}")),
    ("year", f"(?:năm )?{YEAR}"),
    ("near-day", "(?:ngày )?(?<word>hôm nay|bữa nay|hôm qua|hôm kia)"),
    ("near-day", "ngày (?<word>mai|kia|mốt)"),
    ("near-day", "^(?<word>mai)$"),
    ("near-day", f"{HALF_DAY} (?:ngày )?(?<word>hôm nay|nay|mai|hôm qua|qua|kia)"),
    (
        "near-days",
        "(?:trong )?(?<count>[1-9][0-9]?) (?<unit>ngày|tuần|tháng) "
        "(?<near>tới|sắp tới|tới đây|sau|qua|vừa qua|trước|gần đây)",
    ),
    ("weekday", WEEKDAY),
    ("weekday", "^(?<weekday>t[2-7])$"),
    ("half", f"buổi {HALF_DAY}"),
)
"""Expressions of time: the shape, which says how to read the groups, and the pattern.

Of two that match as much the first is meant: "thang sau" is next month, and June only with a year.
"""

BESIDE_TIMES: Sequence[tuple[str, str]] = (
    ("half", HALF_DAY),
    ("huy", "hủy(?: bỏ)?"),
    ("hoan", "hoãn(?: lại)?"),
)
"""Words that mean a half-day or a status only beside an expression of time, or alone."""

_THINGS = "(?:các|những|cuộc họp|buổi họp|cuộc|việc|lịch)"
_ITEMS = f"(?:{_THINGS} )*(?:(?:đã|bị|được) )"
STATUSES: Sequence[tuple[str, str]] = (
    ("huy", f"{_ITEMS}+hủy(?: bỏ)?"),
    ("huy", f"(?:{_THINGS} )+hủy(?: bỏ)?"),
    ("hoan", f"{_ITEMS}+hoãn(?: lại)?"),
    ("hoan", f"(?:{_THINGS} )+hoãn(?: lại)?"),
    ("doi", f"(?:{_ITEMS})*(?:đổi|dời|thay đổi|chuyển|đổi sang|dời sang) (?:lịch|ngày)"),
    ("doi", f"{_ITEMS}+(?:đổi|dời|chuyển)"),
)
"""Expressions of a status, by its value in the data."""

LITERAL: Sequence[str] = (
    r"(?:giai đoạn|nhiệm kỳ|nhiệm kì|khóa|năm học|niên khóa) [0-9]{4}(?:\s*[-–—]\s*[0-9]{4})?",
    r"(?:số|nghị quyết|quyết định|kế hoạch|công văn|thông tư|nghị định|chỉ thị)"
    r"(?: số)? (?!(?:19|20)[0-9]{2}(?![0-9/]))[0-9]+(?:/[a-z0-9]\S*)?",
    r"[0-9]+/[0-9]{4}/\S+",
    r"(?:lần|kỳ họp|kì họp|phiên|phiên họp|khóa|hội nghị|đại hội|người) thứ \S+",
)
"""Numbers and ordinals that look like an expression of time, but are words."""

LEAD_IN = (
    "(?:cho (?:tôi )?(?:xem|biết) |xem )?(?:lịch|chương trình)(?: (?:công tác|làm việc))?"
    "(?: (?:của|ngày|trong|vào|số|sở))*|của|vào|trong|có (?:việc )?gì|làm gì|họp gì|đi đâu"
)
"""Words that lead to a person or a time and are not searched beside one."""

AFTER_TITLE = ("Sở",)
"""Words that may follow a title: "Giám đốc Sở" is the Director."""

HONORIFICS = "d/c dc dong|chi d.c ong ba anh chi co chu bac a c sep thay"
"""Forms of address before a given name, by spaces; `|` stands between words."""

SHORT_WORDS = {"Phòng": ("P",), "Văn phòng": ("VP",), "Trung tâm": ("TT",), "Chi cục": ("CC",)}
"""Short forms of the first words of a unit's name."""

NEAREST = {"nay": 0, "sau": 1, "toi": 1, "sap toi": 1, "toi day": 1, "tiep theo": 1}
NEAREST["kia"] = -2
NEAREST |= dict.fromkeys(("truoc", "qua", "vua qua", "vua roi", "ngoai", "gan day"), -1)
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
        "sau_chuc_vu": AFTER_TITLE,
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
