"""The days, weekdays, half-days and times that a cell or a heading names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from agenda.importer.lexicon.lunar import remove_lunar_dates
from agenda.importer.lexicon.times import find_times
from agenda.model import HalfDay, YearMonth
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import NAMED_WEEKDAY, weekdays_named

HALF_DAYS = {
    "sáng": HalfDay.MORNING,
    "trưa": HalfDay.AFTERNOON,
    "chiều": HalfDay.AFTERNOON,
    "tối": HalfDay.EVENING,
    "cả ngày": HalfDay.ALL_DAY,
}
_HALF_DAY = re.compile(
    r"\b(?:(?:vào|các)\s+)?(?:buổi\s+)?(sáng|trưa|chiều|tối|cả\s+ngày)\b", re.IGNORECASE
)
_LONG = re.compile(r"(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*(?:năm|/|,)\s*(\d{4}))?", re.IGNORECASE)
_WEEK = re.compile(
    r"\btuần\s+(?:thứ\s+|số\s+)?(?:\d{1,2}|[IVX]+|nhất|hai|ba|tư|năm)\b", re.IGNORECASE
)
_MONTH = re.compile(r"(?<!\d)(?<!\d\s)\btháng\s*\d{1,2}(?:\s*/\s*\d{4})?", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DASHED = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")
_DATE = re.compile(
    r"(?<![\d/])(\d{1,2})(?:\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(\d{4}|\d{2}))?)?(?![\d/])"
)
_FILLER = re.compile(r"\b(?:các\s+ngày|hết\s+ngày|ngày|từ)\b|[()\[\]*]", re.IGNORECASE)
_RANGE = re.compile(r"[\s,]*(?:[-–—→]+>?|đến(?:\s+hết)?|tới)[\s,]*", re.IGNORECASE)
_LIST = re.compile(r"[\s,;&+:.]*(?:và)?[\s,;&+:.]*", re.IGNORECASE)
_MARK = "\ufffc"
_AFTER_WEEKDAY = re.compile(rf"{_MARK}(?:\s*[-–—:,.]+(?=\s*(?:ngày\s*)?\d))?", re.IGNORECASE)
_LONGEST_SPAN = timedelta(days=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContext:
    """What a document is about as a whole, which tells what its short dates mean.

    `week` are the first and the last day of a document of a week, or of any such span.
    """

    month: YearMonth | None = None
    week: tuple[date, date] | None = None

    def on_weekday(self, weekday: int) -> date | None:
        """The day of the week with that number, if the week has it just once."""
        if self.week is None:
            return None
        days = [day for day in dates_between(*self.week) if day.weekday() == weekday]
        return days[0] if len(days) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """What a text says of the time; `spans` are days in a row, `rest` what says nothing of it."""

    spans: tuple[tuple[date, date], ...] = ()
    weekdays: tuple[int, ...] = ()
    half_day: HalfDay | None = None
    start: time | None = None
    end: time | None = None
    rest: str = ""

    @property
    def empty(self) -> bool:
        return not (self.spans or self.weekdays or self.half_day or self.start)


def read_dates(text: str, frame: DateContext) -> DateMention:
    """Take apart a text that says when: "Thứ Ba 04/5", "30/4-03/5", "8,9", "Sáng (8h00)"."""
    rest = " ".join(remove_lunar_dates(unicodedata.normalize("NFC", text)).split())
    times = found = find_times(rest)
    while found is not None:
        rest = f"{rest[: found.begin]} {rest[found.stop :]}"
        found = find_times(rest)
    named = [HALF_DAYS[" ".join(match[1].lower().split())] for match in _HALF_DAY.finditer(rest)]
    half_days = dict.fromkeys(named)
    rest = _HALF_DAY.sub(" ", rest)
    if len(named) > 1:
        rest = re.sub(r"^[\s,;+/&–-]+|(?<=\s)và(?=\s)", " ", rest)
    rest, weeks = _cut_out(_WEEK, rest)
    weekdays = weekdays_named(rest)
    rest = _AFTER_WEEKDAY.sub(" ", NAMED_WEEKDAY.sub(_without_weekday, rest))
    rest = _LONG.sub(lambda m: "/".join(part for part in m.groups() if part), rest)
    rest = _ISO.sub(r"\3/\2/\1", rest)
    rest = _DASHED.sub(r"\1/\2/\3", rest)
    rest, months = _cut_out(_MONTH, rest)
    spans, rest = _spans(_FILLER.sub(" ", rest), frame)
    # The number of a week says nothing besides its days.
    rest = " ".join([*([] if spans else weeks), *months, rest])
    if not spans and weekdays:
        days = [day for number in weekdays if (day := frame.on_weekday(number)) is not None]
        spans = _in_rows(days)
    return DateMention(
        spans=spans,
        weekdays=weekdays,
        half_day=next(iter(half_days), None) if len(half_days) < 2 else HalfDay.ALL_DAY,
        start=times.start if times else None,
        end=times.end if times else None,
        rest=" ".join(rest.split()).strip(" .,:;-–—"),
    )


def wrong_weekdays(when: DateMention) -> bool:
    """Whether a weekday is named that none of the days is."""
    days = {day.weekday() for span in when.spans for day in dates_between(*span)}
    return bool(days) and not set(when.weekdays) <= days


def _cut_out(pattern: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    """The text without what matches, and that: numbers that are of no day."""
    return pattern.sub(" ", text), [match[0] for match in pattern.finditer(text)]


def _without_weekday(match: re.Match[str]) -> str:
    """A mark in place of a weekday, so that what joins it to its date can go, too."""
    return f" {_MARK}" if match["word"] or match["digit"] or match["sunday"] else match[0]


def _spans(text: str, frame: DateContext) -> tuple[tuple[tuple[date, date], ...], str]:
    """The days that a text begins to name at its first number, and the text without them."""
    matches = list(_DATE.finditer(text))
    if not matches:
        return (), text
    run = [matches[0]]
    joints: list[bool] = []
    for match in matches[1:]:
        between = text[run[-1].end() : match.start()]
        if _RANGE.fullmatch(between):
            joints.append(True)
        elif _LIST.fullmatch(between):
            joints.append(False)
        else:
            break
        run.append(match)
    days = list(_days(run, frame))
    if None in days:
        return (), text
    known = [day for day in days if day is not None]
    spans: list[tuple[date, date]] = [(known[0], known[0])]
    for day, ranged in zip(known[1:], joints, strict=True):
        first, last = spans[-1]
        if ranged and last <= day <= first + _LONGEST_SPAN:
            spans[-1] = first, day
        elif ranged:
            return (), text
        elif day == last + timedelta(1):
            spans[-1] = first, day
        else:
            spans.append((day, day))
    return tuple(spans), text[: run[0].start()] + " " + text[run[-1].end() :]


def _days(run: Sequence[re.Match[str]], frame: DateContext) -> Iterator[date | None]:
    """The day of each number; one without a month is of the month that the next one names."""
    for number, match in enumerate(run):
        later = [other for other in run[number + 1 :] if other[2]]
        if match[2] is None and later:
            following = _resolved(later[0], frame)
            if following is None:
                yield None
            elif int(match[1]) <= following.day:
                yield _date(following.year, following.month, int(match[1]))
            else:
                before = YearMonth.of(following).previous
                yield _date(before.year, before.month, int(match[1]))
        else:
            yield _resolved(match, frame)


def _resolved(match: re.Match[str], frame: DateContext) -> date | None:
    day, month, year = int(match[1]), match[2], match[3]
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), int(month or 0), day)
    if month:
        return _nearest(day, int(month), frame)
    if frame.week is not None:
        within = [each for each in dates_between(*frame.week) if each.day == day]
        if len(within) == 1:
            return within[0]
    return _date(frame.month.year, frame.month.month, day) if frame.month else None


def _nearest(day: int, month: int, frame: DateContext) -> date | None:
    about = frame.month or (YearMonth.of(frame.week[0]) if frame.week else None)
    if about is None:
        return None
    distance = month - about.month
    return _date(about.year - (distance > 6) + (distance < -6), month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_rows(days: Sequence[date]) -> tuple[tuple[date, date], ...]:
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and day == spans[-1][1] + timedelta(1):
            spans[-1] = spans[-1][0], day
        else:
            spans.append((day, day))
    return tuple(spans)
