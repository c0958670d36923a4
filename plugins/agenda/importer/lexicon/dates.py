"""Parse the days, weekdays, half-days and times of a cell or a heading."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from agenda.importer.lexicon.half_days import combine_half_days, half_day_words, remove_half_days
from agenda.importer.lexicon.lunar import remove_lunar_dates
from agenda.importer.lexicon.times import find_times
from agenda.model import HalfDay, YearMonth
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import WEEKDAY_NAME, find_weekdays

_LONG = re.compile(r"(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*(?:năm|/|,)\s*(\d{4}))?", re.IGNORECASE)
_WEEK = re.compile(
    r"\btuần\s+(?:thứ\s+|số\s+)?(?:\d{1,2}|[IVX]+|nhất|hai|ba|tư|năm)\b", re.IGNORECASE
)
_MONTH = re.compile(r"(?<!\d)(?<!\d\s)\btháng\s*\d{1,2}(?:\s*/\s*\d{4})?", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DASHED = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")
_DASHED_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})-(\d{1,2})(?![\d/.-])")
_DATE = re.compile(
    r"(?<![\d/])(\d{1,2})(?:\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(\d{4}|\d{2}))?)?(?![\d/])"
)
_FILLER = re.compile(r"\b(?:các\s+ngày|hết\s+ngày|ngày|từ)\b|[()\[\]*]", re.IGNORECASE)
_RANGE = re.compile(r"[\s,]*(?:[-–—→]+>?|đến(?:\s+hết)?|tới)[\s,]*", re.IGNORECASE)
_LIST = re.compile(r"[\s,;&+:.]*(?:và)?[\s,;&+:.]*", re.IGNORECASE)
_MARK = "\ufffc"
_AFTER_WEEKDAY = re.compile(rf"{_MARK}(?:\s*[-–—:,.]+(?=\s*(?:ngày\s*)?\d))?", re.IGNORECASE)
_MAX_SPAN = timedelta(days=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContext:
    """The period of a document, by which its short dates are completed.

    `week` is the first and the last day of the period of a week's document, or of any other
    period that is not a month. A `dashed` document writes "3-5" for a day of May.
    """

    month: YearMonth | None = None
    week: tuple[date, date] | None = None
    dashed: bool = False

    def on_weekday(self, weekday: int) -> date | None:
        """Return the day of the period with this weekday, if there is exactly one; Monday is 0."""
        if self.week is None:
            return None
        days = [day for day in dates_between(*self.week) if day.weekday() == weekday]
        return days[0] if len(days) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """The dates and times of a text.

    `spans` are the first and last days of runs of consecutive days, `weekdays` count from 0 for
    Monday, `rest` are the words that name no date or time.
    """

    spans: tuple[tuple[date, date], ...] = ()
    weekdays: tuple[int, ...] = ()
    half_day: HalfDay | None = None
    start: time | None = None
    end: time | None = None
    rest: str = ""

    @property
    def empty(self) -> bool:
        """Return whether the text names neither a day nor a half-day nor a time."""
        return not (self.spans or self.weekdays or self.half_day or self.start)


def read_dates(text: str, context: DateContext) -> DateMention:
    """Parse a text that names dates: "Thứ Ba 04/5", "30/4-03/5", "8,9", "Sáng (8h00)"."""
    rest = " ".join(remove_lunar_dates(unicodedata.normalize("NFC", text)).split())
    times = found = find_times(rest)
    while found is not None:
        rest = f"{rest[: found.begin]} {rest[found.stop :]}"
        found = find_times(rest)
    half_day = combine_half_days(" ".join(half_day_words(rest)))
    rest, weeks = _cut_out(_WEEK, remove_half_days(rest))
    weekdays = find_weekdays(rest)
    rest = _AFTER_WEEKDAY.sub(" ", WEEKDAY_NAME.sub(_without_weekday, rest))
    rest = _LONG.sub(lambda m: "/".join(part for part in m.groups() if part), rest)
    rest = _ISO.sub(r"\3/\2/\1", rest)
    rest = _DASHED.sub(r"\1/\2/\3", rest)
    rest, months = _cut_out(_MONTH, rest)
    rest = _DASHED_SHORT.sub(lambda match: _with_slash(match, weekdays, context), rest)
    spans, rest = _spans(_FILLER.sub(" ", rest), context)
    # The days of a week make its number redundant.
    rest = " ".join([*([] if spans else weeks), *months, rest])
    if not spans and weekdays:
        days = [day for number in weekdays if (day := context.on_weekday(number)) is not None]
        spans = _consecutive(days)
    return DateMention(
        spans=spans,
        weekdays=weekdays,
        half_day=half_day,
        start=times.start if times else None,
        end=times.end if times else None,
        rest=" ".join(rest.split()).strip(" .,:;-–—"),
    )


def wrong_weekdays(when: DateMention) -> bool:
    """Return whether the text names a weekday that none of its days has."""
    days = {day.weekday() for span in when.spans for day in dates_between(*span)}
    return bool(days) and not set(when.weekdays) <= days


def _with_slash(match: re.Match[str], weekdays: Sequence[int], context: DateContext) -> str:
    """Return "19-5" as "19/5" if it is a date of the period rather than a range of days."""
    day, month = int(match[1]), int(match[2])
    periods = [date for date in (context.week or ()) if date.month == month]
    if not periods and (context.month is None or context.month.month != month):
        return match[0]
    named = _nearest(day, month, context)
    if named is None:
        return match[0]
    by_weekday = len(weekdays) == 1 and named.weekday() == weekdays[0]
    is_range = context.week is not None and _within(day, context) and _within(month, context)
    is_date = context.dashed or by_weekday or (day > month and not is_range)
    return f"{day}/{month}" if is_date else match[0]


def _within(day: int, context: DateContext) -> bool:
    """Return whether the week of the context has a day with this number."""
    return context.week is not None and any(
        each.day == day for each in dates_between(*context.week)
    )


def _cut_out(pattern: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    """Return the text without the matches, and the matches: numbers that belong to no day."""
    return pattern.sub(" ", text), [match[0] for match in pattern.finditer(text)]


def _without_weekday(match: re.Match[str]) -> str:
    """Return a mark for a weekday, by which the punctuation behind it is removed, too."""
    return f" {_MARK}" if match["word"] or match["digit"] or match["sunday"] else match[0]


def _spans(text: str, context: DateContext) -> tuple[tuple[tuple[date, date], ...], str]:
    """Return the days from the first number of the text on, and the text without them."""
    matches = list(_DATE.finditer(text))
    if not matches:
        return (), text
    run = [matches[0]]
    ranged: list[bool] = []
    for match in matches[1:]:
        between = text[run[-1].end() : match.start()]
        if _RANGE.fullmatch(between):
            ranged.append(True)
        elif _LIST.fullmatch(between):
            ranged.append(False)
        else:
            break
        run.append(match)
    days = list(_days(run, context))
    if None in days:
        return (), text
    known = [day for day in days if day is not None]
    spans: list[tuple[date, date]] = [(known[0], known[0])]
    for day, is_range_end in zip(known[1:], ranged, strict=True):
        first, last = spans[-1]
        if is_range_end and last <= day <= first + _MAX_SPAN:
            spans[-1] = first, day
        elif is_range_end:
            return (), text
        elif day == last + timedelta(1):
            spans[-1] = first, day
        else:
            spans.append((day, day))
    return tuple(spans), text[: run[0].start()] + " " + text[run[-1].end() :]


def _days(run: Sequence[re.Match[str]], context: DateContext) -> Iterator[date | None]:
    """Yield the day of each match; a day without a month takes the month of a later match.

    Yields None for a day that does not exist or cannot be completed.
    """
    for number, match in enumerate(run):
        later = [other for other in run[number + 1 :] if other[2]]
        if match[2] is None and later:
            following = _resolved(later[0], context)
            if following is None:
                yield None
            elif int(match[1]) <= following.day:
                yield _date(following.year, following.month, int(match[1]))
            else:
                before = YearMonth.of(following).previous
                yield _date(before.year, before.month, int(match[1]))
        else:
            yield _resolved(match, context)


def _resolved(match: re.Match[str], context: DateContext) -> date | None:
    """Return the day of a match, with the month and the year of the context where it lacks them."""
    day, month, year = int(match[1]), match[2], match[3]
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), int(month or 0), day)
    if month:
        return _nearest(day, int(month), context)
    if context.week is not None:
        within = [each for each in dates_between(*context.week) if each.day == day]
        if len(within) == 1:
            return within[0]
    return _date(context.month.year, context.month.month, day) if context.month else None


def _nearest(day: int, month: int, context: DateContext) -> date | None:
    """Return the day in the year in which its month is nearest to the context."""
    reference = context.month or (YearMonth.of(context.week[0]) if context.week else None)
    if reference is None:
        return None
    distance = month - reference.month
    return _date(reference.year - (distance > 6) + (distance < -6), month, day)


def _date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None if it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _consecutive(days: Sequence[date]) -> tuple[tuple[date, date], ...]:
    """Return the first and last days of runs of consecutive days."""
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and day == spans[-1][1] + timedelta(1):
            spans[-1] = spans[-1][0], day
        else:
            spans.append((day, day))
    return tuple(spans)
