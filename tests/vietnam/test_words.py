"""Words as a search sees them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.vietnam.words import Word, make_word, split_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kiểm tra NTM xã Kỳ Lạc", "kiem tra ntm xa ky lac"),
        ("Đức Thọ, đô thị, nước đá", "duc tho do thi nuoc da"),
        ("252/2020/NQ-HĐND", "252 2020 nq hdnd"),
        ("KH&CN, TT-TK; “Covid-19”", "kh cn tt tk covid 19"),
        ("ngày 08/01/2020", "ngay 8 1 2020"),
        ("số 0, 00, 007", "so 0 0 7"),
        ("một_hai", "mot hai"),
        (" – … ", ""),
    ],
)
def test_words_are_letters_and_digits_without_diacritics_or_case(text: str, folded: str) -> None:
    assert " ".join(word.folded for word in split_words(text)) == folded


def test_text_in_nfd_has_the_same_words() -> None:
    text = "Đỗ Khoa Văn, hoà giải, Tỉnh ủy"
    assert split_words(unicodedata.normalize("NFD", text)) == split_words(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Họp", Word("hop", "họp")),
        ("TU", Word("tu", "TU")),
        ("từ", Word("tu", "từ")),
        ("Đ", Word("d", "đ")),
        ("NTM", Word("ntm", "NTM")),
        ("TTg", Word("ttg", "ttg")),
        ("08", Word("8", "08")),
    ],
)
def test_a_spelling_keeps_diacritics_and_tells_acronyms_from_syllables(
    text: str, word: Word
) -> None:
    assert split_words(text) == (word,)


@given(st.text())
def test_a_spelling_is_all_that_need_be_kept_of_a_word(text: str) -> None:
    assert tuple(make_word(word.spelling) for word in split_words(text)) == split_words(text)
