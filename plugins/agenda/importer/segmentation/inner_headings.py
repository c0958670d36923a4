"""Find the lines of a cell that are headings of the items below them: "* Trong tỉnh:"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from agenda.importer.lexicon.labels import OPENER, begins_detail, split_at_half_days
from agenda.importer.lexicon.leader_names import LEADER
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.lexicon.times import leading_times

_GROUP = re.compile(r"(?:khối|nhóm|mảng|lĩnh\s+vực)\s+[^\d:;.,()]+", re.IGNORECASE)
"""The name of a group of bodies or tasks: "Khối Đảng"."""

MAX_WORDS = 12
"""The most words of a heading."""


def find_inner_headings(lines: Sequence[TextLine]) -> dict[int, bool]:
    """Return the index of each heading among the lines, and whether it is sure."""
    filled = [(number, line) for number, line in enumerate(lines) if line.text]
    levels = {line.level for _, line in filled}
    return {
        number: line.text.endswith((":", "："))
        for (number, line), (_, below) in pairwise(filled)
        if _may_head(line) and _is_heading(line, below, levels)
    }


def _may_head(line: TextLine) -> bool:
    """Return whether a line is neither an item nor a label nor the name of a leader."""
    text = line.text
    return (
        len(text.split()) <= MAX_WORDS
        and not OPENER.match(text)
        and not begins_detail(text)
        and LEADER.match(text) is None
        and leading_times(text) is None
        and split_at_half_days(text)[0].half_day is None
        and (text[:1].isupper() or bool(line.sign))
    )


def _is_heading(line: TextLine, below: TextLine, levels: set[str]) -> bool:
    """Return whether the line below begins an item, by its time or by a sign of another kind.

    Without a colon, an asterisk sets a heading apart from items with dashes or numbers, or the
    name of a group from items with times.
    """
    starred = line.sign == "*" and bool(levels & {"-", "1"}) and below.level in ("-", "1")
    if not line.text.endswith((":", "：")):
        named = _GROUP.fullmatch(line.text) is not None and not line.sign
        return starred or (named and leading_times(below.text) is not None)
    other_sign = below.level not in ("", line.level) and OPENER.match(below.text) is not None
    return starred or leading_times(below.text) is not None or (bool(line.sign) and other_sign)
