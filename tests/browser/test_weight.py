"""The weight of a first visit on a phone, and its layout shifts."""

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.conftest import OpenPage
from tests.browser.server import served
from tests.published.site import BuiltSite

MOST = 60_000
"""Bytes of a first visit with headers; stock mkdocs-material takes about 360,000."""

SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 93_750,
}
"""Milliseconds, and bytes a second."""

SHIFTS = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 300);
})"""


@pytest.mark.parametrize("path", ["", "2021/05/", "lanh-dao/do-khoa-van/", "tim-kiem/?q=ky+lac"])
def test_a_first_visit_is_light(chromium: Browser, site_at_subpath: BuiltSite, path: str) -> None:
    requests: list[Request] = []
    with served(site_at_subpath, compressed=True) as home, chromium.new_context() as context:
        page = context.new_page()
        page.on("requestfinished", lambda request: requests.append(request))
        page.goto(home + path, wait_until="networkidle")
        sizes = {
            request.url.removeprefix(home): sum(
                request.sizes()[part] for part in ("responseHeadersSize", "responseBodySize")
            )
            for request in requests
        }
    assert sum(sizes.values()) <= MOST, sizes
    assert len(sizes) > 4


@pytest.mark.parametrize("path", ["", "2021/05/", "tim-kiem/?q=thang+5"])
def test_nothing_worth_mention_jumps_while_a_page_loads_slowly(visit: OpenPage, path: str) -> None:
    page = visit(path, phone=True).page
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.reload(wait_until="networkidle")
    assert page.evaluate(SHIFTS) < 0.02
