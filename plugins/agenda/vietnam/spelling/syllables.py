"""A small grammar of written Vietnamese syllables: onset, rime and tone."""

import unicodedata

from agenda.vietnam.text import TONE

RIMES_WRITTEN = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu  iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut  uôc uôi uôm uôn uông uôt
    uân uâng uât uây uê uêch uênh uơ
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưng ưt ưu  ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
"""
RIMES = frozenset(RIMES_WRITTEN.split())

VOWELS = "aăâeêioôơuưy"
MARKED_VOWELS = "ăâêôơư"

FREE_ONSETS = "b ch d đ h kh l m n nh p ph r s t th tr v x"
ONSETS = (
    dict.fromkeys(FREE_ONSETS.split(), VOWELS)
    | dict.fromkeys(("c", "ng"), "aăâoôơuư")
    | dict.fromkeys(("gh", "ngh"), "eêi")
    | {"": VOWELS, "g": "aăâioôơuư", "gi": "aăâeêoôơuư", "k": "eêiy", "q": "u", "qu": VOWELS}
)
"""The vowels that may follow each onset in writing."""

SHARP, HEAVY = "\u0301", "\u0323"
"""The tones sắc and nặng, the only ones of a rime that ends in a stop."""


def is_syllable(word: str) -> bool:
    """Return whether `word` can be a Vietnamese syllable, in any case, with any tone placement."""
    toneless, tones = split_tones(word)
    stopped = toneless.endswith(("c", "ch", "p", "t"))
    return (
        _rime(toneless) is not None and len(tones) <= 1 and (not stopped or tones in (SHARP, HEAVY))
    )


def split_tones(word: str) -> tuple[str, str]:
    """Return `word` in lower case without tones, and its tone marks in order."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", TONE.sub("", decomposed)), "".join(TONE.findall(decomposed))


def add_tone(toneless: str, tone: str) -> str:
    """Return a syllable with its tone mark where most official documents put it: hòa, thủy, toàn.

    `tone` is a combining mark or empty. Text that is not a syllable stays unchanged.
    """
    rime = _rime(toneless)
    if rime is None:
        return toneless
    vowels = rime.rstrip("bcghmnpt")
    marked = [index for index, vowel in enumerate(vowels) if vowel in MARKED_VOWELS]
    if marked:
        index = marked[-1]
    elif len(vowels) == 3:
        index = 1
    else:
        index = len(vowels) - 1 if vowels != rime else 0
    end = len(toneless) - len(rime) + index + 1
    return unicodedata.normalize("NFC", toneless[:end] + tone + toneless[end:])


def _rime(toneless: str) -> str | None:
    """Return the rime after the longest possible onset, or None: gi-a, but g-iêng."""
    for size in (3, 2, 1, 0):
        onset, rime = toneless[:size], toneless[size:]
        if rime in RIMES and rime[0] in ONSETS.get(onset, ""):
            # At the beginning of a word, iê is written yê.
            return None if not onset and rime.startswith("iê") else rime
    return None
