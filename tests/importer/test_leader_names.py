"""Test leaders before their items and as headings."""

import pytest

from agenda.importer.lexicon.leader_names import leader_heading, split_at_leaders


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("Phó Giám đốc Hoàn:", "Phó Giám đốc Hoàn"),
        ("Đồng chí Đỗ Khoa Văn - Giám đốc", "Đồng chí Đỗ Khoa Văn - Giám đốc"),
        ("II. ĐỒNG CHÍ TRỌNG - PHÓ GIÁM ĐỐC", "ĐỒNG CHÍ TRỌNG - PHÓ GIÁM ĐỐC"),
        ("Họp Ban Chỉ đạo - Chủ tịch chủ trì", None),
        ("Đ/c Văn: Giao ban", None),
        ("Hội nghị tổng kết", None),
    ],
)
def test_a_leader_alone_is_a_heading(text: str, leader: str | None) -> None:
    assert leader_heading(text) == leader


def test_another_leader_begins_another_item() -> None:
    assert split_at_leaders("Đ/c Văn: Giao ban; Đ/c Hoàn: Họp HĐND tỉnh. Sau đó nghỉ.") == (
        "Đ/c Văn: Giao ban;",
        "Đ/c Hoàn: Họp HĐND tỉnh. Sau đó nghỉ.",
    )
