"""Test list signs and what resembles them."""

import pytest

from agenda.importer.lexicon.lines import split_sign


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("- Họp giao ban", ("-", "Họp giao ban")),
        ("2-Họp giao ban", ("2-", "Họp giao ban")),
        ("1. Họp giao ban", ("1.", "Họp giao ban")),
        ("05-NQ/TU về kinh tế", ("", "05-NQ/TU về kinh tế")),
        ("12/5 họp", ("", "12/5 họp")),
    ],
)
def test_a_list_sign_is_split_off(text: str, meant: tuple[str, str]) -> None:
    assert split_sign(text) == meant
