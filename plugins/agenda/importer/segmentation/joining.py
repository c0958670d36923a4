"""Puts two rows together that are one, the lines that were cut within them as well."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agenda.importer.lexicon.column_roles import CONTENTS
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.tables.schedule_row import ScheduleRow

_SENTENCE_END = re.compile(r"[.;!?:]\s*$")


def join_lines(
    first: ScheduleRow, second: ScheduleRow, *, when: ScheduleRow | None = None
) -> ScheduleRow:
    """The two as one row, which is when `when` says, or else the first."""
    by_words = first.end.page == second.place.page and reads_on(first, second)
    lines = {
        role: _run_on(first.of(role), second.of(role), by_words=by_words and role in CONTENTS)
        for role in dict.fromkeys((*first.lines, *second.lines))
    }
    below = dict(second.people)
    return replace(
        when or first,
        place=first.place,
        until=second.end,
        lines=lines,
        heads={**second.heads, **first.heads},
        people=tuple(
            (leader, _run_on(said, below.get(leader, ()))) for leader, said in first.people
        ),
        carried=first.carried and second.carried,
        untimed=first.untimed and second.untimed,
        diagnostics=(*first.diagnostics, *second.diagnostics),
    )


def reads_on(before: ScheduleRow, after: ScheduleRow) -> bool:
    """Whether the content of one row goes on mid-sentence in the other, by the words alone."""
    last, first = last_line(before.content), first_line(after.content)
    if last is None or first is None or first.sign or _SENTENCE_END.search(last.text):
        return False
    if re.match(r"\d{1,2}\s*(?:[hg:]|giờ)", first.text, re.IGNORECASE):
        return False
    if first.text[0].islower() or re.match(r"\d+\s*[;.,)]", first.text):
        return True
    # A row of its own day may well begin with a number: "02 đoàn …".
    return after.carried and first.text[0].isdigit()


def is_over_page(before: ScheduleRow, strip: ScheduleRow) -> bool:
    """Whether a page ends between two rows of one table."""
    pages = before.end.page, strip.place.page
    return None not in pages and pages[0] != pages[1] and before.end.table == strip.place.table


def first_line(lines: Iterable[TextLine]) -> TextLine | None:
    return next((line for line in lines if line.text), None)


def last_line(lines: Sequence[TextLine]) -> TextLine | None:
    return first_line(reversed(lines))


def _run_on(
    one: Sequence[TextLine], other: Sequence[TextLine], *, by_words: bool = False
) -> tuple[TextLine, ...]:
    """The lines of both; the last and the first as one where that goes on with it."""
    other = unknown(other, one)
    last, first = last_line(one), first_line(other)
    above, below = list(one), list(other)
    if last is not None and first is not None and (by_words or first.joiner is not None):
        joiner = " " if first.joiner is None else first.joiner
        whole = f"{last.text}{joiner}{first.whole}"
        above = above[: _place_of(last, above)]
        begun = len(f"{last.text}{joiner}".split()) - (not joiner)
        possible_breaks = (
            *last.possible_breaks,
            *(begun + at for at in first.possible_breaks),
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
        below = below[_place_of(first, below) + 1 :]
    # Numbers of paragraphs begin anew in each.
    shift = 1 + max((line.paragraph for line in above), default=0)
    return (*above, *(replace(line, paragraph=line.paragraph + shift) for line in below))


def unknown(lines: Iterable[TextLine], above: Iterable[TextLine]) -> list[TextLine]:
    """The lines that are not among those above: a merged cell is one and the same beside both."""
    known = {top for line in above for top in (line.top, line.until)} - {None}
    return [line for line in lines if line.top not in known]


def _place_of(line: TextLine, lines: Sequence[TextLine]) -> int:
    """Where this very line stands; others may say the same."""
    return next(number for number, other in enumerate(lines) if other is line)
