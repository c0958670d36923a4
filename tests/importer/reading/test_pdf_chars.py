"""Characters of a PDF: parts of letters, and invisible ones."""

import unicodedata

from agenda.importer.backends.pdf.chars import Char, attach_marks

BELOW, ACUTE = "\u0323", "\u0301"


def char(text: str, x0: float, x1: float, y: float = 100.0) -> Char:
    return Char(text=text, x0=x0, x1=x1, size=10.0, baseline=y)


def texts(*chars: Char) -> list[str]:
    return [unicodedata.normalize("NFC", each.text) for each in attach_marks(chars)]


def test_marks_belong_to_the_letter_that_they_are_written_behind() -> None:
    assert texts(char("o", 0, 5), char(BELOW, 5, 5), char("p", 5, 10)) == ["ọ", "p"]


def test_a_mark_that_takes_room_parts_no_word() -> None:
    letter, following = attach_marks([char("o", 0, 5), char(ACUTE, 5, 8), char("p", 8, 13)])
    assert (letter.x1, following.x0) == (8, 8)


def test_a_mark_drawn_later_belongs_to_the_letter_it_stands_over() -> None:
    word = [char("h", 0, 5), char("o", 5, 10), char("p", 10, 15), char(" ", 15, 17)]
    other = [char("a", 5, 10, y=112.0), char("i", 60, 62)]
    for mark in (char(BELOW, 7, 8), char(BELOW, 10, 10)):
        assert texts(*word, *other, mark) == ["h", "ọ", "p", " ", "a", "i"]


def test_a_mark_over_no_letter_is_not_lost() -> None:
    assert texts(char("o", 0, 5), char(ACUTE, 80, 80)) == ["o", ACUTE]


def test_what_nobody_sees_is_no_letter() -> None:
    for unseen in ("", "\u200b", "\u200d", "\ufeff", "\u00ad"):
        (letter, following) = attach_marks(
            [char(unseen, 0, 0), char("V", 0, 5), char(unseen, 5, 5), char("ă", 5, 10)]
        )
        assert (letter.text, following.text) == ("V" + unseen, "ă")


def test_a_soft_hyphen_that_is_drawn_is_a_letter() -> None:
    assert texts(char("T", 0, 5), char("\u00ad", 5, 8), char("K", 8, 13)) == ["T", "\u00ad", "K"]
