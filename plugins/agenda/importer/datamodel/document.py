"""The document model: paragraphs and tables in reading order, as every backend returns them."""

from dataclasses import dataclass
from enum import Enum

PAGE = 10_000.0
"""Points from the top of one page to the top of the next, in the scale of `Line.top`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLocation:
    """A location in a document; numbers start at 1 and are None where a format lacks them.

    Only PDF files have page numbers. `row` counts the rows of the grid, including repeated
    heads. `table` and `row` are None outside tables.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        """Return the location in Vietnamese: "trang 2, bảng 1, hàng 4"; empty if unknown."""
        named = (("trang", self.page), ("bảng", self.table), ("hàng", self.row))
        return ", ".join(f"{name} {number}" for name, number in named if number is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one appearance; NFC, without line breaks."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False


class Guess(Enum):
    """The likelier of two readings, where a file does not record line ends."""

    JOINED = "joined"
    """Text of possibly several lines was read as one line."""
    SPLIT = "split"
    """A possible continuation of the line before was read as a line of its own."""
    DASHED = "dashed"
    """As `SPLIT`, for a line that begins with a dash; the dash may belong to a sentence."""
    MERGED = "merged"
    """An empty cell at the top of a page was read as the rest of a merged cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Text up to a line break of its author; wrapping does not end a line.

    `marker` is the list sign that a word processor prints before the text ("-", "1.", "a)").
    `top` is the distance in points from the top of the first page, each page being `PAGE` high.
    It is None where the file does not record positions.

    `joiner` applies to the first line of a cell on a page. It is the text between that line and
    the last line of the same cell on the page before; None if the cell begins on this page.
    `guess` names the alternative reading. `possible_breaks` are the positions, as counts of
    preceding words, at which the line may end and another may begin.
    """

    runs: tuple[Run, ...] = ()
    marker: str = ""
    top: float | None = None
    joiner: str | None = None
    guess: Guess | None = None
    possible_breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Return the text of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The lines between two paragraph ends; an empty paragraph has one empty line."""

    lines: tuple[Line, ...]
    place: BlockLocation = BlockLocation()

    @property
    def text(self) -> str:
        """Return the lines with their markers, separated by newlines."""
        return "\n".join(f"{line.marker} {line.text}".strip() for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table, which may cover several rows and columns of the grid."""

    paragraphs: tuple[Paragraph, ...]
    place: BlockLocation = BlockLocation()

    @property
    def text(self) -> str:
        """Return the paragraphs, separated by newlines."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines of all paragraphs."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the grid: for each column, the cell that covers this position.

    A cell that covers several positions is the same object at each of them. `heading` marks a
    row that is repeated at the top of each page, by its format or by its repetition.
    `continued` marks a row that continues the last row of the page before: the ruling between
    the two rows is missing. False means that geometry cannot tell.
    """

    cells: tuple[Cell, ...]
    place: BlockLocation = BlockLocation()
    heading: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; every row has as many positions as the grid has columns."""

    rows: tuple[Row, ...]
    place: BlockLocation = BlockLocation()


PAGE_HEADER = "đầu trang"
"""The kind of an aside with text that stands at the top of each page."""

STRUCK = "chữ bị gạch ngang"
"""The kind of an aside with struck-through text, which no longer applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Text outside the body of a document; a person sees it, and nothing drops it silently.

    `kind` names it in Vietnamese: "khung chữ", "chú thích cuối trang", "đầu trang",
    "phần đã xóa (theo dõi thay đổi)", "nhận xét" …
    """

    kind: str
    text: str
    place: BlockLocation = BlockLocation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document in reading order.

    `notes` are Vietnamese sentences about changes that a backend made to the text: converted
    fonts, accepted tracked changes.
    """

    blocks: tuple[Paragraph | Table, ...]
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()
