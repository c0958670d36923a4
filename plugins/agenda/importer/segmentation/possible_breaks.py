"""Choose line breaks that a PDF does not show, by the number of names beside them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import Guess
from agenda.importer.lexicon.columns.roles import CONTENTS, Role
from agenda.importer.lexicon.labels import OPENER
from agenda.importer.lexicon.lines import TextLine, split_sign
from agenda.importer.lexicon.times import times_in
from agenda.importer.segmentation.listed_names import is_collective, names_of
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.columns import names_unit
from agenda.importer.tables.schedule_row import ScheduleRow

_NAMED = (Role.PREPARER, Role.LEADER)
"""The columns with a name for each item, or one name for all."""
_BESIDE = (*_NAMED, Role.PARTICIPANTS, Role.VENUE)
"""These columns, and others that often have a line for each item."""

_LATE = {
    True: "dòng đầu không có gạch đầu dòng, các dòng sau có: mỗi dòng được coi là một việc",
    False: "dòng đầu không có gạch đầu dòng, các dòng sau có: được coi là các ý của một việc; nếu "
    "mỗi dòng là một việc thì tách ra",
}
"""Messages about a list whose signs begin on its second line, by whether it was split."""


def choose_breaks(row: ScheduleRow, diagnostics: Diagnostics) -> ScheduleRow:
    """Return the row with lines split or joined so that each item has a name beside it.

    If no such choice matches the names, add a doubt to each line that may be several.
    """
    counts, found = _allowed_counts(row), _count_items(row)
    if found in counts:
        return _with_content(row, clear_dash_doubts)
    with_late_signs = replace(row, late_signs=True)
    if _count_items(with_late_signs) > found:
        diagnostic = diagnostics.doubt(
            "late-signs", row.place, _LATE[counts == {_count_items(with_late_signs)}]
        )
        row = with_late_signs if counts == {_count_items(with_late_signs)} else row
        return replace(row, diagnostics=(*row.diagnostics, diagnostic))
    if not any(line.possible_breaks or line.guess is Guess.DASHED for line in row.content):
        return row
    if not counts:
        return _with_content(row, doubt_likely_breaks)
    for change in (split_at_breaks, join_dashed_lines):
        changed = _with_content(row, change)
        if counts == {_count_items(changed)}:
            return changed
    return _with_content(row, doubt_all_breaks) if found < max(counts) else row


def _allowed_counts(row: ScheduleRow) -> set[int]:
    """Return the numbers of items that the other cells allow; one name may be for any number."""
    names = {role: names_of(row.of(role)) for role in _BESIDE}
    counts = {len(found) for found in names.values() if len(found) > 1}
    single_names = (found[0].text for role in _NAMED if len(found := names[role]) == 1)
    if not all(map(is_collective, single_names)):
        counts.add(1)
    times = sum(1 for _ in times_in(row.printed))
    return {times} if times else counts


def _count_items(row: ScheduleRow) -> int:
    cells = (row.of(role) for role in CONTENTS)
    return sum(
        len(
            split_content(
                cell, Diagnostics(), half_day=row.half_day, late_signs=row.late_signs
            ).spans
        )
        for cell in cells
    )


def _with_content(
    row: ScheduleRow, change: Callable[[Sequence[TextLine]], Iterable[TextLine]]
) -> ScheduleRow:
    """Return the row with its lines of content changed."""
    lines = {
        role: tuple(change(found)) if role in CONTENTS else found
        for role, found in row.lines.items()
    }
    return replace(row, lines=lines)


def clear_dash_doubts(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Return the lines without doubts about dashes."""
    for line in lines:
        yield replace(line, guess=None) if line.guess is Guess.DASHED else line


def doubt_likely_breaks(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Return the lines, with a doubt at each within which an item may begin."""
    for line in lines:
        words = line.text.split()
        likely = any(_may_begin(words, at) for at in line.possible_breaks if 0 < at < len(words))
        yield replace(line, guess=line.guess or Guess.JOINED) if likely else line


def doubt_all_breaks(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Return the lines, with a doubt at each that may be two."""
    for line in lines:
        yield replace(line, guess=line.guess or Guess.JOINED) if line.possible_breaks else line


def join_dashed_lines(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines; join a line that begins with a doubtful dash to the one before."""
    found = list[TextLine]()
    for line in lines:
        if line.guess is Guess.DASHED and found:
            text = f"{found[-1].text} {line.whole}"
            found[-1] = replace(found[-1], text=text, guess=Guess.JOINED)
        else:
            found.append(line)
    return found


def split_at_breaks(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Return the lines, split at each possible break after which an item seems to begin."""
    for line in lines:
        words = line.text.split()
        breaks = [at for at in line.possible_breaks if 0 < at < len(words) and _begins(words, at)]
        for start, end in pairwise((0, *breaks, len(words))):
            text = " ".join(words[start:end])
            if start == 0:
                yield replace(line, text=text, possible_breaks=()) if breaks else line
            else:
                sign, text = split_sign(text)
                yield replace(
                    line, sign=sign, text=text, top=None, guess=Guess.SPLIT, possible_breaks=()
                )


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Tell whether an item may begin there, also with an actor's name or after a bracket."""
    names_actor = names_unit(" ".join(words[at:]))
    return _begins(words, at) or names_actor or words[at - 1].endswith(")")


def _begins(words: Sequence[str], at: int) -> bool:
    """Tell whether an item begins there: a known word, or a capital that is in no name."""
    before, (_, behind) = words[:at], split_sign(" ".join(words[at:]))
    if OPENER.match(behind) or not behind[:1].isupper():
        return behind[:1].isupper()
    in_name = before[-1][:1].isupper() and not (at > 1 and before[-2][:1].isupper())
    return not in_name and behind.partition(" ")[2][:1].islower()
