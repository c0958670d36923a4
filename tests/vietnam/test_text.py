"""Keys of text: what counts as the same word, and the URLs made of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.vietnam.text import fold, matching_key, slugify


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đức Thọ", "duc tho"),
        ("ĐỨC THỌ", "duc tho"),
        ("chuyển đổi số", "chuyen doi so"),
        ("Đu\u031b\u0301c", "duc"),
        ("Ðức", "duc"),
        ("KH&CN 4.0", "kh&cn 4.0"),
    ],
)
def test_fold_drops_diacritics_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("Thuỷ sản", "thủy sản"),
        ("QUÝ", "quý"),
        ("khoẻ", "khỏe"),
        ("Đ/c  Văn\nGĐ", "đ/c văn gđ"),
        (" Văn phòng ", "Văn phòng"),
        ("Thông tin – Thống kê", "Thông tin - Thống kê"),
        ("“mục tiêu kép”", '"mục tiêu kép"'),
        ("Ca\u0309 nga\u0300y", "Cả ngày"),
        ("Ðức", "Đức"),
    ],
)
def test_matching_key_is_equal_for_one_text_written_two_ways(one: str, other: str) -> None:
    assert matching_key(one) == matching_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bình", "Bính"), ("Bình", "Binh"), ("Đan", "Dan"), ("Văn phòng", "Vănphòng"), ("hoa", "hòa")],
)
def test_matching_key_keeps_different_words_apart(one: str, other: str) -> None:
    assert matching_key(one) != matching_key(other)


@given(st.text())
def test_matching_key_of_a_key_is_the_key(text: str) -> None:
    assert matching_key(matching_key(text)) == matching_key(text)


@given(st.text())
def test_fold_of_folded_text_is_the_same(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Phòng QLCN&CN", "phong-qlcn-cn"),
        ("Đỗ Khoa Văn", "do-khoa-van"),
        (" Phòng TT-TK (KHCN) ", "phong-tt-tk-khcn"),
        ("Cả ngày", "ca-ngay"),
        ("…", ""),
    ],
)
def test_slugify_gives_the_part_of_a_url(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_slugs_are_words_of_plain_letters_and_digits(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slugify(text))
