"""Test details at the end of an item: venue, leader, participants."""

import pytest

from agenda.importer.lexicon.trailing_details import split_trailing_details


@pytest.mark.parametrize(
    ("text", "name", "value", "rest"),
    [
        ("Họp A tại Hội trường tầng 2.", "venue", "Hội trường tầng 2", "Họp A"),
        ("họp A, điểm tại xã B (LĐVP: Đ/c C).", "venue", "xã B", "họp A (LĐVP: Đ/c C)"),
        ("Chủ tịch dự lễ. Điểm tại xã B", "venue", "xã B", "Chủ tịch dự lễ"),
        ("Họp Chi cục; đ/c Hùng chủ trì.", "leader", "đ/c Hùng", "Họp Chi cục"),
        ("Họp A do đồng chí Văn chủ trì", "leader", "đồng chí Văn", "Họp A"),
        ("Họp A, đ/c Hoàn, đ/c Bình dự", "leader", "đ/c Hoàn, đ/c Bình", "Họp A"),
        ("Nghe báo cáo, mời xã B cùng dự", "participants", "xã B", "Nghe báo cáo"),
        ("Họp A. Mời các sở: X, Y", "participants", "các sở: X, Y", "Họp A"),
    ],
)
def test_a_trailing_detail_is_split_off(text: str, name: str, value: str, rest: str) -> None:
    found = split_trailing_details(text)
    assert found is not None
    assert (found.name, found.value, found.text) == (name, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Đ/c Văn GĐ dự họp Ban Thường vụ",
        "Làm việc tại cơ quan",
        "Họp bàn việc mời chuyên gia",
        "Điểm tại xã B",
    ],
)
def test_other_endings_stay_in_the_text(text: str) -> None:
    assert split_trailing_details(text) is None
