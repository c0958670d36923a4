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

COMPUTED = """() => {
    const [root] = document.querySelectorAll("html");
    const names = Array.from(getComputedStyle(root)).filter((name) => !name.startsWith("--"));
    const rows = [];
    for (const element of document.querySelectorAll("*")) {
        for (const part of [null, "::before", "::after"]) {
            const style = getComputedStyle(element, part);
            const said = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
            rows.push(`${element.localName}.${element.className}${part ?? ""} ${said.join("; ")}`);
        }
    }
    return rows;
}"""


@pytest.mark.parametrize("path", LOOKED_AT)
@pytest.mark.parametrize(
    ("width", "scheme", "medium"),
    [(1280, "light", "screen"), (360, "dark", "screen"), (800, "light", "print")],
)
def test_nothing_that_a_page_needs_is_left_out(
    visit: Callable[..., Visit], path: str, width: int, scheme: Scheme, medium: str
) -> None:
    page = visit(path, width=width, scheme=scheme, now="2021-05-04T09:00+07:00").page
    page.emulate_media(media="print" if medium == "print" else "screen")
    page.wait_for_load_state("networkidle")
    before = page.evaluate(COMPUTED)
    styles = read_settings(REPOSITORY / "mkdocs.yml").styles
    ours = "".join((REPOSITORY / "overrides" / each).read_text("utf-8") for each in styles)
    whole = theme_stylesheet(REPOSITORY / "overrides").content.decode() + ours
    page.route("**/site.css?*", lambda route: route.fulfill(body=whole, content_type="text/css"))
    page.reload()
    page.wait_for_load_state("networkidle")
    after = page.evaluate(COMPUTED)
    assert len(before) > 100
    assert [pair for pair in zip(before, after, strict=True) if len(set(pair)) > 1][:3] == []
