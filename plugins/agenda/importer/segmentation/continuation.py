"""Find rows that a page break cuts, and join their parts."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.lexicon.columns.roles import CONTENTS, Role
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.half_days import announced_half_days
from agenda.importer.lexicon.lines import TextLine, filled
from agenda.importer.segmentation.cut_days import join_cut_days
from agenda.importer.segmentation.joining import (
    continues_sentence,
    first_line,
    is_over_page,
    join_lines,
    lines_not_above,
)
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import HalfDay

MIN_TIMED_ROWS = 2
"""The fewest rows with a time from which a document counts as one that always gives it."""


class Continuation(Enum):
    """Certainty that a row continues the row before it."""

    SURE = "sure"
    LIKELY = "likely"
    OPEN = "open"
    """The row may continue; its names would then belong to other items."""


def join_broken(
    rows: Sequence[ScheduleRow], context: DateContext, diagnostics: Diagnostics
) -> list[ScheduleRow]:
    """Join rows that a page break cuts, and the sentences within them."""
    rows = join_cut_days(rows, context, diagnostics)
    every_row_timed = each_row_has_time(rows)
    joined: list[ScheduleRow] = []
    pending: ScheduleRow | None = None
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        current = row
        if pending is not None:
            current = join_lines(pending, row, date_from=row)
            pending = None
        elif (
            joined
            and (continuation := _find_continuation(joined[-1], current, every_row_timed))
            is not None
        ):
            if continuation is not Continuation.OPEN:
                joined[-1] = _report_continuation(
                    join_lines(joined[-1], current), continuation, diagnostics
                )
                continue
            current = _report_continuation(current, continuation, diagnostics)
        if following is not None and _is_start_of_next(current, following, joined, every_row_timed):
            diagnostic = diagnostics.doubt(
                "row-broken",
                current.place,
                "hàng không ghi ngày, nội dung đọc tiếp ở hàng sau: coi hai hàng là một",
                current.text,
            )
            pending = replace(current, diagnostics=(*current.diagnostics, diagnostic))
        else:
            joined.append(current)
    return joined


def each_row_has_time(rows: Sequence[ScheduleRow]) -> bool:
    """Tell whether each row that no page break can have cut has a date or time of its own."""
    uncut_rows = [
        row
        for before, row, after in zip(rows, rows[1:], rows[2:], strict=False)
        if before.place.page == row.place.page == after.place.page
    ]
    rows_with_time = sum(not row.no_own_date for row in rows)
    return rows_with_time >= MIN_TIMED_ROWS and not any(row.no_own_date for row in uncut_rows)


def _find_continuation(
    before: ScheduleRow, row: ScheduleRow, every_row_timed: bool
) -> Continuation | None:
    """Return how certainly a row continues the row before it; None if it does not."""
    if not is_over_page(before, row):
        return Continuation.SURE if _continues_mid_sentence(before, row) else None
    continued_lines = [
        line for line in map(first_line, row.cells) if line and line.joiner is not None
    ]
    continues_surely = any(line.guess is None for line in continued_lines)
    if not row.no_own_date:
        return Continuation.SURE if row.carried and continues_surely else None
    if (
        row.continued
        or every_row_timed
        or continues_surely
        or not filled(row.content)
        or not filled(before.content)
    ):
        return Continuation.SURE
    other_columns = [role for role in row.lines if role not in CONTENTS and filled(before.of(role))]
    columns_empty = bool(other_columns) and not any(
        _unmerged_lines(before, row, role) for role in other_columns
    )
    if _names_match_joined_items(before, row) or (continued_lines and columns_empty):
        return Continuation.LIKELY
    some_column_empty = any(not _unmerged_lines(before, row, role) for role in other_columns)
    return Continuation.OPEN if continued_lines or some_column_empty else None


def _continues_mid_sentence(before: ScheduleRow, row: ScheduleRow) -> bool:
    """Tell whether a row without a date of its own continues a sentence of the row before."""
    if row.people or (row.printed and row.printed != before.printed):
        return False
    return continues_sentence(before, row)


def _report_continuation(
    row: ScheduleRow, continuation: Continuation, diagnostics: Diagnostics
) -> ScheduleRow:
    if continuation is Continuation.SURE:
        message = "hàng đọc tiếp ở đầu trang sau: ghép lại"
        diagnostics.infer("row-joined", row.place, message, row.text)
        return row
    if continuation is Continuation.LIKELY:
        kind = "row-joined"
        message = "hàng đầu trang sau không ghi ngày, được coi là phần tiếp của hàng này"
    else:
        kind = "row-apart"
        message = (
            "hàng đầu trang không ghi ngày, được coi là một hàng riêng; nếu là phần tiếp của hàng "
            "cuối trang trước thì xem lại cơ quan, lãnh đạo của các việc"
        )
    diagnostic = diagnostics.doubt(kind, row.place, message, row.text)
    return replace(row, diagnostics=(*row.diagnostics, diagnostic))


def _unmerged_lines(before: ScheduleRow, row: ScheduleRow, role: Role) -> list[TextLine]:
    """Return the lines of a role without those of a cell merged with the row before."""
    return lines_not_above(filled(row.of(role)), before.of(role))


def _names_match_joined_items(before: ScheduleRow, row: ScheduleRow) -> bool:
    """Tell whether the names do not match the items of the first row, but of both rows."""
    first_items, second_items = (
        len(split_content(each.content, Diagnostics()).spans) for each in (before, row)
    )
    counts = [
        (len(filled(before.of(role))), len(_unmerged_lines(before, row, role)))
        for role in (Role.PREPARER, Role.LEADER, Role.PARTICIPANTS)
    ]
    return any(
        1 < first_names != first_items and first_names + second_names == first_items + second_items
        for first_names, second_names in counts
    )


def _is_start_of_next(
    row: ScheduleRow, following: ScheduleRow, joined: Sequence[ScheduleRow], every_row_timed: bool
) -> bool:
    """Tell whether an undated row is the first part of the dated row after it."""
    if row.people or not row.content or not row.carried:
        return False
    if following.carried or not following.when.spans:
        return False
    if continues_sentence(row, following) or not joined:
        return True
    if is_over_page(row, following) and every_row_timed and not is_over_page(joined[-1], row):
        return True
    return _announces_morning_again(row, joined[-1]) and not _announces_morning(following)


def _announces_morning_again(row: ScheduleRow, before: ScheduleRow) -> bool:
    """Tell whether a row announces the morning of a day whose morning the row before has."""
    return _announces_morning(row) and _announces_morning(before) and before.days == row.days


def _announces_morning(row: ScheduleRow) -> bool:
    """Return whether the content of a row announces the morning."""
    return any(HalfDay.MORNING in announced_half_days(line.text) for line in row.content)
