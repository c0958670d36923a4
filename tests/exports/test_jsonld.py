"""Test the events for search engines with an independent JSON-LD processor."""

import json
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from agenda.exports.jsonld import jsonld_months
from agenda.history.identity import identify
from agenda.model import Agenda
from tests.exports.fixtures import AGENDA_NAMES, AGENDAS, FIRST, SECOND, THIRD, times, words
from tests.exports.sample import agenda
from tests.exports.settings import SETTINGS, context_of
from tests.history.revisions import read_months

SCHEMA = "https://schema.org/"

# What schema.org expects of an Event and its parts: the types of each property's values.
PROPERTIES = {
    "Event": {
        "name": {"Text"},
        "url": {"URL"},
        "eventStatus": {"EventStatusType"},
        "startDate": {"Date", "DateTime"},
        "endDate": {"Date", "DateTime"},
        "previousStartDate": {"Date", "DateTime"},
        "location": {"Place"},
        "organizer": {"GovernmentOrganization"},
        "eventSchedule": {"Schedule"},
    },
    "Schedule": {
        "startDate": {"Date"},
        "endDate": {"Date"},
        "repeatFrequency": {"Duration"},
        "startTime": {"Time"},
        "endTime": {"Time"},
        "scheduleTimezone": {"Text"},
        "exceptDate": {"Date"},
    },
    "Place": {"name": {"Text"}, "address": {"Text"}},
    "GovernmentOrganization": {"name": {"Text"}},
}
REQUIRED = {
    "Event": {"name", "url", "eventStatus", "startDate", "organizer"},
    "Schedule": {"startDate", "endDate", "repeatFrequency", "scheduleTimezone"},
    "Place": {"name", "address"},
    "GovernmentOrganization": {"name"},
}
STATUSES = {
    f"{SCHEMA}Event{status}"
    for status in ("Cancelled", "MovedOnline", "Postponed", "Rescheduled", "Scheduled")
}


@pytest.mark.parametrize("name", AGENDA_NAMES)
def test_every_event_is_what_schema_org_expects(name: str, tmp_path: Path) -> None:
    for text in texts(AGENDAS[name](tmp_path)):
        for node in expand(text):
            assert schema_errors(node) == []


def test_the_schema_check_finds_errors() -> None:
    (text,) = texts(agenda())
    for right, wrong in (
        ('"startDate":"2021-05-04"', '"startDate":"04/5/2021"'),
        ("schema.org/EventScheduled", "schema.org/EventPlanned"),
        ('"organizer"', '"organiser"'),
        ('"@type":"Place"', '"@type":"Event"'),
    ):
        assert right in text
        assert [
            error for node in expand(text.replace(right, wrong)) for error in schema_errors(node)
        ]


def test_an_amended_event_has_its_previous_start() -> None:
    known = identify(read_months(FIRST, SECOND, THIRD)).agenda
    events = {event["url"].rpartition("#cv-")[2]: event for event in graph(known)}
    assert {code: status_and_start(event) for code, event in events.items()} == {
        "giu": ("EventScheduled", "2021-05-04", None),
        "huy": ("EventCancelled", "2021-05-04T08:00:00+07:00", None),
        "sua": ("EventScheduled", "2021-05-04", None),
        "moi": ("EventRescheduled", "2021-05-20", "2021-05-04"),
        "chuyen": (
            "EventRescheduled",
            "2021-05-12T14:00:00+07:00",
            "2021-05-05T08:00:00+07:00",
        ),
        "dai": ("EventPostponed", "2021-05-13", "2021-05-13"),
    }


def test_an_event_has_an_end_where_the_document_has_one() -> None:
    known = identify(read_months(FIRST)).agenda
    ends = {event["url"].rpartition("#cv-")[2]: event.get("endDate") for event in graph(known)}
    assert ends == {
        "giu": "2021-05-04",
        "bo": "2021-05-04",
        "huy": None,
        "sua": "2021-05-04",
        "chuyen": "2021-05-05T09:30:00+07:00",
    }


def test_an_event_of_several_days_has_its_last_day_and_its_daily_hours() -> None:
    known = identify(
        read_months("- {ngay: 4-6, sang: [{ma: a, noi_dung: Đi}, {ma: b, gio: 8h, noi_dung: Họp}]}")
    ).agenda
    assert [
        (event["startDate"], event.get("endDate"), event.get("eventSchedule"))
        for event in graph(known)
    ] == [
        ("2021-05-04", "2021-05-06", None),
        (
            "2021-05-04",
            "2021-05-06",
            {
                "@type": "Schedule",
                "startDate": "2021-05-04",
                "endDate": "2021-05-06",
                "repeatFrequency": "P1D",
                "startTime": "08:00:00",
                "scheduleTimezone": "Asia/Ho_Chi_Minh",
            },
        ),
    ]


