"""What stands where something published was taken back: that it was, when and why."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from agenda.cache.text import Text
from agenda.model import Withdrawal
from agenda.record.ledger import Kind, said
from agenda.site.addresses import HOME, on_page, page_of
from agenda.site.artifact import Link, Page
from agenda.site.publication import Publication
from agenda.vietnam.dates import full_date, long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note of something taken back or mended; `anchor` is set where it stands in its place."""

    anchor: str | None
    address: str | None
    day: str
    reason: str
    document: str | None


def tombstone_pages(publication: Publication, present: AbstractSet[str]) -> Iterator[Page]:
    """A page at each withdrawn address, of a page or a file, that is not `present`."""
    for withdrawal in publication.agenda.withdrawals:
        for address in withdrawal.addresses:
            if "#" not in address and present.isdisjoint({address, page_of(address)}):
                yield _tombstone(publication, address, withdrawal)


def notes_on(
    publication: Publication, page: str, anchors: Collection[str], files: Collection[str] = ()
) -> tuple[NoteView, ...]:
    """What was taken back from a page or mended on it, or in the signed files it leads to.

    `anchors` are those that the page still has.
    """
    notes = []
    for withdrawal in publication.agenda.withdrawals:
        for address in withdrawal.addresses:
            where, _, anchor = address.partition("#")
            if page_of(where) == page or (where in files and not anchor):
                gone = bool(anchor) and anchor not in anchors
                notes.append(
                    NoteView(
                        anchor=anchor if gone else None,
                        address=on_page(page, anchor) if anchor and not gone else None,
                        day=full_date(withdrawal.day),
                        reason=withdrawal.reason,
                        document=withdrawal.document,
                    )
                )
    return tuple(notes)


def _tombstone(publication: Publication, address: str, withdrawal: Withdrawal) -> Page:
    page = page_of(address)
    title = "Nội dung đã gỡ"
    trail = (Link(text="Trang chủ", address=HOME),)
    return Page(
        address=page,
        name=title,
        title=f"{title}: /{address}",
        description=f"Nội dung từng đăng ở /{address} đã gỡ {long_date(withdrawal.day)}.",
        html=Text.of(
            publication.renderer.render(
                "tombstone.html",
                page,
                title=title,
                trail=trail,
                withdrawn=f"/{address}",
                day=long_date(withdrawal.day),
                reason=withdrawal.reason,
                document=withdrawal.document,
            )
        ),
        updated=withdrawal.day,
        source="agendas/da-go.yml",
        trail=trail,
        indexed=False,
        kind=Kind.TOMBSTONE,
        content=said([withdrawal.day.isoformat(), withdrawal.reason, withdrawal.document]),
    )
