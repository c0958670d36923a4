"""Characters of a PDF: what belongs to a letter, and what nobody sees."""

import unicodedata

from agenda.importer.backends.pdf.chars import Glyph, with_marks

BELOW, ACUTE = "\u0323", "\u0301"


def glyph(text: str, x0: float, x1: float, y: float = 100.0) -> Glyph:
    return Glyph(text=text, x0=x0, x1=x1, size=10.0, baseline=y)


def texts(*glyphs: Glyph) -> list[str]:
    return [unicodedata.normalize("NFC", each.text) for each in with_marks(glyphs)]


def test_marks_belong_to_the_letter_that_they_are_written_behind() -> None:
    assert texts(glyph("o", 0, 5), glyph(BELOW, 5, 5), glyph("p", 5, 10)) == ["ọ", "p"]


def test_a_mark_that_takes_room_parts_no_word() -> None:
    letter, following = with_marks([glyph("o", 0, 5), glyph(ACUTE, 5, 8), glyph("p", 8, 13)])
    assert (letter.x1, following.x0) == (8, 8)


def test_a_mark_drawn_later_belongs_to_the_letter_it_stands_over() -> None:
    word = [glyph("h", 0, 5), glyph("o", 5, 10), glyph("p", 10, 15), glyph(" ", 15, 17)]
    other = [glyph("a", 5, 10, y=112.0), glyph("i", 60, 62)]
    for mark in (glyph(BELOW, 7, 8), glyph(BELOW, 10, 10)):
        assert texts(*word, *other, mark) == ["h", "ọ", "p", " ", "a", "i"]


def test_a_mark_over_no_letter_is_not_lost() -> None:
    assert texts(glyph("o", 0, 5), glyph(ACUTE, 80, 80)) == ["o", ACUTE]


def test_what_nobody_sees_is_no_letter() -> None:
    for unseen in ("", "\u200b", "\u200d", "\ufeff", "\u00ad"):
        (letter, following) = with_marks(
            [glyph(unseen, 0, 0), glyph("V", 0, 5), glyph(unseen, 5, 5), glyph("ă", 5, 10)]
        )
        assert (letter.text, following.text) == ("V" + unseen, "ă")


def test_a_soft_hyphen_that_is_drawn_is_a_letter() -> None:
    assert texts(glyph("T", 0, 5), glyph("\u00ad", 5, 8), glyph("K", 8, 13)) == ["T", "\u00ad", "K"]
