"""Queries as people type them get the answers that were stated before the search was written."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from agenda.model import Item
from agenda.site.urls import item_url
from agenda.vietnam.text import fold
from tests.browser.records import Record
from tests.browser.search_page import search_url, submit, wait

FOLDER = Path(__file__).with_name("search")
TODAY = {"seed": "2021-05-04", "years": "2025-05-06"}
ANCHORS = {"nguon": "van-ban"}

Answer = dict[str, Any]

READ = """() => {
    const text = (id) => document.getElementById(id).textContent.trim();
    const links = (id) => Array.from(document.querySelectorAll(`#${id} a`), (link) => link);
    return {
        total: Number(text("so-ket-qua")),
        note: text("khong-thay"),
        said: text("ket-qua-la"),
        chips: links("da-hieu").map((link) => link.firstChild.textContent),
        cards: links("ngay-thang").map((link) => link.href),
        first: [...document.getElementById("ket-qua").children].slice(0, 3).map((result) => ({
            url: result.querySelector("a").href,
            day: result.querySelector("time").dateTime,
            text: result.textContent,
        })),
    };
}"""


@pytest.mark.parametrize(
    "name",
    [
        "queries",
        pytest.param("queries-unread", marks=pytest.mark.long),
        pytest.param("queries-unread-2", marks=pytest.mark.long),
    ],
)
def test_queries_get_the_answers_that_were_stated(
    page: Page, seed: Record, years: Record, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    rows = [
        (site, record, row)
        for site, record in (("seed", seed), ("years", years))
        for row in expected[site]
    ]
    items: dict[str, Item] = {}
    wrong, denied, opened = [], [], ""
    for site, record, row in rows:
        if site != opened:
            page.clock.set_fixed_time(f"{TODAY[site]}T09:00+07:00")
            page.goto(search_url(record.home, ""))
            wait(page)
            opened = site
            items = {record.home + item_url(item): item for item in record.plain.items}
        page.clock.set_fixed_time(f"{row.get('today', TODAY[site])}T09:00+07:00")
        submit(page, row["q"])
        wait(page)
        answer = page.evaluate(READ)
        if faults := list(faults_of(row, answer, items, record.home)):
            wrong.append(f"{site} {row['q']!r}: {'; '.join(faults)}")
        if is_denied(row, answer):
            denied.append(row["q"])
    rate = 1 - len(wrong) / len(rows)
    with capsys.disabled():
        print(f"\n{name}: {len(rows)} queries, {rate:.3f} right, {len(denied)} denied")  # noqa: T201
        print("\n".join(wrong))  # noqa: T201
    assert rate >= 0.95, "\n".join(wrong)
    # A mended row has to lose its mark.
    assert denied == [row["q"] for _, _, row in rows if row.get("open")]


def faults_of(row: Answer, answer: Answer, items: dict[str, Item], home: str) -> Iterator[str]:
    if "chips" in row and sorted(row["chips"]) != sorted(answer["chips"]):
        yield f"understood as {answer['chips']}"
    if "card" in row and (answer["cards"] or [""])[0] != home + row["card"]:
        yield f"first card {answer['cards'][:1]}"
    yield from faults_of_results(row, answer["first"], items)
    yield from faults_of_words(row, answer)


def faults_of_results(row: Answer, first: list[Answer], items: dict[str, Item]) -> Iterator[str]:
    found = [name_of(result["url"]) for result in first]
    if "first" in row and found[: len(row["first"])] != row["first"]:
        yield f"first results {found}"
    if "first_of" in row and not set(found[:1]) & set(row["first_of"]):
        yield f"first results {found}"
    for key, value in row.get("each", {}).items():
        meets = [CONDITIONS[key](each, value, items.get(each["url"])) for each in first]
        if not meets or not all(meets):
            yield f"not each {key} {value}: {found}"


def faults_of_words(row: Answer, answer: Answer) -> Iterator[str]:
    note, total = answer["note"], answer["total"]
    demands = {
        "some": total > 0,
        "nothing": total == 0,
        "unsearched": answer["said"].startswith("Chưa tìm gì"),
        "searched": fold(str(row.get("searched"))) in fold(note).partition("da tim: ")[2],
        "missing": f"“{row.get('missing')}”" in note,
        "fewer": "đủ các từ đã gõ" in note,
    }
    for key, met in demands.items():
        if key in row and not met:
            yield f"not {key}: {total} results, {note!r}"


def is_denied(row: Answer, answer: Answer) -> bool:
    """Return whether the page denies what the agendas have: words or results."""
    denies_word = "Không có trong chương trình nào" in answer["note"] and "missing" not in row
    expects_none = row.get("nothing") or row.get("unsearched")
    return denies_word or (not answer["total"] and not expects_none)


def name_of(url: str) -> str:
    """Return the code of an item, the anchor of a day, or the kind of another place."""
    anchor = url.partition("#")[2].removeprefix("cv-")
    anchor = "trong-tam" if anchor.startswith("trong-tam") else anchor
    return ANCHORS.get(anchor, anchor)


def within(result: Answer, days: str, _: Item | None) -> bool:
    first, __, last = days.partition("..")
    last = last or first
    return bool(first <= result["day"] <= last + "-99-99"[len(last) - 4 :]) or result["day"] == last


def has_words(result: Answer, words: str, _: Item | None) -> bool:
    return fold(words) in fold(" ".join(result["text"].split()))


def names(_: Answer, code: str, item: Item | None) -> bool:
    return item is not None and code in {entry.code for entry in item.entries()}


CONDITIONS: dict[str, Callable[[Answer, str, Item | None], bool]] = {
    "words": has_words,
    "words2": has_words,
    "days": within,
    "person": names,
    "unit": names,
    "group": names,
    "status": lambda _, value, item: item is not None and item.status.value == value,
    "half": lambda _, value, item: item is not None and item.half_day.value == value,
    "weekday": lambda result, value, _: date.fromisoformat(result["day"]).weekday() == int(value),
    "day": lambda result, value, _: short(result["day"]) == value,
    "places": lambda result, value, _: name_of(result["url"]).startswith(value),
}


def short(day: str) -> str:
    _, month, number = day.split("-")
    return f"{int(number)}/{int(month)}"
