"""The tables of speeds in the guides are what the command writes, and say what they should."""

from xml.etree import ElementTree

from tests.benchmarks.compare import COLUMNS, COMMAND, GROWTH, PAGE, PLOT, RATIOS, compared
from tests.benchmarks.guides import tables_in
from tests.benchmarks.plot import bars
from tests.benchmarks.running import Cost

SVG = "{http://www.w3.org/2000/svg}"


def test_a_ratio_below_one_means_that_ours_takes_less() -> None:
    mine = Cost(computing=2.0, lasting=3.0, memory=300)
    theirs = Cost(computing=8.0, lasting=4.0, memory=200)
    assert compared([("Trang này", mine)], [("cách khác", theirs)]) == [
        ("Trang này", "cách khác", "0,25", "0,75", "1,50")
    ]


def test_a_plot_tells_its_numbers_to_a_screen_reader_too() -> None:
    plot = ElementTree.fromstring(bars("Giây", [("lần đầu", 9.96), ("a < b", 0)]))
    assert plot.findtext(f"{SVG}title") == "Giây"
    assert plot.findtext(f"{SVG}desc") == "lần đầu: 10,0; a < b: 0,0"
    widths = [bar.get("width") for bar in plot.iter(f"{SVG}rect")]
    assert widths == ["720", "600", "2"]


def test_the_guide_has_the_tables_that_the_command_writes_now() -> None:
    heads = [COLUMNS, RATIOS, GROWTH]
    rows = tables_in(PAGE.read_text(encoding="utf-8"), COMMAND)
    assert [tuple(row) for row in rows if tuple(row) in heads] == heads
    assert {len(row) for row in rows} == {len(head) for head in heads}
    ElementTree.parse(PLOT)
