"""The table of speeds in the guides is what the command writes, and says what it should."""

from xml.etree import ElementTree

from tests.benchmarks.compare import BEGIN, COLUMNS, END, GROWTH, PAGE, PLOT, number, renewed, table
from tests.benchmarks.plot import bars

SVG = "{http://www.w3.org/2000/svg}"


def test_numbers_are_written_as_in_vietnamese() -> None:
    assert [number(10653), number(2.46, 1), number(0.5, 2)] == ["10.653", "2,5", "0,50"]


def test_a_table_has_its_numbers_at_the_right() -> None:
    assert table([("Cách", "Giây"), ("một", "1,0")]) == (
        "| Cách | Giây |\n| --- | ---: |\n| một | 1,0 |\n"
    )


def test_only_what_stands_between_the_marks_is_renewed() -> None:
    page = f"# Tên\n\n{BEGIN}\ncũ\n{END}\n\nSau.\n"
    assert renewed(page, "mới\n") == f"# Tên\n\n{BEGIN}\n\nmới\n\n{END}\n\nSau.\n"


def test_a_plot_tells_its_numbers_to_a_screen_reader_too() -> None:
    plot = ElementTree.fromstring(bars("Giây", [("lần đầu", 9.96), ("a < b", 0)]))
    assert plot.findtext(f"{SVG}title") == "Giây"
    assert plot.findtext(f"{SVG}desc") == "lần đầu: 10,0; a < b: 0,0"
    widths = [bar.get("width") for bar in plot.iter(f"{SVG}rect")]
    assert widths == ["720", "600", "2"]


def test_the_guide_has_the_tables_that_the_command_writes_now() -> None:
    text = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    assert [row for row in rows if tuple(row) in (COLUMNS, GROWTH)] == [[*COLUMNS], [*GROWTH]]
    assert {len(row) for row in rows} == {len(COLUMNS), len(GROWTH)}
    ElementTree.parse(PLOT)
