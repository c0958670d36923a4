"""Parse the months and revisions of the command line."""

from agenda.cli.vietnamese import WrongUse
from agenda.model import YearMonth
from agenda.source.yaml.values import YEARS

LAST_REVISION = 99


def parse_month(text: str) -> YearMonth:
    """Read `2021-06`; raises `WrongUse` for anything else."""
    try:
        month = YearMonth.parse(text)
    except ValueError:
        month = None
    if month is None or month.year not in YEARS:
        raise WrongUse(f'"{text}" không phải là tháng, hãy viết như 2021-06')
    return month


def parse_revision(text: str) -> int:
    """Read `2`; 0 is the month as first signed. Raises `WrongUse` for anything else."""
    if not text.isascii() or not text.isdigit() or int(text) > LAST_REVISION:
        raise WrongUse(f'"{text}" không phải là lần điều chỉnh, hãy viết số như 2')
    return int(text)
