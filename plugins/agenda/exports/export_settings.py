"""What the agenda itself does not say of what it gives to programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from agenda.model import HalfDay

NEVER = date(1970, 1, 1)
"""When what has never had anything in it changed last: calendars and feeds have to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The office hours of a half-day."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The terms of use that the department has set, and where they stand."""

    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """Set once by those who publish.

    `record` names the record for ever, whatever its URL: every calendar and feed holds it.
    `home` is the site's public URL with a final slash, empty where none is known.
    """

    agency: str
    record: str
    home: str
    hours: Mapping[HalfDay | None, Hours]
    licence: Licence | None = None
