"""The label of a day off or of a weekend: what its row says in place of appointments."""

import re

from agenda.importer.lexicon.lines import TextLine
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import NAMED_WEEKDAY

LONGEST = 160
"""Characters of a label."""

_OFF = re.compile(r"^nghỉ\b(?!\s+(?:phép|hưu|mát))", re.IGNORECASE)
_HALF_DAY = re.compile(r"(?:sáng|chiều)\s*:", re.IGNORECASE)
_JOINING = re.compile(r"(?:[\s,;-]|và)*")
_AFTER = re.compile(r"\s*(?:[(:–-]|(?:sáng|chiều|cả ngày)\b|$)", re.IGNORECASE)
SATURDAY = 5


def take_label(
    strip: ScheduleRow, lines: tuple[TextLine, ...]
) -> tuple[str | None, tuple[TextLine, ...]]:
    """The label of a row, if it has one, and the lines that say something else."""
    if not lines:
        return _of_weekend(strip), lines
    text = " ".join(line.text for line in lines)
    if _OFF.match(text) and len(text) < LONGEST and not _HALF_DAY.search(text):
        return text.rstrip(" .;"), ()
    if _named(text) and not re.search(r"\w", re.sub(r"\bvà\b", "", _without_weekdays(text))):
        return text.strip(" .;"), ()
    return _before_words(lines)


def _of_weekend(strip: ScheduleRow) -> str | None:
    """The weekdays that the cell of the day names, where nothing else is said of a weekend."""
    named = [match[0] for match in _named(strip.printed)]
    days = (day for first, last in strip.days for day in dates_between(first, last))
    if named and all(day.weekday() >= SATURDAY for day in days):
        return ", ".join(named)
    return None


def _before_words(lines: tuple[TextLine, ...]) -> tuple[str | None, tuple[TextLine, ...]]:
    """ "Chủ nhật (Bầu cử)": a weekday that begins the text, and what is said of the day."""
    first = lines[0]
    named = _named(first.text)
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
    kept = (TextLine(text=rest, place=first.place, top=first.top),) if rest else ()
    return first.text[:end], (*kept, *lines[1:])


def _named(text: str) -> list[re.Match[str]]:
    """Where weekdays are named; ordinals and the like are none."""
    return [
        match
        for match in NAMED_WEEKDAY.finditer(text)
        if match["word"] or match["digit"] or match["sunday"]
    ]


def _without_weekdays(text: str) -> str:
    for match in reversed(_named(text)):
        text = text[: match.start()] + " " + text[match.end() :]
    return text
