"""What was published and taken back, or mended afterwards, with the reason for it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """URLs from the root of the site ("2021/05/#cv-x2bx"), and why they changed.

    Where a URL stands no longer, a note stands in its place; where it still stands, what
    is published there for good was changed on purpose.
    """

    urls: tuple[str, ...]
    day: date
    reason: str
    document: str | None = None
