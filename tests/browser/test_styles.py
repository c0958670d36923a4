"""Pages look as with the complete style sheet of the theme."""

from collections.abc import Callable

import pytest

from agenda.build.assets.theme import theme_stylesheet
from agenda.build.settings.mkdocs_file import read_settings
from tests.browser.visit import Scheme, Visit
from tests.project import REPOSITORY

LOOKED_AT = (
    "",
    "2021/05/",
    "lanh-dao/do-khoa-van/",
    "tim-kiem/?q=ky+lac",
    "lich/",
    "huong-dan/dang-lich/",
)
"""Together these pages have every part that the theme styles."""

DIFFERENCES = """async (url) => {
    const [root] = document.querySelectorAll("html");
    const names = Array.from(getComputedStyle(root)).filter((name) => !name.startsWith("--"));
    const computed = () => {
        const rows = [];
        for (const element of document.querySelectorAll("*")) {
            for (const part of [null, "::before", "::after"]) {
                const style = getComputedStyle(element, part);
                if (part && style.content === "none") {
                    rows.push("");
                    continue;
                }
                const name = `${element.localName}.${element.className}${part ?? ""}`;
                const said = names.map((each) => `${each}: ${style.getPropertyValue(each)}`);
                rows.push(`${name} ${said.join("; ")}`);
            }
        }
        return rows;
    };
    const before = computed();
    const link = document.querySelector('link[href*="site.css?"]');
    await new Promise((resolve, reject) => {
        link.addEventListener("load", resolve);
        link.addEventListener("error", reject);
        link.href = url;
    });
    const after = computed();
    const pairs = before.map((row, index) => [row, after[index]]);
    return {
        rows: [before.length, after.length],
        differences: pairs.filter(([old, now]) => old !== now).slice(0, 3),
    };
}"""
"""Compares the computed styles of every element with those under the style sheet at a URL."""


@pytest.mark.parametrize("path", LOOKED_AT)
@pytest.mark.parametrize(
    ("width", "scheme", "medium"),
    [(1280, "light", "screen"), (360, "dark", "screen"), (800, "light", "print")],
)
def test_nothing_that_a_page_needs_is_left_out(
    visit: Callable[..., Visit], home: str, path: str, width: int, scheme: Scheme, medium: str
) -> None:
    page = visit(path, width=width, scheme=scheme, now="2021-05-04T09:00+07:00").page
    page.emulate_media(media="print" if medium == "print" else "screen")
    page.wait_for_load_state("networkidle")
    styles = read_settings(REPOSITORY / "mkdocs.yml").styles
    ours = "".join((REPOSITORY / "overrides" / each).read_text("utf-8") for each in styles)
    whole = theme_stylesheet(REPOSITORY / "overrides").content.decode() + ours
    page.route("**/whole.css", lambda route: route.fulfill(body=whole, content_type="text/css"))
    compared = page.evaluate(DIFFERENCES, f"{home}whole.css")
    before, after = compared["rows"]
    assert before == after > 100
    assert compared["differences"] == []
