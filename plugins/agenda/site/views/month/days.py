"""Build the rows of a month page, with an anchor for every day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from agenda.model import Day, HalfDay, Item, Month, YearMonth
from agenda.model.composition import documents_on
from agenda.site.artifact import Link
from agenda.site.inline import Abbreviations
from agenda.site.urls import day_anchor
from agenda.site.views.item import ItemView, view_item
from agenda.site.views.month.history import History, Trace
from agenda.site.views.month.provenance import revision_link, short_revision_name
from agenda.vietnam.dates import day_heading, half_day_name

_HALF_DAYS = (HalfDay.ALL_DAY, HalfDay.MORNING, HalfDay.AFTERNOON, HalfDay.EVENING)


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDayView:
    """The items of one half-day, in document order."""

    name: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorView:
    """A day's anchor and its date (`2021-05-04`), which scripts compare with today."""

    anchor: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A row of the document: one day, or several days off with one label.

    `state` is the reason for missing items: "items" (none missing), "off" (only a label), "blank"
    (the document lists the day without items), "unlisted" (the document omits the day).
    """

    days: tuple[AnchorView, ...]
    heading: str
    weekend: bool
    labels: tuple[str, ...]
    documents: tuple[Link, ...]
    """The documents of the day, if they are not those of the whole month."""
    state: str
    half_days: tuple[HalfDayView, ...]

    @property
    def rows(self) -> int:
        return max(1, sum(len(half_day.items) for half_day in self.half_days))


def view_days(
    month: Month,
    abbreviations: Abbreviations,
    published: Collection[YearMonth],
    history: History,
) -> tuple[DayView, ...]:
    """Return all days of a month, including days that the document omits."""
    rows = []
    for days in _paper_rows(month.days, history):
        head = days[0]
        by_half_day: dict[HalfDay, list[tuple[str, ItemView]]] = {}
        for item in _by_half_day(head):
            view = view_item(item, head.date, abbreviations, published)
            own = item.month == month.month  # else its code means another item here
            shown = (item.code, history.mark(view, item)) if own else ("", view)
            by_half_day.setdefault(item.half_day, []).append(shown)
        for trace in history.traces.get(head.date, ()):
            _insert(by_half_day.setdefault(trace.half_day, []), trace)
        rows.append(
            DayView(
                days=tuple(
                    AnchorView(anchor=day_anchor(day.date), date=day.date.isoformat())
                    for day in days
                ),
                heading=_heading(days[0].date, days[-1].date),
                weekend=head.date.weekday() >= 5,
                labels=head.labels,
                documents=_documents(month, head.date),
                state="items" if by_half_day else _state(head),
                half_days=tuple(
                    HalfDayView(
                        name=half_day_name(half_day), items=tuple(view for _, view in items)
                    )
                    for half_day, items in _in_order(by_half_day, head).items()
                ),
            )
        )
    return tuple(rows)


def _documents(month: Month, day: date) -> tuple[Link, ...]:
    if not month.composed:
        return ()
    return tuple(
        Link(text=short_revision_name(each), url=revision_link(month, each).url)
        for each in documents_on(month, day)
        if each.scope is not None
    )


def _insert(items: list[tuple[str, ItemView]], trace: Trace) -> None:
    """Insert a former place of an item after its nearest preceding item."""
    codes = [code for code, _ in items]
    places = (codes.index(code) + 1 for code in trace.after if code in codes)
    items.insert(next(places, 0), (trace.code, trace.view))


def _in_order(
    by_half_day: dict[HalfDay, list[tuple[str, ItemView]]], day: Day
) -> dict[HalfDay, list[tuple[str, ItemView]]]:
    """Sort the half-days, unless the document has exactly these in its own order."""
    if by_half_day.keys() == {item.half_day for item in day.items}:
        return by_half_day
    return dict(sorted(by_half_day.items(), key=lambda each: _HALF_DAYS.index(each[0])))


def _paper_rows(days: Sequence[Day], history: History) -> Iterator[Sequence[Day]]:
    """Yield days off of one document row together, and every other day on its own."""
    for _, run in groupby(days, key=lambda day: _row_key(day, history)):
        yield list(run)


def _row_key(day: Day, history: History) -> object:
    alone = day.items or day.date in history.traces
    return day.entries if day.labels and not alone else day.date


def _by_half_day(day: Day) -> list[Item]:
    """Return the items in document order, grouped by half-day."""
    order = list(dict.fromkeys(item.half_day for item in day.items))
    if order != sorted(order, key=_HALF_DAYS.index) and len(day.entries) > 1:
        order.sort(key=_HALF_DAYS.index)
    return sorted(day.items, key=lambda item: order.index(item.half_day))


def _heading(first: date, last: date) -> str:
    if first == last:
        return day_heading(first)
    return f"{day_heading(first)} – {day_heading(last)}"


def _state(day: Day) -> str:
    if day.items:
        return "items"
    if day.labels:
        return "off"
    return "blank" if day.listed else "unlisted"
