"""The search page as tests use it: queries in, results out."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page

ALL_RESULTS = """async () => {
    const list = document.getElementById("ket-qua"), more = document.getElementById("xem-them");
    while (!more.hidden) {
        const before = list.children.length;
        more.click();
        while (list.children.length === before) await new Promise((next) => setTimeout(next, 2));
    }
    return Array.from(list.children, (result) => ({
        url: result.querySelector("a").href,
        day: result.querySelector("time").dateTime,
        text: result.textContent.replace(/\\s+/g, " ").trim(),
        marks: Array.from(result.querySelectorAll("mark"), (mark) => mark.textContent),
    }));
}"""


@dataclass(frozen=True)
class Result:
    """One `<li>` of the results; `url` is relative to the home page."""

    url: str
    day: str
    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Results:
    """All results of the page, with "Xem thêm" pressed to the end."""

    total: int
    missing: str
    dates: tuple[str, ...]
    results: tuple[Result, ...]

    @property
    def searched_otherwise(self) -> bool:
        """Return whether the page says that it searched other or fewer words."""
        return "đã tìm: " in self.missing or "đủ các từ đã gõ" in self.missing

    @property
    def urls(self) -> list[str]:
        return [result.url for result in self.results]


def search_url(home: str, query: str, **chosen: str) -> str:
    """Return the URL of a query; `lanh_dao="…"` becomes `lanh-dao=…`."""
    values = {name.replace("_", "-"): value for name, value in chosen.items()}
    return f"{home}tim-kiem/?{urlencode({'q': query} | values)}"


def ask(page: Page, home: str, query: str, **chosen: str) -> Results:
    """Return the answer of the page at a URL."""
    page.goto(search_url(home, query, **chosen))
    return answer(page, home)


def count(page: Page, home: str, query: str, **chosen: str) -> int:
    """Return the total that the page shows for a URL, without reading the results."""
    page.goto(search_url(home, query, **chosen))
    return shown_total(page)


def ask_here(page: Page, home: str, query: str) -> Results:
    """Return the answer of the open page to its form. The page keeps what it has loaded."""
    submit(page, query)
    return answer(page, home)


def count_here(page: Page, query: str) -> int:
    """Return the total that the open page shows for a query, without reading the results."""
    submit(page, query)
    return shown_total(page)


def submit(page: Page, query: str) -> None:
    page.fill("#tu-khoa", query)
    page.evaluate("document.querySelector('form[data-index]').requestSubmit()")


def shown_total(page: Page) -> int:
    wait(page)
    return int(page.inner_text("#so-ket-qua"))


def answer(page: Page, home: str) -> Results:
    total = shown_total(page)
    found: list[dict[str, Any]] = page.evaluate(ALL_RESULTS)
    note = page.locator("#khong-thay")
    links = page.locator("#ngay-thang a").evaluate_all("links => links.map((link) => link.href)")
    return Results(
        total=total,
        missing=note.inner_text() if note.is_visible() else "",
        dates=tuple(link.removeprefix(home) for link in links),
        results=tuple(
            Result(
                url=each["url"].removeprefix(home),
                day=each["day"],
                text=each["text"],
                marks=tuple(each["marks"]),
            )
            for each in found
        ),
    )


def wait(page: Page) -> None:
    """Wait until the page has answered."""
    page.wait_for_selector('#ket-qua[aria-busy="false"]', state="attached")
