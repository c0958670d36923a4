"""Vietnamese order."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.vietnam.collation import collation_key


@pytest.mark.parametrize(
    "in_order",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["ang", "anh", "ánh"],
        ["ác", "ách"],
        ["cha", "chan"],
        ["dạ", "đa"],
        ["ba", "ba rọi", "bà", "bà nội", "bả"],
        ["", "Phòng 2", "Phòng 10", "Phòng KH-TC"],
        ["18/5/2021", "30/4/2021", "Bầu cử"],
        ["văn phòng", "Văn phòng", "văn xuôi"],
        ["Cafe", "Café", "Cang"],
    ],
)
def test_texts_sort_as_in_a_vietnamese_dictionary(in_order: list[str]) -> None:
    shuffled = random.Random(2021).sample(in_order, len(in_order))
    assert sorted(shuffled, key=collation_key) == in_order


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_sort_by_value(one: int, other: int) -> None:
    in_order = collation_key(f"Phòng {one}") < collation_key(f"Phòng {other}")
    assert in_order == (one < other)
