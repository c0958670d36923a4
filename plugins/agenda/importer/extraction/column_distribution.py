"""Distribute the columns beside the content among the items of a row."""

import re

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import Guess
from agenda.importer.extraction.alignment import Alignment, AlignmentMark, align
from agenda.importer.extraction.brackets import take_only_time
from agenda.importer.extraction.items import read_note
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.columns.roles import CONTENTS, Role
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.lines import filled, joined
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.vietnam.privacy.phones import remove_phones
from agenda.vietnam.text import fold

_VEHICLE = re.compile(r"(?:lái\s+)?xe\s*(?::|\b.*\d)", re.IGNORECASE)
_OMITTED = {
    Role.VEHICLE: ("vehicle", "không đăng thông tin về xe"),
    Role.PHONE: ("phone", "không đăng số điện thoại"),
}
"""The columns that are not published, with the kind and message of the diagnostic."""

_EDGES = " \t\n,;:-–—+•*"

_GUESSES = {
    Guess.JOINED: ("joined-line", "hai dòng in được đọc liền thành một"),
    Guess.MERGED: ("merged-over-page", "ô để trống được coi là phần tiếp của ô gộp ở trên"),
}


class ColumnDistributor:
    """A distributor of the columns of one document, which reports a column only once."""

    def __init__(self, context: DateContext, diagnostics: Diagnostics) -> None:
        self._context, self._diagnostics = context, diagnostics
        self._noted: set[str] = set()

    def distribute(self, row: ScheduleRow, items: list[ReadItem]) -> None:
        """Give each item of a row its lines of the other columns."""
        marks = [
            AlignmentMark(
                top=item.span.top, half_day_index=item.span.half_day_index, text=item.text
            )
            for item in items
        ]
        for role, lines in row.lines.items():
            if role in CONTENTS or not filled(lines):
                continue
            if role is Role.NUMBER:
                self._diagnostics.consume(joined(lines))
                continue
            if role in _OMITTED:
                self._omit(role, row, joined(lines), items)
                continue
            for line in lines:
                self._diagnostics.consume(line.sign)
            alignment = align(lines, marks)
            if not items:
                continue
            self._report_alignment(role, row, items[0], alignment)
            for item, share in zip(items, alignment.shares, strict=True):
                public = (self._without_phones(row, item, part).strip(_EDGES) for part in share)
                self._give(role, row, item, list(filter(None, public)))

    def _report_alignment(
        self, role: Role, row: ScheduleRow, item: ReadItem, alignment: Alignment
    ) -> None:
        """Report how the lines of a column were aligned; doubts go to the first item."""
        lines = row.of(role)
        column = f"cột {row.heads.get(role) or role.value}"
        doubts = list[tuple[str, str]]()
        guesses = {line.guess for line in lines}
        doubts += (
            (kind, f"{column}: {message}")
            for guess, (kind, message) in _GUESSES.items()
            if guess in guesses
        )
        if alignment.method and not alignment.sure:
            doubts.append(("alignment", f"{column}: {alignment.method}"))
        elif alignment.method:
            message = f"{column}: {alignment.method}"
            self._diagnostics.infer("alignment", row.place, message, joined(lines))
        for kind, message in doubts:
            item.diagnostics.append(
                self._diagnostics.doubt(kind, row.place, message, joined(lines))
            )

    def _give(self, role: Role, row: ScheduleRow, item: ReadItem, texts: list[str]) -> None:
        if not texts or (role is Role.OFFICE and _name_offices(item, texts)):
            return
        head = row.heads.get(role, role.value)
        joined_text = "; ".join(texts)
        match role:
            case Role.PREPARER:
                item.preparers[:0] = texts
            case Role.LEADER:
                item.leaders[:0] = texts
            case Role.COOPERATION if item.preparers or Role.PREPARER in row.heads:
                item.preparers += (f"Phối hợp: {text}" for text in texts)
            case Role.COOPERATION:
                item.preparers += texts
            case Role.PARTICIPANTS:
                item.participants.append(joined_text)
            case Role.VENUE:
                self._give_venue(head, row, item, joined_text)
            case Role.NOTE if _VEHICLE.match(joined_text):
                self._omit(Role.VEHICLE, row, joined_text, [item])
            case Role.NOTE:
                self._give_note(item, joined_text)
            case _:
                item.notes.append(f"{head}: {joined_text}" if head else joined_text)
                self._report_column(head or joined_text.partition(":")[0], row, item, joined_text)

    def _give_note(self, item: ReadItem, text: str) -> None:
        """Add a note; one that is only a half-day or a time becomes that of an item without one."""
        if take_only_time(item, text):
            self._diagnostics.consume(text)
        else:
            read_note(item, text, self._context)

    def _give_venue(self, head: str, row: ScheduleRow, item: ReadItem, text: str) -> None:
        """Set the venue; write it into the note if the item names another one."""
        if item.venue is None:
            item.venue = text
            return
        if fold(text) == fold(item.venue):
            self._diagnostics.consume(text)
            return
        item.notes.append(f"{head}: {text}")
        message = f'nội dung ghi địa điểm "{item.venue}", cột "{head}" ghi khác: ghi vào ghi chú'
        item.diagnostics.append(self._diagnostics.doubt("venue", row.place, message, text))

    def _report_column(self, head: str, row: ScheduleRow, item: ReadItem, text: str) -> None:
        """Report a column that has no key of its own: a doubt the first time, then an inference."""
        message = f'cột "{head}" không có khóa riêng: ghi vào ghi chú'
        if head in self._noted:
            self._diagnostics.infer("column", row.place, message, text)
        else:
            self._noted.add(head)
            item.diagnostics.append(self._diagnostics.doubt("column", row.place, message, text))

    def _omit(self, role: Role, row: ScheduleRow, text: str, items: list[ReadItem]) -> None:
        self._diagnostics.consume(text)
        kind, message = _OMITTED[role]
        diagnostic = self._diagnostics.leave_out(kind, row.place, message, text)
        for item in items[:1]:
            item.diagnostics.append(diagnostic)

    def _without_phones(self, row: ScheduleRow, item: ReadItem, text: str) -> str:
        """Return a text without phone numbers, which the site does not publish; report them."""
        public = remove_phones(text)
        if public != text:
            self._omit(Role.PHONE, row, text, [item])
        return public


def _name_offices(item: ReadItem, offices: list[str]) -> bool:
    """Add its office to the name of each leader: "Ông An Giám đốc"; tell if the numbers agree."""
    if len(item.leaders) != len(offices):
        return False
    item.leaders = [f"{name} {office}" for name, office in zip(item.leaders, offices, strict=True)]
    return True
