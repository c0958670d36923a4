"""Build the list page of each kind of directory entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agenda.cache.text import CachedText
from agenda.model import DirectoryEntry, Group, Person, Title, Unit
from agenda.site.artifact import Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import HOME, entry_url, section_url
from agenda.vietnam.collation import collation_key
from agenda.vietnam.dates import full_date
from agenda.vietnam.names.precedence import in_precedence

DIRECTORY_SOURCE = "danh-ba.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A kind of directory entry and its wording."""

    kind: type[DirectoryEntry]
    title: str
    about: str
    role: str


SECTIONS = (
    Section(
        kind=Person,
        title="Lãnh đạo",
        about="Lịch công tác theo từng lãnh đạo có tên trong chương trình.",
        role="có tên",
    ),
    Section(
        kind=Unit,
        title="Cơ quan",
        about="Lịch công tác theo từng phòng, đơn vị chuẩn bị.",
        role="chuẩn bị",
    ),
    Section(
        kind=Group,
        title="Nhóm",
        about="Lịch công tác theo những tên gọi chung mà chương trình dùng, không chỉ riêng "
        "một người hay một cơ quan.",
        role="được ghi tên",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A directory entry in a list."""

    name: str
    url: str
    titles: tuple[str, ...]
    count: int


def breadcrumbs_of(section: Section) -> tuple[Link, ...]:
    """Return the pages above the page of an entry."""
    return (
        Link(text="Trang chủ", url=HOME),
        Link(text=section.title, url=section_url(section.kind)),
    )


def titles_of(entry: DirectoryEntry) -> tuple[str, ...]:
    """Return the present and former titles of a person, with their dates."""
    return tuple(map(_title, entry.titles)) if isinstance(entry, Person) else ()


def in_order(context: SiteContext, entries: Iterable[DirectoryEntry]) -> list[DirectoryEntry]:
    """Sort the entries of one kind: people by precedence, others by the alphabet."""
    each = list(entries)
    people = [entry for entry in each if isinstance(entry, Person)]
    others = [entry for entry in each if not isinstance(entry, Person)]
    return [
        *in_precedence(people, context.newest_day),
        *sorted(others, key=lambda entry: collation_key(entry.name)),
    ]


def section_page(context: SiteContext, section: Section, entries: Sequence[DirectoryEntry]) -> Page:
    url = section_url(section.kind)
    breadcrumbs = (Link(text="Trang chủ", url=HOME),)
    return Page(
        url=url,
        name=section.title,
        title=section.title,
        description=f"{section.about} {context.agency}.",
        html=CachedText.of(
            context.renderer.render(
                "section.html",
                url,
                title=section.title,
                about=section.about,
                breadcrumbs=breadcrumbs,
                entries=[
                    EntryView(
                        name=entry.name,
                        url=entry_url(entry),
                        titles=titles_of(entry),
                        count=len(context.appearances[entry]),
                    )
                    for entry in in_order(context, entries)
                ],
            )
        ),
        source=DIRECTORY_SOURCE,
        breadcrumbs=breadcrumbs,
    )


def _title(title: Title) -> str:
    since = f"từ {full_date(title.since)}" if title.since else ""
    until = f"đến {full_date(title.until)}" if title.until else ""
    when = " ".join(part for part in (since, until) if part)
    return f"{title.name} ({when})" if when else title.name
