"""The same agendas as a department would publish them with the stock theme: Markdown by hand."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from agenda.model import Agenda, Day, Mention, Month
from agenda.vietnam.dates import day_heading, half_day_name, month_title
from tests.published.site import BuiltSite

CONFIGURATION = """\
site_name: Lịch công tác
site_url: {url}
theme: {{name: material, language: vi, font: false}}
plugins: [{{search: {{lang: vi}}}}]
"""


def write_stock(agenda: Agenda, folder: Path, url: str) -> None:
    """A page a month, for mkdocs-material with its search plugin."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Lịch công tác\n", encoding="utf-8")
    for month in agenda.months:
        text = "\n".join(_month_lines(month))
        (docs / f"{month.month}.md").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(url=url), encoding="utf-8")


def build_stock(agenda: Agenda, folder: Path, url: str) -> BuiltSite:
    """The site of `write_stock`."""
    write_stock(agenda, folder, url)
    configuration = folder / "mkdocs.yml"
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(configuration)]
    command += ["-d", str(site)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return BuiltSite(folder=site, url=url)


def _month_lines(month: Month) -> Iterator[str]:
    yield f"# {month_title(month.month)}"
    for day in month.days:
        if day.listed:
            yield from _day_lines(day)


def _day_lines(day: Day) -> Iterator[str]:
    yield f"\n## {day_heading(day.date)}\n"
    yield from day.labels
    for item in day.items:
        time = f"{item.start:%H:%M} " if item.start else ""
        extra = (item.venue, item.participants, item.note, item.reason)
        parts = [f"{half_day_name(item.half_day)}: {time}{item.text}", *filter(None, extra)]
        parts += filter(None, (_names(item.preparers), _names(item.leaders)))
        yield f"- {'. '.join(parts)}"


def _names(mentions: Iterable[Mention]) -> str:
    return "; ".join(mention.text for mention in mentions)
