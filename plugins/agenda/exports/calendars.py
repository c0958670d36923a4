"""Write the iCalendar files: one of the newest months, one per year, one per directory entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from agenda.cache.text import CachedText
from agenda.exports.event_state import EventState, event_states
from agenda.exports.events import ZONE, fold, format_event, text_property
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
"""The number of newest months in the calendars for subscribers."""

REFRESH_INTERVAL = "PT6H"
"""The suggested refresh interval: programs show an amendment on the same day."""

_ZONE = (
    b"BEGIN:VTIMEZONE\r\n"
    b"TZID:Asia/Ho_Chi_Minh\r\n"
    b"BEGIN:STANDARD\r\n"
    b"DTSTART:19750613T000000\r\n"
    b"TZNAME:+07\r\n"
    b"TZOFFSETFROM:+0800\r\n"
    b"TZOFFSETTO:+0700\r\n"
    b"END:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
)
"""The time zone: seven hours ahead of UTC since 13 June 1975, without daylight saving."""

RenderedEvent = tuple[EventState, bytes]


def calendars(context: SiteContext, settings: ExportSettings) -> Iterator[Asset]:
    """Yield every calendar; each item is rendered once for all calendars that contain it."""
    for year in context.years:
        make = partial(_year_calendar, context, year, settings)
        yield Asset.lazy(year_calendar_url(year), make)
    months = context.agenda.months
    recent = [
        each for month in months[-MONTHS:] for each in _rendered_events(context, month, settings)
    ]
    name = f"Lịch công tác – {settings.agency}"
    events = (each for _, each in recent)
    yield Asset.of(ALL_CALENDAR, _calendar(ALL_CALENDAR, name, CALENDARS, events, settings))
    yield from _entry_calendars(context, recent, settings)


def _cached_events(context: SiteContext, month: Month, settings: ExportSettings) -> CachedText:
    cache = context.cache
    return cache.joined(
        cache.month_key(month.month),
        f"lịch {settings}",
        lambda: [format_event(each, settings).decode() for each in _event_states(context, month)],
    )


def _events(context: SiteContext, month: Month, settings: ExportSettings) -> Iterator[bytes]:
    for text in each_of(_cached_events(context, month, settings)):
        yield text.encode()


def _event_states(context: SiteContext, month: Month) -> Sequence[EventState]:
    return event_states(month, context.amendments[month.month])


def _rendered_events(
    context: SiteContext, month: Month, settings: ExportSettings
) -> Iterator[RenderedEvent]:
    states = _event_states(context, month)
    return zip(states, _events(context, month, settings), strict=True)


def _year_calendar(context: SiteContext, year: int, settings: ExportSettings) -> bytes:
    months = context.years[year]
    return _calendar(
        year_calendar_url(year),
        f"Lịch công tác năm {year} – {settings.agency}",
        year_url(year),
        (each for month in months for each in _events(context, month, settings)),
        settings,
    )


def _entry_calendars(
    context: SiteContext, recent: Sequence[RenderedEvent], settings: ExportSettings
) -> Iterator[Asset]:
    """Yield the calendars of entries, also under former codes: subscriptions must not break."""
    events_by_entry: dict[DirectoryEntry, list[bytes]] = defaultdict(list)
    for state, rendered in recent:
        for entry in state.item.entries():
            events_by_entry[entry].append(rendered)
    for entry in context.appearances:
        for code in (entry.code, *entry.former_codes):
            url = entry_calendar_url(entry, code)
            name = f"{entry.name} – lịch công tác {settings.agency}"
            page = entry_url(entry)
            content = _calendar(url, name, page, events_by_entry[entry], settings)
            yield Asset.of(url, content)


def _calendar(
    url: str,
    name: str,
    page: str,
    events: Iterable[bytes],
    settings: ExportSettings,
) -> bytes:
    header = b"\r\n".join(_calendar_properties(url, name, page, settings))
    return header + b"\r\n" + _ZONE + b"".join(events) + b"END:VCALENDAR\r\n"


def _calendar_properties(
    url: str, name: str, page: str, settings: ExportSettings
) -> Iterator[bytes]:
    """Yield the properties of the calendar itself: RFC 7986, and the older X- names.

    RFC 7986 also offers UID and LAST-MODIFIED here. Programs that keep a file for each event copy
    these properties into the file. vdirsyncer then takes the UID of the calendar for the UID of
    the event.
    """
    yield b"BEGIN:VCALENDAR"
    yield b"VERSION:2.0"
    yield text_property("PRODID", f"-//{settings.record}//agenda//VI")
    yield b"CALSCALE:GREGORIAN"
    yield b"METHOD:PUBLISH"
    yield text_property("NAME", name)
    yield text_property("X-WR-CALNAME", name)
    yield f"X-WR-TIMEZONE:{ZONE}".encode()
    yield b"COLOR:steelblue"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH_INTERVAL}".encode()
    yield f"X-PUBLISHED-TTL:{REFRESH_INTERVAL}".encode()
    if settings.home:
        yield fold(f"SOURCE;VALUE=URI:{settings.home}{url}")
        yield fold(f"URL:{settings.home}{page}")
