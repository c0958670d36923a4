"""What a document shows, before anyone has understood it: paragraphs and tables, in order."""

from dataclasses import dataclass
from enum import Enum

PAGE = 10_000.0
"""Points from the top of a page to that of the next, as heights of lines count them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLocation:
    """Where something stands; all numbers count from 1 and are None where a file cannot say.

    Pages are known of a PDF only; `table` and `row` belong to what stands in a table, a row
    being one of the grid, repeated heads counted.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        """In Vietnamese: "trang 2, bảng 1, hàng 4"; empty where nothing is known."""
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
    """What was taken for the likelier of two readings where a file shows no ends of line."""

    JOINED = "joined"
    """What may be lines of their own was read as one."""
    PARTED = "parted"
    """A line that may be more of the one before was taken for one of its own."""
    DASHED = "dashed"
    """The same of a line that begins with a dash, which may stand in the middle of a sentence."""
    HELD = "held"
    """An empty cell at the head of a page was taken for the rest of a merged one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Text that its author ended with a break; a line that merely wrapped is no end.

    `marker` is what a list of the word processor prints before the text without the text holding
    it ("-", "1.", "a)"). `top` is the distance of the line from the top of the first page in
    points, each page being `PAGE` high, None where the file does not say.

    `joint` is for the first line of a cell on a page: what comes between it and the last line of
    the cell above, on the page before, where it goes on with that; None where it begins anew.
    `guess` says what of all this may be otherwise. `seams` are where a line that was read as one
    may yet end and another begin: how many of its words stand before.
    """

    runs: tuple[Run, ...] = ()
    marker: str = ""
    top: float | None = None
    joint: str | None = None
    guess: Guess | None = None
    seams: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The lines between two ends of paragraph; an empty paragraph has one empty line."""

    lines: tuple[Line, ...]
    place: BlockLocation = BlockLocation()

    @property
    def text(self) -> str:
        """The lines as printed, one below the other, markers included."""
        return "\n".join(f"{line.marker} {line.text}".strip() for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table, which may cover several rows and columns of the grid."""

    paragraphs: tuple[Paragraph, ...]
    place: BlockLocation = BlockLocation()

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all paragraphs."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the grid: at each of its columns the cell that covers it.

    A cell that covers several positions is the same object at each of them. `heading` says that
    the row is one repeated at the head of each page: the file marks it so, or it came again at
    the head of a later page. `continued` says that the row goes on from the last one of the page
    before, as the missing ruling between them shows; where it is False, geometry cannot tell.
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


STRUCK = "chữ bị gạch ngang"
"""The kind of an aside: what an author struck through does not count any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Text that is no part of the document's body: shown to a person, never dropped silently.

    `kind` says in Vietnamese what it is: "khung chữ", "chú thích cuối trang", "đầu trang",
    "phần đã xóa (theo dõi thay đổi)", "nhận xét" …
    """

    kind: str
    text: str
    place: BlockLocation = BlockLocation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document in the order in which it is read.

    `notes` says in Vietnamese what was done to the text on the way (an old font converted,
    tracked changes taken as accepted), each a full sentence.
    """

    blocks: tuple[Paragraph | Table, ...]
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()
