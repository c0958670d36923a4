"""Codes of items: short, unique in their month, derived from what the item first said."""

import hashlib
from collections.abc import Set
from datetime import date

from agenda.model import HalfDay, YearMonth
from agenda.vietnam.text import matching_key

_LETTERS = "bcdfghjkmnpqrstvwxz"
_SYMBOLS = _LETTERS + "23456789"
_LENGTH = 4


def make_code(month: YearMonth, first: date, half_day: HalfDay, text: str, taken: Set[str]) -> str:
    """A code for an item that has none, not among those `taken` in its month.

    It is drawn from the item's own day and words, so that a preview and the file agree on it
    before anything is written. Without vowels it spells no word, and its first letter keeps
    other YAML readers from taking it for a number.
    """
    seed = f"{month}|{first}|{half_day.value}|{matching_key(text)}"
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{seed}|{attempt}".encode()).digest()
        number = int.from_bytes(digest[:8])
        number, index = divmod(number, len(_LETTERS))
        code = _LETTERS[index]
        for _ in range(_LENGTH - 1):
            number, index = divmod(number, len(_SYMBOLS))
            code += _SYMBOLS[index]
        if code not in taken:
            return code
        attempt += 1
