"""Split off details at the end of an appointment: venue, leader, participants."""

import re
from dataclasses import dataclass

from agenda.importer.lexicon.labels import OPENER

ROOM = r"""(?:
    HT\b | P\.?\s?(?-i:[A-Z])?\d{1,4}\b | phòng\s+(?:số\s+)?(?-i:[A-Z])?\d{1,4}\b | hội\s+trường
  | phòng\s+(?:họp|khách|khánh|giao|tiếp|truyền) | P\.?\s?họp | trụ\s+sở
  | tầng\s+\d | nhà\s+(?:khách|văn\s+hóa|văn\s+hoá|thi\s+đấu|hát) | khách\s+sạn
  | trung\s+tâm\s+(?:hội\s+nghị|văn\s+hóa) | quảng\s+trường
  | sân\s+(?:vận\s+động|trường|trụ\s+sở|cơ\s+quan|UBND)
)"""
"""The beginning of the name of a venue."""

_VENUE = re.compile(
    rf"""
      (?:[,.;]\s*|\s+(?=(?-i:Đ)))(?:địa\s+)?điểm(?:\s+tập\s+trung)?\s+tại\s+(?P<named>[^.;:]+)$
    | ,?\s+(?:tại|ở)\s+(?P<room>(?:{ROOM}|phòng\s+(?-i:[A-Z])\b)[^.;:()]*)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LED = re.compile(
    r"""
    (?: [,;.–-]\s*(?:do\s+)? | \s+do\s+ )
    (?P<leader> (?:các\s+)?(?:đ/c|đồng\s+chí)\s+ [^.;:]{1,60}? )
    \s+ (?:chủ\s+(?:trì|tọa|toạ)|(?:tham\s+|cùng\s+)?dự) (?:\s+và\s+(?:chủ\s+trì|chỉ\s+đạo))?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INVITED = re.compile(
    r"""
      [.;]\s+(?:kính\s+)?mời\s+(?P<sentence>[^.;]+?)(?:\s+(?:cùng|tham)\s+dự)?$
    | ,\s*mời\s+(?P<clause>[^.;]+?)\s+(?:cùng|tham)\s+(?:dự|đi)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VENUE_LINE = re.compile(
    rf"(?:(?:địa\s+)?điểm(?:\s+tập\s+trung)?\s+tại\s+[^:]+|tại\s+(?=(?x:{ROOM}))(?P<room>[^:]+))",
    re.IGNORECASE,
)
_BEFORE_VENUE = re.compile(r"^(?:(?:địa\s+)?điểm\s+)?(?:tại|ở)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"(?:\s*\([^()]*\))+$")
_EDGES = " \t\n,;:-–—+•*."


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailingDetails:
    """A detail at the end of a text, by its name, with the words around its value.

    `text` is the text without the detail.
    """

    name: str
    value: str
    text: str
    label: str


def without_preposition(venue: str) -> str:
    """Return the value of a label for venues without its first words: "tại phòng A"."""
    return _BEFORE_VENUE.sub("", venue)


def is_venue(text: str) -> bool:
    """Return whether a line names the venue of the item above it: "Điểm tại phòng 3"."""
    match = _VENUE_LINE.fullmatch(text)
    return match is not None and not re.search(rf"\s{OPENER.pattern}", match["room"] or "", re.I)


def split_trailing_details(text: str) -> TrailingDetails | None:
    """Return the detail at the end of the text, or None."""
    bare = text.rstrip(_EDGES)
    tail = _BRACKETS.search(bare)
    whole = bare[: tail.start()].rstrip(_EDGES) if tail else bare
    for name, pattern in (("leader", _LED), ("venue", _VENUE), ("participants", _INVITED)):
        match = pattern.search(whole)
        if match is not None and match.start():
            value = next(group for group in match.groups() if group).strip()
            rest = whole[: match.start()] + (tail[0] if tail else "")
            return TrailingDetails(
                name=name, value=value, text=rest, label=match[0].replace(value, " ", 1)
            )
    return None
