"""Convert keystrokes of the Telex and VNI input methods into Vietnamese syllables."""

import re

from agenda.vietnam.spelling.syllables import VOWELS, add_tone, is_syllable, split_tones

TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
VNI_TONES = {"2": "\u0300", "1": "\u0301", "4": "\u0303", "3": "\u0309", "5": "\u0323"}

CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
HORN = {"uo": "ươ", "ưo": "ươ", "ua": "ưa", "u": "ư", "o": "ơ"}
BREVE = {"a": "ă"}

LAST_AEO = re.compile(r"[aeo](?=[^aeo]*$)")
LAST_A = re.compile(r"a(?=[^uoa]*$)")
LAST_UO = re.compile(r"(?:[uư]o|(?<!q)ua|[uo])(?=[^uoa]*$)")
LAST_UOA = re.compile(r"(?:[uư]o|(?<!q)ua|[uoa])(?=[^uoa]*$)")


def read_telex(word: str) -> str | None:
    """Return the syllable of Telex keystrokes in lower case, or None: "ddoongf" gives "đồng"."""
    typed, tone = split_tones(word)
    letters = ""
    for key in typed:
        if key == "d" and letters == "d":
            letters = "đ"
        elif key in CIRCUMFLEX and letters.endswith(key):
            letters = letters[:-1] + CIRCUMFLEX[key]
        elif key == "w":
            letters = _add_mark(letters, LAST_UOA, HORN | BREVE)
        elif key in TELEX_TONES and any(vowel in letters for vowel in VOWELS):
            tone += TELEX_TONES[key]
        else:
            letters += key
    return _syllable(letters, tone)


def read_vni(word: str) -> str | None:
    """Return the syllable of VNI keystrokes in lower case, or None: "d9o6ng2" gives "đồng".

    The key 6 may also precede its vowel: "Xu6an" gives "xuân".
    """
    typed, tone = split_tones(re.sub(r"6([aeo])", r"\g<1>6", word, flags=re.IGNORECASE))
    letters = ""
    for key in typed:
        if key == "9" and letters == "d":
            letters = "đ"
        elif key == "6":
            letters = _add_mark(letters, LAST_AEO, CIRCUMFLEX)
        elif key == "7":
            letters = _add_mark(letters, LAST_UO, HORN)
        elif key == "8":
            letters = _add_mark(letters, LAST_A, BREVE)
        elif key in VNI_TONES and any(vowel in letters for vowel in VOWELS):
            tone += VNI_TONES[key]
        else:
            letters += key
    return _syllable(letters, tone)


def _add_mark(letters: str, pattern: re.Pattern[str], marks: dict[str, str]) -> str:
    return pattern.sub(lambda vowels: marks[vowels[0]], letters)


def _syllable(letters: str, tone: str) -> str | None:
    syllable = add_tone(letters, tone)
    return syllable if len(tone) <= 1 and is_syllable(syllable) else None
