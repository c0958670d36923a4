"""Build the tombstones of withdrawn content, with the date and the reason."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from agenda.cache.text import CachedText
from agenda.history.ledger import Kind, digest_content
from agenda.model import Withdrawal
from agenda.site.artifact import Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import HOME, normalise_url, on_page, page_url
from agenda.vietnam.dates import full_date, long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note of a withdrawal or correction; `anchor` is set if the note replaces the content."""

    anchor: str | None
    url: str | None
    day: str
    reason: str
    document: str | None


def tombstone_pages(context: SiteContext, present: Collection[str]) -> Iterator[Page]:
    """Yield a page at each withdrawn URL of a page or file that is not `present`."""
    gone: dict[str, dict[Withdrawal, str]] = defaultdict(dict)
    for withdrawal, url in _declarations(context):
        if "#" not in url and normalise_url(url) not in present:
            gone[page_url(url)][withdrawal] = url
    for page, declared in gone.items():
        yield _tombstone(context, page, declared)


def notes_on(
    context: SiteContext, page: str, anchors: Collection[str], files: Collection[str] = ()
) -> tuple[NoteView, ...]:
    """Return the notes of withdrawals and corrections on a page or in its signed files.

    `anchors` are the present anchors of the page. The last note on a removed anchor takes the
    anchor's place.
    """
    notes: list[NoteView] = []
    placed: set[str] = set()
    for withdrawal, url in reversed(_declarations(context)):
        where, _, anchor = url.partition("#")
        if page_url(where) != page and (anchor or where not in files):
            continue
        stands = anchor in anchors
        notes.append(
            _note(
                withdrawal,
                anchor=anchor if anchor and not stands and anchor not in placed else None,
                url=on_page(page, anchor) if stands else None,
            )
        )
        placed.add(anchor)
    return tuple(reversed(notes))


def _declarations(context: SiteContext) -> list[tuple[Withdrawal, str]]:
    """Return every declaration with each of its URLs, in order of time."""
    return [
        (withdrawal, url)
        for withdrawal in sorted(context.agenda.withdrawals, key=attrgetter("day"))
        for url in withdrawal.urls
    ]


def _note(withdrawal: Withdrawal, *, anchor: str | None = None, url: str | None = None) -> NoteView:
    return NoteView(
        anchor=anchor,
        url=url,
        day=full_date(withdrawal.day),
        reason=withdrawal.reason,
        document=withdrawal.document,
    )


def _tombstone(context: SiteContext, page: str, declared: Mapping[Withdrawal, str]) -> Page:
    """Return the page that replaces withdrawn content.

    `declared` are the withdrawals, each with the URL as written in its declaration.
    """
    *earlier, last = declared
    withdrawn = f"/{declared[last]}"
    title = "Nội dung đã gỡ"
    breadcrumbs = (Link(text="Trang chủ", url=HOME),)
    return Page(
        url=page,
        name=title,
        title=f"{title}: {withdrawn}",
        description=f"Nội dung từng đăng ở {withdrawn} đã gỡ {long_date(last.day)}.",
        html=CachedText.of(
            context.renderer.render(
                "tombstone.html",
                page,
                title=title,
                breadcrumbs=breadcrumbs,
                withdrawn=withdrawn,
                day=long_date(last.day),
                reason=last.reason,
                document=last.document,
                notes=[_note(each) for each in earlier],
            )
        ),
        updated=last.day,
        source="da-go.yml",
        breadcrumbs=breadcrumbs,
        indexed=False,
        kind=Kind.TOMBSTONE,
        content=digest_content(
            [
                each
                for withdrawal in (last, *earlier)
                for each in (withdrawal.day.isoformat(), withdrawal.reason, withdrawal.document)
            ]
        ),
    )
