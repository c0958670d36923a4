"""Check that pages, tables, calendars, feeds, JSON-LD and search agree for any archive."""

import re
from dataclasses import replace
from datetime import date

import pytest

from agenda.exports.news import ENTRIES
from agenda.model import Item
from tests.exports.facts import Facts, Published, event_times


class Agreement:
    """Tests for any valid archive. A subclass provides the fixture `published`."""

    @pytest.fixture
    def expected(self, published: Published) -> dict[str, Facts]:
        return {item.key: facts_of(item) for item in published.agenda.items}

    def test_pages_tables_and_search_agree_on_every_item(
        self, published: Published, expected: dict[str, Facts]
    ) -> None:
        assert published.json() == expected
        assert published.html() == expected
        assert published.search() == expected
        assert published.dropped_in_search().isdisjoint(expected)
        assert published.items_table() == expected
        led = {item.key for item in published.agenda.items if item.leaders}
        assert published.attendance_table() == {
            key: replace(facts, moved_to="") for key, facts in expected.items() if key in led
        }

    def test_calendars_have_every_item_at_its_time(
        self, published: Published, expected: dict[str, Facts]
    ) -> None:
        events = published.calendars_of_years()
        dropped = {key for key in events if key not in expected}
        assert {events[key].status.value for key in dropped} <= {"CANCELLED"}
        assert {
            key: (
                event.dtstart.value,
                event.dtend.value if "dtend" in event.contents else None,
                len(list(event.getrruleset() or [event])),
                event.status.value,
            )
            for key, event in events.items()
            if key not in dropped
        } == {
            key: (
                *event_times(facts),
                "CANCELLED" if facts.status in ("huy", "hoan") else "CONFIRMED",
            )
            for key, facts in expected.items()
        }

    def test_the_subscribed_calendar_agrees_with_the_calendars_of_years(
        self, published: Published
    ) -> None:
        years = published.calendars_of_years()
        months = {str(month.month) for month in published.agenda.months[-12:]}
        assert {
            key: event.serialize() for key, event in published.events("lich/tat-ca.ics").items()
        } == {key: event.serialize() for key, event in years.items() if key[:7] in months}

    def test_events_for_search_engines_have_every_item_at_its_time(
        self, published: Published, expected: dict[str, Facts]
    ) -> None:
        events = published.jsonld_events()
        assert events.keys() == expected.keys()
        for key, facts in expected.items():
            start = events[key]["startDate"]
            first, _, days = event_times(facts)
            assert date.fromisoformat(start[:10]) == date(first.year, first.month, first.day)
            status = events[key]["eventStatus"].removeprefix("https://schema.org/Event")
            assert (
                status
                in {
                    "": ("Scheduled", "Rescheduled"),
                    "huy": ("Cancelled",),
                    "hoan": ("Postponed",),
                    "doi": ("Rescheduled",),
                }[facts.status]
            )
            clock = facts.moved_to.partition(":") if facts.moved_to else facts.clock.partition(":")
            hour = f"{clock[0][-2:]}:{clock[2][:2]}" if clock[1] else ""
            assert start[10:] == (f"T{hour}:00+07:00" if hour and days == 1 else "")
            schedule = events[key].get("eventSchedule", {})
            assert schedule.get("startTime", "")[:5] == (hour if days > 1 else "")

    def test_the_newest_feed_text_of_every_item_agrees(
        self, published: Published, expected: dict[str, Facts]
    ) -> None:
        entries, news = published.news_entries(), published.news()
        revisions = [each for month in published.agenda.months for each in month.revisions]
        updates = [update for each in revisions for update in each.updates]
        assert len(entries) == min(len(revisions) + len(updates), ENTRIES)
        expected = {key: facts for key, facts in expected.items() if month_url(key) in entries}
        assert expected.keys() <= news.keys()
        names = {"ca_ngay": "cả ngày", "sang": "sáng", "chieu": "chiều", "toi": "tối"}
        statuses = {"huy": "Đã hủy", "hoan": "Hoãn, chưa định ngày", "doi": "Đã đổi lịch"}
        for key, facts in expected.items():
            when, _, described = news[key].partition(": ")
            described = re.sub("[^;(]*→", "", described)  # the former values
            day = date.fromisoformat(facts.first)
            assert f"{day.day:02}/" in when
            assert when.removesuffix(facts.clock).rstrip().endswith(names[facts.half_day])
            assert [word for word in statuses.values() if word in described] == (
                [statuses[facts.status]] if facts.status else []
            )


def month_url(key: str) -> str:
    return f"{key[:4]}/{key[5:7]}/"


def facts_of(item: Item) -> Facts:
    clocks = [f"{each:%H:%M}" for each in (item.start, item.end) if each]
    next_day = " hôm sau" if item.start and item.end and item.end < item.start else ""
    return Facts(
        first=item.first.isoformat(),
        last=item.last.isoformat(),
        half_day=item.half_day.value,
        clock="–".join(clocks) + next_day,
        status=item.status.value,
        moved_to=str(item.moved_to) if item.moved_to else "",
    )
