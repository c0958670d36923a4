"""Years of synthetic agendas, with a directory of all their names."""

from datetime import date
from pathlib import Path

import yaml

from agenda.model import YearMonth
from tests.synthetic.leaders import leaders_between
from tests.synthetic.months import MonthMaker
from tests.synthetic.vocabulary import ABBREVIATIONS, GROUPS, UNITS
from tests.synthetic.workdays import OfficeCalendar

try:
    from yaml import CSafeDumper as SafeDumper
except ImportError:  # PyYAML without libyaml writes the same, slower
    from yaml import SafeDumper  # type: ignore[assignment]


class _Dumper(SafeDumper):
    """A dumper that leaves empty values empty, as people write them."""


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def write_years(folder: Path, first_year: int, count: int, *, seed: int = 0) -> None:
    """Write twelve months a year, some with amendments, and `danh-ba.yml` into `folder`.

    The same arguments give the same bytes, and a month is the same whatever years stand with it.
    `agenda.source.folder.load_agenda` finds neither error nor warning in them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    calendar = OfficeCalendar(first_year, count)
    for year in range(first_year, first_year + count):
        for number in range(1, 13):
            month = YearMonth(year, number)
            for revision, row in enumerate(MonthMaker(month, calendar, seed).revisions()):
                name = f"{month}.dc{revision}.yml" if revision else f"{month}.yml"
                write_row(folder / name, row)
    # An item of January may begin in the December before it.
    leaders = leaders_between(date(first_year - 1, 12, 1), date(first_year + count, 1, 31))
    write_row(
        folder / "danh-ba.yml",
        {
            "lanh_dao": [leader.row for leader in leaders],
            "co_quan": list(UNITS),
            "nhom": list(GROUPS),
            "viet_tat": ABBREVIATIONS,
        },
    )


def write_row(path: Path, row: dict[str, object]) -> None:
    """Write one document, or the directory, as YAML."""
    text = yaml.dump(row, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8", newline="\n")
