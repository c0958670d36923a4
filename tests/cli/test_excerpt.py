"""The excerpt of a file under a problem, and its underline."""

import unicodedata

import pytest

from agenda.cli.excerpt import WIDTH, excerpt
from agenda.model import Location, Problem, Severity

FILE = "agendas/2021-05.yml"


def problem(line: int, column: int, value: str = "") -> Problem:
    return Problem(
        location=Location(file=FILE, line=line, column=column),
        severity=Severity.ERROR,
        kind="bad-time",
        field="Giờ",
        value=value,
        message="không phải là giờ",
        remedy="viết như 08:30",
    )


def shown(text: str, column: int, value: str = "") -> list[str]:
    return list(excerpt(problem(2, column, value), {FILE: ["thang: 2021-05", text]}))


def underlined(lines: list[str]) -> str:
    line, marks = lines
    start, end = marks.index("^"), marks.rindex("^") + 1
    return line[start:end]


def test_the_value_is_underlined_whole() -> None:
    assert shown("  gio: tám giờ sáng  # xem lại", 8, "tám giờ sáng") == [
        "    2 |   gio: tám giờ sáng  # xem lại",
        "      |        ^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "column", "meant"),
    [
        ("  noidung: Họp", 3, "noidung"),
        ("  - {ngay: 4, gio: 8h3x}", 20, "8h3x"),
        ("  - {ngay: 4}", 5, "{"),
    ],
)
def test_without_a_value_the_word_is_underlined(text: str, column: int, meant: str) -> None:
    assert underlined(shown(text, column)) == meant


def test_the_end_of_a_line_can_be_meant() -> None:
    assert shown("lich:", 6)[1] == "      |      ^"


def test_marks_stand_below_letters_written_with_combining_marks() -> None:
    text = unicodedata.normalize("NFD", "  ghi_chú: Hộp")
    assert shown(text, text.index("H") + 1, unicodedata.normalize("NFD", "Hộp"))[1] == (
        "      |            ^^^"
    )


def test_a_tab_stays_a_tab_so_that_the_marks_stand_below() -> None:
    assert shown("\tngay: 4", 2)[1] == "      | \t^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "chữ " * 60 + "sai " + "chữ " * 60
    lines = shown(text, text.index("sai") + 1)
    assert underlined(lines) == "sai"
    assert len(lines[0]) == len("    2 | ") + len("……") + WIDTH


def test_what_would_steer_a_terminal_is_not_shown() -> None:
    assert shown("a\x1b[31mb", 1)[0] == "    2 | a\ufffd[31mb"


@pytest.mark.parametrize("place", [(1, 1), (3, 1), (9, 4)])
def test_a_problem_of_the_whole_file_or_beyond_its_end_has_no_line(place: tuple[int, int]) -> None:
    assert list(excerpt(problem(*place), {FILE: ["thang: 2021-05", "lich:"]})) == []


def test_a_file_that_cannot_be_shown_has_no_line() -> None:
    assert list(excerpt(problem(2, 1), {})) == []
