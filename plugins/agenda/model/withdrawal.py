"""Withdrawals of published content."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The URLs of removed or changed content, relative to the root of the site, with a reason.

    A removed URL ("2021/05/#cv-x2bx") shows a note. A URL that still exists had frozen content
    that was changed on purpose.
    """

    urls: tuple[str, ...]
    day: date
    reason: str
    document: str | None = None
