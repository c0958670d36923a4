"""Ends of line that a PDF does not show, told by how many names stand beside them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import Guess
from agenda.importer.lexicon.column_roles import CONTENTS, Role
from agenda.importer.lexicon.labels import OPENER
from agenda.importer.lexicon.lines import TextLine, split_sign
from agenda.importer.lexicon.times import times_in
from agenda.importer.segmentation.listed_names import names_of, of_many
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.columns import names_unit
from agenda.importer.tables.schedule_row import ScheduleRow

_NAMED = (Role.PREPARER, Role.LEADER)
"""The columns that have a name for each appointment, or one for all of them."""
_BESIDE = (*_NAMED, Role.PARTICIPANTS, Role.VENUE)
"""Those that often have one as well."""


_LATE = {
    True: "dòng đầu không có gạch đầu dòng, các dòng sau có: mỗi dòng được coi là một việc",
    False: "dòng đầu không có gạch đầu dòng, các dòng sau có: được coi là các ý của một việc; nếu "
    "mỗi dòng là một việc thì tách ra",
}
"""What is said of a list whose signs begin with the second line, by whether they are taken so."""


def choose_breaks(strip: ScheduleRow, diagnostics: Diagnostics) -> ScheduleRow:
    """The row with its lines parted, or joined, as there is a name beside each appointment.

    Where neither that nor the lines as they stand do, what may be several is doubted.
    """
    counts, found = _counts(strip), _appointments(strip)
    if found in counts:
        return _with_content(strip, certain)
    late = replace(strip, late=True)
    if _appointments(late) > found:
        diagnostic = diagnostics.doubt(
            "late-signs", strip.place, _LATE[counts == {_appointments(late)}]
        )
        strip = late if counts == {_appointments(late)} else strip
        return replace(strip, diagnostics=(*strip.diagnostics, diagnostic))
    if not any(line.possible_breaks or line.guess is Guess.DASHED for line in strip.content):
        return strip
    if not counts:
        return _with_content(strip, doubted_beginnings)
    for change in (split, joined):
        changed = _with_content(strip, change)
        if counts == {_appointments(changed)}:
            return changed
    return _with_content(strip, doubted) if found < max(counts) else strip


def _counts(strip: ScheduleRow) -> set[int]:
    """How many appointments the cells beside tell of; one name may be there for any number."""
    names = {role: names_of(strip.of(role)) for role in _BESIDE}
    counts = {len(found) for found in names.values() if len(found) > 1}
    alone = (found[0].text for role in _NAMED if len(found := names[role]) == 1)
    if not all(map(of_many, alone)):
        counts.add(1)
    times = sum(1 for _ in times_in(strip.printed))
    return {times} if times else counts


def _appointments(strip: ScheduleRow) -> int:
    cells = (strip.of(role) for role in CONTENTS)
    return sum(
        len(split_content(cell, Diagnostics(), half_day=strip.half_day, late=strip.late).cuts)
        for cell in cells
    )


def _with_content(
    strip: ScheduleRow, change: Callable[[Sequence[TextLine]], Iterable[TextLine]]
) -> ScheduleRow:
    """The row with its lines of content changed."""
    lines = {
        role: tuple(change(found)) if role in CONTENTS else found
        for role, found in strip.lines.items()
    }
    return replace(strip, lines=lines)


def certain(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines without the doubts about dashes."""
    for line in lines:
        yield replace(line, guess=None) if line.guess is Guess.DASHED else line


def doubted_beginnings(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, each in which another may begin as appointments do with a doubt."""
    for line in lines:
        words = line.text.split()
        begins = any(_may_begin(words, at) for at in line.possible_breaks if 0 < at < len(words))
        yield replace(line, guess=line.guess or Guess.JOINED) if begins else line


def doubted(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, each that may be two with a doubt."""
    for line in lines:
        yield replace(line, guess=line.guess or Guess.JOINED) if line.possible_breaks else line


def joined(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, each that begins with a doubted dash being one with that before it."""
    found = list[TextLine]()
    for line in lines:
        if line.guess is Guess.DASHED and found:
            text = f"{found[-1].text} {line.whole}"
            found[-1] = replace(found[-1], text=text, guess=Guess.JOINED)
        else:
            found.append(line)
    return found


def split(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines cut at each seam behind which words begin as those of an appointment do."""
    for line in lines:
        words = line.text.split()
        cuts = [at for at in line.possible_breaks if 0 < at < len(words) and _begins(words, at)]
        for start, end in pairwise((0, *cuts, len(words))):
            text = " ".join(words[start:end])
            if start == 0:
                yield replace(line, text=text, possible_breaks=()) if cuts else line
            else:
                sign, text = split_sign(text)
                yield replace(
                    line, sign=sign, text=text, top=None, guess=Guess.SPLIT, possible_breaks=()
                )


def _may_begin(words: Sequence[str], at: int) -> bool:
    """The same with the name of who acts, and with all that stands behind a bracket."""
    acts = names_unit(" ".join(words[at:]))
    return _begins(words, at) or acts or words[at - 1].endswith(")")


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether an appointment may begin there: with a known word, or a capital but in no name."""
    before, (_, behind) = words[:at], split_sign(" ".join(words[at:]))
    if OPENER.match(behind) or not behind[:1].isupper():
        return behind[:1].isupper()
    lone = before[-1][:1].isupper() and not (at > 1 and before[-2][:1].isupper())
    return not lone and behind.partition(" ")[2][:1].islower()
