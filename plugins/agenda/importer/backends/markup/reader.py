"""Read a text file into a `Document`: paragraphs, and tables by tabs, pipes or HTML tags."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agenda.importer.backends.markup.inline import InlineReader
from agenda.importer.backends.markup.tables import (
    MAX_COLUMNS,
    PIPE,
    RULE,
    CellText,
    TextRow,
    as_grid,
    read_html_rows,
    split_pipes,
    split_tabs,
    uneven_rows,
)
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import (
    BlockLocation,
    Cell,
    Document,
    Paragraph,
    Row,
    Table,
)
from agenda.importer.datamodel.refusal import ImportRefused

MAX_CHARACTERS = 2_000_000
"""The longest text. A year of agendas has 100,000 characters."""

_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FENCE = re.compile(r"^\s*(?:```|~~~)")


def read_markup(content: bytes, progress: Callable[[str], None]) -> Document:
    """Return the document of a text file in UTF-8 or UTF-16."""
    text = decode_text(content)
    if len(text) > MAX_CHARACTERS:
        raise ImportRefused(
            f"tệp chữ dài hơn mức {MAX_CHARACTERS:,} ký tự cho phép".replace(",", "."),
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    progress("Đang đọc tệp chữ …")
    reader = _MarkupReader()
    reader.read(_LINE_ENDS.sub("\n", text).split("\n"))
    return Document(
        blocks=tuple(reader.blocks),
        asides=tuple(reader.inline.asides),
        notes=(*reader.notes, *reader.line_builder.notes),
    )


def decode_text(content: bytes) -> str:
    """Return the text of a file; raise `ImportRefused` unless it is Unicode."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ImportRefused(
            "tệp chữ không theo bảng mã UTF-8",
            "hãy mở bằng Notepad, chọn Lưu thành (Save as), mã hóa UTF-8 rồi thử lại",
        ) from error


@dataclass(slots=True)
class _MarkupReader:
    """The state while the lines of a text are read."""

    line_builder: LineBuilder = field(default_factory=LineBuilder)
    blocks: list[Paragraph | Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tables: int = 0
    inline: InlineReader = field(init=False)

    def __post_init__(self) -> None:
        self.inline = InlineReader(self.line_builder)

    def read(self, lines: Sequence[str]) -> None:
        at = 0
        while at < len(lines):
            end, rows = self._table(lines, at)
            if rows:
                self._add_table(rows)
                at = end
                continue
            end = self._paragraph_end(lines, at)
            text = "\n".join(map(_without_signs, lines[at:end]))
            if text.strip():
                self.blocks += self.inline.paragraphs(text, BlockLocation())
            at = max(end, at + 1)

    def _table(self, lines: Sequence[str], at: int) -> tuple[int, list[TextRow]]:
        """Return the rows of the table that begins at a line, and the line behind it."""
        line = lines[at]
        if _TABLE_TAG.search(line):
            return _html_table(lines, at)
        if PIPE.fullmatch(line):
            rows = list[TextRow]()
            while at < len(lines) and PIPE.fullmatch(lines[at]):
                if not RULE.fullmatch(lines[at]):
                    rows.append(split_pipes(lines[at]))
                at += 1
            return at, rows
        if "\t" in line.strip("\n "):
            return _tab_table(lines, at)
        return at, []

    def _paragraph_end(self, lines: Sequence[str], at: int) -> int:
        """Return the line behind a paragraph: a blank line, a list item or a table ends it."""
        end = at + 1
        if not lines[at].strip():
            return end
        while end < len(lines) and lines[end].strip():
            line = lines[end]
            is_open = "\n".join(lines[at:end]).count("**") % 2
            begins = _begins_paragraph(line) or _HEADING.match(line) or _HEADING.match(lines[at])
            if not is_open and (begins or "\t" in line or PIPE.fullmatch(line)):
                break
            if _TABLE_TAG.search(line):
                break
            end += 1
        return end

    def _add_table(self, rows: Sequence[TextRow]) -> None:
        self.tables += 1
        place = BlockLocation(table=self.tables)
        if any(sum(cell.columns for cell in row) > MAX_COLUMNS for row in rows):
            raise ImportRefused(
                f"bảng {self.tables} có hơn {MAX_COLUMNS} cột",
                "hãy chép riêng bảng của chương trình công tác sang một tệp mới",
            )
        if all(cell.columns == cell.rows == 1 for row in rows for cell in row):
            for number in uneven_rows(rows):
                self.notes.append(
                    f"Bảng {self.tables}, hàng {number} có {len(rows[number - 1])} ô, hàng đầu có "
                    f"{len(rows[0])} ô: xem lại các ô của hàng này."
                )
        cells: dict[int, Cell] = {}
        grid = list[Row]()
        for number, row in enumerate(as_grid(rows), 1):
            at = BlockLocation(table=self.tables, row=number)
            grid.append(
                Row(cells=tuple(self._cell(key, cell, cells, at) for key, cell in row), place=at)
            )
        self.blocks.append(Table(rows=tuple(grid), place=place))

    def _cell(self, key: int, cell: CellText, cells: dict[int, Cell], place: BlockLocation) -> Cell:
        """Return the cell with this number, one object for all positions that it covers."""
        if key not in cells or key < 0:
            cells[key] = Cell(paragraphs=self.inline.paragraphs(cell.text, place), place=place)
        return cells[key]


def _html_table(lines: Sequence[str], at: int) -> tuple[int, list[TextRow]]:
    """Return the rows of an HTML table, and the line behind its end."""
    depth, end = 0, at
    while end < len(lines):
        for match in _TABLE_TAG.finditer(lines[end]):
            depth += -1 if match[1] else 1
        end += 1
        if depth <= 0:
            break
    return end, read_html_rows("\n".join(lines[at:end]))


def _tab_table(lines: Sequence[str], at: int) -> tuple[int, list[TextRow]]:
    """Return the rows of a table with tabs; blank lines at the ends of pages do not end it."""
    rows = list[TextRow]()
    end = at
    for number in range(at, len(lines)):
        if "\t" in lines[number]:
            rows.append(split_tabs(lines[number]))
            end = number + 1
        elif lines[number].strip():
            break
    return end, rows


def _begins_paragraph(line: str) -> bool:
    """Return whether a line begins a list item."""
    return re.match(r"\s*(?:[-+•*]\s|\(?\d{1,2}[.)]\s|[a-zđ][.)]\s)", line) is not None


def _without_signs(line: str) -> str:
    """Return the line without the signs of a heading, a quotation or a code block."""
    if _FENCE.match(line):
        return ""
    heading = _HEADING.match(line)
    return heading[1] if heading else re.sub(r"^\s*>\s?", "", line)
