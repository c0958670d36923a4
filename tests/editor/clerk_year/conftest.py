"""A clone with nothing published, and clerks who open its editor as the guide says."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.editing.publishing.conftest import PublicSite, server  # noqa: F401 - a fixture
from tests.editor.clerk_year.clerk import Clerk
from tests.editor.running import editor_process
from tests.generators.deployment import Deployment

Employ = Callable[[Deployment], Clerk]


@pytest.fixture
def clone(tmp_path: Path, request: pytest.FixtureRequest) -> Deployment:
    """Return a clone whose remote has nothing published, and whose public URL serves the remote."""
    made = Deployment.make(tmp_path)
    public: PublicSite = request.getfixturevalue("server")
    public.remote, public.answers = made.remote, True
    settings = made.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('!ENV [SITE_URL, ""]', public.home), encoding="utf-8")
    return made


@pytest.fixture
def employ(chromium: Browser) -> Iterator[Employ]:
    """Run `agenda edit` in a clone, and open its URL."""
    with ExitStack() as stack:
        yield lambda clone: stack.enter_context(_clerk(clone, chromium))


@contextmanager
def _clerk(clone: Deployment, browser: Browser) -> Iterator[Clerk]:
    with editor_process(clone.folder) as (_, url):
        context = browser.new_context(locale="vi-VN", reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(url)
        yield Clerk(page)
        context.close()
