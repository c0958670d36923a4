"""Every query and every facet finds exactly what a plain search finds."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest
from playwright.sync_api import Page

from agenda.model import DirectoryEntry, HalfDay, Item, Status
from tests.browser.plain_places import Place
from tests.browser.plain_search import Found, url_of
from tests.browser.records import Record
from tests.browser.search_page import Results, ask, ask_here, count, count_here, search_url, wait

QUERIES = {
    "with diacritics": ("Kỳ Lạc", "Đức Thọ", "chuyển đổi số", "mực Thạch Kim", "Lễ chào cờ"),
    "without": ("ky lac", "duc tho", "chuyen doi so", "muc thach kim", "ho do", "an phu"),
    "with some": ("kỳ lac", "Duc Thọ", "chuyen đổi so"),
    "upper case": ("KỲ LẠC", "DUC THO", "ĐÔ THỊ THÔNG MINH", "OCOP"),
    "NFD": tuple(unicodedata.normalize("NFD", text) for text in ("Kỳ Lạc", "Đức Thọ", "hòa giải")),
    "đ everywhere": (
        "đo đạc",
        "do dac",
        "Đặng Đình Đạt",
        "đại diện Đoàn",
        "dap da han",
        "điện biên đông",
        "ĐĂK ĐOA",
        "đê",
    ),
    "places of the tone": ("hoà giải", "hòa giải", "hoa giai", "thuỷ lợi", "thủy lợi", "tuỳ viên"),
    "phrases": (
        '"chuyển đổi số"',
        '"doi so"',
        '"kỳ lạc"',
        '"lạc kỳ"',
        '"nghiệm thu đề tài"',
        '"họp tỉnh ủy" "nghị quyết"',
        '"UBND tỉnh họp"',
        '"ủy ban nhân dân tỉnh họp"',
        '"kỳ ninh',
    ),
    "numbers": (
        "252/2020/NQ-HĐND",
        "252/2020/nq-hdnd",
        "252 2020",
        "252/2021/NQ-HĐND",
        "1081/SKHCN-QLKH",
        '"08/12/2020"',
        '"8/12/2020"',
        "1/5",
        "01/5",
        "Covid-19",
        "ISO 9001:2015",
        "số 7",
    ),
    "abbreviations": (
        "UBND họp",
        "ủy ban nhân dân họp",
        "uy ban nhan dan hop",
        "Tỉnh ủy",
        "TU nghị quyết",
        "tu nghi quyet",
        "từ sáng",
        "KH&CN Nghệ An",
        "khoa học và công nghệ nghệ an",
        "KHCN",
        "HĐND",
        "hội đồng nhân dân tỉnh",
        "nông thôn mới đức thọ",
        "NTM kỳ lạc",
        "Phòng TT-TK kỳ lạc",
        "phòng thông tin thống kê kỳ lạc",
        "PGĐ kỳ lạc",
        "Phó Giám đốc kỳ lạc",
        "đồng chí kỳ ninh",
    ),
    "short words": ("the ky", "ha lac", "a", "so 1", "an o"),
    "several fields": ("hop hoi truong", "kỳ lạc lãnh đạo", "huỷ bão đổ bộ đập", "bão đổ bộ đập"),
    "signs": ("<b>đậm</b>", "& ngoặc", "kép'nháy", "( kỳ, lạc )", "kỳ lạc -"),
    "found nowhere": ("xyzzy", "xyzzy Kỳ Lạc", "252/1999/NQ-HĐND", '"lạc kỳ ninh" ocop'),
}
"""Queries, grouped by the difficulty that they test."""


MANY = 50
"""The number of results that a test reads one by one."""


def day_shown(found: Found) -> date:
    return found.shown if isinstance(found, Place) and found.shown else found.first


class Tally:
    """Precision and recall over all queries, in days and in items."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.wrong: list[str] = []
        self.right = self.given = self.wanted = 0

    def add(self, query: str, results: Results, wanted: tuple[Found, ...]) -> None:
        given = set(results.urls)
        expected = {url_of(found) for found in wanted}
        self.right += len(given & expected)
        self.given += len(given)
        self.wanted += len(expected)
        days = {result.day for result in results.results}
        expected_days = {day_shown(found).isoformat() for found in wanted}
        agree = (
            given == expected
            and days == expected_days
            and results.total == len(results.results) == len(expected)
        )
        self.rows.append(f"{query!r}: {len(expected)} items on {len(expected_days)} days")
        if not agree:
            self.wrong.append(
                f"{query!r}: total {results.total}, {len(given - expected)} too many, "
                f"{len(expected - given)} missing: {sorted(given ^ expected)[:3]}"
            )

    def count(self, query: str, total: int, wanted: tuple[Found, ...]) -> None:
        """Compare the total only, where reading every result would take minutes."""
        self.rows.append(f"{query!r}: {len(wanted)} items")
        if total != len(wanted):
            self.wrong.append(f"{query!r}: total {total}, not {len(wanted)}")

    def report(self) -> str:
        precision = self.right / self.given if self.given else 1
        recall = self.right / self.wanted if self.wanted else 1
        return f"{len(self.rows)} queries, precision {precision:.4f}, recall {recall:.4f}"


