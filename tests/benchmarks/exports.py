"""`python -m tests.benchmarks.exports 5 10 20`: files, bytes and CPU time of each export.

The agendas are synthetic; "cpu" is the shortest of three times of making one kind alone.
"""

import argparse
import gzip
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import time as clock
from pathlib import Path

from agenda.exports.calendars import calendars
from agenda.exports.export_settings import ExportSettings, Hours, OfficeHours
from agenda.exports.feeds import feeds
from agenda.exports.jsonld import jsonld_months
from agenda.exports.months import month_content
from agenda.exports.package import package
from agenda.exports.tables import tables
from agenda.history.identity import identify
from agenda.model import HalfDay
from agenda.site.context import SiteContext, build_context
from agenda.site.views.embedding import embedded_pages
from agenda.source.folder import load_agenda
from tests.project import REPOSITORY
from tests.synthetic import write_years

LAST_YEAR = 2025

TERMS = ExportSettings(
    agency="Sở Khoa học và Công nghệ Hà Tĩnh",
    record="chuong-trinh-cong-tac.so-khcn-ha-tinh",
    home="https://example.invalid/lich/",
    hours=OfficeHours(
        first={
            HalfDay.MORNING: Hours(start=clock(7, 30), end=clock(11, 30)),
            HalfDay.AFTERNOON: Hours(start=clock(13, 30), end=clock(17)),
            HalfDay.EVENING: Hours(start=clock(19), end=clock(21)),
        }
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """The measurement of one kind of file: number, bytes, largest, compressed bytes, seconds."""

    kind: str
    files: int
    size: int
    largest: int
    compressed: int
    seconds: float


def kinds(context: SiteContext) -> dict[str, Callable[[], Iterable[bytes]]]:
    agenda = context.agenda
    return {
        "calendars": lambda: (each.content for each in calendars(context, TERMS)),
        "feeds": lambda: (each.content for each in feeds(context, TERMS)),
        "months (JSON)": lambda: (
            month_content(each, TERMS.home).encode() for each in agenda.months
        ),
        "tables": lambda: (each.content for each in tables(context, TERMS.home)),
        "description": lambda: [package(tables(context, TERMS.home), TERMS).content],
        "JSON-LD": lambda: (text.encoded() for _, text in jsonld_months(context, TERMS)),
        "frames": lambda: (each.content for each in embedded_pages(context)),
    }


def measure(years: int, rounds: int = 3) -> list[Measurement]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_years(folder, LAST_YEAR - years + 1, years)
        agenda = identify(load_agenda(folder).agenda).agenda
        templates = REPOSITORY / "overrides" / "agenda"
        context = build_context(agenda, TERMS.agency, folder, templates, TERMS.home)
        return [_measure(kind, make, rounds) for kind, make in kinds(context).items()]


def _measure(kind: str, make: Callable[[], Iterable[bytes]], rounds: int) -> Measurement:
    contents: list[bytes] = []
    times = []
    for _ in range(rounds):
        start = time.process_time()
        contents = list(make())
        times.append(time.process_time() - start)
    return Measurement(
        kind=kind,
        files=len(contents),
        size=sum(map(len, contents)),
        largest=max(map(len, contents)),
        compressed=sum(len(gzip.compress(content, 6)) for content in contents),
        seconds=min(times),
    )


def row(years: int, each: Measurement) -> str:
    return (
        f"| {years} | {each.kind} | {each.files} | {each.size / 1e6:.2f} MB "
        f"| {each.largest / 1e3:.0f} kB | {each.compressed / 1e6:.2f} MB | {each.seconds:.2f} s |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.exports", description=__doc__)
    parser.add_argument("years", type=int, nargs="*", default=[5, 10, 20])
    print("| years | kind | files | bytes | largest | gzip | cpu |")  # noqa: T201
    print("| --- " * 7 + "|")  # noqa: T201
    for years in parser.parse_args().years:
        for each in measure(years):
            print(row(years, each), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
