"""Reading the keys of the Telex and VNI input methods as the syllable they were meant to give."""

import re

from agenda.vietnam.spelling.syllables import VOWELS, is_syllable, with_tone, without_tones

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
    """The syllable that `word` spells in Telex keys, in lower case: "ddoongf" gives "đồng"."""
    typed, tone = without_tones(word)
    letters = ""
    for key in typed:
        if key == "d" and letters == "d":
            letters = "đ"
        elif key in CIRCUMFLEX and letters.endswith(key):
            letters = letters[:-1] + CIRCUMFLEX[key]
        elif key == "w":
            letters = _marked(letters, LAST_UOA, HORN | BREVE)
        elif key in TELEX_TONES and any(vowel in letters for vowel in VOWELS):
            tone += TELEX_TONES[key]
        else:
            letters += key
    return _syllable(letters, tone)


def read_vni(word: str) -> str | None:
    """The syllable that `word` spells in VNI keys, in lower case: "d9o6ng2" gives "đồng".

    The key 6 may also have been pressed before its vowel: "Xu6an" gives "xuân".
    """
    typed, tone = without_tones(re.sub(r"6([aeo])", r"\g<1>6", word, flags=re.IGNORECASE))
    letters = ""
    for key in typed:
        if key == "9" and letters == "d":
            letters = "đ"
        elif key == "6":
            letters = _marked(letters, LAST_AEO, CIRCUMFLEX)
        elif key == "7":
            letters = _marked(letters, LAST_UO, HORN)
        elif key == "8":
            letters = _marked(letters, LAST_A, BREVE)
        elif key in VNI_TONES and any(vowel in letters for vowel in VOWELS):
            tone += VNI_TONES[key]
        else:
            letters += key
    return _syllable(letters, tone)


def _marked(letters: str, place: re.Pattern[str], marks: dict[str, str]) -> str:
    return place.sub(lambda vowels: marks[vowels[0]], letters)


def _syllable(letters: str, tone: str) -> str | None:
    syllable = with_tone(letters, tone)
    return syllable if len(tone) <= 1 and is_syllable(syllable) else None
