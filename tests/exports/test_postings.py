"""Where words stand, and how that is written."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.search.inverted_index import DIGITS, InvertedIndex, encode, encode_rising, post


def test_words_side_by_side_have_neighbouring_places_within_one_text_only() -> None:
    assert post([("xã kỳ lạc", "ký"), ("KỲ",)]) == InvertedIndex(
        lengths=(6, 2),
        places={
            "ky": {"kỳ": array("I", [1]), "ký": array("I", [4]), "KỲ": array("I", [6])},
            "lac": {"lạc": array("I", [2])},
            "xa": {"xã": array("I", [0])},
        },
    )


def test_a_record_without_words_still_has_its_place() -> None:
    assert post([("",), ("a",)]).lengths == (1, 2)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((), ""), ((0,), "A"), ((31,), "f"), ((32,), "gB"), ((1, 1024), "BggB")],
)
def test_numbers_are_written_in_base_32(numbers: tuple[int, ...], text: str) -> None:
    assert encode(numbers) == text


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_what_is_written_can_be_read(numbers: list[int]) -> None:
    assert read(encode(numbers)) == numbers


@given(st.lists(st.integers(min_value=0, max_value=10**6)).map(sorted))
def test_rising_numbers_are_written_as_their_steps(numbers: list[int]) -> None:
    steps = read(encode_rising(numbers))
    assert [sum(steps[: end + 1]) for end in range(len(steps))] == numbers


def read(text: str) -> list[int]:
    numbers, number, scale = [], 0, 1
    for sign in text:
        digit = DIGITS.index(sign)
        number += digit % 32 * scale
        scale *= 32
        if digit < 32:
            numbers.append(number)
            number, scale = 0, 1
    return numbers
