"""Test labels of half-days and details within a text."""

import pytest

from agenda.importer.lexicon.labels import split_at_half_days, split_at_times, split_details
from agenda.model import HalfDay

MORNING, AFTERNOON, ALL_DAY = HalfDay.MORNING, HalfDay.AFTERNOON, HalfDay.ALL_DAY


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Sáng: Chào cờ Chiều: - Họp A", [(MORNING, "Chào cờ"), (AFTERNOON, "- Họp A")]),
        ("Sáng: Chiều: Kiểm tra", [(MORNING, ""), (AFTERNOON, "Kiểm tra")]),
        ("Sáng:", [(MORNING, "")]),
        ("SÁNG", [(MORNING, "")]),
        ("Buổi chiều: Họp", [(AFTERNOON, "Họp")]),
        ("Cả ngày: Hội thảo", [(ALL_DAY, "Hội thảo")]),
        ("Sáng, chiều: Hội thảo", [(ALL_DAY, "Hội thảo")]),
        ("Sáng - Họp A", [(MORNING, "Họp A")]),
        ("Sáng 8h00: Họp", [(MORNING, "8h00: Họp")]),
        ("Sáng (8h00): Họp", [(MORNING, "(8h00) Họp")]),
        ("Chiều, 14h00: Họp", [(AFTERNOON, "14h00: Họp")]),
        ("Sáng làm việc tại cơ quan", [(MORNING, "làm việc tại cơ quan")]),
        ("Họp A; chiều: đi cơ sở", [(None, "Họp A;"), (AFTERNOON, "đi cơ sở")]),
        ("S: Họp A C: Đi cơ sở", [(MORNING, "Họp A"), (AFTERNOON, "Đi cơ sở")]),
        ("S+C: Hội thảo", [(ALL_DAY, "Hội thảo")]),
        ("Sáng Hiệu chuẩn thiết bị", [(MORNING, "Hiệu chuẩn thiết bị")]),
        ("Sáng 8h họp A; chiều 14h họp B", [(MORNING, "8h họp A;"), (AFTERNOON, "14h họp B")]),
        ("Họp Tổ C: bàn việc", [(None, "Họp Tổ C: bàn việc")]),
        ("Sáng kiến kinh nghiệm: chấm", [(None, "Sáng kiến kinh nghiệm: chấm")]),
        ("Sáng tạo trẻ", [(None, "Sáng tạo trẻ")]),
        ("Họp từ sáng: bàn việc", [(None, "Họp từ sáng: bàn việc")]),
    ],
)
def test_half_days_are_distinguished_from_similar_words(
    text: str, stretches: list[tuple[HalfDay | None, str]]
) -> None:
    assert [(each.half_day, each.text) for each in split_at_half_days(text)] == stretches


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("8h00: Giao ban; 14 giờ 30: Tiếp dân", ["8h00: Giao ban;", "14 giờ 30: Tiếp dân"]),
        ("8 giờ, họp (LĐVP: An). 14 giờ, họp", ["8 giờ, họp (LĐVP: An).", "14 giờ, họp"]),
        ("8h: Họp A. Từ 14h00: Họp B", ["8h: Họp A.", "Từ 14h00: Họp B"]),
        ("8h: Họp A; vào lúc 9h: Họp B", ["8h: Họp A;", "vào lúc 9h: Họp B"]),
        ("8h: Họp A; HỒI 9 GIỜ: HỌP B", ["8h: Họp A;", "HỒI 9 GIỜ: HỌP B"]),
        ("Họp A; Họp B", ["Họp A; Họp B"]),
        ("Họp số 8. 5 đại biểu dự", ["Họp số 8. 5 đại biểu dự"]),
    ],
)
def test_a_time_begins_the_next_item(text: str, pieces: list[str]) -> None:
    assert list(split_at_times(text)) == pieces


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            "Họp F. Thành phần: BGĐ, các phòng. Địa điểm: HT B",
            [("", "Họp F."), ("participants", "BGĐ, các phòng."), ("venue", "HT B")],
        ),
        ("Chủ trì: Đ/c An", [("", ""), ("leader", "Đ/c An")]),
        ("Xe: 38A-1234", [("", ""), ("vehicle", "38A-1234")]),
        ("Mời dự: Sở Tài chính", [("", ""), ("participants", "Sở Tài chính")]),
        ("Làm việc với xã: góp ý đề án", [("", "Làm việc với xã: góp ý đề án")]),
        ("Kiểm tra (chiều; dự: đ/c An)", [("", "Kiểm tra (chiều; dự: đ/c An)")]),
    ],
)
def test_details_are_split_off_at_their_labels(text: str, details: list[tuple[str, str]]) -> None:
    assert [(each.name, each.text.strip()) for each in split_details(text)] == details
