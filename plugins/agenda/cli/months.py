"""A month as it is given on the command line."""

from agenda.cli.vietnamese import WrongUse
from agenda.model import YearMonth
from agenda.source.values import YEARS


def parse_month(text: str) -> YearMonth:
    """Read `2021-06`; raises `WrongUse` for anything else."""
    try:
        month = YearMonth.parse(text)
    except ValueError:
        month = None
    if month is None or month.year not in YEARS:
        raise WrongUse(f'"{text}" không phải là tháng, hãy viết như 2021-06')
    return month
