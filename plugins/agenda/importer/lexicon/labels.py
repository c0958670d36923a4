"""The words that announce a half-day, a leader or a detail within the text of an agenda."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agenda.importer.lexicon.dates import HALF_DAYS
from agenda.importer.lexicon.times import TIME, leading_times
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
"""How the wording of an appointment begins."""

OPENER_ALONE = re.compile(
    r"(?:tham\s+|cùng\s+)?(?:họp|dự|đi|nghe|tiếp|đón|thăm|duyệt|xét|trao|ký|lễ|làm\s+việc|tổ\s+chức|kiểm\s+tra|"
    r"hội\s+(?:nghị|thảo)|chuẩn\s+bị|thẩm\s+định|nghiệm\s+thu)",
    re.IGNORECASE,
)
"""A beginning that says nothing yet."""

_WORD = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối|cả\s+ngày)"
_LETTER = r"(?-i:[SCT])"
_ENDED = re.compile(
    rf"""
    (?<![^\s.;,)]) (?P<words>{_WORD}(?:\s*(?:,|-|–|và|\+|&)\s*{_WORD})*
                            |{_LETTER}(?:\s*[+/,&-]\s*{_LETTER})?)
    \s* (?: [:：] | (?=\([^()]{{0,20}}\)\s*[:：]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LETTERS = re.compile(rf"{_LETTER}(?![^\W\d_])")
"""Half-days by their letters: "S: Họp", which only the beginning of a line is sure to be."""

_BY_LETTER = {"S": "sáng", "C": "chiều", "T": "tối"}
_DASHED = re.compile(rf"(?P<words>{_WORD})\s*(?:[-–—]|,)\s*(?!{_WORD})", re.IGNORECASE)
_TIMED = re.compile(
    rf"(?<![^\s.;,)])(?P<words>{_WORD})\s*,?\s*(?=\(?(?:(?:từ|lúc)\s+)?\d{{1,2}}\s*(?:[hg]|giờ|:\d\d))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<words>{_WORD})\s+(?={OPENER.pattern})", re.IGNORECASE)
_SPACED = re.compile(rf"(?P<words>{_WORD})\s+", re.IGNORECASE)
_LATER = re.compile(rf"(?<=[;.])\s+(?P<words>(?:buổi\s+)?(?:chiều|tối))\s+(?={OPENER.pattern})")
"""A later half-day announced in lower case within a line: "…; chiều đi kiểm tra cơ sở"."""
_ALONE = re.compile(rf"(?P<words>{_WORD}(?:\s*(?:,|-|–|và)\s*{_WORD})*)\s*[.:]?", re.IGNORECASE)

DETAILS = (
    (
        "vehicle",
        r"(?:lái\s+)?xe(?:\s+(?:ô\s*tô|số|phục\s+vụ|đưa\s+đón))?|biển\s+(?:số|kiểm\s+soát)(?:\s+xe)?",
    ),
    ("venue", r"địa\s*điểm(?:\s+(?:tổ\s+chức|họp))?|nơi\s+(?:họp|tổ\s+chức)|tại|điểm\s+tại"),
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
        r"|(?:kính\s+|khách\s+)?mời",
    ),
    ("note", r"ghi\s+chú|lưu\s+ý"),
    ("time", r"thời\s+gian|giờ"),
    ("text", r"nội\s+dung(?:\s+(?:họp|làm\s+việc|công\s+việc))?"),
)
"""What the words before a colon announce, by the name of the detail."""

_DETAIL = re.compile("|".join(f"(?P<{name}>{words})" for name, words in DETAILS), re.IGNORECASE)
_DETAIL_HEAD = r"(?P<label>[^\W\d_][^:;.()\n]{1,32}?)\s*[:：]\s*"
_DETAIL_AT = re.compile(rf"(?:^|(?<=[.;,)])\s+|(?<=[^\W\d_])\s+(?=[A-ZĐ])){_DETAIL_HEAD}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A text and the half-day announced before it, if one is, by the words `label`.

    It is not `sure` where words may also be those of the text, `doubted` where they likely are not.
    """

    text: str
    half_day: HalfDay | None = None
    label: str = ""
    sure: bool = True
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What a label announces: `name` is one of `DETAILS`, or empty for what the text itself is."""

    name: str
    label: str
    text: str


def split_at_half_days(text: str) -> tuple[Segment, ...]:
    """The text cut where a half-day is announced; a label in the middle begins with a capital."""
    if (alone := _ALONE.fullmatch(text)) is not None:
        return (Segment(text="", half_day=_meant(alone["words"]), label=alone[0]),)
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
    stretches = [Segment(text=text[: kept[0].start()].strip())] if kept[0].start() else []
    for number, match in enumerate(kept):
        end = kept[number + 1].start() if number + 1 < len(kept) else len(text)
        rest = text[match.end() : end].strip()
        stretches.append(
            Segment(
                text=rest.lstrip(": ") if not rest.startswith("(") else _unwrapped(rest),
                half_day=_meant(match["words"]),
                label=match["words"],
                sure=sure or match.start() > 0,
                doubted=match.re is _LATER,
            )
        )
    return tuple(stretch for stretch in stretches if stretch.text or stretch.half_day)


def _before_capital(text: str) -> re.Match[str] | None:
    """A half-day at the beginning, told from a word of the text by the capital behind it."""
    match = _SPACED.match(text)
    following = text[match.end() :] if match else ""
    return match if following[:1].isupper() and following[1:2].islower() else None


def split_at_times(text: str) -> tuple[str, ...]:
    """The text cut where, after the end of a sentence or a semicolon, a time begins the next."""
    cuts = [0]
    for match in re.finditer(
        r"(?:[;.]|\))\s+(?=\(?(?:(?:từ|lúc|đến)\s+)?\d{1,2}\s*(?:[hHgG]|giờ|:\d\d))", text
    ):
        if match[0].startswith(")") and not TIME.match(text, match.end()):
            continue
        if leading_times(text[match.end() :]) is not None:
            cuts.append(match.end())
    return tuple(
        text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )


def split_details(text: str) -> tuple[Detail, ...]:
    """The text cut where a label announces a detail ("Địa điểm: …"), the first being the text."""
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
    """Whether a line begins by announcing a detail of the item before it."""
    match = re.match(_DETAIL_HEAD, text)
    named = _DETAIL.fullmatch(match["label"].strip()) if match else None
    return named is not None and named.lastgroup != "text"


def _starts(match: re.Match[str]) -> Iterator[int]:
    """Where the label may begin: its words from the left, so that a longer one is found first."""
    label = match["label"]
    offset = match.start("label")
    yield offset
    for space in re.finditer(r"\s+(?=[A-ZĐ])", label):
        yield offset + space.end()


def _meant(words: str) -> HalfDay:
    spelled = re.sub(_LETTERS, lambda match: f"{_BY_LETTER[match[0]]} ", words)
    named = re.findall(r"sáng|trưa|chiều|tối|cả\s+ngày", spelled.lower())
    if len(named) > 1:
        return HalfDay.ALL_DAY
    return HALF_DAYS[" ".join(named[0].split())]


def _unwrapped(rest: str) -> str:
    """ "(8h00): Họp" without the colon that belongs to the label."""
    return re.sub(r"^(\([^()]*\))\s*[:：]\s*", r"\1 ", rest)
