"""Generated sections of the engineers' pages."""

import pytest

from tests.benchmarks.generated_sections import (
    begin,
    end,
    number,
    replace_section,
    table,
    tables_in,
)

PAGE = f"# Title\n\n| a | b |\n\n{begin('make x')}\n\n| Build | s |\n\n{end('make x')}\n\nAfter.\n"


def test_numbers_have_separators() -> None:
    assert [number(10653), number(2.46, 1), number(0.5, 2)] == ["10,653", "2.5", "0.50"]


def test_columns_of_numbers_are_aligned_right() -> None:
    assert table([("Build", "s", "With"), ("one", "1,000.5", "two")]) == (
        "| Build | s | With |\n| --- | ---: | --- |\n| one | 1,000.5 | two |\n"
    )


def test_only_the_text_between_the_marks_is_replaced() -> None:
    assert replace_section(PAGE, "make x", "new\n") == PAGE.replace("| Build | s |", "new")


def test_a_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="make y"):
        replace_section(PAGE, "make y", "new")


def test_only_tables_between_the_marks_are_found() -> None:
    assert tables_in(PAGE, "make x") == [["Build", "s"]]
