"""Find the lines of the title of a document."""

import re
from collections.abc import Sequence

from agenda.importer.layout.document_kind import CHANGED
from agenda.importer.layout.passages import Passage
from agenda.importer.lexicon.title_dates import read_single_day
from agenda.importer.lexicon.weeks import names_date_range, names_week

_TITLE = re.compile(
    r"\b(?:chuong trinh|lich|ke hoach|du kien)\b.*"
    r"\b(?:cong tac|lam viec|hop|tuan|thang|hoat dong)\b"
    r"|^(?:bang )?phan cong\b.*\b(?:tuan|thang|ngay)\b"
    r"|^chuong trinh$|^lich\b|^(?:chuong trinh|ke hoach) (?:cong tac|lam viec)\b"
)
_PAGE_TITLE = re.compile(r"(?:chuong trinh|ke hoach|lich)\b.*\bthang \d")
MONTH = re.compile(r"\bthang\s*(\d{1,2})\s*(?:/|-|nam|,|\.)*\s*(?:nam\s*)?(\d{4})?")
_WHOSE = re.compile(
    r"cua (?:\w+ ){0,6}(?:so|uy|ubnd|hdnd|ban|van phong|thuong truc|chu tich|giam doc|lanh dao|"
    r"trung tam|truong|chi cuc|phong|don vi|co quan|benh vien|uy ban|hoi dong)\b"
)
"""The words for the owner of the agenda in a title in lower case."""

_BARE_TITLES = ("chuong trinh", "lich", "ke hoach")
"""Titles that a further line explains."""

MAX_TITLE_LENGTH = 160
"""The most characters of a line of a title."""


def is_title(passage: Passage) -> bool:
    """Return whether a line is a title, or the line of a page header that names a month."""
    return bool(_TITLE.search(passage.folded) or _PAGE_TITLE.match(passage.folded))


def find_title(passages: Sequence[Passage]) -> int:
    """Return the index of the first line of the title, or the number of passages without one."""
    titles = [
        index
        for index, passage in enumerate(passages)
        if _TITLE.search(passage.folded) and len(passage.text) < MAX_TITLE_LENGTH
    ]
    in_capitals = [index for index in titles if passages[index].capitals]
    return (in_capitals or titles or [len(passages)])[0]


def title_end(passages: Sequence[Passage], start: int) -> int:
    """Return the index behind the last line of the title.

    Its lines have capitals or brackets, or name a period, the owner or the revision.
    """
    end = start + 1
    while end < len(passages):
        passage = passages[end]
        text = passage.text
        goes_on = len(text) < 110 and (
            MONTH.match(passage.folded)
            or re.match(r"(?:tuan|tu ngay|tu thu|tu \d)", passage.folded)
            or _WHOSE.match(passage.folded)
            or (CHANGED.match(passage.folded) and not passage.sign)
            or (re.match(r"ngay \d", passage.folded) and not _names_period(passages[start:end]))
            or passages[end - 1].folded in _BARE_TITLES
        )
        in_brackets = (
            text.startswith("(")
            and text.endswith(")")
            and not passage.folded.startswith("kem theo")
            and (
                CHANGED.search(passage.folded)
                or names_date_range(text)
                or names_week(text)
                or read_single_day(passage.folded) is not None
            )
        )
        heading = re.match(r"[IVX]+\s*[./)-]|[AB]\s*[./)-]", passage.whole)
        follows = passage.capitals and not heading and not passage.sign and len(text) < 120
        if heading or not (goes_on or in_brackets or (follows and not _is_caveat_like(passage))):
            break
        end += 1
    return end if start < len(passages) else start


def _names_period(title: Sequence[Passage]) -> bool:
    """Return whether the lines of a title name a month, a week or a day already."""
    return any(MONTH.search(each.folded) or names_week(each.text) for each in title)


def _is_caveat_like(passage: Passage) -> bool:
    """Return whether a line reserves changes or replaces invitations."""
    return re.search(r"thay (?:thu|giay) moi|co the thay doi|nay thay", passage.folded) is not None
