"""Ends of line that a PDF does not show, told by how many names stand beside them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.alignment import names_of
from agenda.importer.columns import CONTENTS, Role
from agenda.importer.cutting import cut_content
from agenda.importer.document import Guess
from agenda.importer.labels import OPENER
from agenda.importer.lines import Printed
from agenda.importer.remarks import Remarks
from agenda.importer.strip import Strip

_BESIDE = (Role.PREPARER, Role.LEADER, Role.PARTICIPANTS, Role.VENUE)
"""The columns that have a name or a place for each appointment, or one for all."""


def open_seams(strip: Strip) -> Strip:
    """The row with those lines parted that make an appointment of each name beside them.

    Where neither they nor the lines as they stand do, each line that may be two is doubted.
    """
    if not any(line.seams for line in strip.content):
        return strip
    names = {len(names_of(strip.of(role))) for role in _BESIDE} - {0, 1}
    if not names or _appointments(strip) in names:
        return strip
    parted = _with_content(strip, parts_of)
    if _appointments(parted) in names:
        return parted
    return _with_content(strip, doubted) if _appointments(strip) < max(names) else strip


def _appointments(strip: Strip) -> int:
    return len(cut_content(strip.content, Remarks(), half_day=strip.half_day).cuts)


def _with_content(strip: Strip, change: Callable[[Printed], Iterator[Printed]]) -> Strip:
    """The row with its lines of content changed, each a paragraph as a PDF has them."""
    lines = {
        role: tuple(
            replace(each, paragraph=number)
            for number, each in enumerate(each for line in found for each in change(line))
        )
        if role in CONTENTS
        else found
        for role, found in strip.lines.items()
    }
    return replace(strip, lines=lines)


def parts_of(line: Printed) -> Iterator[Printed]:
    """The line cut at each seam behind which words begin as those of an appointment do."""
    words = line.text.split()
    cuts = [seam for seam in line.seams if 0 < seam < len(words) and _begins(words, seam)]
    if not cuts:
        yield line
        return
    for start, end in pairwise((0, *cuts, len(words))):
        part = replace(line, text=" ".join(words[start:end]), seams=())
        yield part if start == 0 else replace(part, sign="", top=None, guess=Guess.PARTED)


def doubted(line: Printed) -> Iterator[Printed]:
    yield replace(line, guess=line.guess or Guess.JOINED) if line.seams else line


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether an appointment may begin there: with a known word, or a capital but in no name."""
    before, behind = words[:at], " ".join(words[at:])
    if OPENER.match(behind):
        return True
    lone = before[-1][:1].isupper() and not (at > 1 and before[-2][:1].isupper())
    second = words[at + 1] if at + 1 < len(words) else ""
    return not lone and second[:1].islower()
