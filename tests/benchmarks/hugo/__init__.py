"""A site from the same YAML with Hugo, our frame and Pagefind."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]

from agenda.model import Agenda, DirectoryEntry, Month, Person, ScheduleEntry
from agenda.site.urls import item_url
from agenda.vietnam.dates import day_heading, month_title
from agenda.vietnam.wording import status_name
from tests.project import REPOSITORY

HERE = Path(__file__).parent


def find_hugo() -> str | None:
    return shutil.which("hugo")


def find_pagefind() -> str:
    return str(pagefind_bin.get_executable())


def write_hugo(agenda: Agenda, project: Path, folder: Path) -> None:
    """Write a Hugo project: months as data, a page for each month and each row.

    Pagefind indexes the pages of rows, because its filters are of whole pages. With pages of months
    a leader would be found on the days of others. The head of a page names the people of its row.
    """
    shutil.copytree(HERE / "layouts", folder / "layouts")
    shutil.copy(HERE / "config.toml", folder)
    shutil.copytree(REPOSITORY / "overrides" / "assets", folder / "static" / "assets")
    for path in ("data/agendas", "content/thang", "content/ngay"):
        (folder / path).mkdir(parents=True)
    for month in agenda.months:
        shutil.copy(project / month.current.source, folder / f"data/agendas/{month.month}.yml")
        _write_page(
            folder / f"content/thang/{month.month}.md",
            title=month_title(month.month),
            date=f"{month.month}-01",
            thang=str(month.month),
        )
        for row, entry in enumerate(month.current.entries):
            if entry.items:
                _write_row(folder / f"content/ngay/{month.month}-{row + 1}.md", month, row, entry)


def _write_row(path: Path, month: Month, row: int, entry: ScheduleEntry) -> None:
    named = [each for item in entry.items for each in item.entries()]
    entries = list(dict.fromkeys(named))
    states = (status_name(item.status) for item in entry.items)
    _write_page(
        path,
        title=day_heading(entry.first),
        date=str(entry.first),
        thang=str(month.month),
        hang=row,
        toi=item_url(entry.items[0]),
        lanh_dao=_names(entry for entry in entries if isinstance(entry, Person)),
        co_quan=_names(entry for entry in entries if not isinstance(entry, Person)),
        trang_thai=sorted({state for state in states if state}),
    )


def _names(entries: Iterable[DirectoryEntry]) -> list[str]:
    return [entry.name for entry in entries]


def _write_page(path: Path, **head: object) -> None:
    path.write_text(json.dumps(head, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
