"""The appointments of a cell as they are cut out of its lines."""

import re
from dataclasses import dataclass, field
from datetime import time

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.importer.datamodel.document import BlockLocation, Guess
from agenda.model import HalfDay

ALONE = "dòng này được coi là một việc riêng; nếu là phần tiếp của việc trước thì gộp"
JOINED = "dòng này được nối vào việc đứng trước; nếu là việc riêng thì tách ra"
SECOND = re.compile(r"\(?(?:2|b)\W*")
"""The number of the second point of a list, where the first has none."""
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
"""What is doubted of lines whose ends or beginnings nothing shows."""


@dataclass(slots=True, kw_only=True)
class ItemSpan:
    """One appointment while its lines are gathered; `half` numbers the announced half-days."""

    half_day: HalfDay | None
    half: int
    place: BlockLocation
    text: str = ""
    details: list[str] = field(default_factory=list)
    start: time | None = None
    end: time | None = None
    leader: str | None = None
    top: float | None = None
    line: int = 0
    paragraph: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SpanContent:
    """What a cell says: the half-days that it announces, in order, and its appointments."""

    halves: list[HalfDay] = field(default_factory=list)
    cuts: list[ItemSpan] = field(default_factory=list)
