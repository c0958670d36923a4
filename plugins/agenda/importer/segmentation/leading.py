"""Whose the lines of a cell are: the leader named before what they do, on a line or above it."""

from dataclasses import dataclass

from agenda.model import HalfDay


@dataclass(slots=True, kw_only=True)
class Leading:
    """The leader of the line being read; `standing` heads several lines.

    `given` is the half-day of all of the cell, `heading` one that stands alone on a line and is
    that of all leaders named below it.
    """

    given: HalfDay | None
    leader: str | None = None
    standing: str | None = None
    heading: HalfDay | None = None

    def begin_line(self) -> None:
        self.leader = self.standing

    def lead(self, name: str, *, alone: bool) -> HalfDay | None:
        """Begin with a line that a leader begins; gives the half-day that it then is of.

        What half-days the line announces are those of this leader, not of the lines below. A
        leader alone on a line heads the lines below.
        """
        self.leader = name
        self.standing = name if alone else None
        return self.heading or self.given

    def announce(self, half_day: HalfDay, *, alone: bool) -> None:
        """Take note of a half-day that a line without a leader announces."""
        if not alone:
            self.heading = None
        elif self.standing is None or self.heading is not None:
            self.heading, self.standing, self.leader = half_day, None, None
