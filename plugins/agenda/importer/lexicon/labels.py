"""Split texts at labels: half-days, times and details that a colon or a position announces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agenda.importer.lexicon.half_days import (
    HALF_DAY,
    LETTER,
    SEVERAL_HALF_DAYS,
    SEVERAL_LETTERS,
    SEVERAL_UNMARKED,
    UNMARKED_HALF_DAY,
    combine_half_days,
)
from agenda.importer.lexicon.times import TIME, TIME_AHEAD, leading_times
from agenda.model import HalfDay

_OPENERS = """
    họp|dự|làm việc|kiểm tra|tổ chức|hội (?:nghị|thảo|đồng|ý|thi)|lễ|tiếp|giao ban
    |khai (?:mạc|giảng|trương)|bế (?:mạc|giảng)|đi|đón|duyệt|nghe|nghiệm thu|ký|thẩm|đoàn
    |tham (?:dự|gia|mưu|quan)|chuẩn bị|chào cờ|công bố|trao|thăm|khảo sát|hướng dẫn|xét|tập huấn
    |đại hội|sinh hoạt|gặp|phiên|bàn giao|triển khai|hoàn thiện|báo cáo|thực hiện|xây dựng|trình
    |phối hợp|tuyên truyền|kỷ niệm|toạ đàm|tọa đàm|phát động|chủ trì|cho ý kiến|góp ý|thông qua
    |sơ kết|tổng kết|đối thoại|trực|nghiên cứu|rà soát|ban hành|đánh giá|giám sát|thanh tra|tiễn
    |viếng|dâng hương|trả lời|bảo vệ|chấm|học|thi|trồng|ra quân|giải quyết|soát xét|lấy ý kiến
    |cùng|các hoạt động
    |hợp (?!đồng|tác|nhất|lý|pháp|thức|phần|quy)\\w+
