"""Test the differences between revisions, field by field."""

from datetime import date

import pytest

from agenda.history.diff import Difference, ItemField, LabelChange, TextChange, amendments
from tests.history.revisions import read_months

BEFORE = "{ma: b1, noi_dung: Họp, gio: 8h, chuan_bi: Văn phòng, lanh_dao: [Đ/c A, Đ/c B]}"


@pytest.mark.parametrize(
    ("day", "half_day", "after", "differences"),
    [
        (4, "sang", BEFORE, []),
        (5, "sang", BEFORE, [("DAY", "Thứ Ba, 04/5", "Thứ Tư, 05/5")]),
        ("4-6", "sang", BEFORE, [("DAY", "Thứ Ba, 04/5", "04–06/5/2021")]),
        (4, "toi", BEFORE, [("HALF_DAY", "Sáng", "Tối")]),
        (
            4,
            "sang",
            "{ma: b1, noi_dung: Họp kín, gio: 8h30-9h, dia_diem: Phòng 2, lanh_dao: Đ/c B}",
            [
                ("TIME", "08:00", "08:30–09:00"),
                ("TEXT", "Họp", "Họp kín"),
                ("VENUE", None, "Phòng 2"),
                ("PREPARERS", "Văn phòng", None),
                ("LEADERS", "Đ/c A; Đ/c B", "Đ/c B"),
            ],
        ),
        (
            4,
            "sang",
            BEFORE[:-1] + ", trang_thai: doi, doi_sang: 2021-05-20 chieu, ly_do: Bận,"
            " thanh_phan: Các phòng, ghi_chu: Mang áo mưa}",
            [
                ("PARTICIPANTS", None, "Các phòng"),
                ("NOTE", None, "Mang áo mưa"),
                ("STATUS", None, "Đã đổi lịch"),
                ("MOVED_TO", None, "chiều Thứ Năm, 20/5/2021"),
                ("REASON", None, "Bận"),
            ],
        ),
    ],
)
def test_every_changed_field_is_reported(
    day: object, half_day: str, after: str, differences: list[tuple[str, str | None, str | None]]
) -> None:
    agenda = read_months(
        f"- {{ngay: 4, sang: [{BEFORE}]}}", f"- {{ngay: {day}, {half_day}: [{after}]}}"
    )
    (amendment,) = amendments(agenda.months[0])
    found = [difference for change in amendment.changed for difference in change.differences]
    assert found == [
        Difference(field=ItemField[name], before=before, after=now)
        for name, before, now in differences
    ]


def test_changed_labels_focus_and_caveat_are_reported() -> None:
    agenda = read_months(
        "trong_tam: [Một, Hai]\nluu_y: Có thể thay đổi\nlich:\n- {ngay: 1-3, nghi: Nghỉ lễ}",
        "trong_tam: [Một, Ba]\nlich:\n- {ngay: 1-2, nghi: Nghỉ lễ}",
    )
    (amendment,) = amendments(agenda.months[0])
    assert amendment.labels == (LabelChange(day=date(2021, 5, 3), before="Nghỉ lễ", after=None),)
    assert amendment.texts == (
        TextChange(name="Nội dung công tác trọng tâm", before=("Một", "Hai"), after=("Một", "Ba")),
        TextChange(name="Lưu ý", before=("Có thể thay đổi",), after=()),
    )
    assert amendment.count == 3


def test_each_amendment_is_compared_with_the_previous_revision() -> None:
    agenda = read_months(
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp}]}",
        "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp}, {ma: b2, noi_dung: Chào cờ}]}",
        "- {ngay: 4, sang: [{ma: b2, noi_dung: Chào cờ}]}",
    )
    first, second = amendments(agenda.months[0])
    assert [item.code for item in first.added] == ["b2"]
    assert [item.code for item in second.dropped] == ["b1"]
    assert first.changed == second.changed == ()


def test_a_month_that_was_never_amended_has_no_amendments() -> None:
    assert amendments(read_months("- {ngay: 4, sang: Họp}").months[0]) == ()
