"""Finds the rows that the end of a page cut, and has their parts put together."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.lexicon.column_roles import CONTENTS, Role
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.lines import TextLine, filled
from agenda.importer.segmentation.cut_days import join_cut_days
from agenda.importer.segmentation.joining import (
    first_line,
    is_over_page,
    join_lines,
    reads_on,
    unknown,
)
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.schedule_row import ScheduleRow

FEWEST = 2
"""Rows that must say when before their habit counts."""


class Continuation(Enum):
    """How sure it is that a row is more of the one before."""

    SURE = "sure"
    LIKELY = "likely"
    OPEN = "open"
    """It may be, and what it says would then belong together otherwise."""


def join_broken(
    strips: Sequence[ScheduleRow], frame: DateContext, diagnostics: Diagnostics
) -> list[ScheduleRow]:
    """Put together again what the end of a page cut: rows, and sentences within them."""
    strips = join_cut_days(strips, frame, diagnostics)
    habit = always_timed(strips)
    joined: list[ScheduleRow] = []
    waiting: ScheduleRow | None = None
    for number, strip in enumerate(strips):
        following = strips[number + 1] if number + 1 < len(strips) else None
        current = strip
        if waiting is not None:
            current = join_lines(waiting, strip, when=strip)
            waiting = None
        elif joined and (cut := _cut_from(joined[-1], current, habit)) is not None:
            if cut is not Continuation.OPEN:
                joined[-1] = _remarked(join_lines(joined[-1], current), cut, diagnostics)
                continue
            current = _remarked(current, cut, diagnostics)
        if following is not None and _belongs_to_next(current, following, joined, habit):
            diagnostic = diagnostics.doubt(
                "row-broken",
                current.place,
                "hàng không ghi ngày, nội dung đọc tiếp ở hàng sau: coi hai hàng là một",
                current.text,
            )
            waiting = replace(current, diagnostics=(*current.diagnostics, diagnostic))
        else:
            joined.append(current)
    return joined


def always_timed(strips: Sequence[ScheduleRow]) -> bool:
    """Whether each row says when in a cell of its own, wherever no page may have cut it."""
    whole = [
        strip
        for before, strip, after in zip(strips, strips[1:], strips[2:], strict=False)
        if before.place.page == strip.place.page == after.place.page
    ]
    timed = sum(not strip.untimed for strip in strips)
    return timed >= FEWEST and not any(strip.untimed for strip in whole)


def _cut_from(before: ScheduleRow, strip: ScheduleRow, habit: bool) -> Continuation | None:
    """How sure it is that a row goes on from the one before; None where it does not."""
    if not is_over_page(before, strip):
        return Continuation.SURE if _goes_on_by_words(before, strip) else None
    goes_on = [line for line in map(first_line, strip.cells) if line and line.joiner is not None]
    reads = any(line.guess is None for line in goes_on)
    if not strip.untimed:
        return Continuation.SURE if strip.carried and reads else None
    if strip.continued or habit or reads or not filled(strip.content) or not filled(before.content):
        return Continuation.SURE
    beside = [role for role in strip.lines if role not in CONTENTS and filled(before.of(role))]
    bare = bool(beside) and not any(_own(before, strip, role) for role in beside)
    if _fills_up(before, strip) or (goes_on and bare):
        return Continuation.LIKELY
    lacking = any(not _own(before, strip, role) for role in beside)
    return Continuation.OPEN if goes_on or lacking else None


def _goes_on_by_words(before: ScheduleRow, strip: ScheduleRow) -> bool:
    """Whether a row without a day, or with that of the row before, reads on mid-sentence."""
    if strip.people or (strip.printed and strip.printed != before.printed):
        return False
    return reads_on(before, strip)


def _remarked(strip: ScheduleRow, cut: Continuation, diagnostics: Diagnostics) -> ScheduleRow:
    if cut is Continuation.SURE:
        message = "hàng đọc tiếp ở đầu trang sau: ghép lại"
        diagnostics.infer("row-joined", strip.place, message, strip.text)
        return strip
    if cut is Continuation.LIKELY:
        kind = "row-joined"
        message = "hàng đầu trang sau không ghi ngày, được coi là phần tiếp của hàng này"
    else:
        kind = "row-apart"
        message = (
            "hàng đầu trang không ghi ngày, được coi là một hàng riêng; nếu là phần tiếp của hàng "
            "cuối trang trước thì xem lại cơ quan, lãnh đạo của các việc"
        )
    diagnostic = diagnostics.doubt(kind, strip.place, message, strip.text)
    return replace(strip, diagnostics=(*strip.diagnostics, diagnostic))


def _own(before: ScheduleRow, strip: ScheduleRow, role: Role) -> list[TextLine]:
    """What a row says under a role but for a merged cell that reaches down from the one before."""
    return unknown(filled(strip.of(role)), before.of(role))


def _fills_up(before: ScheduleRow, strip: ScheduleRow) -> bool:
    """Whether names at the end of a page are too many for its row, and just enough for both."""
    items, more = (len(split_content(each.content, Diagnostics()).cuts) for each in (before, strip))
    counts = [
        (len(filled(before.of(role))), len(_own(before, strip, role)))
        for role in (Role.PREPARER, Role.LEADER, Role.PARTICIPANTS)
    ]
    return any(1 < names != items and names + others == items + more for names, others in counts)


def _belongs_to_next(
    strip: ScheduleRow, following: ScheduleRow, joined: Sequence[ScheduleRow], habit: bool
) -> bool:
    """Whether a row without a day is the first part of the row after it, which names one."""
    if strip.people or not strip.content or not strip.carried:
        return False
    if following.carried or not following.when.spans:
        return False
    if reads_on(strip, following) or not joined:
        return True
    if is_over_page(strip, following) and habit and not is_over_page(joined[-1], strip):
        return True
    return _starts_again(strip, joined[-1]) and not _names_half(following, "sáng")


def _starts_again(strip: ScheduleRow, before: ScheduleRow) -> bool:
    """Whether the morning is announced where the row before has had its own."""
    return _names_half(strip, "sáng") and _names_half(before, "sáng") and before.days == strip.days


def _names_half(strip: ScheduleRow, word: str) -> bool:
    pattern = re.compile(rf"\b{word}\s*:", re.IGNORECASE)
    return any(pattern.search(line.text) for line in strip.content)
