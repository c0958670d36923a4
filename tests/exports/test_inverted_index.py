"""Test the positions of words and their encoding."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.search.inverted_index import (
    DIGITS,
    InvertedIndex,
    build_index,
    encode,
    encode_increasing,
)


def test_adjacent_words_have_adjacent_positions_within_one_text_only() -> None:
    assert build_index([("xã kỳ lạc", "ký"), ("KỲ",)]) == InvertedIndex(
        lengths=(6, 2),
        positions={
            "ky": {"kỳ": array("I", [1]), "ký": array("I", [4]), "KỲ": array("I", [6])},
            "lac": {"lạc": array("I", [2])},
            "xa": {"xã": array("I", [0])},
        },
    )


def test_a_record_without_words_still_takes_a_position() -> None:
    assert build_index([("",), ("a",)]).lengths == (1, 2)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((), ""), ((0,), "A"), ((31,), "f"), ((32,), "gB"), ((1, 1024), "BggB")],
)
def test_numbers_are_encoded_in_base_32(numbers: tuple[int, ...], text: str) -> None:
    assert encode(numbers) == text


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_encoded_numbers_can_be_decoded(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


@given(st.lists(st.integers(min_value=0, max_value=10**6)).map(sorted))
def test_increasing_numbers_are_encoded_as_their_differences(numbers: list[int]) -> None:
    differences = decode(encode_increasing(numbers))
    assert [sum(differences[: end + 1]) for end in range(len(differences))] == numbers


def decode(text: str) -> list[int]:
    numbers, number, scale = [], 0, 1
    for sign in text:
        digit = DIGITS.index(sign)
        number += digit % 32 * scale
        scale *= 32
        if digit < 32:
            numbers.append(number)
            number, scale = 0, 1
    return numbers
