"""Read the paragraphs of a story of a .docx, such as the body, in document order."""

from collections.abc import Callable
from dataclasses import dataclass, field

from agenda.importer.backends.docx.lists import Lists
from agenda.importer.backends.docx.package import Element, W
from agenda.importer.backends.docx.styles import Styles
from agenda.importer.backends.docx.xml import (
    WRAPPERS,
    all_text,
    chosen_alternative,
    elements,
    form_value,
    local,
    outermost,
    written,
)
from agenda.importer.backends.text.pieces import LineBuilder, Piece
from agenda.importer.datamodel.document import STRUCK, Aside, BlockLocation, Paragraph

MATHEMATICS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

REMOVED = frozenset({"del", "moveFrom"})
DRAWINGS = frozenset({"drawing", "pict", "object"})
PICTURES = frozenset({"blip", "imagedata", "OLEObject"})

REFERENCES = {
    "footnoteReference": ("chú thích cuối trang", "footnote"),
    "endnoteReference": ("chú thích cuối văn bản", "endnote"),
    "commentReference": ("nhận xét", "comment"),
}

DELETED = "phần đã xóa (theo dõi thay đổi)"
MOVED = "phần đã chuyển đi (theo dõi thay đổi)"
HIDDEN = "chữ ẩn"
BOX = "khung chữ"
PROMPT = "chữ gợi ý của ô chưa điền"

CHANGES_ACCEPTED = (
    "Văn bản có theo dõi thay đổi (track changes): đã đọc như khi chấp nhận mọi thay đổi, "
    "phần bị xóa nêu riêng."
)


@dataclass(slots=True)
class Story:
    """The state of reading a story, which the next paragraph depends on."""

    styles: Styles
    lists: Lists
    line_builder: LineBuilder
    noted: Callable[[str, str], str]
    """The text of a note ("footnote", "endnote", "comment") by its identifier."""
    asides: list[Aside] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    pictures: int = 0
    _fields: list[bool] = field(default_factory=list)
    """Tells for each open field if its result has begun."""
    _lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    _page_break: bool = False
    _place: BlockLocation = field(default_factory=BlockLocation)
    _joinable: str = ""
    _table_style: str = ""

    def paragraph(
        self, element: Element, place: BlockLocation, table_style: str = ""
    ) -> Paragraph | None:
        """Return a paragraph with changes accepted; None if a change joins it to the next."""
        self._place, self._table_style, self._joinable = place, table_style, ""
        self._walk(element, element)
        if any(element.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in REMOVED):
            self.notes[CHANGES_ACCEPTED] = None
            return None
        return self._ended(self.lists.next_marker(element), place)

    def unended(self, place: BlockLocation) -> Paragraph | None:
        """Return the rest of joined paragraphs at the end of the story, or None."""
        return self._ended("", place) if self._lines != [[]] else None

    def blank(self, place: BlockLocation) -> Paragraph:
        return Paragraph(lines=(self.line_builder.line(()),), place=place)

    def aside(self, kind: str, text: str, place: BlockLocation) -> None:
        if text.strip():
            text = self.line_builder.loose(text.strip())
            self.asides.append(Aside(kind=kind, text=text, place=place))

    def _ended(self, marker: str, place: BlockLocation) -> Paragraph:
        lines, self._lines, self._page_break = self._lines, [[]], False
        return Paragraph(
            lines=tuple(
                self.line_builder.line(pieces, marker="" if number else marker)
                for number, pieces in enumerate(lines)
            ),
            place=place,
        )

    def _walk(self, parent: Element, paragraph: Element) -> None:
        for child in elements(parent):
            name = local(child)
            if name == "r":
                self._run(child, paragraph)
            elif name in REMOVED:
                self.notes[CHANGES_ACCEPTED] = None
                self._join(DELETED if name == "del" else MOVED, all_text(child))
            elif name == "sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                self.aside(PROMPT, all_text(child), self._place)
            elif name in WRAPPERS:
                if name in {"ins", "moveTo"}:
                    self.notes[CHANGES_ACCEPTED] = None
                self._walk(child, paragraph)
            elif name == "AlternateContent":
                self._walk(chosen_alternative(child), paragraph)
            elif name in {"oMath", "oMathPara"}:
                formula = (each.text or "" for each in child.iter(f"{MATHEMATICS}t"))
                self._write(Piece(text="".join(formula)))

    def _run(self, run: Element, paragraph: Element) -> None:
        look = self.styles.appearance(paragraph, run, self._table_style)

        def write(text: str) -> None:
            if look.hidden:
                self._join(HIDDEN, text)
                return
            if look.struck:
                self._join(STRUCK, text)
                return
            self._write(
                Piece(
                    text=text.upper() if look.capitals else text,
                    bold=look.bold,
                    italic=look.italic,
                    underlined=look.underlined,
                    font=look.font,
                )
            )

        self._contents(run, write)

    def _contents(self, run: Element, write: Callable[[str], None]) -> None:
        for child in elements(run):
            name = local(child)
            if name in REFERENCES:
                kind, source = REFERENCES[name]
                self.aside(kind, self.noted(source, child.get(f"{W}id", "")), self._place)
            elif name in DRAWINGS:
                self._drawing(child)
            elif name == "AlternateContent":
                self._contents(chosen_alternative(child), write)
            elif name == "ruby":
                self._contents_of_ruby(child, write)
            elif name in {"br", "cr"}:
                self._break(child)
            elif name == "fldChar":
                self._field(child, write)
            else:
                write(written(child))

    def _contents_of_ruby(self, ruby: Element, write: Callable[[str], None]) -> None:
        for run in ruby.iterfind(f"{W}rubyBase/{W}r"):
            self._contents(run, write)

    def _write(self, piece: Piece) -> None:
        if not piece.text or not all(self._fields):
            return
        if self._page_break and self._lines[-1]:
            self._lines.append([])
        self._page_break, self._joinable = False, ""
        self._lines[-1].append(piece)

    def _break(self, element: Element) -> None:
        if not all(self._fields):
            return
        if element.get(f"{W}type") in {"page", "column"}:
            # A page break ends a line only between words, so it adds no empty line.
            self._page_break = True
        else:
            self._lines.append([])

    def _field(self, character: Element, write: Callable[[str], None]) -> None:
        match character.get(f"{W}fldCharType", ""):
            case "begin":
                write(form_value(character))
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()

    def _drawing(self, drawing: Element) -> None:
        boxes = list(outermost(drawing, f"{W}txbxContent"))
        for box in boxes:
            self.aside(BOX, all_text(box), self._place)
        for path in drawing.iter("{urn:schemas-microsoft-com:vml}textpath"):
            self.aside(BOX, path.get("string", ""), self._place)
        # A line under the motto or a frame is a drawing, too, but has nothing to be read.
        if not boxes and any(local(each) in PICTURES for each in drawing.iterdescendants("*")):
            self.pictures += 1

    def _join(self, kind: str, text: str) -> None:
        """Record text as an aside, merged with an aside of the same kind right before it."""
        if self._joinable == kind:
            before = self.asides.pop().text
            self.aside(kind, before + text, self._place)
        elif text.strip():
            self.aside(kind, text, self._place)
            self._joinable = kind