@pytest.mark.parametrize("which", ["years", "seed"])
def test_every_query_finds_what_a_plain_search_finds(
    page: Page, request: pytest.FixtureRequest, which: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record: Record = request.getfixturevalue(which)
    tally = Tally()
    page.goto(search_url(record.home, ""))
    wait(page)
    for query in (query for queries in QUERIES.values() for query in queries):
        expected = record.plain.find(query)
        if len(expected.items) > MANY:
            tally.count(query, count_here(page, query), expected.items)
            continue
        results = ask_here(page, record.home, query)
        if results.searched_otherwise:
            if expected.items and not expected.missing:
                tally.wrong.append(f"{query!r}: {results.missing}")
            continue
        tally.add(query, results, expected.items)
        named = re.findall("“(.*?)”", results.missing.partition(". Kết quả")[0])
        if set(named) != set(expected.missing) and not results.dates:
            tally.wrong.append(f"{query!r}: says {results.missing!r}, not {expected.missing}")
    with capsys.disabled():
        print(f"\n{which}: {tally.report()}")  # noqa: T201
    assert not tally.wrong, "\n".join(tally.wrong)
    assert len(tally.rows) >= 60


@pytest.mark.parametrize(
    "query",
    ["đ", "họp", "an", "the", "PGĐ", "phó giám đốc", "đồng chí", "UBND", "ủy ban nhân dân", "TU"],
)
def test_the_total_is_exact_where_much_is_found(page: Page, years: Record, query: str) -> None:
    page.goto(search_url(years.home, query))
    wait(page)
    assert int(page.inner_text("#so-ket-qua")) == len(years.plain.find(query).items)


def test_every_facet_narrows_by_items_alone_and_with_words(
    page: Page, years: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()
    for query in ("", "họp", "ky lac"):
        for facet, value, holds in facets(years.plain.items):
            wanted = tuple(item for item in years.plain.find(query).items if holds(item))
            chosen, name = {facet: value}, f"{query} [{facet}={value}]"
            if len(wanted) > MANY:
                tally.count(name, count(page, years.home, query, **chosen), wanted)
            else:
                tally.add(name, ask(page, years.home, query, **chosen), wanted)
    with capsys.disabled():
        print(f"\nfacets: {tally.report()}")  # noqa: T201
    assert not tally.wrong, "\n".join(tally.wrong)


def facets(items: tuple[Item, ...]) -> Iterator[tuple[str, str, Callable[[Found], bool]]]:
    """Yield a value of each facet that some items have, with a test for items."""
    busy = next(item for item in items if len(list(item.entries())) > 2)
    for entry in busy.entries():
        name = {"Person": "lanh_dao", "Unit": "co_quan", "Group": "nhom"}[type(entry).__name__]
        yield name, entry.code, partial(names, entry)
    yield "nam", "2015", lambda item: item.first.year == 2015
    for half_day in (HalfDay.MORNING, HalfDay.ALL_DAY, HalfDay.EVENING):
        yield "buoi", half_day.value, partial(takes, half_day)
    for status in Status:
        yield "trang_thai", status.value or "theo-lich", partial(stands, status)


def names(entry: DirectoryEntry, item: Found) -> bool:
    return entry in item.entries()


def takes(half_day: HalfDay, item: Found) -> bool:
    return item.half_day is half_day


def stands(status: Status, item: Found) -> bool:
    return item.status is status
