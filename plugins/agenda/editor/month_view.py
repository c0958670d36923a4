"""Prepare a month for the editor: the days as the public sees them, with what can be edited."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agenda.model import Item, Month, Problem, Revision, YearMonth
from agenda.model.composition import documents_in_force, documents_on
from agenda.site.inline import Abbreviations
from agenda.site.urls import item_url
from agenda.site.views.item import ItemView
from agenda.site.views.month.days import DayView, view_days
from agenda.site.views.month.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCard:
    """An item with the file that holds it; `code` is empty if another month's file holds it.

    `before` and `after` are the codes of its neighbours in the half-day; empty at an end.
    """

    view: ItemView
    code: str
    file: str
    problems: tuple[Problem, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDayCards:
    """The items of a half-day, in document order."""

    name: str
    cards: tuple[ItemCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCards:
    """A day, or several days off with one label; `file` is where a new item is written."""

    view: DayView
    days: str
    file: str
    half_days: tuple[HalfDayCards, ...]


def view_month(
    month: Month,
    abbreviations: Abbreviations,
    published: Collection[YearMonth],
    problems: Mapping[tuple[str, str], Sequence[Problem]],
) -> Iterator[DayCards]:
    """Yield the days of a month. `problems` are those of each item, by file and code."""
    items = {item_url(item): item for day in month.days for item in day.items}
    files = files_by_code(month)

    def cards(views: Sequence[ItemView]) -> Iterator[ItemCard]:
        places = [_place(items[view.url], month, files) for view in views]
        for number, (view, (code, file)) in enumerate(zip(views, places, strict=True)):
            yield ItemCard(
                view=view,
                code=code,
                file=file,
                problems=tuple(problems.get((file, code), ())) if code else (),
                before=_neighbour(places, number - 1, file),
                after=_neighbour(places, number + 1, file),
            )

    for view in view_days(month, abbreviations, published, History()):
        first = date.fromisoformat(view.days[0].date)
        yield DayCards(
            view=view,
            days=_days(view),
            file=documents_on(month, first)[0].file,
            half_days=tuple(
                HalfDayCards(name=half_day.name, cards=tuple(cards(half_day.items)))
                for half_day in view.half_days
            ),
        )


def files_by_code(month: Month) -> dict[str, str]:
    """Return the file of each item in force; a later document gives an item anew."""
    return {
        item.code: revision.file
        for revision in documents_in_force(month)
        for item in revision.items
    }


def _place(item: Item, month: Month, files: Mapping[str, str]) -> tuple[str, str]:
    """Return the code and the file of an item; empty if it belongs to another month."""
    if item.month != month.month or item.code not in files:
        return "", ""
    return item.code, files[item.code]


def _neighbour(places: Sequence[tuple[str, str]], index: int, file: str) -> str:
    """Return the code of an item of a half-day, if there is one and the same file holds it."""
    if not 0 <= index < len(places):
        return ""
    code, other = places[index]
    return code if other == file else ""


def _days(view: DayView) -> str:
    """Return the days of a row as forms write them: "4" or "1-3"."""
    numbers = [date.fromisoformat(each.date).day for each in view.days]
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


def header_revision(month: Month) -> Revision:
    """Return the document whose header, focus and caveat the month shows."""
    return next(
        (each for each in reversed(month.revisions) if each.scope is None), month.revisions[0]
    )
