"""The leaders of the department over time: a director and three deputies.

The deputy who has served longest becomes the next director.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from agenda.model import YearMonth
from agenda.vietnam.text import slugify
from tests.synthetic.vocabulary import FAMILY_NAMES, GIVEN_NAMES, MIDDLE_NAMES

TERM = 30
"""The months of a director's term."""

DEPUTIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """Return the director of the term `number`, a deputy in the terms before."""

    number: int

    @property
    def given_name(self) -> str:
        return GIVEN_NAMES[self.number % len(GIVEN_NAMES)]

    @property
    def name(self) -> str:
        family = FAMILY_NAMES[self.number % len(FAMILY_NAMES)]
        middle = MIDDLE_NAMES[self.number % len(MIDDLE_NAMES)]
        return f"{family} {middle} {self.given_name}"

    @property
    def row(self) -> dict[str, object]:
        """Return the leader's row of the directory."""
        return {
            "ma": slugify(self.name),
            "ten": self.name,
            "chuc_vu": [
                _title("Phó Giám đốc", "PGĐ", self.number - DEPUTIES, self.number - 1),
                _title("Giám đốc", "GĐ", self.number, self.number),
            ],
        }


def leaders_on(day: date) -> tuple[Leader, ...]:
    """Return the director first, then the deputies."""
    term = _months(YearMonth.of(day)) // TERM
    return tuple(Leader(number=number) for number in range(term, term + DEPUTIES + 1))


def leaders_between(first: date, last: date) -> Iterator[Leader]:
    """Return everybody in office on any of these days."""
    newest = leaders_on(last)[-1]
    for number in range(leaders_on(first)[0].number, newest.number + 1):
        yield Leader(number=number)


def _title(name: str, short: str, first_term: int, last_term: int) -> dict[str, str]:
    return {
        "ten": name,
        "viet_tat": short,
        "tu": str(_month(first_term * TERM)),
        "den": str(_month((last_term + 1) * TERM - 1)),
    }


def _months(month: YearMonth) -> int:
    return month.year * 12 + month.month - 1


def _month(months: int) -> YearMonth:
    return YearMonth(months // 12, months % 12 + 1)
