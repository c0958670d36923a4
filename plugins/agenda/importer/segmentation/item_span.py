"""Item spans: the lines of a cell that belong to one item."""

import re
from dataclasses import dataclass, field
from datetime import time

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.importer.datamodel.document import BlockLocation, Guess
from agenda.model import HalfDay

ALONE = "dòng này được coi là một việc riêng; nếu là phần tiếp của việc trước thì gộp"
JOINED = "dòng này được nối vào việc đứng trước; nếu là việc riêng thì tách ra"
SECOND = re.compile(r"\(?(?:2|b)\W*")
"""The number of the second point of a list whose first point has none."""
GUESSES = {
    Guess.JOINED: (
        "joined-line",
        "hai dòng in được đọc liền thành một; nếu dòng sau là việc riêng thì tách ra",
    ),
    Guess.SPLIT: ("new-item", ALONE),
    Guess.DASHED: (
        "new-item",
        "gạch đầu dòng này có thể là dấu nối trong câu; nếu là phần tiếp của việc trước thì gộp",
    ),
}
"""The kind and message of the doubt for each guess about the ends of lines."""


@dataclass(slots=True, kw_only=True)
class ItemSpan:
    """The lines of one item; `half_day_index` counts the half-days announced before it.

    `group` is the heading above the item and others.
    """

    half_day: HalfDay | None
    half_day_index: int
    place: BlockLocation
    text: str = ""
    details: list[str] = field(default_factory=list)
    start: time | None = None
    end: time | None = None
    leader: str | None = None
    group: str | None = None
    top: float | None = None
    line: int = 0
    paragraph: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SpanContent:
    """The content of a cell: the half-days that it announces, in order, and its item spans."""

    half_days: list[HalfDay] = field(default_factory=list)
    spans: list[ItemSpan] = field(default_factory=list)
