"""Test repeated headings without a rule above the rest of a row that a page cuts."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from agenda.importer.loading.reader import read_document
from tests.importer.reading.shown import table

STYLE = ParagraphStyle("cell", fontName="Times-Roman", fontSize=13, leading=16)
ONE = (("Ngay", "Noi dung", "Co quan"),)
TWO = (("Ngay", "Noi dung", ""), ("", "Viec", "Co quan"))
MERGED = (("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)))
ITEMS = tuple(f"- Viec so {number} cua ngay" for number in range(1, 60))


@pytest.mark.parametrize(
    ("heads", "style"), [(ONE, ()), (TWO, ()), (TWO, MERGED)], ids=["one", "two", "merged"]
)
def test_heads_without_a_rule_are_apart_from_the_rest_of_a_row(
    heads: Sequence[Sequence[str]], style: Sequence[object], tmp_path: Path
) -> None:
    rows = table(read_document(printed(heads, style, tmp_path))).rows
    count = len(heads)
    assert [(row.heading, row.continued) for row in rows] == [
        *[(True, False)] * count,
        (False, False),
        *[(True, False)] * count,
        (False, True),
    ]
    (above, below) = (rows[count], rows[-1])
    assert [cell.text for cell in above.cells[::2]] == ["4", "Van phong"]
    assert [cell.text for cell in below.cells[::2]] == ["", ""]
    assert f"{above.cells[1].text}\n{below.cells[1].text}".split("\n") == list(ITEMS)
    texts = [[cell.text for cell in row.cells] for row in rows]
    assert texts[count + 1 : 2 * count + 1] == texts[:count]


def test_a_row_that_repeats_a_word_of_the_heading_keeps_it(tmp_path: Path) -> None:
    row = ("4", "\n".join(["Noi dung"] * 60), "Van phong")
    (_, above, below) = table(read_document(draw([*ONE, row], tmp_path))).rows
    assert f"{above.cells[1].text}\n{below.cells[1].text}" == row[1]


def printed(heads: Sequence[Sequence[str]], style: Sequence[object], folder: Path) -> Path:
    row = ("4", "\n".join(ITEMS), "Van phong")
    return draw([*heads, row], folder, heads=len(heads), style=style)


def draw(
    rows: Sequence[Sequence[str]], folder: Path, *, heads: int = 0, style: Sequence[object] = ()
) -> Path:
    content = [
        [[Paragraph(line, STYLE) for line in cell.split("\n")] for cell in row] for row in rows
    ]
    ruled = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    target = folder / "o.pdf"
    drawn = Table(content, (50, 300, 100), repeatRows=heads, style=[ruled, *style], splitInRow=1)
    SimpleDocTemplate(str(target)).build([drawn])
    return target
