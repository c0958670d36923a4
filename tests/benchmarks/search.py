"""Compare our search with that of the stock theme, for the same agendas.

`python -m tests.benchmarks.search 5 20 40` prints a table. An empty browser opens a URL with a
query; bytes and times are until the first result. "search" counts the bytes of the search alone;
"gzip" counts the same bytes compressed.
"""

import argparse
import gzip
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Request

from agenda.source.folder import load_agenda
from tests.benchmarks.stock import build_stock
from tests.browser.launch import launch_chromium
from tests.browser.search_page import wait
from tests.browser.server import served
from tests.browser.years import build_years
from tests.published.site import BuiltSite

URL = "https://example.invalid/lich/"
QUERY = "Kỳ Lạc"
"""The query has diacritics: without them the stock search finds nothing."""

LATER = ("Đức Thọ", "chuyển đổi số", "Hội đồng", "nước mắm Kỳ Ninh")
ROUNDS = 9
OF_SEARCH = ("search", "tim-kiem", "lunr")
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", "/")


@dataclass
class Traffic:
    """The bytes sent to a page until a moment."""

    total: int = 0
    search: int = 0
    compressed: int = 0
    requests: int = 0

    def add(self, url: str, body: bytes) -> None:
        self.total += len(body)
        if any(word in url for word in OF_SEARCH):
            packed = gzip.compress(body, 6) if url.endswith(COMPRESSED) else body
            self.search += len(body)
            self.compressed += len(packed)
            self.requests += 1


def requests_of(page: Page) -> list[Request]:
    """Return a list that collects the requests of a page."""
    seen: list[Request] = []

    def note(request: Request) -> None:
        seen.append(request)

    page.on("requestfinished", note)
    return seen


def traffic_of(requests: Iterable[Request], home: str, site: BuiltSite, until: float) -> Traffic:
    """Add up the files that had been sent at a moment."""
    traffic = Traffic()
    for request in requests:
        if request.timing["startTime"] + request.timing["responseEnd"] > until:
            continue
        url = request.url.partition("?")[0].removeprefix(home)
        file = site.folder / url
        traffic.add(url, (file / "index.html" if file.is_dir() else file).read_bytes())
    return traffic


@dataclass(frozen=True)
class Measurement:
    """Bytes until the first result; times in milliseconds."""

    traffic: Traffic
    first: float
    later: float
    files: int
    size: int


# From the start of the navigation, by the browser's own clock: other programs delay ours.
NOTE_FIRST = """(selector) => new MutationObserver((_, observer) => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    window.firstResult = performance.now();
}).observe(document, {childList: true, subtree: true})"""

Ask = Callable[[Page, str], None]


def open_page(page: Page, url: str, result: str) -> tuple[float, float]:
    """Open a page and return when it had a first result, in ms from the start and the epoch."""
    page.add_init_script(f"({NOTE_FIRST})({result!r})")
    page.goto(url, wait_until="commit")
    page.wait_for_selector(result, state="attached", timeout=60_000)
    first, origin = page.evaluate("[window.firstResult, performance.timeOrigin]")
    return first, origin + first


def ask_stock(page: Page, query: str) -> None:
    if not page.locator(".md-search__input").is_visible():
        page.click("label[for=__search]")
    page.fill(".md-search__input", "")
    page.wait_for_selector(".md-search-result__item", state="detached", timeout=60_000)
    page.type(".md-search__input", query)
    page.wait_for_selector(".md-search-result__item", timeout=60_000)


def ask_ours(page: Page, query: str) -> None:
    page.fill("#tu-khoa", query)
    page.evaluate("document.querySelector('form[data-index]').requestSubmit()")
    wait(page)


def measure(browser: Browser, site: BuiltSite, path: str, result: str, ask: Ask) -> Measurement:
    firsts, laters, traffics = [], [], []
    with served(site) as home:
        for _ in range(ROUNDS):
            context = browser.new_context(viewport={"width": 360, "height": 640})
            page = context.new_page()
            requests = requests_of(page)
            first, moment = open_page(page, home + path + quote(QUERY), result)
            firsts.append(first)
            traffics.append(traffic_of([*requests], home, site, moment))
            page.wait_for_load_state("networkidle")
            for query in LATER:
                start = time.perf_counter()
                ask(page, query)
                laters.append((time.perf_counter() - start) * 1000)
            context.close()
    index = [file for file in site.folder.rglob("*") if _is_index(file.relative_to(site.folder))]
    return Measurement(
        traffic=max(traffics, key=lambda traffic: traffic.search),
        first=statistics.median(firsts),
        later=statistics.median(laters),
        files=len(index),
        size=sum(file.stat().st_size for file in index),
    )


def _is_index(path: Path) -> bool:
    return path.suffix == ".json" and path.parts[0] in {"tim-kiem", "search"}


def row(name: str, years: int, measured: Measurement) -> str:
    traffic = measured.traffic
    return (
        f"| {name} | {years} | {measured.files} | {measured.size / 1e6:.2f} MB "
        f"| {traffic.total / 1e3:.0f} kB | {traffic.search / 1e3:.0f} kB "
        f"| {traffic.compressed / 1e3:.0f} kB | {traffic.requests} "
        f"| {measured.first:.0f} ms | {measured.later:.0f} ms |"
    )


def report(years: Iterable[int], say: Callable[[str], None]) -> None:
    say("| | years | index files | index | all bytes | search | gzip | requests | first | later |")
    say("| --- " * 10 + "|")
    with launch_chromium() as browser, TemporaryDirectory() as temporary:
        for count in years:
            folder = Path(temporary, str(count))
            ours = build_years(folder / "ours", URL, count)
            agenda = load_agenda(folder / "ours" / "agendas").agenda
            stock = build_stock(agenda, folder / "stock", URL)
            theirs = measure(browser, stock, "?q=", ".md-search-result__item", ask_stock)
            mine = measure(browser, ours, "tim-kiem/?q=", "#ket-qua li", ask_ours)
            say(row("stock", count, theirs))
            say(row("ours", count, mine))
            say(
                f"{count} years: {theirs.traffic.search / mine.traffic.search:.1f} times fewer "
                f"bytes ({theirs.traffic.compressed / mine.traffic.compressed:.1f} compressed), "
                f"{theirs.first / mine.first:.1f} times faster to the first result"
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search", description=__doc__)
    parser.add_argument("years", type=int, nargs="*", default=[5, 20, 40])
    report(parser.parse_args().years, say=lambda line: print(line, flush=True))  # noqa: T201


if __name__ == "__main__":
    main()
