"""Build the view of the updates of a document for the page of changes."""

from dataclasses import dataclass

from agenda.history.update_words import ChangedValue, changed_values, describe_update
from agenda.history.updates import updates_of
from agenda.model import Item, Month, Revision, Update
from agenda.site.artifact import Link
from agenda.site.urls import day_url, item_url, month_url, update_anchor
from agenda.site.views.month.provenance import revision_name
from agenda.vietnam.dates import day_heading, full_date, half_day_name, month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateView:
    """An update: its place, what changed there, both values and the reason."""

    anchor: str
    day: str
    what: str
    place: Link
    when: str | None
    values: tuple[ChangedValue, ...]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesView:
    """The updates of one document, the oldest first."""

    anchor: str
    document: str
    updates: tuple[UpdateView, ...]


def view_updates(month: Month, revision: Revision) -> UpdatesView | None:
    """Return the updates of a document of a month; None if it has none."""
    updates = tuple(
        UpdateView(
            anchor=update_anchor(revision.number, each.number),
            day=full_date(each.update.day),
            what=describe_update(each.update),
            place=_place(month, each.update),
            when=_when(each.update),
            values=changed_values(each.update),
            reason=each.update.reason,
        )
        for each in updates_of(month)
        if each.revision is revision
    )
    if not updates:
        return None
    return UpdatesView(
        anchor=f"cap-nhat-{revision.number}",
        document=revision_name(revision).lower(),
        updates=updates,
    )


def _item(update: Update) -> Item | None:
    return update.new_item or update.former_item


def _place(month: Month, update: Update) -> Link:
    item = _item(update)
    if item is not None:
        return Link(text=item.text, url=item_url(item))
    if update.target.startswith("ngay-"):
        day = month.month.first.replace(day=int(update.target.removeprefix("ngay-")))
        return Link(text=day_heading(day), url=day_url(day))
    return Link(text=month_title(month.month), url=month_url(month.month))


def _when(update: Update) -> str | None:
    item = _item(update)
    return f"{half_day_name(item.half_day)} {day_heading(item.first)}" if item else None
