"""The signs of lists that lines begin with, and what only looks like one."""

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
def test_a_sign_is_cut_off(text: str, meant: tuple[str, str]) -> None:
    assert split_sign(text) == meant
