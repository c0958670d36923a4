"""Puts together the lines of a document from pieces of text as a file keeps them."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from agenda.importer.characters import plain
from agenda.importer.document import Line, Run

NOT_COMPOSED = (
    "Văn bản có chữ Việt ở dạng tổ hợp (dấu rời); đã chuyển sang dạng dựng sẵn, chữ không đổi."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text of one appearance in one font, as the file has it."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    font: str = ""

    def looks_like(self, other: "Piece") -> bool:
        return replace(self, text="", font="") == replace(other, text="", font="")


@dataclass(slots=True)
class Typesetter:
    """Turns pieces into lines of NFC text and remembers, as notes, what it had to change."""

    notes: dict[str, None] = field(default_factory=dict)

    def line(self, pieces: Iterable[Piece], *, marker: str = "", top: float | None = None) -> Line:
        joined = list[Piece]()
        for piece in pieces:
            text = plain(piece.text)
            # A mark on its own belongs to the letter before it, whatever its own appearance.
            marks = len(text) - len(text.lstrip(MARKS)) if joined else 0
            if marks:
                joined[-1] = replace(joined[-1], text=joined[-1].text + text[:marks])
                text = text[marks:]
            if not text:
                continue
            if joined and joined[-1].looks_like(piece):
                joined[-1] = replace(joined[-1], text=joined[-1].text + text)
            else:
                joined.append(replace(piece, text=text))
        return Line(
            runs=tuple(
                Run(
                    text=self._composed(each.text),
                    bold=each.bold,
                    italic=each.italic,
                    underlined=each.underlined,
                )
                for each in joined
            ),
            marker=marker,
            top=top,
        )

    def _composed(self, text: str) -> str:
        if unicodedata.is_normalized("NFC", text):
            return text
        self.notes[NOT_COMPOSED] = None
        return unicodedata.normalize("NFC", text)


MARKS = "".join(map(chr, range(0x300, 0x370)))
