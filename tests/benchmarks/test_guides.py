"""Figures stand in the guides as Vietnamese writes them, and only where they belong."""

import pytest

from tests.benchmarks.guides import begin, end, number, renewed, table, tables_in

PAGE = f"# Tên\n\n| a | b |\n\n{begin('make x')}\n\n| Cách | Giây |\n\n{end('make x')}\n\nSau.\n"


def test_numbers_are_written_as_in_vietnamese() -> None:
    assert [number(10653), number(2.46, 1), number(0.5, 2)] == ["10.653", "2,5", "0,50"]


def test_a_table_has_its_numbers_at_the_right() -> None:
    assert table([("Cách", "Giây", "Nhờ"), ("một", "1.000,5", "hai")]) == (
        "| Cách | Giây | Nhờ |\n| --- | ---: | --- |\n| một | 1.000,5 | hai |\n"
    )


def test_only_what_stands_between_the_marks_is_renewed() -> None:
    assert renewed(PAGE, "make x", "mới\n") == PAGE.replace("| Cách | Giây |", "mới")


def test_a_page_without_the_marks_is_not_written_over() -> None:
    with pytest.raises(ValueError, match="make y"):
        renewed(PAGE, "make y", "mới")


def test_the_tables_between_the_marks_are_found_and_no_others() -> None:
    assert tables_in(PAGE, "make x") == [["Cách", "Giây"]]
