"""Read the rows of tables in text files: separated by tabs, by pipes, or as HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

PIPE = re.compile(r"\s*\|.*\|\s*")
RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
"""The line below the head of a Markdown table."""

_CELL_END = re.compile(r"(?<!\\)\|")
MAX_COLUMNS = 40
"""The most columns of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellText:
    """The marked-up text of a cell, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


TextRow = tuple[CellText, ...]


def split_tabs(line: str) -> TextRow:
    """Return the cells of a line with tabs."""
    return tuple(CellText(text=text.strip()) for text in line.split("\t"))


def split_pipes(line: str) -> TextRow:
    """Return the cells of a Markdown row: "| 4 | Họp |"."""
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(CellText(text=text.replace("\\|", "|").strip()) for text in _CELL_END.split(inner))


def read_html_rows(source: str) -> list[TextRow]:
    """Return the rows of one or several HTML tables."""
    parser = _TableParser()
    parser.feed(source)
    parser.close()
    return [tuple(row) for row in parser.rows if row]


def as_grid(rows: Sequence[TextRow]) -> list[list[tuple[int, CellText]]]:
    """Return for each row the cell at each position of the grid, with a number for each cell."""
    placed: dict[tuple[int, int], tuple[int, CellText]] = {}
    number = 0
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in placed:
                column += 1
            for down in range(min(cell.rows, len(rows) - at)):
                for right in range(cell.columns):
                    if column + right < MAX_COLUMNS:
                        placed[at + down, column + right] = number, cell
            number += 1
            column += cell.columns
    width = 1 + max((column for _, column in placed), default=0)
    return [
        [placed.get((at, column), (-1, _EMPTY)) for column in range(width)]
        for at in range(len(rows))
    ]


def uneven_rows(rows: Sequence[TextRow]) -> Iterator[int]:
    """Yield the numbers, from 1, of the rows with fewer or more cells than the first row."""
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield number


class _TableParser(HTMLParser):
    """A parser that keeps the tags within cells as text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[CellText]] = []
        self._open: tuple[int, int] | None = None
        self._texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            spans = dict(attrs)
            self._open = _span(spans.get("colspan")), _span(spans.get("rowspan"))
        elif self._open is not None:
            self._texts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._end_cell()
        elif self._open is not None:
            self._texts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    def handle_entityref(self, name: str) -> None:
        self._texts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._texts.append(f"&#{name};")

    def _end_cell(self) -> None:
        if self._open is not None:
            columns, rows = self._open
            text = " ".join("".join(self._texts).split())
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(CellText(text=text, columns=columns, rows=rows))
        self._open, self._texts = None, []


def _span(value: str | None) -> int:
    """Return the value of colspan or rowspan, within limits."""
    is_number = value is not None and value.isascii() and value.isdecimal() and len(value) < 4
    return max(1, min(int(value or "1"), MAX_COLUMNS)) if is_number else 1


_EMPTY = CellText(text="")
