"""Characters of a PDF become lines and words, wherever a program draws spaces."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.pdf.lines import lines_of, pieces_of

SIZE = 10.0
PITCH = 12.0
BLANK = 2.5
"""The usual width of a space."""


def drawn(
    text: str, x: float = 0.0, y: float = 0.0, *, size: float = SIZE, apart: float = 0.0
) -> list[Char]:
    """Return text with its blanks as a program draws it, letters `apart` from each other."""
    chars = list[Char]()
    for sign in text:
        width = (BLANK if sign.isspace() else 5.0) * size / SIZE
        chars.append(Char(text=sign, x0=x, x1=x + width, size=size, baseline=y))
        x += width + apart
    return chars


def end(chars: list[Char]) -> float:
    return chars[-1].x1


def blank(x: float, y: float = 0.0, width: float = BLANK, size: float = SIZE) -> Char:
    return Char(text=" ", x0=x, x1=x + width, size=size, baseline=y)


def unwritten(chars: list[Char]) -> list[Char]:
    """Return glyphs without their blanks, each at its place."""
    return [char for char in chars if not char.is_blank]


def read(chars: list[Char]) -> list[str]:
    return [line.text for line in lines_of(chars, 1)]


@pytest.mark.parametrize("place", [0.0, 0.1, 4.0, 5.0, 7.5, 12.0, 40.0])
def test_a_blank_on_an_empty_line_changes_no_word_of_another(place: float) -> None:
    chars = [
        *drawn("Văn phòng"),
        blank(place, PITCH),
        *drawn("Ban Soạn thảo", y=2 * PITCH),
        blank(place, 3 * PITCH),
        blank(place, -PITCH),
    ]
    assert read(chars) == ["Văn phòng", "Ban Soạn thảo"]


def test_blanks_alone_are_no_line() -> None:
    assert read([blank(0), blank(9), blank(0, PITCH)]) == []


@pytest.mark.parametrize("width", [0.0, BLANK, 8.0, 60.0])
@pytest.mark.parametrize("shift", [-0.4, 0.0, 1.0, 2.4])
def test_a_blank_with_an_odd_box_parts_only_the_words_beside_it(width: float, shift: float) -> None:
    odd = [
        blank(each.x0 + shift, width=width) if each.is_blank else each
        for each in drawn("Văn phòng Sở")
    ]
    assert read(odd) == ["Văn phòng Sở"]


def test_blanks_over_letters_that_touch_each_other_part_nothing() -> None:
    letters = drawn("phòng")
    over = [blank(letter.x0 + shift) for letter in letters for shift in (-1, 0, 2.5, 4)]
    assert read([*over, *letters, *over]) == ["phòng"]


def test_blanks_before_and_behind_a_line_part_nothing() -> None:
    spaced = drawn("Sở", x=20, apart=3)
    assert read([blank(2), blank(10), *spaced, blank(end(spaced)), blank(200)]) == ["S ở"]
    close = drawn("Văn phòng", x=20)
    assert read([blank(2), blank(15), *close, blank(end(close)), blank(200)]) == ["Văn phòng"]


def test_a_blank_of_another_size_belongs_to_the_line_it_is_drawn_on() -> None:
    letters = unwritten(drawn("Văn phòng"))
    for size in (1.0, 72.0):
        assert read([*letters, blank(15.0, size=size)]) == ["Văn phòng"]


def test_a_gap_parts_words_though_no_blank_is_drawn_in_it() -> None:
    assert read(unwritten(drawn("Văn phòng Sở"))) == ["Văn phòng Sở"]
    bold = drawn("Sáng:")
    rest = drawn("Họp giao ban", x=end(bold) + BLANK)
    assert read([*bold, *rest]) == ["Sáng: Họp giao ban"]


def test_spaced_letters_stay_together() -> None:
    assert read(drawn("Văn phòng Sở", apart=3.0)) == ["Văn phòng Sở"]
    narrow = drawn("Văn phòng Sở", apart=-0.9)
    assert read(narrow) == ["Văn phòng Sở"]


def stretched(text: str, by: float) -> Iterator[Char]:
    """Yield the letters and blanks of justified text, the blanks no wider than ever."""
    moved = 0.0
    for char in drawn(text):
        yield replace(char, x0=char.x0 + moved, x1=char.x1 + moved)
        moved += by if char.is_blank else 0.0


def test_words_of_justified_text_are_those_that_were_written() -> None:
    for by in (-1.2, 0.0, 3.0, 9.0):
        assert read(list(stretched("Tăng cường công tác", by))) == ["Tăng cường công tác"]


def test_raised_and_lowered_letters_are_of_their_line() -> None:
    chars = drawn("100 m")
    raised = drawn("2", x=end(chars), y=-4.6, size=5.8)
    rest = drawn(" H", x=end(raised))
    lowered = drawn("2", x=end(rest), y=2.5, size=5.8)
    last = drawn("O", x=end(lowered))
    above, below = drawn("Dòng trên", y=-PITCH), drawn("Dòng dưới", y=PITCH)
    lines = [*raised, *below, *chars, *lowered, *above, *rest, *last]
    assert read(lines) == ["Dòng trên", "100 m2 H2O", "Dòng dưới"]


@pytest.mark.parametrize("shift", [3.0, 6.0, 9.0])
def test_small_lines_beside_a_larger_one_stay_apart(shift: float) -> None:
    """Recipients in small print stand beside the name of the signer in large print."""
    name = drawn("Đỗ Khoa Văn", x=200, y=shift, size=14)
    first, second = drawn("- Các phòng;", size=11), drawn("- Lưu VT.", y=PITCH, size=11)
    lines = read([*first, *name, *second])
    assert [line.removesuffix(" Đỗ Khoa Văn") for line in lines if line != "Đỗ Khoa Văn"] == [
        "- Các phòng;",
        "- Lưu VT.",
    ]


def test_print_of_other_sizes_stands_on_the_line_it_is_printed_on() -> None:
    large = drawn("V", size=40.0)
    first = drawn("ăn phòng", x=end(large))
    above = drawn("Ban Soạn", x=end(large) + 1, y=-PITCH)
    assert read([*large, *first, *above]) == ["Ban Soạn", "Văn phòng"]


def test_lines_close_to_each_other_stay_apart() -> None:
    chars = [char for row in range(4) for char in drawn(f"Dòng {row}", y=0.9 * SIZE * row)]
    assert read(chars) == [f"Dòng {row}" for row in range(4)]


def test_a_line_whose_words_stand_a_little_higher_and_lower_is_one() -> None:
    chars = drawn("Họp giao ban")
    higher = drawn("tuần", x=end(chars) + BLANK, y=-3)
    lower = drawn("này", x=end(higher) + BLANK, y=3)
    assert read([*lower, *higher, *chars]) == ["Họp giao ban tuần này"]


def test_letters_of_no_size_are_read_all_the_same() -> None:
    assert read(drawn("Họp", size=0.0)) == ["Họp"]


def test_a_line_stands_where_its_largest_letters_stand() -> None:
    (line,) = lines_of([*drawn("2", y=-4.6, size=5.8), *drawn("Họp", x=6)], 1)
    assert (line.baseline, line.size) == (0.0, SIZE)


def test_words_look_as_their_letters_do() -> None:
    bold, plain = drawn("Sáng:"), drawn("Họp", x=30)
    (line,) = lines_of([*(replace(each, bold=True) for each in bold), *plain], 1)
    assert [(piece.text, piece.bold) for piece in pieces_of(line.words)] == [
        ("Sáng:", True),
        (" ", False),
        ("Họp", False),
    ]
