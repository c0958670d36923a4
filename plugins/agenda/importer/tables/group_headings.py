"""Recognise rows that are headings of the rows below them."""

import re

from agenda.importer.tables.columns import names_unit

_NUMBER = r"(?:[IVX]{1,4}|[A-H])"
_ALONE = re.compile(rf"{_NUMBER}\s*[.)/:-]?")
_NUMBERED = re.compile(rf"{_NUMBER}\s*[.)/:-]\s*(?=[^\W\d_])")


def is_group_heading(number: str, text: str) -> bool:
    """Return whether a row with only a number and a text is the heading of a group.

    "II | PHÒNG QUẢN LÝ KHOA HỌC" is one.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < 2:
        return False
    if _ALONE.fullmatch(number.strip()) or (not number and _NUMBERED.match(text)):
        return True
    return not number.strip() and all(map(str.isupper, letters)) and names_unit(text)
