"""Join two parts of one row, and the lines that are cut within the row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agenda.importer.lexicon.columns.roles import CONTENTS
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.tables.schedule_row import ScheduleRow

_SENTENCE_END = re.compile(r"[.;!?:]\s*$")


def join_lines(
    first: ScheduleRow, second: ScheduleRow, *, date_from: ScheduleRow | None = None
) -> ScheduleRow:
    """Return both rows as one, with the date of `date_from` or else of the first row."""
    mid_sentence = first.end.page == second.place.page and continues_sentence(first, second)
    lines = {
        role: _concatenate(
            first.of(role), second.of(role), mid_sentence=mid_sentence and role in CONTENTS
        )
        for role in dict.fromkeys((*first.lines, *second.lines))
    }
    second_lines = dict(second.people)
    return replace(
        date_from or first,
        place=first.place,
        until=second.end,
        lines=lines,
        heads={**second.heads, **first.heads},
        people=tuple(
            (leader, _concatenate(lines_of_leader, second_lines.get(leader, ())))
            for leader, lines_of_leader in first.people
        ),
        carried=first.carried and second.carried,
        no_own_date=first.no_own_date and second.no_own_date,
        diagnostics=(*first.diagnostics, *second.diagnostics),
    )


def continues_sentence(before: ScheduleRow, after: ScheduleRow) -> bool:
    """Tell, by the words alone, whether a row continues a sentence of the row before."""
    last, first = last_line(before.content), first_line(after.content)
    if last is None or first is None or first.sign or _SENTENCE_END.search(last.text):
        return False
    if re.match(r"\d{1,2}\s*(?:[hg:]|giờ)", first.text, re.IGNORECASE):
        return False
    if first.text[0].islower() or re.match(r"\d+\s*[;.,)]", first.text):
        return True
    # A row with a date of its own may begin with a number: "02 đoàn …".
    return after.carried and first.text[0].isdigit()


def is_over_page(before: ScheduleRow, row: ScheduleRow) -> bool:
    """Tell whether a page ends between two rows of one table."""
    pages = before.end.page, row.place.page
    return None not in pages and pages[0] != pages[1] and before.end.table == row.place.table


def first_line(lines: Iterable[TextLine]) -> TextLine | None:
    return next((line for line in lines if line.text), None)


def last_line(lines: Sequence[TextLine]) -> TextLine | None:
    return first_line(reversed(lines))


def _concatenate(
    one: Sequence[TextLine], other: Sequence[TextLine], *, mid_sentence: bool = False
) -> tuple[TextLine, ...]:
    """Return the lines of both; join the last and the first if these are one line."""
    other = lines_not_above(other, one)
    last, first = last_line(one), first_line(other)
    above, second_lines = list(one), list(other)
    if last is not None and first is not None and (mid_sentence or first.joiner is not None):
        joiner = " " if first.joiner is None else first.joiner
        whole = f"{last.text}{joiner}{first.whole}"
        above = above[: _index_of(last, above)]
        word_count = len(f"{last.text}{joiner}".split()) - (not joiner)
        possible_breaks = (
            *last.possible_breaks,
            *(word_count + at for at in first.possible_breaks),
        )
        above.append(
            replace(
                last,
                text=whole,
                guess=last.guess or first.guess,
                possible_breaks=possible_breaks,
                until=first.top,
            )
        )
        second_lines = second_lines[_index_of(first, second_lines) + 1 :]
    # Each row numbers its paragraphs from 0.
    shift = 1 + max((line.paragraph for line in above), default=0)
    return (*above, *(replace(line, paragraph=line.paragraph + shift) for line in second_lines))


def lines_not_above(lines: Iterable[TextLine], above: Iterable[TextLine]) -> list[TextLine]:
    """Return the lines without those already above, as in a cell merged over both rows."""
    known_tops = {top for line in above for top in (line.top, line.until)} - {None}
    return [line for line in lines if line.top not in known_tops]


def _index_of(line: TextLine, lines: Sequence[TextLine]) -> int:
    """Return the index of this object; other lines may be equal to it."""
    return next(number for number, other in enumerate(lines) if other is line)
