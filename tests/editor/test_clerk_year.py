"""A clerk imports, edits, amends and publishes months with nothing but the browser."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agenda.model import Agenda, Item, Month
from agenda.source.folder import load_agenda
from tests.editing.publishing.conftest import PublicSite, server  # noqa: F401 - a fixture
from tests.editor.clerk import Clerk
from tests.editor.clerk_tasks import Bureau
from tests.editor.june_2021 import (
    AFTER,
    AMENDED,
    CANCELLED,
    DIRECTORY,
    MORNINGS,
    RETIMED,
    WHY,
    amendment,
    june,
    june_by_hand,
    morning,
)
from tests.generators.deployment import Deployment, environment

pytestmark = [pytest.mark.browser, pytest.mark.office]


def without_codes(agenda: Agenda) -> str:
    """Return all values of the months, the codes of items replaced by their order."""
    months = repr(agenda.months)
    codes = dict.fromkeys(item.code for month in agenda.months for item in _items(month))
    for number, code in enumerate(codes):
        months = re.sub(rf"(?<=['-]){code}(?=')", f"#{number}", months)
    return months


def _items(month: Month) -> Iterator[Item]:
    for revision in month.revisions:
        yield from revision.items


@pytest.fixture
def clone(tmp_path: Path, request: pytest.FixtureRequest) -> Deployment:
    """Return a clone whose remote has nothing published, and whose public URL serves the remote."""
    made = Deployment.make(tmp_path)
    public: PublicSite = request.getfixturevalue("server")
    public.remote, public.answers = made.remote, True
    settings = made.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('!ENV [SITE_URL, ""]', public.home), encoding="utf-8")
    made.write("danh-ba.yml", DIRECTORY)
    made.commit("Trang lịch công tác")
    return made


@pytest.fixture
def clerk(clone: Deployment, chromium: Browser) -> Iterator[Clerk]:
    """Run `agenda edit` as a clerk does, and open its URL."""
    program = str(Path(sys.executable).with_name("agenda"))
    quiet = environment() | {"BROWSER": "true", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [program, "edit"], cwd=clone.folder, env=quiet, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip().removeprefix("Trang biên tập: ")
        context = chromium.new_context(locale="vi-VN", reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(url)
        yield Clerk(page)
        context.close()
        process.terminate()


def test_a_year_of_a_clerk_needs_only_the_browser(
    clerk: Clerk, clone: Deployment, tmp_path: Path
) -> None:
    office = Bureau(clerk)
    office.read_document(june(tmp_path))
    doubts = office.answer_doubts()
    office.write_month()
    office.publish()
    month = clerk.report(f"June (32 items, {doubts} doubts)")
    assert doubts == 12

    office.open_month()
    clerk.report("opening the month")
    office.cancel(MORNINGS[CANCELLED][0], WHY)
    cancellation = clerk.report("a cancellation")
    office.retime(morning(RETIMED)[0], "9h30")
    clerk.report("another hour")
    office.publish()
    clerk.report("publishing")

    office.change_person("an", "Chức vụ mới", PROMOTION)
    clerk.report("a promotion")
    office.change_person("van", "Thôi", {"Đến hết": "2021-06"})
    office.merge(("Phòng TT-TK", "Phòng QLKH"), "Phòng Thông tin khoa học", "2021-07")
    clerk.report("a departure and a merger")
    office.read_document(amendment(tmp_path))
    office.answer_doubts()
    office.write_month()
    office.publish()
    clerk.report("an amendment")

    by_hand = tmp_path / "by-hand" / "agendas"
    by_hand.mkdir(parents=True)
    today = date.today()
    for name, text in (
        ("danh-ba.yml", AFTER),
        ("2021-06.yml", june_by_hand(today)),
        ("2021-06.dc1.yml", AMENDED),
    ):
        (by_hand / name).write_text(text, encoding="utf-8")
    made, expected = (load_agenda(each).agenda for each in (clone.folder / "agendas", by_hand))
    assert made.directory == expected.directory
    assert without_codes(made) == without_codes(expected)

    page = clone.published("2021/06/index.html").decode()
    for words in ("Tiếp đoàn công tác của Bộ", WHY, "09:30", "0239.3.855.855", "[không công bố]"):
        assert words in page, words
    for words in ("0912345678", "Hợp giao ban"):
        assert words not in page, words
    assert "<s>Họp báo</s>" in page
    assert month.seconds <= 300
    assert cancellation.seconds <= 20


PROMOTION = {"Chức vụ mới": "Giám đốc", "Viết tắt": "GĐ", "Từ": "2021-07"}
