"""Calendars to subscribe to, of everything and of each entry, and one of each year to keep."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

from icalendar import Timezone, TimezoneStandard

from agenda.cache.text import CachedText
from agenda.exports.event_state import EventState, event_states
from agenda.exports.events import ZONE, event, folded, line
from agenda.exports.export_settings import ExportSettings
from agenda.model import DirectoryEntry, Month
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.page_cache import each_of
from agenda.site.urls import (
    ALL_CALENDAR,
    CALENDARS,
    entry_calendar_url,
    entry_url,
    year_calendar_url,
    year_url,
)

MONTHS = 12
"""A calendar to subscribe to has the newest so many published months."""

REFRESH = "PT6H"
"""How often a program should come back: an amendment is known the same day."""

Event = tuple[EventState, bytes]


def calendars(context: SiteContext, terms: ExportSettings) -> Iterator[Asset]:
    """Every calendar; an item is made into an event once, whatever calendars hold it."""
    for year in context.years:
        make = partial(_of_year, context, year, terms)
        yield Asset.later(year_calendar_url(year), make)
    months = context.agenda.months
    recent = [each for month in months[-MONTHS:] for each in _recent(context, month, terms)]
    name = f"Lịch công tác – {terms.agency}"
    events = (each for _, each in recent)
    yield Asset.of(ALL_CALENDAR, _calendar(ALL_CALENDAR, name, CALENDARS, events, terms))
    yield from _of_entries(context, recent, terms)


def _events_text(context: SiteContext, month: Month, terms: ExportSettings) -> CachedText:
    kept = context.kept
    return kept.several(
        kept.of_month(month.month),
        f"lịch {terms}",
        lambda: [event(each, terms).decode() for each in _occasions(context, month)],
    )


def _events(context: SiteContext, month: Month, terms: ExportSettings) -> Iterator[bytes]:
    for text in each_of(_events_text(context, month, terms)):
        yield text.encode()


def _occasions(context: SiteContext, month: Month) -> Sequence[EventState]:
    return event_states(month, context.amendments[month.month])


def _recent(context: SiteContext, month: Month, terms: ExportSettings) -> Iterator[Event]:
    listed = _occasions(context, month)
    return zip(listed, _events(context, month, terms), strict=True)


def _of_year(context: SiteContext, year: int, terms: ExportSettings) -> bytes:
    months = context.years[year]
    return _calendar(
        year_calendar_url(year),
        f"Lịch công tác năm {year} – {terms.agency}",
        year_url(year),
        (each for month in months for each in _events(context, month, terms)),
        terms,
    )


def _of_entries(
    context: SiteContext, recent: Sequence[Event], terms: ExportSettings
) -> Iterator[Asset]:
    """Also under the codes that an entry once bore: a subscription does not end with them."""
    naming: dict[DirectoryEntry, list[bytes]] = defaultdict(list)
    for occasion, made in recent:
        for entry in occasion.item.entries():
            naming[entry].append(made)
    for entry in context.appearances:
        for code in (entry.code, *entry.former_codes):
            url = entry_calendar_url(entry, code)
            name = f"{entry.name} – lịch công tác {terms.agency}"
            page = entry_url(entry)
            content = _calendar(url, name, page, naming[entry], terms)
            yield Asset.of(url, content)


def _calendar(
    url: str,
    name: str,
    page: str,
    events: Iterable[bytes],
    terms: ExportSettings,
) -> bytes:
    head = b"\r\n".join(_head(url, name, page, terms))
    return head + b"\r\n" + _ZONE + b"".join(events) + b"END:VCALENDAR\r\n"


def _head(url: str, name: str, page: str, terms: ExportSettings) -> Iterator[bytes]:
    """Yield the properties of the calendar itself: RFC 7986, and the older names of practice.

    RFC 7986 also offers UID and LAST-MODIFIED here. Programs that keep a file for each event copy
    these properties into it, and vdirsyncer takes such a UID for the event's own.
    """
    yield b"BEGIN:VCALENDAR"
    yield b"VERSION:2.0"
    yield line("PRODID", f"-//{terms.record}//agenda//VI")
    yield b"CALSCALE:GREGORIAN"
    yield b"METHOD:PUBLISH"
    yield line("NAME", name)
    yield line("X-WR-CALNAME", name)
    yield f"X-WR-TIMEZONE:{ZONE}".encode()
    yield b"COLOR:steelblue"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}".encode()
    yield f"X-PUBLISHED-TTL:{REFRESH}".encode()
    if terms.home:
        yield folded(f"SOURCE;VALUE=URI:{terms.home}{url}")
        yield folded(f"URL:{terms.home}{page}")


def _zone() -> bytes:
    """Seven hours ahead of UTC ever since the whole country counts so (IANA's tzdata)."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    content: bytes = zone.to_ical()
    return content


_ZONE = _zone()
