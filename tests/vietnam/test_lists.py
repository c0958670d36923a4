"""Cutting lists of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.vietnam.names.lists import join_parts, split_names


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Văn phòng", [("", "Văn phòng")]),
        ("Đ/c An, Minh; Hoa", [("", "Đ/c An"), (", ", "Minh"), ("; ", "Hoa")]),
        ("Đ/c An và Minh", [("", "Đ/c An"), (" và ", "Minh")]),
        ("Đ/c An, và Minh", [("", "Đ/c An"), (", và ", "Minh")]),
        ("- Đ/c An\n- Đ/c Minh;", [("- ", "Đ/c An"), ("\n- ", "Đ/c Minh;")]),
        ("Phòng TT-TK", [("", "Phòng TT-TK")]),
        ("Lãnh đạo Sở Đ/c Bình PGĐ", [("", "Lãnh đạo Sở"), (" ", "Đ/c Bình PGĐ")]),
        (" ; ", []),
    ],
)
def test_a_list_is_cut_between_its_names(text: str, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.joiner, piece.text) for piece in split_names(text)] == pieces


@given(st.text(alphabet="aĐ/c và,;-\n\t ").filter(split_names))
def test_pieces_joined_are_the_text_again(text: str) -> None:
    whole = join_parts(split_names(text))
    assert whole.joiner + whole.text == text
