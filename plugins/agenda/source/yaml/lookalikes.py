"""Find characters that look like YAML syntax, as Word and input methods insert them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agenda.source.yaml.problems import Position, ProblemCollector

INVISIBLE_CHARACTERS = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Characters without width, for a character class of a regular expression."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_COLONS = "\u02d0\u02f8\u2236\ua789\ufe13\ufe55\uff1a"
_COMMAS = "\u3001\ufe50\uff0c\uff64"
_DASHES = "\u00b7\u2010-\u2015\u2022\u2023\u2043\u2212\u2219\u25aa\u25cf\u25e6\uff0d"
_QUOTES = "\u201c-\u201f"

_ANY = re.compile(f"[{INVISIBLE_CHARACTERS}{_SPACES}{_COLONS}{_COMMAS}{_DASHES}{_QUOTES}]")
_KEY = r"[a-z]+(?:_[a-z]+)*"
_LINE = r"(?:^|(?<=[\n\r\x85\u2028\u2029]))[ \t]*(?:- +)*"
_AFTER_KEY = rf"{_KEY}(?: ?[{_COLONS}]|:[{_SPACES}{INVISIBLE_CHARACTERS}])"
_AFTER_KEY_OF_LINE = re.compile(_LINE + _AFTER_KEY)
_AFTER_KEY_OF_TEXT = re.compile(_AFTER_KEY)
_BEFORE_WORDS = re.compile(rf"{_LINE}(?:[{_SPACES}{INVISIBLE_CHARACTERS}]|[{_DASHES}](?=\s))")
_AFTER_WORDS = re.compile(
    rf"{_LINE}[^\W\d_][^\n:]*(?:[{_COLONS}]|:[{_SPACES}{INVISIBLE_CHARACTERS}])"
)
"""A lookalike after a key with diacritics or capitals, or after other words."""

_BEFORE_VALUE = re.compile(rf"[:-] +[{_QUOTES}]")
_PART = re.compile(rf"[{_COLONS}{_COMMAS}]")
_BRACKET = re.compile(r"[\[{]")
_IN_KEY = re.compile(rf"[{_SPACES}{INVISIBLE_CHARACTERS}{_COLONS}{_COMMAS}]")
_DASH = re.compile(rf"[{_DASHES}](?=\s)|-[{_SPACES}{INVISIBLE_CHARACTERS}]")
_COMMA = re.compile(f"[{_COMMAS}]")

_MESSAGES = (
    (
        _COLONS,
        '"{0}" không phải là dấu hai chấm của bàn phím',
        "xóa ký tự đó, rồi gõ dấu hai chấm và một dấu cách",
    ),
    (
        _COMMAS,
        '"{0}" không phải là dấu phẩy của bàn phím',
        "xóa ký tự đó, rồi gõ dấu phẩy và một dấu cách",
    ),
    (
        _DASHES,
        '"{0}" ở đầu dòng không phải là dấu gạch nối của bàn phím',
        "xóa ký tự đó, rồi gõ dấu gạch nối (phím bên phải số 0)",
    ),
    (
        _QUOTES,
        '"{0}" không phải là dấu nháy kép của bàn phím',
        "xóa dấu nháy ở hai đầu đoạn chữ, rồi gõ lại bằng phím dấu nháy kép",
    ),
    (
        _SPACES,
        "khoảng trắng ở đây là U+{1:04X}, không phải dấu cách của bàn phím",
        "xóa khoảng trắng đó, rồi gõ lại bằng phím cách",
    ),
    (
        INVISIBLE_CHARACTERS,
        "ở đây có ký tự ẩn U+{1:04X}",
        "đặt con trỏ ngay sau ký tự đó, bấm Backspace một lần để xóa",
    ),
)
"""Character class, message and remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """A character that looks like YAML syntax, at an offset of a text."""

    offset: int
    character: str

    def report(self, position: Position, collector: ProblemCollector) -> None:
        """Report the lookalike as an error at its `position`."""
        message, remedy = next(
            (message, remedy)
            for characters, message, remedy in _MESSAGES
            if re.match(f"[{characters}]", self.character)
        )
        text = message.format(self.character, ord(self.character))
        collector.error("lookalike", position, text, remedy, self.character)


def find_lookalikes_after_keys(text: str) -> Iterator[Lookalike]:
    """Yield lookalikes of the colon after a key, or of the space after the colon, in a file."""
    for match in _AFTER_KEY_OF_LINE.finditer(text) if _ANY.search(text) else ():
        yield _last_character(match)


def find_lookalike_in_broken_line(line: str) -> Lookalike | None:
    """Return a lookalike that may be the cause of a syntax error in a line."""
    match = _BEFORE_WORDS.match(line) or _BEFORE_VALUE.search(line) or _AFTER_WORDS.match(line)
    if match is None and (part := _PART.search(line)) is not None:
        match = part if _BRACKET.search(line, 0, part.start()) else None
    return _last_character(match) if match else None


def find_lookalike_after_key(text: str) -> Lookalike | None:
    """Return a lookalike of the colon or space after a key at the beginning of a text."""
    match = _AFTER_KEY_OF_TEXT.match(text)
    return _last_character(match) if match else None


def find_lookalike_in_key(text: str) -> Lookalike | None:
    """Return a lookalike of a space, colon or comma, or an invisible character, in a key."""
    match = _IN_KEY.search(text)
    return _last_character(match) if match else None


def find_dash_lookalike(text: str) -> Lookalike | None:
    """Return a lookalike of a list's dash, or of the space after it, at the start of a text."""
    match = _DASH.match(text)
    return _last_character(match) if match else None


def find_comma_lookalike(text: str) -> Lookalike | None:
    """Return a lookalike of a comma in a text."""
    match = _COMMA.search(text)
    return _last_character(match) if match else None


def _last_character(match: re.Match[str]) -> Lookalike:
    offset = match.end() - 1
    return Lookalike(offset=offset, character=match.string[offset])
