"""Find what on an open page breaks WCAG 2.2 AA, or is wider than the window."""

from functools import cache

from playwright.sync_api import Page

from tests.machine import require_node_module

WIDTHS = (1280, 768, 320)

# target-size is the one rule of WCAG 2.2 AA that axe leaves off unless it is asked for.
_RUN_AXE = """async ([pointed, scheme]) => {
    const colours = {type: "rule", values: ["color-contrast", "link-in-text-block"]};
    const {violations} = await axe.run(scheme === "dark"
        ? {runOnly: colours}
        : {rules: {"target-size": {enabled: pointed}}});
    return violations.flatMap(({id, help, nodes}) =>
        nodes.map(({target, failureSummary}) => `${id} (${help}): ${target}\\n${failureSummary}`));
}"""

# What sticks out to the right and is not inside a box that scrolls by itself.
STICKING_OUT = """() => {
    const scrolls = (element) => element !== document.body &&
        ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX);
    const inside = (element) => element && (scrolls(element) || inside(element.parentElement));
    return [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .filter((element) => !inside(element.parentElement))
        .map((element) => element.cloneNode(false).outerHTML);
}"""


def violations(page: Page, *, pointed: bool = True) -> list[str]:
    """Return the violations that axe finds at any width and in both colour schemes.

    Only colours differ between the schemes, so the dark one is examined for contrast alone.
    `pointed` says whether somebody points at the page, which needs targets of 24 px.
    """
    page.wait_for_load_state("networkidle")
    page.evaluate(_axe())
    found = []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            messages = page.evaluate(_RUN_AXE, [pointed, scheme])
            found += [f"{scheme}, {width}: {message}" for message in messages]
    return found


def too_wide(page: Page) -> list[str]:
    """Return the elements that are wider than the window, at any width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {element}" for element in page.evaluate(STICKING_OUT)]
    return found


@cache
def _axe() -> str:
    return (require_node_module("axe-core") / "axe.min.js").read_text(encoding="utf-8")
