"""Normalise special characters of word processors to the characters seen on paper."""

import re

SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\ufe63\uff0d"), "-")
DASHES = dict.fromkeys(map(ord, "\u2012\u2015\u2212"), "–")
SOFT_HYPHEN = "\u00ad"
LIGATURES = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
INVISIBLE = dict.fromkeys(
    map(ord, f"{SOFT_HYPHEN}\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe")
)
PLAIN = SPACES | HYPHENS | DASHES | LIGATURES | INVISIBLE

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

SYMBOL = {
    0x2D: "-", 0x3C: "<", 0x3E: ">", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xAE: "→", 0xB8: "÷", 0xBE: "-", 0xD0: "∠", 0xDE: "⇒",
}  # fmt: skip
WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x73: "⬧", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x2D: "-", 0x28: "☎", 0x29: "✆", 0x2A: "✉",
}  # fmt: skip


def plain(text: str) -> str:
    """Replace all kinds of spaces, hyphens and dashes by plain ones; drop invisible characters."""
    return CONTROL.sub("", text.translate(PLAIN))


def printed_symbol(sign: str, font: str) -> str:
    """Return the Unicode character that a sign of a symbol font shows; a bullet if it is unknown.

    Word keeps the signs of such fonts in U+F000–F0FF or below U+0100. All other signs stay.
    """
    code = ord(sign)
    named = font.casefold()
    private = 0xE000 <= code <= 0xF8FF
    if (code > 0xFF and not private) or sign.isspace():
        return sign
    if "symbol" in named and (private or code > 0x7F or code in SYMBOL):
        return SYMBOL.get(code & 0xFF, "•")
    if "wingdings" in named or "webdings" in named:
        return "•" if named[-1:] in "23" or "web" in named else WINGDINGS.get(code & 0xFF, "•")
    if private:
        return SYMBOL.get(code & 0xFF, "•")
    return sign
