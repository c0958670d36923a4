"""The grammar of syllables."""

import pytest

from agenda.vietnam.spelling.syllables import add_tone, is_syllable


@pytest.mark.parametrize(
    "word",
    [
        *("Nghị", "quyết", "người", "Ước", "giếng", "gì", "giữ", "yêu", "y", "kỹ"),
        *("quốc", "quýnh", "khuỷu", "ngoáo", "thủy", "thuỷ", "hòa", "hoà", "ho\u0323p"),
    ],
)
def test_vietnamese_words_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        *("Festival", "Zalo", "ddồng", "Xu6an", "hợpp", "mìnhh", "b", ""),
        *("cat", "bủt", "kà", "gè", "ngi", "nghà", "qa", "iên", "àà", "hóà"),
    ],
)
def test_other_words_are_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("toneless", "toned"),
    [
        ("hoa", "hòa"),
        ("thuy", "thùy"),
        ("toan", "toàn"),
        ("ngươi", "người"),
        ("ngoai", "ngoài"),
        ("cua", "cùa"),
        ("quy", "quỳ"),
        ("gia", "già"),
        ("gi", "gì"),
        ("giêng", "giềng"),
        ("luyên", "luyền"),
        ("zalo", "zalo"),
    ],
)
def test_the_tone_goes_where_official_papers_put_it(toneless: str, toned: str) -> None:
    assert add_tone(toneless, "\u0300") == toned
