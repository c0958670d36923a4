"""Firefox and WebKit, the engine of Safari: their visitors do the main tasks without an error."""

import time
from collections.abc import Iterator
from typing import Any, Protocol

import pytest

from tests.browser import firefox, webkit
from tests.browser.search_page import search_url
from tests.browser.server import served
from tests.browser.webkit import WebKit
from tests.machine import require_display_server, require_firefox, require_webkit_driver
from tests.published.site import BuiltSite

TIMEOUT = 60.0
NOW = "2021-05-04T09:00+07:00"

VISITOR = """{
    window.faults = [];
    const note = (event) => faults.push(
        String(event.message || event.reason || event.violatedDirective || event.target.src));
    for (const name of ["error", "unhandledrejection", "securitypolicyviolation"]) {
        addEventListener(name, note, true);
    }
    const moment = Date.parse("%s"), {Date: Clock} = window;
    window.Date = class extends Clock {
        constructor(...values) {
            values.length ? super(...values) : super(moment);
        }
        static now() {
            return moment;
        }
    };
}"""
"""Notes all errors of a page, and stops its clock: the drivers can do neither."""


class Engine(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None: ...

    def evaluate(self, expression: str) -> Any: ...

    def click(self, selector: str) -> None: ...

    def type(self, selector: str, text: str) -> None: ...


@pytest.fixture(scope="module")
def site_with_visitor(site_at_subpath: BuiltSite) -> Iterator[str]:
    """Serve the site with a script that watches every page; yield its URL."""
    with served(site_at_subpath, first_script=VISITOR % NOW) as home:
        yield home


@pytest.fixture(scope="module")
def safari() -> Iterator[WebKit]:
    with webkit.started(require_webkit_driver(), require_display_server()) as engine:
        yield engine


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "webkit":
        yield request.getfixturevalue("safari")
        return
    with firefox.started(require_firefox()) as engine:
        yield engine


def test_the_main_tasks_succeed(engine: Engine, site_with_visitor: str) -> None:
    home = site_with_visitor
    engine.open(home)
    until(engine, "document.querySelector('#hom-nay[data-shown]')")
    assert text(engine, "#hom-nay h2") == "Hôm nay, Thứ Ba 04/5/2021"
    today = "[...document.querySelectorAll('#hom-nay .day--today .item__text')]"
    assert engine.evaluate(f"{today}.map((each) => each.textContent)[0]") == "Lễ chào cờ"
    no_faults(engine)

    press(engine, "#hom-nay .day--today .actions")
    until(engine, "document.querySelector('dialog').open")
    press(engine, "dialog button:last-of-type")
    until(engine, "!document.querySelector('dialog').open")

    press(engine, 'a[href$="2021/05/"]')
    until(engine, f"location.href === '{home}2021/05/' && document.readyState === 'complete'")
    until(engine, "document.querySelector('.day--today')")
    assert engine.evaluate("document.querySelector('.day--today').id") == "ngay-04"
    no_faults(engine)

    engine.open(home)
    engine.type("#tu-khoa", "giam doc Van")
    press(engine, "main .search button")
    until(engine, "location.pathname.endsWith('/tim-kiem/') && document.readyState === 'complete'")
    until(engine, "document.querySelector('#ket-qua[aria-busy=false]')")
    assert text(engine, "#da-hieu a") == "Đỗ Khoa Văn ×"
    found = engine.evaluate("[...document.querySelectorAll('#ket-qua a')].map((each) => each.hash)")
    assert found[:3] == ["#cv-m76b", "#cv-kwm9", "#cv-xtwz"]
    no_faults(engine)

    press(engine, "#ngay-thang a")
    until(engine, f"location.href === '{home}lanh-dao/do-khoa-van/'")
    until(engine, "document.querySelector('.months-of-entry[data-shown]')")
    assert text(engine, "[data-coming]").startswith("Sắp tới: Thứ Ba, 04/5/2021")
    no_faults(engine)


def press(engine: Engine, selector: str) -> None:
    """Click an element as soon as it is there: scripts add some after the page."""
    until(engine, f"document.querySelector('{selector}')")
    engine.click(selector)


def no_faults(engine: Engine) -> None:
    assert engine.evaluate("window.faults") == []
    assert engine.evaluate("document.querySelectorAll('.caveat[role=note]').length") == 0


def text(engine: Engine, selector: str) -> str:
    found = engine.evaluate(f"document.querySelector('{selector}').textContent")
    return " ".join(str(found).split())


def until(engine: Engine, condition: str) -> None:
    """Wait until a JavaScript expression is true."""
    end = time.monotonic() + TIMEOUT
    while not engine.evaluate(f"Boolean({condition})"):
        assert time.monotonic() < end, condition
        time.sleep(0.05)


@pytest.mark.parametrize("query", ["chuyen doi so", "khongcochunay"])
def test_other_ways_stand_below_the_answer_at_once(safari: WebKit, home: str, query: str) -> None:
    safari.open(search_url(home, query))
    until(safari, "document.querySelector('#ket-qua[aria-busy=false]')")
    found = safari.evaluate("document.querySelectorAll('#ket-qua > li').length")
    assert bool(found) == (query == "chuyen doi so")
    others = "getComputedStyle(document.querySelector('#cach-khac'))"
    assert safari.evaluate(f"{others}.visibility") == "visible"
    assert safari.element("#cach-khac").text == "Tra cách khác"


def test_an_abbreviation_is_underlined(safari: WebKit, home: str) -> None:
    safari.open(f"{home}2021/05/")
    abbreviation = safari.element(".md-typeset abbr[title]")
    style = [f"text-decoration-{part}" for part in ("line", "style", "thickness")]
    assert [abbreviation.value_of_css_property(name) for name in style] == [
        *("underline", "dotted", "1px")
    ]


def test_a_table_laid_out_as_cards_stays_a_table(safari: WebKit, home: str) -> None:
    safari.driver.set_window_size(400, 800)
    safari.open(f"{home}2021/05/")
    assert safari.evaluate("getComputedStyle(document.querySelector('.agenda')).display") == "block"
    roles = {
        ".agenda": "table",
        "#ngay-04": "rowgroup",
        "#cv-gdmm": "row",
        "#cv-gdmm .day__name": "rowheader",
        "#cv-gdmm .item__words": "cell",
    }
    assert {each: safari.element(each).aria_role for each in roles} == roles
