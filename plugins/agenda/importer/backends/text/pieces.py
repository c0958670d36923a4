"""Build the lines of a document from pieces of text in one font and style each."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter

from agenda.importer.backends.text.characters import plain, printed_symbol
from agenda.importer.backends.text.encodings import (
    Encoding,
    conversion_notes,
    decode,
    syllable_share,
    words_with_diacritics,
)
from agenda.importer.datamodel.document import Line, Run

SIGNS = re.compile("symbol|wingdings|webdings", re.IGNORECASE)
NOT_COMPOSED = (
    "Văn bản có chữ Việt ở dạng tổ hợp (dấu rời); đã chuyển sang dạng dựng sẵn, chữ không đổi."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text of one appearance in one font, unchanged from the file."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    font: str = ""

    def has_style_of(self, other: "Piece") -> bool:
        return STYLE(self) == STYLE(other)


STYLE = attrgetter("bold", "italic", "underlined")


@dataclass(slots=True)
class LineBuilder:
    """A builder of lines of NFC text that remembers its conversions.

    `encodings` maps fonts to legacy encodings; `texts` collects all text by font.
    """

    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    _decomposed: bool = False

    @property
    def notes(self) -> Iterator[str]:
        yield from conversion_notes(self.encodings)
        if self._decomposed:
            yield NOT_COMPOSED

    def line(self, pieces: Iterable[Piece], *, marker: str = "", top: float | None = None) -> Line:
        joined = list[Piece]()
        for piece in self._decoded(pieces):
            text = plain(piece.text)
            # A lone mark belongs to the letter before it, even in another style.
            marks = len(text) - len(text.lstrip(MARKS)) if joined else 0
            if marks:
                joined[-1] = replace(joined[-1], text=joined[-1].text + text[:marks])
                text = text[marks:]
            if not text:
                continue
            if joined and joined[-1].has_style_of(piece):
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

    def loose(self, text: str) -> str:
        """Return text of unknown font in Unicode; try the most common legacy encoding."""
        words = words_with_diacritics(text)
        for encoding, _ in Counter(self.encodings.values()).most_common(1):
            if words and syllable_share(words, encoding) > syllable_share(words):
                text = decode(text, encoding)
        return unicodedata.normalize("NFC", plain(text))

    def _decoded(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Yield the pieces in Unicode."""
        for font, group in groupby(pieces, key=lambda piece: piece.font):
            found = list(group)
            self.texts.setdefault(font, []).append("".join(piece.text for piece in found))
            encoding = self.encodings.get(font)
            for piece in found:
                text = decode(piece.text, encoding) if encoding else piece.text
                if SIGNS.search(font):
                    text = "".join(printed_symbol(sign, font) for sign in text)
                yield replace(piece, text=text)

    def _composed(self, text: str) -> str:
        if unicodedata.is_normalized("NFC", text):
            return text
        self._decomposed = True
        return unicodedata.normalize("NFC", text)


MARKS = "".join(map(chr, range(0x300, 0x370)))
