"""Convert Vietnamese text in fonts from before Unicode (TCVN3, VNI)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from agenda.importer.datamodel.refusal import ImportRefused
from agenda.vietnam.spelling.syllables import is_syllable


class Encoding(Enum):
    """A legacy encoding; the value is its usual name."""

    TCVN3 = "TCVN3 (ABC)"
    TCVN3_CAPITALS = "TCVN3 (ABC), chữ hoa"
    VNI = "VNI"


RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip
"""TCVN 5712:1993, VN3: the letters of consecutive codes, by first code."""

TCVN3 = {
    start + offset: letter
    for start, letters in RUNS.items()
    for offset, letter in enumerate(letters)
} | {ord("μ"): "à"}  # some programs take the micro sign for the Greek letter

CIRCUMFLEX, BREVE = "\u0302", "\u0306"
TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
WITH_CIRCUMFLEX = dict(zip("âáàåãä", ["", *TONES.values()], strict=True))
WITH_BREVE = dict(zip("êéèúüë", ["", *TONES.values()], strict=True))
ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def vni_letters() -> Iterator[tuple[str, str]]:
    """Yield the VNI spelling of each lowercase letter, one or two characters, with the letter."""
    yield from ALONE.items()
    for vowel in "aeouyôö":
        for sign, tone in TONES.items():
            yield vowel + sign, ALONE.get(vowel, vowel) + tone
    for vowel in "aeo":
        for sign, tone in WITH_CIRCUMFLEX.items():
            yield vowel + sign, vowel + CIRCUMFLEX + tone
    for sign, tone in WITH_BREVE.items():
        yield "a" + sign, "a" + BREVE + tone


VNI = {
    written: unicodedata.normalize("NFC", meant)
    for small, letter in vni_letters()
    for written, meant in (
        (small, letter),
        (small.upper(), letter.upper()),
        (small[0].upper() + small[1:], letter.upper()),
    )
}

UNICODE_ALONE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters that never appear as codes of a legacy font."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
PLAIN = re.compile("[A-Za-z]")
BETWEEN = re.compile(r"[\s\d!-/:-@\[-`{-~“”‘’–…]+")

MIN_WORDS = 5
"""The least number of words to judge text in a font of unknown name."""
MANY_WORDS = 30


def decode(text: str, encoding: Encoding) -> str:
    """Return a text in Unicode; text with letters that only Unicode has stays."""
    return "".join(decode_signs(list(text), encoding))


def decode_signs(signs: Sequence[str], encoding: Encoding) -> list[str]:
    """Decode sign by sign; a sign that is part of the letter before it becomes empty."""
    if UNICODE_ALONE.search("".join(signs)):
        return list(signs)
    match encoding:
        case Encoding.TCVN3:
            return restore_letters([sign.translate(TCVN3) for sign in signs])
        case Encoding.TCVN3_CAPITALS:
            return [letter.upper() for letter in decode_signs(signs, Encoding.TCVN3)]
        case Encoding.VNI:
            return from_vni(signs)


def from_vni(signs: Sequence[str]) -> list[str]:
    letters = list[str]()
    for sign in signs:
        before = letters and signs[len(letters) - 1]
        if before and letters[-1] and (pair := VNI.get(before + sign)):
            letters[-1] = pair
            letters.append("")
        else:
            letters.append(VNI.get(sign, sign))
    return letters


def restore_letters(letters: list[str]) -> list[str]:
    """Restore the ư of TCVN3, whose code is the soft hyphen elsewhere.

    Programs drop it or replace it by a hyphen ("Ch-ơng", "Chơng"). It is restored where only that
    makes the word a Vietnamese syllable.
    """
    for word in WORD.finditer("".join(letter[:1] or " " for letter in letters)):
        written = word[0]
        if is_syllable(written):
            continue
        for at, letter in enumerate(written):
            lost = "ư" if letter == "-" else "ư" + letter if letter in "ơờớởỡợ" else ""
            if lost and is_syllable(written[:at] + lost + written[at + 1 :]):
                letters[word.start() + at] = lost
    return letters


def named_encoding(font: str) -> Encoding | None:
    """Return the encoding by a font's name: ".VnTime", ".VnTimeH" (capitals), "VNI-Times"."""
    family = re.split(r"[,-](?!T)", font.rpartition("+")[2].casefold().removeprefix("@"))[0]
    if re.match(r"\.vn\w|vntimeh?\b|vnarialh?\b", family):
        return Encoding.TCVN3_CAPITALS if family.endswith("h") else Encoding.TCVN3
    if re.match(r"vni\b", family):
        return Encoding.VNI
    return None


def encodings_of(texts: Mapping[str, str]) -> dict[str, Encoding]:
    """Return the fonts with text in a legacy encoding, by the fonts' names and their text.

    `texts` has all text by font. Raise `ImportRefused` for an unknown encoding.
    """
    found = {font: encoding_of(font, words_with_diacritics(text)) for font, text in texts.items()}
    return {font: encoding for font, encoding in found.items() if encoding is not None}


def encoding_of(font: str, words: list[str]) -> Encoding | None:
    """Return the encoding of words with letters outside ASCII; None for Unicode."""
    named = named_encoding(font)
    if not words:
        # ASCII letters are the same in all encodings; only their case may differ.
        return named
    best = named or max(
        (Encoding.TCVN3, Encoding.VNI), key=lambda each: syllable_share(words, each)
    )
    decoded_share, unicode_share = syllable_share(words, best), syllable_share(words)
    if named and decoded_share > unicode_share:
        return named
    if len(words) < MIN_WORDS or unicode_share > 0.3:
        return None
    if decoded_share > 0.7:
        return best
    if len(words) >= MANY_WORDS and decoded_share < 0.3:
        raise ImportRefused(
            f"chữ trong phông “{font or 'không tên'}” theo bảng mã cũ không đọc được "
            "(không phải Unicode, TCVN3 hay VNI)",
            "hãy chuyển văn bản sang Unicode (chẳng hạn bằng UniKey Toolkit) rồi thử lại",
        )
    return None


def words_with_diacritics(text: str) -> list[str]:
    """Return the words with both ASCII letters and other characters."""
    words = BETWEEN.split(unicodedata.normalize("NFC", text))
    return [word for word in words if PLAIN.search(word) and not word.isascii()]


def syllable_share(words: list[str], encoding: Encoding | None = None) -> float:
    """Return the fraction of words that are Vietnamese syllables if read in `encoding`."""
    read = (decode(word, encoding) if encoding else word for word in words)
    return sum(is_syllable(word) for word in read) / len(words)


def conversion_notes(encodings: Mapping[str, Encoding]) -> Iterator[str]:
    """Yield a Vietnamese sentence about the fonts of each legacy encoding."""
    for name in ("TCVN3 (ABC)", "VNI"):
        fonts = sorted({font for font, each in encodings.items() if each.value.startswith(name)})
        if fonts:
            yield (
                f"Chữ dùng phông cũ {', '.join(font or '(không tên)' for font in fonts)} theo bảng "
                f"mã {name} đã được chuyển sang Unicode; hãy đọc soát lại."
            )
