"""`python -m tests.benchmarks.keystrokes`: compare searches while somebody types on a slow phone.

Writes the table of `docs/phat-trien/search-figures.md`, which says what is measured. The
alternatives are the stock theme's search and, where Hugo is installed, Pagefind.
"""

import argparse
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from agenda.source.folder import load_agenda
from tests.benchmarks.generated_sections import PAGES, machine, number, table, write_section
from tests.benchmarks.hugo import find_hugo, find_pagefind, write_hugo
from tests.benchmarks.runner import URL
from tests.benchmarks.search import OF_SEARCH, requests_of
from tests.benchmarks.stock import build_stock
from tests.browser.launch import launch_chromium
from tests.browser.server import served
from tests.browser.years import build_years
from tests.published.site import BuiltSite

COMMAND = "python -m tests.benchmarks.keystrokes"
PAGE = PAGES / "search-figures.md"
COLUMNS = (
    *("Search", "Years", "First answer (ms)", "Later keys, median (ms)", "Later keys, worst (ms)"),
    *("Bytes (kB)", "Requests"),
)

FIRST, LATER = "Giao ban", ("Kỳ Lạc", "Đức Thọ", "Hội đồng")
"""Queries, typed letter by letter. The stock search needs the diacritics."""

BETWEEN_KEYS = 250
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9e4}
SLOWDOWN = 4
ROUNDS = 3

# From each key to the next change of the list, by the browser's own clock.
WATCH = """([box, result]) => {
    window.keys = [];
    window.answers = [];
    document.querySelector(box).addEventListener(
        "input", () => keys.push(performance.now()), { capture: true });
    new MutationObserver(() => {
        if (document.querySelector(result)) answers.push(performance.now());
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
READ = "() => keys.map((key) => [key, answers.find((answer) => answer >= key) ?? null])"

PAGEFIND_PAGE = """<!doctype html><meta charset="utf-8"><title>Pagefind</title>
<input type="search"><ol></ol><script type="module">
let pagefind, latest = 0;
document.querySelector("input").addEventListener("input", async ({ target }) => {
    const question = ++latest;
    pagefind = pagefind || import(new URL("pagefind/pagefind.js", location));
    const { results } = await (await pagefind).search(target.value);
    const found = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    if (question !== latest) return;
    document.querySelector("ol").replaceChildren(...found.map(({ meta }) => {
        const item = document.createElement("li");
        item.textContent = meta.title;
        return item;
    }));
});
</script>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSite:
    """A site with a search; `box` and `result` are selectors, `opener` shows the box."""

    name: str
    site: BuiltSite
    path: str
    box: str
    result: str
    opener: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Milliseconds from keys to answers; compressed bytes and requests to the first answer."""

    first: float
    later: tuple[float, ...]
    size: int
    requests: int


def sites(folder: Path, years: int) -> Iterator[SearchSite]:
    ours = build_years(folder / "ours", URL, years)
    agenda = load_agenda(folder / "ours" / "agendas").agenda
    yield SearchSite(
        name="This project",
        site=ours,
        path="",
        box="main [data-search-box]",
        result="[role=option]",
    )
    yield SearchSite(
        name="mkdocs-material",
        site=build_stock(agenda, folder / "stock", URL),
        path="",
        box=".md-search__input",
        result=".md-search-result__item",
        opener="label[for=__search]",
    )
    if hugo := find_hugo():
        write_hugo(agenda, folder / "ours", folder / "hugo")
        public = folder / "hugo" / "public"
        for command in ([hugo, "--quiet"], [find_pagefind(), "--site", str(public)]):
            subprocess.run(command, cwd=folder / "hugo", check=True, stdout=subprocess.DEVNULL)
        (public / "typed.html").write_text(PAGEFIND_PAGE, encoding="utf-8")
        yield SearchSite(
            name="Pagefind",
            site=BuiltSite(folder=public, url=URL),
            path="typed.html",
            box="input",
            result="ol li",
        )


def measure(browser: Browser, searched: SearchSite) -> Typed:
    """Return the median round."""
    with served(searched.site, compressed=True) as home:
        rounds = [_type(browser, searched, home) for _ in range(ROUNDS)]
    return sorted(rounds, key=lambda each: each.first)[ROUNDS // 2]


def _type(browser: Browser, searched: SearchSite, home: str) -> Typed:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    requests = requests_of(page)
    page.goto(home + searched.path, wait_until="networkidle")
    _slow_down(page)
    if searched.opener:
        page.click(searched.opener)
    page.evaluate(WATCH, [searched.box, searched.result])
    _press(page, searched, FIRST)
    keys = page.evaluate(READ)
    origin = page.evaluate("performance.timeOrigin")
    answered = next(answer for _, answer in keys if answer is not None)
    sent = [
        each
        for each in requests
        if each.timing["startTime"] + each.timing["responseEnd"] <= origin + answered
        and any(word in each.url for word in (*OF_SEARCH, "pagefind"))
    ]
    size = sum(each.sizes()["responseBodySize"] for each in sent)
    waits: list[float] = []
    for query in LATER:
        page.evaluate("() => { keys.length = answers.length = 0; }")
        page.fill(searched.box, "")
        _press(page, searched, query)
        waits += [answer - key for key, answer in page.evaluate(READ) if answer is not None]
    context.close()
    return Typed(first=answered - keys[0][0], later=tuple(waits), size=size, requests=len(sent))


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})


def _press(page: Page, searched: SearchSite, text: str) -> None:
    page.locator(searched.box).press_sequentially(text, delay=BETWEEN_KEYS)
    page.wait_for_selector(searched.result, timeout=60_000)
    page.wait_for_load_state("networkidle")


def report(years: Sequence[int], say: Callable[[str], None]) -> str:
    rows: list[tuple[str, ...]] = [COLUMNS]
    with launch_chromium() as browser, TemporaryDirectory() as temporary:
        for count in years:
            for searched in sites(Path(temporary, str(count)), count):
                typed = measure(browser, searched)
                rows.append(
                    (
                        searched.name,
                        str(count),
                        number(typed.first),
                        number(statistics.median(typed.later)),
                        number(max(typed.later)),
                        number(typed.size / 1e3),
                        number(typed.requests),
                    )
                )
                say(" | ".join(rows[-1]))
    return f"{table(rows)}\n{machine()}\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("years", type=int, nargs="*", default=[5, 20, 40])
    text = report(parser.parse_args().years, say=lambda line: print(line, flush=True))  # noqa: T201
    write_section(PAGE, COMMAND, text)


if __name__ == "__main__":
    main()
