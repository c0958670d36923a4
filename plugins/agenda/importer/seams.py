"""Ends of line that a PDF does not show, told by how many names stand beside them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.alignment import names_of
from agenda.importer.columns import CONTENTS, Role
from agenda.importer.cutting import cut_content
from agenda.importer.document import Guess
from agenda.importer.labels import OPENER
from agenda.importer.lines import Printed, cut_sign
from agenda.importer.remarks import Remarks
from agenda.importer.strip import Strip

_BESIDE = (Role.PREPARER, Role.LEADER, Role.PARTICIPANTS, Role.VENUE)
"""The columns that have a name or a place for each appointment, or one for all."""


def settle_lines(strip: Strip) -> Strip:
    """The row with those lines parted, or joined, that make an appointment of each name beside.

    Where neither they nor the lines as they stand do, each line that may be two is doubted.
    """
    if not any(line.seams or line.guess is Guess.DASHED for line in strip.content):
        return strip
    names = {len(names_of(strip.of(role))) for role in _BESIDE} - {0, 1}
    if not names:
        return strip
    if _appointments(strip) in names:
        return _with_content(strip, certain)
    for change in (parted, joined):
        changed = _with_content(strip, change)
        if _appointments(changed) in names:
            return changed
    return _with_content(strip, doubted) if _appointments(strip) < max(names) else strip


def _appointments(strip: Strip) -> int:
    return len(cut_content(strip.content, Remarks(), half_day=strip.half_day).cuts)


def _with_content(strip: Strip, change: Callable[[Sequence[Printed]], Iterable[Printed]]) -> Strip:
    """The row with its lines of content changed, each a paragraph as a PDF has them."""
    lines = {
        role: tuple(replace(line, paragraph=number) for number, line in enumerate(change(found)))
        if role in CONTENTS
        else found
        for role, found in strip.lines.items()
    }
    return replace(strip, lines=lines)


def certain(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines without the doubts about dashes."""
    for line in lines:
        yield replace(line, guess=None) if line.guess is Guess.DASHED else line


def doubted(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines, each that may be two with a doubt."""
    for line in lines:
        yield replace(line, guess=line.guess or Guess.JOINED) if line.seams else line


def joined(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, each that begins with a doubted dash being one with that before it."""
    found = list[Printed]()
    for line in lines:
        if line.guess is Guess.DASHED and found:
            text = f"{found[-1].text} {line.whole}"
            found[-1] = replace(found[-1], text=text, guess=Guess.JOINED)
        else:
            found.append(line)
    return found


def parted(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines cut at each seam behind which words begin as those of an appointment do."""
    for line in lines:
        words = line.text.split()
        cuts = [seam for seam in line.seams if 0 < seam < len(words) and _begins(words, seam)]
        for start, end in pairwise((0, *cuts, len(words))):
            text = " ".join(words[start:end])
            if start == 0:
                yield replace(line, text=text, seams=()) if cuts else line
            else:
                sign, text = cut_sign(text)
                yield replace(line, sign=sign, text=text, top=None, guess=Guess.PARTED, seams=())


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether an appointment may begin there: with a known word, or a capital but in no name."""
    before, (_, behind) = words[:at], cut_sign(" ".join(words[at:]))
    if OPENER.match(behind):
        return True
    lone = before[-1][:1].isupper() and not (at > 1 and before[-2][:1].isupper())
    return not lone and behind.partition(" ")[2][:1].islower()
