"""What search engines are told of a month: its items as events of schema.org, as JSON-LD."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import partial

from agenda.cache.text import CachedText
from agenda.exports.event_state import EventState, EventTimes, event_states
from agenda.exports.export_settings import ExportSettings
from agenda.exports.json_rows import Row
from agenda.model import Month, Status
from agenda.site.context import SiteContext
from agenda.site.urls import item_url, month_url, relative_url

_STATUSES = {
    Status.PLANNED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.MOVED: "EventRescheduled",
}


def jsonld_months(context: SiteContext, terms: ExportSettings) -> Iterator[tuple[str, CachedText]]:
    """The URL of each month's page with its events, as text that may stand in a script."""
    kept = context.kept
    for month in context.agenda.months:
        place = month_url(month.month)
        make = partial(_linked, context, month, place, terms)
        yield place, kept.later(kept.of_month(month.month), f"sự kiện {terms}", make)


def _linked(context: SiteContext, month: Month, place: str, terms: ExportSettings) -> str:
    listed = event_states(month, context.amendments[month.month])
    events = [_event(each, place, terms) for each in listed if not each.dropped]
    return _script({"@context": "https://schema.org", "@graph": events})


def _event(occasion: EventState, place: str, terms: ExportSettings) -> Row:
    item = occasion.item
    span, former = occasion.span, occasion.former_span
    if former is not None and not occasion.off:
        status = "EventRescheduled"
    else:
        status = _STATUSES[item.status]
    if item.status is Status.POSTPONED:
        former = span
    url = relative_url(place, item_url(item), terms.home)
    event: Row = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": item.text,
        "eventStatus": f"https://schema.org/{status}",
        "startDate": _moment(span.first, span.start, span),
    }
    if span.first < span.last or span.start is None or span.end is not None:
        event["endDate"] = _moment(span.last, span.end, span)
    if former is not None:
        event["previousStartDate"] = _moment(former.first, former.start, former)
    if item.venue:
        event["location"] = {"@type": "Place", "name": item.venue, "address": item.venue}
    event["organizer"] = {"@type": "GovernmentOrganization", "name": terms.agency}
    return event


def _moment(day: date, clock: time | None, span: EventTimes) -> str:
    """A date, or a time of it where the paper has one: office hours are none of the paper's."""
    if clock is None or span.first < span.last:
        return day.isoformat()
    return f"{day.isoformat()}T{clock.isoformat('minutes')}:00+07:00"


def _script(content: Mapping[str, object]) -> str:
    """JSON without a sign that could end the script it stands in."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
