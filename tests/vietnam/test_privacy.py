"""Private details, told from the numbers of public documents."""

from pathlib import Path

import pytest

from agenda.vietnam.privacy.detector import Kind, PrivateDetail, find_private_details

SEED = (Path(__file__).parent / "may_2021.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        ("phone", "0912345678"),
        ("phone", "0912.345.678"),
        ("phone", "0912-345-678"),
        ("phone", "+84 912 345 678"),
        ("phone", "+84912345678"),
        ("phone", "(0239) 3855 555"),
        ("phone", "0239 3855555"),
        ("phone", "024 3943 5137"),
        ("phone", "(039) 3855555"),
        ("plate", "38A-123.45"),
        ("plate", "38A 12345"),
        ("plate", "38B1-123.45"),
        ("plate", "80B-1234"),
        ("plate", "29LD-123.45"),
        ("identity", "038123456789"),
        ("identity", "038 123 456 789"),
    ],
)
def test_a_private_detail_is_found_by_its_form(kind: Kind, detail: str) -> None:
    assert find_private_details(f"Mời ông A ({detail}) dự.") == (
        PrivateDetail(kind=kind, text=detail, offset=11),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xe: 0123", [("plate", "0123", 4)]),
        ("đi xe 38A-0123", [("plate", "38A-0123", 6)]),
        ("BKS 38a 12345", [("plate", "38a 12345", 4)]),
        ("CMND số 183456789", [("identity", "183456789", 8)]),
        ("căn cước công dân: 138123456789", [("identity", "138123456789", 19)]),
        ("Đường dây nóng 0239 385 5555", [("phone", "0239 385 5555", 15)]),
        ("ĐT.0912345678", [("phone", "0912345678", 3)]),
        ("Nguyễn Hoài Nam sinh năm 1990", [("birth", "sinh năm 1990", 16)]),
        (
            "0912345678/0987654321; xe 38A-123.45",
            [("phone", "0912345678", 0), ("phone", "0987654321", 11), ("plate", "38A-123.45", 26)],
        ),
    ],
)
def test_a_word_before_a_number_says_what_it_is(
    text: str, found: list[tuple[str, str, int]]
) -> None:
    assert [
        (detail.kind, detail.text, detail.offset) for detail in find_private_details(text)
    ] == found


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 252/2020/NQ-HĐND ngày 08/12/2020",
        "Quyết định số 0912345678/QĐ-UBND",
        "giai đoạn 2021-2025, 2021 - 2025, 2021 – 2025",
        "18/5/1959 - 18/5/2021",
        "08.12.2020 14:30, 09-12-2020 15:30",
        "14h30, 08:00-09:30, 0730-0930, 13h-1630",
        "1.500.000.000 đồng, 150000000000 đồng",
        "TCVN ISO 9001:2015, ISO 27001, TCVN 12345:2018",
        "Kế hoạch số 15KH-2021, lớp 12A 2021, phòng 12A-2021",
        "xe 16 chỗ, 1500 xe, xe 1500 cc, xe 2021",
        "tổng đài 2021, điện thoại thông minh 2021",
        "Đường dây nóng 1900 9095, tổng đài 18001096",
        "Học sinh năm 2021, nghiên cứu sinh năm 2021, an sinh năm 2021",
        "100 năm ngày sinh 05/3/1930",
    ],
)
def test_public_numbers_are_left_alone(text: str) -> None:
    assert find_private_details(text) == ()


def test_a_real_agenda_has_nothing_private() -> None:
    assert [
        find_private_details(line) for line in SEED.splitlines() if find_private_details(line)
    ] == []
