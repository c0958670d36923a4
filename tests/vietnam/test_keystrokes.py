"""Keys of Telex and VNI read as syllables."""

import pytest

from agenda.vietnam.spelling.keystrokes import read_telex, read_vni


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("ddoongf", "đồng"),
        ("nguwowif", "người"),
        ("nguowif", "người"),
        ("dduwowcj", "được"),
        ("duongwf", "dường"),
        ("hojp", "họp"),
        ("muaw", "mưa"),
        ("quawng", "quăng"),
        ("Xuaan", "xuân"),
        ("ddồng", "đồng"),
        ("hội", "hội"),
        ("họpj", None),
        ("golf", None),
        ("Wifi", None),
        ("", None),
    ],
)
def test_telex_keys_give_a_syllable_or_nothing(keys: str, syllable: str | None) -> None:
    assert read_telex(keys) == syllable


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("d9o6ng2", "đồng"),
        ("Xua6n", "xuân"),
        ("Xu6an", "xuân"),
        ("ngu7o7i2", "người"),
        ("nguoi72", "người"),
        ("vie6t5", "việt"),
        ("na8m", "năm"),
        ("h2o", None),
        ("so12", None),
        ("9a", None),
    ],
)
def test_vni_keys_give_a_syllable_or_nothing(keys: str, syllable: str | None) -> None:
    assert read_vni(keys) == syllable