def test_an_event_may_end_on_the_next_day() -> None:
    events = {event["url"].rpartition("#cv-")[2]: event for event in graph(times(Path()))}
    assert (events["dem"]["startDate"], events["dem"]["endDate"]) == (
        "2021-05-04T22:00:00+07:00",
        "2021-05-05T01:00:00+07:00",
    )
    assert (events["truc"]["startDate"], events["truc"]["endDate"]) == ("2021-05-05", "2021-05-08")
    assert events["truc"]["eventSchedule"]["endTime"] == "05:00:00"


def test_a_moved_event_has_its_new_time() -> None:
    events = {event["url"].rpartition("#cv-")[2]: event for event in graph(times(Path()))}
    assert {
        code: (*status_and_start(events[code]), events[code].get("endDate"))
        for code in ("gio", "dau", "dai")
    } == {
        "gio": (
            "EventRescheduled",
            "2021-05-06T09:00:00+07:00",
            "2021-05-04T08:00:00+07:00",
            "2021-05-06T11:00:00+07:00",
        ),
        "dau": ("EventRescheduled", "2021-05-06T14:00:00+07:00", "2021-05-04", None),
        "dai": ("EventRescheduled", "2021-05-30", "2021-05-04", "2021-06-02"),
    }


def test_no_text_ends_its_script_element(tmp_path: Path) -> None:
    (text,) = texts(words(tmp_path))
    assert not re.search("[<>&]", text)
    assert "<b>Item.text</b>" in json.loads(text)["@graph"][0]["name"]


def expand(text: str) -> list[dict[str, Any]]:
    """Return the events with full property names, from a local copy of the schema.org context."""
    document = json.loads(text)
    assert document.pop("@context") == "https://schema.org"
    types = {name: {"@type": "@id"} for name in ("url", "eventStatus")}
    settings = {name: {"@id": f"{SCHEMA}{name}", **kind} for name, kind in types.items()}
    document["@context"] = {"@vocab": SCHEMA, **settings}
    nodes: list[dict[str, Any]] = jsonld.expand(document)
    return nodes


def schema_errors(node: dict[str, Any]) -> list[str]:
    (kind,) = (each.removeprefix(SCHEMA) for each in node["@type"])
    if kind not in PROPERTIES:
        return [f"unknown type {kind}"]
    properties = {key.removeprefix(SCHEMA): found for key, found in node.items() if key[0] != "@"}
    found = [f"{kind} lacks {name}" for name in sorted(REQUIRED[kind] - properties.keys())]
    for name, values in properties.items():
        expected = PROPERTIES[kind].get(name)
        if expected is None:
            found.append(f"{kind} has no {name}")
            continue
        for value in values:
            if not any(is_of(each, value) for each in expected):
                found.append(f"{kind}.{name} is {value}")
            if "@type" in value and value["@type"][0].removeprefix(SCHEMA) in expected:
                found += schema_errors(value)
    return found


def is_of(kind: str, value: dict[str, Any]) -> bool:
    match kind:
        case "Text":
            return bool(value.get("@value"))
        case "URL":
            return str(value.get("@id")).startswith("https://")
        case "EventStatusType":
            return value.get("@id") in STATUSES
        case "Date":
            return parses(date.fromisoformat, value)
        case "Time":
            return parses(time.fromisoformat, value)
        case "Duration":
            return re.fullmatch(r"P\d+D", value.get("@value", "")) is not None
        case "DateTime":
            return parses(datetime.fromisoformat, value) and "T" in value["@value"]
        case _:
            return value.get("@type") == [f"{SCHEMA}{kind}"]


def parses(parse: Any, value: dict[str, Any]) -> bool:
    try:
        parse(value.get("@value"))
    except (TypeError, ValueError):
        return False
    return True


def status_and_start(event: dict[str, Any]) -> tuple[str, str, str | None]:
    status = event["eventStatus"].removeprefix(SCHEMA)
    return status, event["startDate"], event.get("previousStartDate")


def graph(known: Agenda) -> list[dict[str, Any]]:
    (text,) = texts(known)
    events: list[dict[str, Any]] = json.loads(text)["@graph"]
    return events


def texts(known: Agenda) -> list[str]:
    return [text.make() for _, text in jsonld_months(context_of(known), SETTINGS)]
