"""Define the settings of exports that the agenda files do not contain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from agenda.model import HalfDay

EMPTY_FEED_DATE = date(1970, 1, 1)
"""The date of last change of a feed without entries: Atom requires a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The office hours of a half-day."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the open data: its title and its URL."""

    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """Settings of the publishing agency for all exports.

    `record` is the permanent name of the record, independent of its URL; event UIDs and feed ids
    contain it. `home` is the site's public URL with a final slash, or empty.
    """

    agency: str
    record: str
    home: str
    hours: Mapping[HalfDay | None, Hours]
    licence: Licence | None = None
