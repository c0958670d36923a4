"""Build the search page: its form, its facets, and links for use without scripts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agenda.cache.text import CachedText
from agenda.model import DirectoryEntry, Group, Person, Status, Unit
from agenda.site.artifact import Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import (
    GROUPS,
    HOME,
    PEOPLE,
    SEARCH,
    SEARCH_INDEX,
    UNITS,
    year_url,
)
from agenda.site.views.directory.sections import in_order
from agenda.vietnam.dates import HALF_DAYS
from agenda.vietnam.wording import status_name

SCHEDULED = "theo-lich"
"""The status facet's value for an item without a status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A filter of the search; `name` is its URL parameter, `kind` a type of directory entries.

    `everything` is the label of the choice without a filter.
    """

    name: str
    label: str
    everything: str
    kind: type[DirectoryEntry] | None = None


FACETS = (
    Facet(name="nam", label="Năm", everything="Mọi năm"),
    Facet(name="lanh-dao", label="Lãnh đạo", everything="Mọi lãnh đạo", kind=Person),
    Facet(name="co-quan", label="Cơ quan", everything="Mọi cơ quan", kind=Unit),
    Facet(name="nhom", label="Nhóm", everything="Mọi nhóm", kind=Group),
    Facet(name="buoi", label="Buổi", everything="Mọi buổi"),
    Facet(name="trang-thai", label="Tình trạng", everything="Mọi tình trạng"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetChoice:
    """A value of a facet, with its label."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """A facet with its choices."""

    name: str
    label: str
    everything: str
    choices: tuple[FacetChoice, ...]


def search_page(context: SiteContext) -> Page:
    title = "Tìm kiếm"
    breadcrumbs = (Link(text="Trang chủ", url=HOME),)
    return Page(
        url=SEARCH,
        name=title,
        title=title,
        description=f"Tìm trong chương trình công tác của {context.agency} bằng chữ có dấu "
        "hoặc không dấu, theo năm, lãnh đạo, cơ quan, buổi.",
        html=CachedText.of(
            context.renderer.render(
                "search.html",
                SEARCH,
                title=title,
                breadcrumbs=breadcrumbs,
                search=SEARCH,
                index=SEARCH_INDEX,
                facets=[
                    FacetView(
                        name=facet.name,
                        label=facet.label,
                        everything=facet.everything,
                        choices=tuple(_choices(context, facet)),
                    )
                    for facet in FACETS
                ],
                years=[
                    Link(text=f"Năm {year}", url=year_url(year))
                    for year in sorted(context.years, reverse=True)
                ],
                sections=(
                    Link(text="Lãnh đạo", url=PEOPLE),
                    Link(text="Cơ quan", url=UNITS),
                    Link(text="Nhóm", url=GROUPS),
                ),
            )
        ),
        breadcrumbs=breadcrumbs,
    )


def _choices(context: SiteContext, facet: Facet) -> Iterator[FacetChoice]:
    if facet.kind is not None:
        for entry in _named(context, facet.kind):
            yield FacetChoice(value=entry.code, text=entry.name)
    elif facet.name == "nam":
        for year in sorted(_years(context), reverse=True):
            yield FacetChoice(value=f"{year:04}", text=f"{year}")
    elif facet.name == "buoi":
        for half_day, name in HALF_DAYS.items():
            yield FacetChoice(value=half_day.value, text=name)
    else:
        yield FacetChoice(value=SCHEDULED, text="Theo lịch")
        for status in Status:
            if (label := status_name(status)) is not None:
                yield FacetChoice(value=status.value, text=label)


def _named(context: SiteContext, kind: type[DirectoryEntry]) -> Sequence[DirectoryEntry]:
    """Return the entries of a kind that any item names, in the order of the directory."""
    entries = (
        entry for entry, items in context.appearances.items() if type(entry) is kind and items
    )
    return in_order(context, entries)


def _years(context: SiteContext) -> frozenset[int]:
    return frozenset(item.first.year for item in context.agenda.items)