"""
OPENER = re.compile(rf"(?:{' '.join(_OPENERS.split()).replace(' |', '|')})\b", re.IGNORECASE)
"""The beginning of the text of an appointment."""

OPENER_ALONE = re.compile(
    r"(?:tham\s+|cùng\s+)?(?:họp|dự|đi|nghe|tiếp|đón|thăm|duyệt|xét|trao|ký|lễ|làm\s+việc|tổ\s+chức|kiểm\s+tra|"
    r"hội\s+(?:nghị|thảo)|chuẩn\s+bị|thẩm\s+định|nghiệm\s+thu)",
    re.IGNORECASE,
)
"""A beginning that is incomplete without the words behind it."""

_ENDED = re.compile(
    rf"""
    (?<![^\s.;,)]) (?P<words>{SEVERAL_HALF_DAYS}|{SEVERAL_LETTERS})
    \s* (?: [:：] | (?=\([^()]{{0,20}}\)\s*[:：]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LETTERS = re.compile(rf"{LETTER}(?![^\W\d_])")
"""A half-day as a letter: "S: Họp". Within a line such a letter may be an abbreviation."""

_DASHED = re.compile(
    rf"(?P<words>{UNMARKED_HALF_DAY})\s*(?:[-–—]|,)\s*(?!\s*{HALF_DAY}\b)", re.IGNORECASE
)
_TIMED = re.compile(rf"(?<![^\s.;,)])(?P<words>{HALF_DAY})\s*,?\s*{TIME_AHEAD}", re.IGNORECASE)
_BARE = re.compile(rf"(?P<words>{SEVERAL_UNMARKED})\s+(?={OPENER.pattern})", re.IGNORECASE)
_SPACED = re.compile(rf"(?P<words>{SEVERAL_UNMARKED})\s+", re.IGNORECASE)
_LATER = re.compile(
    rf"(?<=[;.,])\s+(?P<words>(?:buổi\s+)?(?:chiều|tối))\s+(?={OPENER.pattern})", re.IGNORECASE
)
"""A later half-day within a line: "…; chiều đi kiểm tra cơ sở"."""

_ALONE = re.compile(rf"(?P<words>{SEVERAL_HALF_DAYS})\s*[.:]?", re.IGNORECASE)

_SIMPLE_DETAILS = (
    (
        "vehicle",
        r"phương\s+tiện|(?:lái\s+)?xe(?:\s+(?:ô\s*tô|số|phục\s+vụ|đưa\s+đón))?|biển\s+(?:số|kiểm\s+soát)(?:\s+xe)?",
    ),
    (
        "venue",
        r"địa\s*điểm(?:\s+(?:tổ\s+chức|họp))?|nơi\s+(?:họp|tổ\s+chức)|tại|điểm\s+tại|(?-i:Đ)iểm|ĐĐ",
    ),
    (
        "leader",
        r"(?:lãnh\s+đạo\s+(?:sở\s+)?|người\s+)?chủ\s+(?:trì|tọa|toạ)|lãnh\s+đạo(?:\s+sở)?(?:\s+(?:tham\s+)?dự)?",
    ),
    (
        "preparer",
        r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)?\s*(?:chuẩn\s+bị|tham\s+mưu)(?:\s+nội\s+dung)?"
        r"|(?:cơ\s+quan\s+|đơn\s+vị\s+|người\s+)?thực\s+hiện|(?:cơ\s+quan|đơn\s+vị)\s+chủ\s+trì",
    ),
    ("cooperation", r"(?:cơ\s+quan\s+|đơn\s+vị\s+)?phối\s+hợp"),
    (
        "participants",
        r"thành\s+phần(?:\s+(?:tham\s+dự|tham\s+gia|dự|dự\s+họp|mời))?|(?:cùng|mời|tham|kính\s+mời)\s+dự|dự"
        r"|(?:kính\s+|khách\s+)?mời|T/?P",
    ),
    ("note", r"ghi\s+chú|lưu\s+ý"),
    ("time", r"thời\s+gian|giờ"),
    ("text", r"nội\s+dung(?:\s+(?:họp|làm\s+việc|công\s+việc))?"),
)
_TIME, _VENUE = (
    next(rf"(?:{words})" for name, words in _SIMPLE_DETAILS if name == combined)
    for combined in ("time", "venue")
)
_ANY = rf"(?:{'|'.join(words for _, words in _SIMPLE_DETAILS)})"
_AND = r"(?:\s*[,;&/]\s*|\s+và\s+|\s+[-–]\s+)"
DETAILS = (
    *_SIMPLE_DETAILS,
    ("time_and_venue", rf"{_TIME}{_AND}{_VENUE}|{_VENUE}{_AND}{_TIME}"),
    ("several", rf"{_ANY}(?:{_AND}{_ANY})+"),
)
"""The labels of each detail, by its name; a colon follows them."""

_BEFORE_TIME = re.compile(rf"[;.)]\s+{TIME_AHEAD}", re.IGNORECASE)
_DETAIL = re.compile("|".join(f"(?P<{name}>{words})" for name, words in DETAILS), re.IGNORECASE)
_DETAIL_HEAD = r"(?P<label>[^\W\d_][^:;.()\n]{1,32}?)\s*[:：]\s*"
_DETAIL_AT = re.compile(rf"(?:^|(?<=[.;,)])\s+|(?<=[^\W\d_])\s+(?=[A-ZĐ])){_DETAIL_HEAD}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a text, with the half-day that the words `label` announce before it.

    It is not `sure` where the label may belong to the text instead. It is `doubted` where a
    person should check the label.
    """

    text: str
    half_day: HalfDay | None = None
    label: str = ""
    sure: bool = True
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A labelled detail: `name` is one of `DETAILS`, or empty for the unlabelled text."""

    name: str
    label: str
    text: str


def split_at_half_days(text: str) -> tuple[Segment, ...]:
    """Split the text at announced half-days.

    Within the text, a label has a capital or follows the end of a sentence or a semicolon.
    """
    if (alone := _ALONE.fullmatch(text)) is not None:
        return (Segment(text="", half_day=combine_half_days(alone["words"]), label=alone[0]),)
    labels = [
        match
        for match in (*_ENDED.finditer(text), *_TIMED.finditer(text))
        if match.start() == 0
        or (_LETTERS.match(match["words"]) and _LETTERS.match(text))
        or (text[match.start()].isupper() and not _LETTERS.match(match["words"]))
        or text[: match.start()].rstrip().endswith((";", "."))
    ]
    sure = True
    if not any(match.start() == 0 for match in labels):
        beginning = _DASHED.match(text) or _BARE.match(text) or _before_capital(text)
        if beginning is not None and text[:1].isupper():
            sure = _DASHED.match(text) is not None
            labels.append(beginning)
    labels += _LATER.finditer(text)
    labels.sort(key=lambda match: match.start())
    kept: list[re.Match[str]] = []
    for match in labels:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    if not kept:
        return (Segment(text=text),)
    segments = [Segment(text=text[: kept[0].start()].strip())] if kept[0].start() else []
    for number, match in enumerate(kept):
        end = kept[number + 1].start() if number + 1 < len(kept) else len(text)
        rest = text[match.end() : end].strip()
        segments.append(
            Segment(
                text=rest.lstrip(": ") if not rest.startswith("(") else _unwrapped(rest),
                half_day=combine_half_days(match["words"]),
                label=match["words"],
                sure=sure or match.start() > 0,
                doubted=match.re is _LATER and match["words"][0].islower(),
            )
        )
    return tuple(segment for segment in segments if segment.text or segment.half_day)


def _before_capital(text: str) -> re.Match[str] | None:
    """Return the half-day at the beginning if a capitalised word follows it."""
    match = _SPACED.match(text)
    following = text[match.end() :] if match else ""
    return match if following[:1].isupper() and following[1:2].islower() else None


def split_at_times(text: str) -> tuple[str, ...]:
    """Split the text before times that begin a clause: "8h họp; 9h dự lễ" into two."""
    cuts = [0]
    for match in _BEFORE_TIME.finditer(text):
        if match[0].startswith(")") and not TIME.match(text, match.end()):
            continue
        if leading_times(text[match.end() :]) is not None:
            cuts.append(match.end())
    return tuple(
        text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )


def split_details(text: str) -> tuple[Detail, ...]:
    """Split the text at labels of details ("Địa điểm: …"); the first part is the text itself."""
    found: list[tuple[int, int, str, str]] = []
    for match in _DETAIL_AT.finditer(text):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        for start in _starts(match):
            named = _DETAIL.fullmatch(text[start : match.end("label")].strip())
            if named is not None and named.lastgroup:
                found.append((start, match.end(), named.lastgroup, match["label"]))
                break
    details = [Detail(name="", label="", text=text[: found[0][0]] if found else text)]
    for number, (start, end, name, _) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else len(text)
        label = text[start:end].strip(" :：")
        details.append(Detail(name=name, label=label, text=text[end:stop].strip()))
    return tuple(details)


def begins_detail(text: str) -> bool:
    """Return whether a line begins with the label of a detail of the item before it."""
    match = re.match(_DETAIL_HEAD, text)
    named = _DETAIL.fullmatch(match["label"].strip()) if match else None
    return named is not None and named.lastgroup != "text"


def cuts_label(text: str, following: str) -> bool:
    """Return whether a line breaks off within a label: "Thời gian, địa", "điểm: 8h00"."""
    return (
        ":" not in text
        and following[:1].islower()
        and not begins_detail(following)
        and begins_detail(f"{text} {following}")
    )


def _starts(match: re.Match[str]) -> Iterator[int]:
    """Yield the positions at which the label may begin, so that the longest label comes first."""
    label = match["label"]
    offset = match.start("label")
    yield offset
    for space in re.finditer(r"\s+(?=[A-ZĐ])", label):
        yield offset + space.end()


def _unwrapped(rest: str) -> str:
    """Return "(8h00): Họp" without the colon, which belongs to the label."""
    return re.sub(r"^(\([^()]*\))\s*[:：]\s*", r"\1 ", rest)
