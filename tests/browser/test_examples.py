"""A page of examples shows every component of the templates in every state."""

import re

from tests.browser.accessibility import too_wide, violations
from tests.browser.conftest import OpenPage
from tests.browser.examples import show_examples
from tests.project import REPOSITORY

TEMPLATES = sorted((REPOSITORY / "overrides" / "agenda").rglob("*.html"))
STATES = {
    *(f"day--{state}" for state in ("items", "off", "blank", "unlisted")),
    *(f"month-grid__day--busy-{count}" for count in range(4)),
}
ELSEWHERE = {
    "home": "the columns of the home page",
    "skip": "shown to a keyboard alone",
    "today": "filled by a script",
    "months-of-entry": "sorted by a script",
    "coming": "filled by a script",
    "paper": "on paper alone",
    "printing": "filled by a script",
    "search__": "filled by a script",
    # The site of every shape has none of these: other tests need its months as they are.
    "day__document": "in a month of several documents",
    "notes": "where an item was withdrawn",
    "withheld": "where words are withheld",
}
"""Classes that the page of examples does not show, by how their names begin."""

OF_WHOLE_PAGES = re.compile(r": (?:heading-order|landmark-[a-z-]+) \(")
"""Rules that parts of several pages break when they are put on one."""

CLASSES = "[...document.querySelectorAll('article *')].flatMap((each) => [...each.classList])"


def test_every_component_has_an_example_in_every_state_that_everybody_can_read(
    visit_other: OpenPage, other_home: str
) -> None:
    page = visit_other("bang-so/").page
    show_examples(page, other_home)
    shown = set(page.evaluate(CLASSES))
    assert STATES - shown == set()
    missing = {each for path in TEMPLATES for each in classes(path.read_text("utf-8"))} - shown
    assert {each for each in missing if not each.startswith(tuple(ELSEWHERE))} == set()
    assert too_wide(page) == []
    assert [each for each in violations(page) if not OF_WHOLE_PAGES.search(each)] == []


def classes(template: str) -> set[str]:
    """Return the classes that a template names whole."""
    values = re.findall(r'class="([^"]*)"', template)
    words = (word for value in values for word in re.sub(r"\{%.*?%\}", " ", value).split())
    return {word for word in words if re.fullmatch(r"[\w-]*\w", word)}
