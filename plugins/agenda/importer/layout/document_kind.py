"""Read from a title and an introduction which revision a document is, and of which days."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.layout.passages import Passage
from agenda.importer.lexicon.amended_days import NamedDays, find_named_days
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.weeks import fold_text

CHANGED = re.compile(r"dieu chinh|bo sung|sua doi|thay the|cap nhat")
"""The words for a change in a folded text."""

_REPLACED = re.compile(r"dieu chinh|sua doi|thay the|cap nhat")
_WHICH = re.compile(
    rf"(?:{CHANGED.pattern}).{{0,60}}?"
    r"\blan\s*(?:thu\s*)?(?P<number>\d{1,2}|nhat|mot|hai|ba|tu|nam)\b"
)
_CHANGES_FROM = re.compile(
    r"(?:điều\s+chỉnh|bổ\s+sung|sửa\s+đổi|thay\s+thế|cập\s+nhật)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_MAY_CHANGE = re.compile(r"\b(?:co the|neu)\b.{0,12}\b(?:thay doi|dieu chinh)")
_AGENDA = r"(?:lich|chuong trinh|ke hoach)"
_AGENDA_CHANGED = re.compile(
    rf"\b(?:{CHANGED.pattern})\b (?:\w+ ){{0,6}}{_AGENDA}\b|"
    rf"\b{_AGENDA} (?:\w+ ){{0,12}}(?:{CHANGED.pattern})\b"
)
"""The words of a line above the agenda that the document changes another agenda."""

_SUBJECT = re.compile(rf"^(?:v v|ve viec) (?:{CHANGED.pattern}).*\b(?:lich|chuong trinh)\b")
_HEADING = re.compile(r"(?!V/v\b)(?:[IVX]+|[AB])\s*[./)-]")
_COUNTED = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """The kind of a document: a first one (number 0), an amendment or an addition; and its days.

    An addition only adds items to those of other documents.
    """

    number: int = 0
    is_addition: bool = False
    named_days: tuple[NamedDays, ...] = ()


def read_document_kind(
    title: Sequence[Passage],
    introduction: Sequence[Passage],
    context: DateContext,
    diagnostics: Diagnostics,
) -> DocumentKind:
    """Return the kind of a document by the texts above its agenda."""
    titled = " ".join(passage.text for passage in title)
    of_title = list(find_named_days(titled, context))
    opening = takewhile(lambda passage: not _HEADING.match(passage.whole), introduction)
    notices = [passage for passage in opening if _tells_change(passage, context)]
    changes = [passage for passage in (*title, *notices) if _names_change(passage)]
    if not changes:
        return DocumentKind(named_days=tuple(of_title))
    words = " ".join(passage.text for passage in changes)
    return DocumentKind(
        number=_number(fold_text(f"{titled} {words}"), changes[0], words, diagnostics),
        is_addition=not _REPLACED.search(fold_text(words)),
        named_days=(*of_title, *_named_after_change(notices, context)),
    )


def _names_change(passage: Passage) -> bool:
    return bool(CHANGED.search(passage.folded)) and not _MAY_CHANGE.search(passage.folded)


def _tells_change(passage: Passage, context: DateContext) -> bool:
    """Return whether a line above the agenda says that the document amends another."""
    if passage.sign or not _names_change(passage) or not _AGENDA_CHANGED.search(passage.folded):
        return False
    named = _named_after_change([passage], context)
    return bool(_SUBJECT.search(passage.folded)) or any(each.explicit for each in named)


def _named_after_change(passages: Sequence[Passage], context: DateContext) -> Iterator[NamedDays]:
    for passage in passages:
        change = _CHANGES_FROM.search(unicodedata.normalize("NFC", passage.text))
        if change is not None:
            yield from find_named_days(change[0], context)


def _number(text: str, first: Passage, words: str, diagnostics: Diagnostics) -> int:
    """Return the number of the revision; 1 with a doubt if the texts only name a change."""
    match = _WHICH.search(text)
    if match is None:
        diagnostics.doubt(
            "revision",
            first.place,
            "văn bản ghi điều chỉnh, bổ sung mà không ghi lần thứ mấy; tính là lần 1",
            words,
        )
        return 1
    number = match["number"]
    return int(number) if number.isdigit() else _COUNTED[number]
