"""Build the view of an amendment for the page of changes."""

from dataclasses import dataclass

from agenda.history.diff import Amendment, Difference, ItemChange
from agenda.model import Item, Month, Revision
from agenda.site.artifact import Link
from agenda.site.urls import amendment_anchor, day_url, item_url
from agenda.site.views.month.provenance import revision_link, revision_name
from agenda.vietnam.dates import day_heading, half_day_name, long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChangeView:
    """An item of an amendment; a new or dropped item has no `differences`."""

    text: str
    url: str
    when: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChangeView:
    """A day whose label changed."""

    day: Link
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChangeView:
    """A text of the whole agenda: its removed and inserted paragraphs."""

    name: str
    removed: tuple[str, ...]
    inserted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentView:
    """The changes of one revision against the previous one."""

    anchor: str
    name: str
    issued: str
    number: str | None
    summary: str
    before: Link
    after: Link
    changed: tuple[ItemChangeView, ...]
    added: tuple[ItemChangeView, ...]
    dropped: tuple[ItemChangeView, ...]
    labels: tuple[LabelChangeView, ...]
    texts: tuple[TextChangeView, ...]


def view_amendment(month: Month, amendment: Amendment) -> AmendmentView:
    document = amendment.document.document
    return AmendmentView(
        anchor=amendment_anchor(amendment.document.number),
        name=revision_name(amendment.document),
        issued=long_date(document.issued),
        number=document.number,
        summary=summarise(amendment),
        before=revision_link(month, _previous(month, amendment)),
        after=revision_link(month, amendment.document),
        changed=tuple(_line(change.after, change) for change in amendment.changed),
        added=tuple(_line(item) for item in amendment.added),
        dropped=tuple(_line(item) for item in amendment.dropped),
        labels=tuple(
            LabelChangeView(
                day=Link(text=day_heading(label.day), url=day_url(label.day)),
                before=label.before,
                after=label.after,
            )
            for label in amendment.labels
        ),
        texts=tuple(
            TextChangeView(
                name=text.name,
                removed=tuple(each for each in text.before if each not in text.after),
                inserted=tuple(each for each in text.after if each not in text.before),
            )
            for text in amendment.texts
        ),
    )


def _previous(month: Month, amendment: Amendment) -> Revision:
    """Return the document before that of an amendment."""
    return month.revisions[month.revisions.index(amendment.document) - 1]


def _line(item: Item, change: ItemChange | None = None) -> ItemChangeView:
    return ItemChangeView(
        text=item.text,
        url=item_url(item),
        when=f"{half_day_name(item.half_day)} {day_heading(item.first)}",
        differences=change.differences if change else (),
    )


def summarise(amendment: Amendment) -> str:
    """Return the counts of changes in a few words."""
    counts = (
        (len(amendment.changed), "việc đổi"),
        (len(amendment.added), "việc mới"),
        (len(amendment.dropped), "việc đã bỏ"),
        (len(amendment.labels), "ngày đổi chữ ghi"),
        (len(amendment.texts), "phần chung đổi"),
    )
    summary = ", ".join(f"{count} {what}" for count, what in counts if count)
    return summary or "không đổi việc nào"
