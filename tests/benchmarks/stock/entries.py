"""Markdown pages of leaders, units and groups: their lists, themselves, their years."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from agenda.model import Agenda, DirectoryEntry, Item, Person
from agenda.site.urls import entry_url, item_anchor, section_url
from agenda.site.views.directory.entries import LATEST
from agenda.site.views.directory.sections import SECTIONS
from agenda.vietnam.collation import collation_key
from agenda.vietnam.dates import full_date, half_day_name, month_title, weekday_name
from tests.benchmarks.stock.items import item_lines


def section_pages(agenda: Agenda) -> Mapping[str, list[str]]:
    """Return the pages that list all leaders, units and groups."""
    appearances = _appearances(agenda)
    return {
        f"{section_url(section.kind)}index.md": [
            f"# {section.title}",
            "",
            section.about,
            "",
            *(
                f"- [{entry.name}]({entry.code}/index.md), {len(appearances[entry])} việc"
                for entry in sorted(
                    agenda.directory.entries, key=lambda each: collation_key(each.name)
                )
                if type(entry) is section.kind
            ),
        ]
        for section in SECTIONS
    }


def entry_pages(agenda: Agenda) -> Mapping[str, list[str]]:
    """Return a page of each entry with its newest items, and a page of each of its years."""
    pages: dict[str, list[str]] = {}
    for entry, items in _appearances(agenda).items():
        years = {year: list(each) for year, each in groupby(items, lambda item: item.month.year)}
        folder = entry_url(entry)
        pages[f"{folder}index.md"] = list(_entry_lines(entry, items, years))
        for year, each in years.items():
            pages[f"{folder}{year:04}.md"] = [
                f"# {entry.name}, năm {year}",
                "",
                f"{len(each)} việc.",
                *_list_lines(each),
            ]
    return pages


def _entry_lines(
    entry: DirectoryEntry, items: Sequence[Item], years: Mapping[int, Sequence[Item]]
) -> Iterator[str]:
    yield from (f"# {entry.name}", "")
    if isinstance(entry, Person):
        yield from (", ".join(title.name for title in entry.titles), "")
    elif entry.abbreviations:
        yield from (f"Trong văn bản còn ghi: {'; '.join(entry.abbreviations)}.", "")
    yield from (f"{len(items)} việc trong các chương trình công tác đã đăng.", "")
    for year, each in years.items():
        yield f"- [Năm {year}]({year:04}.md), {len(each)} việc"
    yield from _list_lines(items[-LATEST:])


def _list_lines(items: Sequence[Item]) -> Iterator[str]:
    for month, each in groupby(items, lambda item: item.month):
        yield from ("", f"## {month_title(month)}", "")
        for item in each:
            day = f"{weekday_name(item.first)}, {full_date(item.first)}"
            target = f"../../{month.year:04}/{month.month:02}.md#{item_anchor(item)}"
            lead = f"[{day}]({target}) {half_day_name(item.half_day)}"
            yield from item_lines(item, lead, "../../", "", linked=True)


def _appearances(agenda: Agenda) -> Mapping[DirectoryEntry, Sequence[Item]]:
    """Return the items that name each entry of the directory, by month and day."""
    appearances: dict[DirectoryEntry, list[Item]] = defaultdict(
        list, {entry: [] for entry in agenda.directory.entries}
    )
    for item in sorted(agenda.items, key=lambda item: (item.month, item.first)):
        for entry in item.entries():
            appearances[entry].append(item)
    return appearances
