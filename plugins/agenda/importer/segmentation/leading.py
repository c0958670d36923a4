"""Track the leader whose name stands before an item, on its line or above it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agenda.importer.lexicon.labels import cuts_label
from agenda.importer.lexicon.line_breaks import cuts_leader
from agenda.importer.lexicon.lines import TextLine
from agenda.model import HalfDay


def join_cut_lines(lines: Iterable[TextLine]) -> tuple[TextLine, ...]:
    """Return the lines; join a leader or a label that a line break cuts: "Chủ tịch", "An:"."""
    joined = list[TextLine]()
    for line in lines:
        if joined and not line.sign and _cuts(joined[-1].text, line.text):
            before = joined[-1]
            joined[-1] = replace(before, text=f"{before.text} {line.text}", until=line.top)
        else:
            joined.append(line)
    return tuple(joined)


def _cuts(text: str, following: str) -> bool:
    return cuts_leader(text, following) or cuts_label(text, following)


@dataclass(slots=True, kw_only=True)
class LeaderState:
    """The leader of the current line; `heading_leader` is the leader of several lines.

    `cell_half_day` is the half-day of the whole cell. `heading_half_day` stands alone on a line
    and applies to all leaders named below it.
    """

    cell_half_day: HalfDay | None
    leader: str | None = None
    heading_leader: str | None = None
    heading_half_day: HalfDay | None = None

    def begin_line(self) -> None:
        self.leader = self.heading_leader

    def set_leader(self, name: str, *, alone: bool) -> HalfDay | None:
        """Set the leader whose name begins a line, and return the half-day of that line.

        A half-day on the same line applies to this leader, not to the lines below. A leader
        alone on a line applies to the lines below.
        """
        self.leader = name
        self.heading_leader = name if alone else None
        return self.heading_half_day or self.cell_half_day

    def name_within_line(self, name: str, *, half_day: HalfDay | None, alone: bool) -> None:
        """Set the leader whose name stands behind a half-day or another item on a line.

        A leader with nothing behind the name applies to the lines below, as does the half-day.
        """
        self.leader = name
        if alone:
            self.heading_leader, self.heading_half_day = name, half_day

    def announce(self, half_day: HalfDay, *, alone: bool) -> None:
        """Record a half-day that a line without a leader announces."""
        if not alone:
            if self.heading_half_day is not None:  # leaders stand below half-days here
                self.heading_leader = self.leader = None
            self.heading_half_day = None
        elif self.heading_leader is None or self.heading_half_day is not None:
            self.heading_half_day, self.heading_leader, self.leader = half_day, None, None
