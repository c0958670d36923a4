"""Decide which days of a month an amended document covers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.datamodel.draft import DraftEntry
from agenda.importer.layout.header import Header
from agenda.importer.lexicon.amended_days import NamedDays
from agenda.model import YearMonth
from agenda.model.calendar import dates_between
from agenda.source.scope import format_days

ADDITION: tuple[date, ...] = ()
"""The days that an addition covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftScope:
    """The days that a document covers, None for the whole month, and the doubts about them."""

    days: tuple[date, ...] | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def decide_scope(
    header: Header, month: YearMonth, entries: Sequence[DraftEntry], diagnostics: Diagnostics
) -> DraftScope:
    """Return the days of a month that a document covers by its title and introduction.

    A first document has a scope only in case a person declares it an amendment.
    """
    place = BlockLocation()
    if header.kind.is_addition:
        diagnostics.infer("scope", place, "văn bản chỉ bổ sung: việc thêm vào ngày đã có")
        return DraftScope(days=ADDITION)
    listed = {
        day for entry in entries for day in dates_between(entry.first, entry.last) if day in month
    }
    chosen = _choose(list(_candidates(header, month)), listed)
    if header.kind.number == 0:
        return DraftScope(days=chosen.days if chosen else None)
    if chosen is None:
        return DraftScope(diagnostics=tuple(_unclear(header, month, diagnostics)))
    if chosen.days == tuple(month.dates()):
        return DraftScope()
    return DraftScope(days=chosen.days, diagnostics=tuple(_doubts(chosen, place, diagnostics)))


def _candidates(header: Header, month: YearMonth) -> Iterator[NamedDays]:
    """Yield the named days that belong to the month, and those of the document's week."""
    named = list(header.kind.named_days)
    if header.week is not None:
        named.append(NamedDays(days=tuple(dates_between(*header.week)), text=""))
    for each in named:
        if days := tuple(day for day in each.days if day in month):
            yield each.within(days)


def _choose(candidates: Sequence[NamedDays], listed: Collection[date]) -> NamedDays | None:
    """Return the fewest days that include all listed days, else the first range or list."""
    fitting = [each for each in candidates if set(listed) <= set(each.days)]
    if fitting:
        return min(fitting, key=lambda each: len(each.days))
    return next((each for each in candidates if each.explicit), None)


def _doubts(
    chosen: NamedDays, place: BlockLocation, diagnostics: Diagnostics
) -> Iterator[Diagnostic]:
    days = format_days(chosen.days)
    if chosen.open_ended:
        yield diagnostics.doubt(
            "scope",
            place,
            "văn bản không ghi điều chỉnh đến ngày nào: tính đến hết tháng",
            chosen.text,
        )
    elif chosen.with_half_day:
        yield diagnostics.doubt(
            "scope",
            place,
            "văn bản điều chỉnh từ một buổi hoặc đến một buổi, phạm vi chỉ ghi được cả ngày: chép "
            "vào ngày đó những việc của buổi không điều chỉnh",
            chosen.text,
        )
    else:
        diagnostics.infer("scope", place, f"văn bản chỉ thay các ngày {days}", chosen.text)


def _unclear(header: Header, month: YearMonth, diagnostics: Diagnostics) -> Iterator[Diagnostic]:
    """Yield a doubt if the text names a first day but the document lists earlier days, too."""
    opening = next((each for each in _candidates(header, month) if each.open_ended), None)
    if opening is not None:
        yield diagnostics.doubt(
            "scope",
            BlockLocation(),
            f'văn bản ghi "{opening.text}" nhưng có cả ngày trước đó: coi là thay cả tháng; chỉ '
            f"thay từ ngày ấy thì ghi pham_vi: {format_days(opening.days)} và xóa các ngày trước",
            opening.text,
        )
