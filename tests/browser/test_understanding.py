"""A query is understood: its times, people, units and statuses become chips that can be removed."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from agenda.model import Agenda
from agenda.search.phrases import phrases
from agenda.source.folder import load_agenda
from tests.browser.plain_understanding import PlainReader
from tests.browser.search_page import submit, wait
from tests.browser.test_search_results import QUERIES
from tests.browser.visit import Visit
from tests.project import MAY_2021, REPOSITORY
from tests.synthetic import write_years

OpenPage = Callable[..., Visit]

SCRIPTS = REPOSITORY / "overrides" / "assets" / "agenda"
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).with_name("search") / "queries.yml").read_text("utf-8")
)

CHIPS = {
    "Lịch giám đốc Văn tuần này": ["Đỗ Khoa Văn", "Từ 03/5/2021 đến 09/5/2021"],
    "phong tttk chieu 13/5": ["Phòng Thông tin - Thống kê", "Buổi chiều", "Ngày 13/5"],
    "chuyển đổi số 2021": ["Năm 2021"],
    "5/5/21": ["Ngày 05/5/2021"],
    "4-5 năm ngoái": ["Ngày 04/5/2020"],
    "Q2/2021": ["Quý II/2021"],
    "quý iv năm ngoái": ["Quý IV/2020"],
    "tháng 5 năm kia": ["Tháng 5/2019"],
    "năm kia": ["Năm 2019"],
    "đổi mới sáng tạo": [],
    "hội đồng nhân dân tỉnh": [],
    "252/2020/NQ-HĐND": [],
    "thứ trưởng": [],
    "Vân phòng": [],
    '"tuần này"': [],
}

UNDERSTAND = """async ([queries, table, today, years]) => {
    const url = document.querySelector("script[type=module]").src.split("?")[0]
        .replace("agenda.js", "search/understanding/read.js");
    const { readTable, understand } = await import(url);
    const read = readTable(table);
    return queries.map((query) => understand(query, read, { today, years })).map(
        ({ readings, rest }) => [
            rest,
            readings.map(({ start, end, meanings }) => [start, end, meanings.map((meaning) =>
                [meaning.unit, meaning.label, meaning.ranges ?? null, meaning.weekday ?? null,
                    meaning.values ?? null])]),
        ],
    );
}"""


@pytest.fixture(scope="module")
def agendas(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Agenda, date]]:
    folder = tmp_path_factory.mktemp("years")
    write_years(folder, 2018, 2)
    return [
        (load_agenda(MAY_2021).agenda, date(2021, 5, 4)),
        (load_agenda(folder).agenda, date(2019, 12, 31)),
    ]


def test_the_browser_understands_queries_as_the_reference_does(
    visit: OpenPage, agendas: list[tuple[Agenda, date]]
) -> None:
    page = visit("").page
    page.route("**/search/**/*.js", serve_module)
    page.route("**/search/*.js", serve_module)
    page.route("**/today.js", serve_module)
    page.route("**/date_format.js", serve_module)
    queries = [row["q"] for rows in EXPECTED.values() for row in rows]
    queries += [query for group in QUERIES.values() for query in group]
    for agenda, today in agendas:
        years = sorted({month.month.year for month in agenda.months})
        reader = PlainReader(agenda.directory, years)
        table = json.loads(json.dumps(phrases(agenda.directory)))
        found = page.evaluate(UNDERSTAND, [queries, table, today.isoformat(), years])
        for query, understood in zip(queries, found, strict=True):
            assert understood == described(reader, query, today), query


def serve_module(route: Route) -> None:
    path = route.request.url.partition("/assets/agenda/")[2].partition("?")[0]
    route.fulfill(path=SCRIPTS / path)


def described(reader: PlainReader, query: str, today: date) -> list[object]:
    """Return what the script returns, from the reference."""
    understood = reader.understand(query, today)
    return [
        understood.rest,
        [
            [
                reading.start,
                reading.end,
                [
                    [
                        meaning.unit,
                        meaning.label,
                        None
                        if meaning.ranges is None
                        else [[day.isoformat() for day in each] for each in meaning.ranges],
                        meaning.weekday,
                        list(meaning.values) if meaning.unit == "entry" else None,
                    ]
                    for meaning in reading.meanings or ()
                ],
            ]
            for reading in understood.readings
        ],
    ]


def test_what_is_understood_is_shown(visit: OpenPage) -> None:
    page = ask(visit, "")
    for query, chips in CHIPS.items():
        submit(page, query)
        wait(page)
        assert chips_of(page) == chips, query


def test_it_is_already_tomorrow_in_vietnam(visit: OpenPage) -> None:
    page = ask(visit, "hôm nay", now="2021-05-03T20:00Z", zone="America/New_York")
    assert chips_of(page) == ["Ngày 04/5/2021"]


def test_a_chip_is_removed_by_keyboard_and_its_words_are_searched(visit: OpenPage) -> None:
    page = ask(visit, "festival ngày mai")
    assert chips_of(page) == ["Ngày 05/5/2021"]
    page.focus("#da-hieu a")
    page.keyboard.press("Enter")
    page.wait_for_url("**%22ng%C3%A0y+mai%22")
    wait(page)
    expect(page.locator("#tu-khoa")).to_have_value('festival "ngày mai"')
    expect(page.locator("#tu-khoa")).to_be_focused()
    assert page.locator("#da-hieu").is_hidden()
    page.go_back()
    expect(page.locator("#da-hieu a")).to_have_count(1)


def test_a_person_comes_first_with_page_calendar_and_next_items(visit: OpenPage, home: str) -> None:
    page = ask(visit, "giam doc Van", now="2021-05-11T09:00+07:00")
    links = page.locator("#ngay-thang a").evaluate_all("all => all.map((link) => link.href)")
    assert [link.removeprefix(home) for link in links] == [
        "lanh-dao/do-khoa-van/",
        "lich/lanh-dao/do-khoa-van.ics",
        "2021/05/#cv-kwm9",
        "2021/05/#cv-m76b",
    ]
    assert [link for link in links if not page.request.get(link).ok] == []


def test_words_that_also_mean_a_time_are_still_found_as_words(visit: OpenPage) -> None:
    page = ask(visit, "bản tin số tháng 4")
    assert chips_of(page) == ["Tháng 4"]
    assert page.locator("#ket-qua a").first.inner_text() == "Duyệt phát hành Bản tin số tháng 4"


def ask(visit: OpenPage, query: str, now: str = "2021-05-04T09:00+07:00", **options: Any) -> Page:
    page = visit(f"tim-kiem/?{urlencode({'q': query})}", now=now, **options).page
    wait(page)
    return page


def chips_of(page: Page) -> list[str]:
    return [text.removesuffix(" ×") for text in page.locator("#da-hieu a").all_inner_texts()]
