"""Track the leader whose name stands before an item, on its line or above it."""

from dataclasses import dataclass

from agenda.model import HalfDay


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
