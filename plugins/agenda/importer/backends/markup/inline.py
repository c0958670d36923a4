"""Read lines with Markdown signs and HTML tags as paragraphs of styled lines."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from agenda.importer.backends.text.pieces import LineBuilder, Piece
from agenda.importer.datamodel.document import STRUCK, Aside, BlockLocation, Paragraph

_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->)|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>"
    r"|(?P<struck>~~)|(?P<strong>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<star>(?<![\w*\\])\*(?=[^\s*][^*\n]*[^\s*]\*(?![\w*]))|(?<=[^\s*\\])\*(?![\w*]))"
    r"|(?P<escape>\\(?=[-\\`*_{}\[\]()#+.!|>~]))|(?P<newline>\n)",
    re.DOTALL,
)
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined",
    "ins": "underlined", "s": "struck", "del": "struck", "strike": "struck",
}  # fmt: skip
_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "center"})


@dataclass(slots=True)
class InlineReader:
    """A reader of marked-up texts, which collects what is struck out or hidden."""

    line_builder: LineBuilder
    asides: list[Aside] = field(default_factory=list)

    def paragraphs(self, text: str, place: BlockLocation) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a text; block tags end them, newlines and <br> end lines."""
        found: list[list[list[Piece]]] = [[[]]]
        for token, piece in self._tokens(text, place):
            match token:
                case "paragraph" if any(found[-1]):
                    found.append([[]])
                case "line":
                    found[-1].append([])
                case "text" if piece is not None:
                    found[-1][-1].append(piece)
        filled = [lines for lines in found if any(map(_has_text, lines))] or [[[]]]
        return tuple(
            Paragraph(
                lines=tuple(self.line_builder.line(_stripped(line)) for line in lines),
                place=place,
            )
            for lines in filled
        )

    def _tokens(self, text: str, place: BlockLocation) -> Iterator[tuple[str, Piece | None]]:
        """Yield texts in their style, and the ends of lines and paragraphs."""
        styles = dict.fromkeys(("bold", "italic", "underlined", "struck"), 0)
        start = 0
        for match in _TOKEN.finditer(text):
            yield from self._text(text[start : match.start()], styles, place)
            start = match.end()
            tag = (match["tag"] or "").lower()
            if match["comment"]:
                self._set_aside("chú thích ẩn", match["comment"][4:-3], place)
            elif match["newline"] or tag == "br":
                yield "line", None
            elif tag in _BLOCKS:
                yield "paragraph", None
            elif tag in _STYLES:
                style = _STYLES[tag]
                styles[style] = max(0, styles[style] + (-1 if match["end"] else 1))
            elif match["strong"]:
                if not styles["bold"] and _is_glued(text, match):
                    yield "line", None
                styles["bold"] = not styles["bold"]
            elif match["star"]:
                styles["italic"] = not styles["italic"]
            elif match["struck"]:
                styles["struck"] = not styles["struck"]
        yield from self._text(text[start:], styles, place)

    def _text(
        self, text: str, styles: dict[str, int], place: BlockLocation
    ) -> Iterator[tuple[str, Piece]]:
        plain = html.unescape(text)
        if styles["struck"]:
            self._set_aside(STRUCK, plain, place)
        elif plain:
            yield (
                "text",
                Piece(
                    text=plain,
                    bold=bool(styles["bold"]),
                    italic=bool(styles["italic"]),
                    underlined=bool(styles["underlined"]),
                ),
            )

    def _set_aside(self, kind: str, text: str, place: BlockLocation) -> None:
        if text.strip():
            self.asides.append(
                Aside(kind=kind, text=self.line_builder.loose(text.strip()), place=place)
            )


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """Return whether bold begins within a word: a line break between the two was lost."""
    return text[: match.start()][-1:].isalnum() and text[match.end() :][:1].isalpha()


def _has_text(line: list[Piece]) -> bool:
    return any(piece.text.strip() for piece in line)


def _stripped(line: list[Piece]) -> list[Piece]:
    """Return the pieces without spaces at both ends of the line."""
    texts = [piece.text for piece in line]
    if texts:
        texts[0] = texts[0].lstrip()
        texts[-1] = texts[-1].rstrip()
    return [
        Piece(text=text, bold=piece.bold, italic=piece.italic, underlined=piece.underlined)
        for text, piece in zip(texts, line, strict=True)
        if text
    ]
