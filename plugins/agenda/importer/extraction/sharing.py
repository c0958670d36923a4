"""What the columns beside the content say, shared out among the appointments of a row."""

import re

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import Guess
from agenda.importer.extraction.alignment import Alignment, AlignmentMark, align
from agenda.importer.extraction.items import read_note
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.column_roles import CONTENTS, Role
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.lines import filled, joined
from agenda.importer.tables.schedule_row import ScheduleRow

_VEHICLE = re.compile(r"(?:lái\s+)?xe\s*(?::|\b.*\d)", re.IGNORECASE)
_EDGES = " \t\n,;:-–—+•*"

_GUESSES = {
    Guess.JOINED: ("joined-line", "hai dòng in được đọc liền thành một"),
    Guess.MERGED: ("merged-over-page", "ô để trống được coi là phần tiếp của ô gộp ở trên"),
}


class Sharer:
    """Shares out the columns of the rows of one document."""

    def __init__(self, frame: DateContext, diagnostics: Diagnostics) -> None:
        self._frame, self._remarks = frame, diagnostics
        self._noted: set[str] = set()

    def share(self, strip: ScheduleRow, items: list[ReadItem]) -> None:
        """Give each appointment of a row its part of the other columns."""
        marks = [
            AlignmentMark(top=item.cut.top, half=item.cut.half, text=item.text) for item in items
        ]
        for role, lines in strip.lines.items():
            if role in CONTENTS or not filled(lines):
                continue
            if role is Role.NUMBER:
                self._remarks.consume(joined(lines))
                continue
            if role is Role.VEHICLE:
                self._leave_vehicle(strip, joined(lines), items)
                continue
            for line in lines:
                self._remarks.consume(line.sign)
            alignment = align(lines, marks)
            if not items:
                continue
            self._remark(role, strip, items[0], alignment)
            for item, share in zip(items, alignment.shares, strict=True):
                self._give(
                    role, strip, item, [text for part in share if (text := part.strip(_EDGES))]
                )

    def _remark(self, role: Role, strip: ScheduleRow, item: ReadItem, alignment: Alignment) -> None:
        """Say by what the lines of a column were shared out, the first item bearing the doubts."""
        lines = strip.of(role)
        column = f"cột {strip.heads.get(role) or role.value}"
        doubts = list[tuple[str, str]]()
        guesses = {line.guess for line in lines}
        doubts += (
            (kind, f"{column}: {message}")
            for guess, (kind, message) in _GUESSES.items()
            if guess in guesses
        )
        if alignment.how and not alignment.sure:
            doubts.append(("alignment", f"{column}: {alignment.how}"))
        elif alignment.how:
            message = f"{column}: {alignment.how}"
            self._remarks.infer("alignment", strip.place, message, joined(lines))
        for kind, message in doubts:
            item.diagnostics.append(self._remarks.doubt(kind, strip.place, message, joined(lines)))

    def _give(self, role: Role, strip: ScheduleRow, item: ReadItem, texts: list[str]) -> None:
        if not texts:
            return
        head = strip.heads.get(role, role.value)
        together = "; ".join(texts)
        match role:
            case Role.PREPARER:
                item.preparers[:0] = texts
            case Role.LEADER:
                item.leaders[:0] = texts
            case Role.COOPERATION if item.preparers or Role.PREPARER in strip.heads:
                item.preparers += (f"Phối hợp: {text}" for text in texts)
            case Role.COOPERATION:
                item.preparers += texts
            case Role.PARTICIPANTS:
                item.participants.append(together)
            case Role.VENUE if item.venue is None:
                item.venue = together
            case Role.NOTE if _VEHICLE.match(together):
                self._leave_vehicle(strip, together, [item])
            case Role.NOTE:
                read_note(item, together, self._frame)
            case _:
                item.notes.append(f"{head}: {together}" if head else together)
                self._remark_column(head, strip, item, together)

    def _remark_column(self, head: str, strip: ScheduleRow, item: ReadItem, text: str) -> None:
        """Doubt once where a column without a key of its own goes; it is the same further down."""
        message = f'cột "{head}" không có khóa riêng: ghi vào ghi chú'
        if head in self._noted:
            self._remarks.infer("column", strip.place, message, text)
        else:
            self._noted.add(head)
            item.diagnostics.append(self._remarks.doubt("column", strip.place, message, text))

    def _leave_vehicle(self, strip: ScheduleRow, text: str, items: list[ReadItem]) -> None:
        self._remarks.consume(text)
        diagnostic = self._remarks.leave_out(
            "vehicle", strip.place, "không đăng thông tin về xe", text
        )
        for item in items[:1]:
            item.diagnostics.append(diagnostic)
