"""A clerk imports, edits, amends and publishes months with nothing but the browser."""

from datetime import date
from pathlib import Path

import pytest

from tests.editor.clerk_year.bureau import Bureau
from tests.editor.clerk_year.comparison import HandWrittenFiles, assert_same_agenda
from tests.editor.clerk_year.conftest import Employ
from tests.editor.clerk_year.june_2021 import (
    AFTER,
    AMENDED,
    CANCELLED,
    DIRECTORY,
    MORNINGS,
    NOTICE,
    RETIMED,
    WHY,
    amendment,
    june,
    june_by_hand,
    morning,
)
from tests.generators.deployment import Deployment

pytestmark = [pytest.mark.browser, pytest.mark.office, pytest.mark.long]


def test_a_month_and_its_changes_need_only_the_browser(
    employ: Employ, clone: Deployment, tmp_path: Path
) -> None:
    clone.write("danh-ba.yml", DIRECTORY)
    clone.commit("Trang lịch công tác")
    clerk = employ(clone)
    office = Bureau(clerk)
    office.read_document(june(tmp_path))
    doubts = office.answer_doubts()
    office.write_month("2021-06")
    office.publish()
    month = clerk.report(f"June (32 items, {doubts} doubts)")
    assert doubts == 12

    office.open_month("Tháng 6 năm 2021")
    office.find_day(CANCELLED)
    office.cancel(MORNINGS[CANCELLED][0], WHY)
    cancellation = clerk.report("a cancellation")
    office.edit(morning(RETIMED)[0], "Giờ", "9h30")
    office.explain(NOTICE)
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
    office.write_month("2021-06")
    office.publish()
    clerk.report("an amendment")

    by_hand = HandWrittenFiles(tmp_path / "by-hand" / "agendas")
    for name, text in (
        ("danh-ba.yml", AFTER),
        ("2021-06.yml", june_by_hand(date.today())),
        ("2021-06.dc1.yml", AMENDED),
    ):
        by_hand.write(name, text)
    assert_same_agenda(clone.folder / "agendas", by_hand.folder)

    page = clone.published("2021/06/index.html").decode()
    for words in ("Tiếp đoàn công tác của Bộ", WHY, "09:30", "0239.3.855.855", "[không công bố]"):
        assert words in page, words
    for words in ("0912345678", "Hợp giao ban"):
        assert words not in page, words
    assert "<s>Họp báo</s>" in page
    assert month.seconds <= 300
    assert cancellation.seconds <= 20


PROMOTION = {"Chức vụ mới": "Giám đốc", "Viết tắt": "GĐ", "Từ": "2021-07"}
