"""Words that an input method left unfinished, told from foreign ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.vietnam.spelling.leftovers import Leftover, find_typing_leftovers

SEED = (Path(__file__).parent / "may_2021.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("Xu6an", "Xuân"),
        ("vie6t5", "việt"),
        ("ho5p", "họp"),
        ("ddồng", "đồng"),
        ("Ddồng", "Đồng"),
        ("nguwowif", "người"),
        ("ngưowif", "người"),
        ("hopj", "họp"),
        ("dungf", "dùng"),
        ("laf", "là"),
        ("Iaf", "là"),
        ("Iàm", "làm"),
        ("nghiệpf", None),
    ],
)
def test_a_leftover_is_found_with_the_word_that_was_meant(
    word: str, suggestion: str | None
) -> None:
    assert find_typing_leftovers(f"Mùa {word} này") == (
        Leftover(word=word, offset=4, suggestion=suggestion),
    )


def test_every_leftover_has_its_place_in_the_text() -> None:
    assert find_typing_leftovers("Iaf ngày (ddồng ý), Xu6an.") == (
        Leftover(word="Iaf", offset=0, suggestion="là"),
        Leftover(word="ddồng", offset=10, suggestion="đồng"),
        Leftover(word="Xu6an", offset=20, suggestion="Xuân"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "phòng chống dịch Covid-19 với VinBrain (thuộc VinGroup)",
        "OCOP, ISO 9001:2015, TCVN, TT-TK, KH&CN, UBND, ĐBQH, VNPT",
        "H2O, h2o, CO2, B2B, A4, 4G, Q1, m2, km2, T7, F0, U23, QL1A, Khu2a, Top5",
        "Wifi, Web, Festival, Zalo, Facebook, chef, golf, gif, beef, of, if, café",
        "Startup, Laos, tour, bus, gas, maps, songs, Mars, cow, town, moon, books, trees",
        "Đắk Lắk, Krông Jing, Cư Jút, Zơ Nông, H'Mông",
        "Nghị quyết số 252/2020/NQ-HĐND",
        "nguyenvaf@gmail.com, https://laf.vn/ddoongf?q=hopj, www.hopj.vn",
        "HOPJ",
    ],
)
def test_foreign_words_and_abbreviations_are_left_alone(text: str) -> None:
    assert find_typing_leftovers(text) == ()


@given(st.sampled_from(SEED.split()))
def test_no_word_of_a_real_agenda_is_flagged(word: str) -> None:
    assert find_typing_leftovers(word) == ()


def test_a_real_agenda_as_a_whole_is_clean() -> None:
    assert find_typing_leftovers(SEED) == ()


@given(st.text(alphabet="aăâeêioôơuưydđfjwszxrnghtcIL 0123456789\u0301\u0323@./-"))
def test_a_leftover_is_the_text_at_its_offset(text: str) -> None:
    assert all(
        text[leftover.offset :].startswith(leftover.word)
        for leftover in find_typing_leftovers(text)
    )
