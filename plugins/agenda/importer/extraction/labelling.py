"""Read the label of a day off or a weekend, which its row has in place of items."""

import re

from agenda.importer.lexicon.half_days import HALF_DAY, half_day_words
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import WEEKDAY_NAME

MAX_LABEL_LENGTH = 160
"""In characters."""

_OFF = re.compile(r"^nghỉ\b(?!\s+(?:phép|hưu|mát))", re.IGNORECASE)
_JOINING = re.compile(r"(?:[\s,;-]|và)*")
_AFTER = re.compile(rf"\s*(?:[(:–-]|{HALF_DAY}\b|$)", re.IGNORECASE)
SATURDAY = 5


def take_label(
    row: ScheduleRow, lines: tuple[TextLine, ...]
) -> tuple[str | None, tuple[TextLine, ...]]:
    """Return the label of a row, if it has one, and the other lines."""
    if not lines:
        return _weekend_label(row), lines
    text = " ".join(dict.fromkeys(line.text for line in lines))
    is_off = _OFF.match(text) is not None and len(text) < MAX_LABEL_LENGTH
    halves = set(half_day_words(text)) - {"cả ngày", "đêm"}
    if is_off and not halves:
        return text.rstrip(" .;"), ()
    if _find_weekdays(text) and not re.search(
        r"\w", re.sub(r"\bvà\b", "", _without_weekdays(text))
    ):
        return text.strip(" .;"), ()
    if any(first < last for first, last in row.days) and len(_find_weekdays(lines[0].text)) == 1:
        return None, lines  # the weekday is that of the item
    return _split_weekday(lines)


def _weekend_label(row: ScheduleRow) -> str | None:
    """Return the weekdays that the date cell names, if all days are of a weekend."""
    named = [match[0] for match in _find_weekdays(row.printed)]
    days = (day for first, last in row.days for day in dates_between(first, last))
    if named and all(day.weekday() >= SATURDAY for day in days):
        return ", ".join(named)
    return None


def _split_weekday(lines: tuple[TextLine, ...]) -> tuple[str | None, tuple[TextLine, ...]]:
    """Split a weekday at the start from the rest, as in "Chủ nhật (Bầu cử)"."""
    first = lines[0]
    named = _find_weekdays(first.text)
    if not named or named[0].start():
        return None, lines
    end = named[0].end()
    for match in named[1:]:
        if _JOINING.fullmatch(first.text[end : match.start()]):
            end = match.end()
    if not _AFTER.match(first.text[end:]):
        return None, lines
    rest = first.text[end:].strip(" :,-–")
    if rest.startswith("(") and rest.rstrip(". ").endswith(")"):
        rest = rest.rstrip(". ")[1:-1]
    remaining_text = (TextLine(text=rest, place=first.place, top=first.top),) if rest else ()
    return first.text[:end], (*remaining_text, *lines[1:])


def _find_weekdays(text: str) -> list[re.Match[str]]:
    """Return the matches that name weekdays, without ordinals and the like."""
    return [
        match
        for match in WEEKDAY_NAME.finditer(text)
        if match["word"] or match["digit"] or match["sunday"]
    ]


def _without_weekdays(text: str) -> str:
    for match in reversed(_find_weekdays(text)):
        text = text[: match.start()] + " " + text[match.end() :]
    return text
