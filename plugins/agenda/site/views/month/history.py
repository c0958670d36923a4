"""Mark the changes of amendments on the items of a month page."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from agenda.history.diff import STATUS_FIELDS, Amendment, ItemField
from agenda.history.update_words import update_badge
from agenda.history.updates import undo_updates, updates_of
from agenda.model import HalfDay, Item, Month, Slot, Update, YearMonth
from agenda.site.artifact import Link
from agenda.site.inline import Abbreviations
from agenda.site.urls import day_url, item_url
from agenda.site.views.item import ItemView, view_item
from agenda.vietnam.dates import full_date
from agenda.vietnam.wording import slot_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """An item at a former place: struck through, with its new place or a note that it is gone.

    `after` are the codes of the preceding items in the half-day, nearest first.
    """

    code: str
    half_day: HalfDay
    after: tuple[str, ...]
    view: ItemView


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Badges and moves by item code, and former places by day in document order."""

    badges: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moved_from: Mapping[str, Link] = field(default_factory=dict)
    traces: Mapping[date, tuple[Trace, ...]] = field(default_factory=dict)

    def mark(self, view: ItemView, item: Item) -> ItemView:
        """Return the item with the badges of its changes."""
        badges = self.badges.get(item.code, ())
        moved_from = self.moved_from.get(item.code)
        if not badges and moved_from is None:
            return view
        return replace(view, badges=badges, moved_from=moved_from)


def view_history(
    month: Month,
    amendments: Sequence[Amendment],
    abbreviations: Abbreviations,
    published: Collection[YearMonth],
) -> History:
    """Return the effects of all amendments on the items of the newest revision."""
    badges: dict[str, list[str]] = defaultdict(list)
    moved_from: dict[str, Link] = {}
    by_number = {amendment.document.number: amendment for amendment in amendments}
    for revision in month.revisions:
        if revision.number in by_number:
            _mark_amendment(by_number[revision.number], len(amendments) > 1, badges, moved_from)
        for update in revision.updates:
            _mark_update(update, badges, moved_from)
    now = {item.code: item for item in month.items}
    traces: dict[date, dict[tuple[str, HalfDay], Trace]] = defaultdict(dict)
    for item, trace in (
        *(
            each
            for amendment in amendments
            for each in _traces(amendment, now, abbreviations, published)
        ),
        *_update_traces(month, abbreviations, published),
    ):
        traces[_shown(item)][item.code, item.half_day] = trace
    _keep_last_anchors(traces)
    return History(
        badges={code: tuple(each) for code, each in badges.items()},
        moved_from={code: link for code, link in moved_from.items() if code in now},
        traces={day: tuple(each.values()) for day, each in traces.items()},
    )


def _keep_last_anchors(traces: Mapping[date, dict[tuple[str, HalfDay], Trace]]) -> None:
    """Leave the anchor of an item that is gone at its last place only."""
    anchored: set[str | None] = set()
    for day in sorted(traces, reverse=True):
        for key, trace in traces[day].items():
            if trace.view.anchor in anchored:
                traces[day][key] = replace(trace, view=replace(trace.view, anchor=None))
            elif trace.view.anchor is not None:
                anchored.add(trace.view.anchor)


def _mark_amendment(
    amendment: Amendment,
    numbered: bool,
    badges: dict[str, list[str]],
    moved_from: dict[str, Link],
) -> None:
    which = f" (lần {amendment.document.number})" if numbered else ""
    for item in amendment.added:
        badges[item.code].append(f"Mới{which}")
    for change in amendment.changed:
        shown = change.fields - (STATUS_FIELDS if change.after.status.value else set())
        badges[change.after.code] += [
            f"{each.change}{which}" for each in ItemField if each in shown
        ]
        if change.moved and _slot(change.before) != _slot(change.after):
            moved_from[change.after.code] = _former_place(change.before)


def _mark_update(update: Update, badges: dict[str, list[str]], moved_from: dict[str, Link]) -> None:
    former, new = update.former_item, update.new_item
    if new is not None:
        badges[new.code].append(update_badge(update))
    if former is not None and new is not None and _slot(former) != _slot(new):
        moved_from[new.code] = _former_place(former)


def _former_place(item: Item) -> Link:
    return Link(text=slot_name(_slot(item)), url=day_url(_shown(item)))


def _update_traces(
    month: Month, abbreviations: Abbreviations, published: Collection[YearMonth]
) -> Iterator[tuple[Item, Trace]]:
    """Yield the former places of the items that updates moved or removed."""
    now = {item.code: item for item in month.items}
    for listed in updates_of(month):
        former = listed.update.former_item
        if former is None:
            continue
        current = now.get(former.code)
        if current is not None and _slot(current) == _slot(former):
            continue
        before = undo_updates(listed.revision, listed.revision.updates[listed.number - 1 :])
        beside = [item.code for item in before.items if _slot(item) == _slot(former)]
        view = view_item(former, _shown(former), abbreviations, published)
        moved = current is not None or listed.update.new_item is not None
        yield (
            former,
            Trace(
                code=former.code,
                half_day=former.half_day,
                after=tuple(reversed(beside[: beside.index(former.code)])),
                view=_moved_away(view, current) if moved else _removed(view, listed.update),
            ),
        )


def _removed(view: ItemView, update: Update) -> ItemView:
    label = f"Đã bỏ khỏi chương trình, cập nhật {full_date(update.day)}"
    return replace(view, status="gone", status_label=label, moved_to=None, reason=update.reason)


def _traces(
    amendment: Amendment,
    now: Mapping[str, Item],
    abbreviations: Abbreviations,
    published: Collection[YearMonth],
) -> Iterator[tuple[Item, Trace]]:
    moved = {change.before.code for change in amendment.changed if change.moved}
    dropped = {item.code for item in amendment.dropped}
    before: dict[tuple[date, HalfDay], list[str]] = defaultdict(list)
    for item in amendment.before.items:
        slot = item.first, item.half_day
        current = now.get(item.code)
        gone = item.code in dropped and current is None
        if gone or (item.code in moved and (current is None or _slot(current) != _slot(item))):
            view = view_item(item, _shown(item), abbreviations, published)
            yield (
                item,
                Trace(
                    code=item.code,
                    half_day=item.half_day,
                    after=tuple(reversed(before[slot])),
                    view=_gone(view, amendment) if gone else _moved_away(view, current),
                ),
            )
        before[slot].append(item.code)


def _gone(view: ItemView, amendment: Amendment) -> ItemView:
    """Return a dropped item at its former place."""
    label = f"Không còn trong bản điều chỉnh lần {amendment.document.number}"
    return replace(view, status="gone", status_label=label, moved_to=None, reason=None)


def _moved_away(view: ItemView, current: Item | None) -> ItemView:
    """Return a moved item at its former place; an item dropped later has no link."""
    where = slot_name(_slot(current)) if current else "lúc khác"
    return replace(
        view,
        anchor=None,
        status="moved",
        status_label="Đã chuyển",
        moved_to=Link(text=where, url=item_url(current) if current else view.url),
        reason=None,
    )


def _slot(item: Item) -> Slot:
    return Slot(item.first, item.half_day)


def _shown(item: Item) -> date:
    """Return the day of the month page that has the anchor of the item."""
    return max(item.first, item.month.first)
