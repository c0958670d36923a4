"""Test the assignment of units and leaders to the items beside them."""

import pytest

from agenda.importer.extraction.alignment import Alignment, AlignmentMark, align
from agenda.importer.lexicon.lines import TextLine


def lines(*texts: str) -> list[TextLine]:
    return [TextLine(text=text, paragraph=number) for number, text in enumerate(texts)]


def at(*tops: float, texts: str = "ABCDEFG") -> list[TextLine]:
    return [TextLine(text=f"Phòng {text}", top=top) for text, top in zip(texts, tops, strict=False)]


def marks(*halves: int) -> list[AlignmentMark]:
    return [
        AlignmentMark(half_day_index=half, text=f"Việc {number}")
        for number, half in enumerate(halves)
    ]


@pytest.mark.parametrize(
    ("given", "of", "shares", "sure"),
    [
        (["VP", "P.A", "P.B"], [1, 2, 2], [["VP"], ["P.A"], ["P.B"]], True),
        (["VP"], [1, 2], [["VP"], ["VP"]], True),
        (["VP"], [1, 1], [["VP"], ["VP"]], False),
        (["Lãnh đạo Sở"], [1, 1], [["Lãnh đạo Sở"], ["Lãnh đạo Sở"]], True),
        (["Hội đồng; các phòng"], [1], [["Hội đồng; các phòng"]], True),
        (["VP", "P.A"], [1], [["VP", "P.A"]], True),
        (["VP", "P.A"], [1, 2, 2], [["VP"], ["P.A"], ["P.A"]], False),
        (["VP", "P.A;", "Ban B", "P.C"], [1, 2, 2], [["VP"], ["P.A;", "Ban B"], ["P.C"]], False),
        (["VP", "", "P.A", "P.B", "", "P.C"], [1, 2, 2], [["VP"], ["P.A", "P.B"], ["P.C"]], True),
        (["Phòng TT-TK", "khoa học", "VP"], [1, 2], [["Phòng TT-TK khoa học"], ["VP"]], True),
        (["Văn phòng", "Sở", "P.A"], [1, 2], [["Văn phòng Sở"], ["P.A"]], True),
        (["Văn phòng", "Sở", "P.A"], [1, 1, 1], [["Văn phòng Sở"], ["P.A"], []], False),
        (["VP", "P.A"], [1, 1, 1], [["VP"], ["P.A"], []], False),
        (["", ""], [1, 2], [[], []], True),
        (["Văn phòng; Phòng A"], [1, 1], [["Văn phòng; Phòng A"]] * 2, False),
        (
            ["CBCC Sở Đ/c An GĐ Đ/c Bình"],
            [1, 2, 2],
            [["CBCC Sở"], ["Đ/c An GĐ"], ["Đ/c Bình"]],
            False,
        ),
        (
            ["Văn phòng; Ban Soạn thảo Văn phòng Phòng TT-TK"],
            [1, 2, 2, 2],
            [["Văn phòng"], ["Ban Soạn thảo"], ["Văn phòng"], ["Phòng TT-TK"]],
            False,
        ),
    ],
)
def test_lines_are_assigned_to_items(
    given: list[str], of: list[int], shares: list[list[str]], sure: bool
) -> None:
    alignment = align(lines(*given), marks(*of))
    assert [list(share) for share in alignment.shares] == shares
    assert alignment.sure is sure


def test_every_line_is_assigned_for_any_numbers() -> None:
    for count in range(1, 6):
        for names in range(1, 8):
            given = [f"Phòng {number}" for number in range(names)]
            shares = align(lines(*given), marks(*range(count))).shares
            assert {text for share in shares for text in share} == set(given)


def test_the_position_on_the_page_decides_first() -> None:
    beginnings = [AlignmentMark(top=100), AlignmentMark(top=150), AlignmentMark(top=200)]
    assert align(at(100, 112, 150, 200), beginnings) == Alignment(
        shares=(("Phòng A", "Phòng B"), ("Phòng C",), ("Phòng D",)),
        method="ghép theo độ cao của dòng trên trang",
    )
    assert align(at(100, 200), beginnings).shares == (("Phòng A",), (), ("Phòng B",))


def test_more_lines_than_appointments_stacked_by_chance_at_their_heights_are_doubted() -> None:
    beginnings = [AlignmentMark(top=100), AlignmentMark(top=124)]
    alignment = align(at(100, 112, 124), beginnings)
    assert (alignment.shares, alignment.sure) == (
        (("Phòng A", "Phòng B"), ("Phòng C",)),
        False,
    )


def test_a_line_level_with_a_later_half_day_is_of_that_alone() -> None:
    beginnings = [
        AlignmentMark(top=100, half_day_index=1),
        AlignmentMark(top=150, half_day_index=2),
    ]
    alignment = align(at(150), beginnings)
    assert (alignment.shares, alignment.sure) == (((), ("Phòng A",)), False)


def test_a_group_level_with_a_later_half_day_is_of_all_and_doubted() -> None:
    beginnings = [
        AlignmentMark(top=100, half_day_index=1),
        AlignmentMark(top=150, half_day_index=2),
    ]
    alignment = align([TextLine(text="Lãnh đạo Sở", top=150)], beginnings)
    assert (alignment.shares, alignment.sure) == ((("Lãnh đạo Sở",), ("Lãnh đạo Sở",)), False)


def test_lines_stacked_at_the_top_say_nothing_by_their_height() -> None:
    beginnings = [
        AlignmentMark(top=100, half_day_index=1),
        AlignmentMark(top=150, half_day_index=2),
        AlignmentMark(top=200, half_day_index=2),
    ]
    assert align(at(100, 112, 124), beginnings).shares == (
        ("Phòng A",),
        ("Phòng B",),
        ("Phòng C",),
    )


def test_as_many_lines_as_appointments_go_one_to_one_where_heights_say_nothing() -> None:
    beginnings = [
        AlignmentMark(top=100, half_day_index=1),
        AlignmentMark(top=126, half_day_index=1),
        AlignmentMark(top=139, half_day_index=2),
    ]
    stacked = [
        TextLine(text=text, top=top)
        for text, top in (("CT, PCT", 100), ("PCT Hải", 113), ("CT", 126))
    ]
    assert align(stacked, beginnings).shares == (("CT, PCT",), ("PCT Hải",), ("CT",))
