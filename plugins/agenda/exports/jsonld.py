"""Convert the items of a month to schema.org events in JSON-LD for search engines."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import partial

from agenda.cache.text import CachedText
from agenda.exports.event_state import EventState, EventTimes, event_states
from agenda.exports.events import ZONE
from agenda.exports.export_settings import ExportSettings
from agenda.exports.json_rows import Row
from agenda.model import Month, Status
from agenda.model.calendar import end_date
from agenda.site.context import SiteContext
from agenda.site.urls import item_url, month_url, relative_url

_STATUSES = {
    Status.PLANNED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.MOVED: "EventRescheduled",
}


def jsonld_months(
    context: SiteContext, settings: ExportSettings
) -> Iterator[tuple[str, CachedText]]:
    """Yield the URL of each month page with its events as JSON for a script element."""
    cache = context.cache
    for month in context.agenda.months:
        page_url = month_url(month.month)
        make = partial(_month_jsonld, context, month, page_url, settings)
        yield page_url, cache.lazy(cache.month_key(month.month), f"sự kiện {settings}", make)


def _month_jsonld(
    context: SiteContext, month: Month, page_url: str, settings: ExportSettings
) -> str:
    states = event_states(month, context.amendments[month.month])
    events = [_event(each, page_url, settings) for each in states if not each.dropped]
    return _script({"@context": "https://schema.org", "@graph": events})


def _event(state: EventState, page_url: str, settings: ExportSettings) -> Row:
    item = state.item
    times, former = state.times, state.former_times
    if former is not None and not state.cancelled:
        status = "EventRescheduled"
    else:
        status = _STATUSES[item.status]
    if item.status is Status.POSTPONED:
        former = times
    url = relative_url(page_url, item_url(item), settings.home)
    event: Row = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": item.text,
        "eventStatus": f"https://schema.org/{status}",
        "startDate": _format_start(times.first, times.start, times),
    }
    if times.first < times.last or times.start is None or times.end is not None:
        last = end_date(times.last, times.start, times.end)
        event["endDate"] = _format_start(last, times.end, times)
    if times.skipped or (times.first < times.last and times.start is not None):
        event["eventSchedule"] = _schedule(times)
    if former is not None:
        event["previousStartDate"] = _format_start(former.first, former.start, former)
    if item.venue:
        event["location"] = {"@type": "Place", "name": item.venue, "address": item.venue}
    event["organizer"] = {"@type": "GovernmentOrganization", "name": settings.agency}
    return event


def _schedule(times: EventTimes) -> Row:
    """Return the days and daily times of an event of several days.

    Google asks for one event with its first and last day, and ignores the schedule. An event for
    each day would need a URL for each day.
    """
    schedule: Row = {
        "@type": "Schedule",
        "startDate": times.first.isoformat(),
        "endDate": times.last.isoformat(),
        "repeatFrequency": "P1D",
        "scheduleTimezone": ZONE,
    }
    if times.skipped:
        schedule["exceptDate"] = [day.isoformat() for day in times.skipped]
    if times.start is not None:
        schedule["startTime"] = _format_clock(times.start)
    if times.end is not None:
        schedule["endTime"] = _format_clock(times.end)
    return schedule


def _format_clock(clock_time: time) -> str:
    return f"{clock_time.isoformat('minutes')}:00"


def _format_start(day: date, clock_time: time | None, times: EventTimes) -> str:
    """Return a date, with a time only where the document has one.

    Office hours are left out, because the document does not contain them.
    """
    if clock_time is None or times.first < times.last:
        return day.isoformat()
    return f"{day.isoformat()}T{_format_clock(clock_time)}+07:00"


def _script(content: Mapping[str, object]) -> str:
    """Return JSON without the characters that could end a script element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
