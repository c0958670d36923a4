"""Tables and plot of the comparison of builds."""

from xml.etree import ElementTree

from tests.benchmarks.compare import COLUMNS, COMMAND, GROWTH, PAGE, PLOT, RATIOS, compared
from tests.benchmarks.generated_sections import tables_in
from tests.benchmarks.plot import bars
from tests.benchmarks.runner import Cost

SVG = "{http://www.w3.org/2000/svg}"


def test_a_ratio_below_one_means_that_ours_takes_less() -> None:
    mine = Cost(cpu_seconds=2.0, wall_seconds=3.0, memory=300)
    theirs = Cost(cpu_seconds=8.0, wall_seconds=4.0, memory=200)
    assert compared([("ours", mine)], [("other", theirs)]) == [
        ("ours", "other", "0.25", "0.75", "1.50")
    ]


def test_a_plot_gives_its_numbers_to_a_screen_reader() -> None:
    plot = ElementTree.fromstring(bars("Seconds", [("first", 9.96), ("a < b", 0)]))
    assert plot.findtext(f"{SVG}title") == "Seconds"
    assert plot.findtext(f"{SVG}desc") == "first: 10.0; a < b: 0.0"
    widths = [bar.get("width") for bar in plot.iter(f"{SVG}rect")]
    assert widths == ["720", "600", "2"]


def test_the_page_has_the_tables_that_the_command_writes() -> None:
    heads = [COLUMNS, RATIOS, GROWTH]
    rows = tables_in(PAGE.read_text(encoding="utf-8"), COMMAND)
    assert [tuple(row) for row in rows if tuple(row) in heads] == heads
    assert {len(row) for row in rows} == {len(head) for head in heads}
    ElementTree.parse(PLOT)
