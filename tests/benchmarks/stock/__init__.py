"""The same agendas with the stock theme: Markdown as written by hand."""

import subprocess
import sys
from pathlib import Path

from agenda.model import Agenda
from tests.benchmarks.stock.entries import entry_pages, section_pages
from tests.benchmarks.stock.months import month_lines
from tests.published.site import BuiltSite

CONFIGURATION = """\
site_name: Lịch công tác
site_url: {url}
theme: {{name: material, language: vi, font: false}}
markdown_extensions: [attr_list]
plugins: [{{search: {{lang: vi}}}}]
not_in_nav: |
  /lanh-dao/*/
  /co-quan/*/
  /nhom/*/
"""


def write_stock(agenda: Agenda, folder: Path, url: str, *, entries: bool) -> None:
    """Write a project of mkdocs-material: a page for each month and, with `entries`, each entry.

    Pages of single entries stay out of the navigation, which the theme repeats on every page. A
    careful author would do so too, and the comparison should use the leanest such site.
    """
    pages = {"index.md": ["# Lịch công tác", "", *_months(agenda)]}
    for month in agenda.months:
        name = f"{month.month.year:04}/{month.month.month:02}.md"
        pages[name] = list(month_lines(month, linked=entries))
    if entries:
        pages |= {**section_pages(agenda), **entry_pages(agenda)}
    for name, lines in pages.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(url=url), encoding="utf-8")


def build_stock(agenda: Agenda, folder: Path, url: str) -> BuiltSite:
    """Build the site of the months alone, where a search finds an item once."""
    write_stock(agenda, folder, url, entries=False)
    configuration = folder / "mkdocs.yml"
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(configuration)]
    command += ["-d", str(site)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return BuiltSite(folder=site, url=url)


def _months(agenda: Agenda) -> list[str]:
    return [
        f"- [Tháng {month.month.month:02}/{month.month.year}]"
        f"({month.month.year:04}/{month.month.month:02}.md)"
        for month in agenda.months
    ]
