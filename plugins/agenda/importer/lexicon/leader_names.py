"""Recognise leaders at the beginning of a text: "Đ/c Văn GĐ: họp", or alone on a line."""

import re

from agenda.importer.lexicon.labels import OPENER

_IN_A_NAME = r"(?<!hường)(?<!ban)(?<!phòng)(?<!đoàn)"
"""Not behind a word that forms a name with an opener: "Thường trực", "Ban tổ chức"."""

_WORD = rf"(?-i:(?!{_IN_A_NAME}\s{OPENER.pattern.replace(' ', r'[ ]')}))[^:;.()\d]"
"""A character of a leader's name and office, in which no appointment begins."""

LEADER = re.compile(
    rf"""(?P<leader>
      (?: (?:các\s+)?(?:đ/c|đồng\s+chí) | (?:ông|bà|bs\.?)\s(?=(?-i:[A-ZĐÀ-Ỹ]))
        | P?GĐ\b | PCT\b | CT(?=\s+[^\W\d_]) | P?BT\b | PHT\b
        | (?:phó\s+)?(?:giám\s+đốc|chủ\s+tịch|bí\s+thư|hiệu\s+trưởng|viện\s+trưởng|cục\s+trưởng
          |chánh\s+(?:văn\s+phòng|thanh\s+tra)|trưởng\s+(?:ban|phòng|khoa|đoàn))\b
        | ban\s+giám\s+(?:đốc|hiệu)\b | BG[ĐH]\b | lãnh\s+đạo\s+sở\b )
      (?:{_WORD}){{0,60}}? (?:\.\s?[^\W\d_]{{2,12}}(?:\s[^\W\d_]+)?)? )
    \s*[:：](?:\s+|$)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A leader before a colon, behind which the leader's appointment follows."""

_ADDRESSED = re.compile(r"(?:đ/c|đồng\s+chí|ông|bà)\s+(?=[^\W\d_])", re.IGNORECASE)
_OFFICE = (
    r"(?:giám\s+đốc|chủ\s+tịch|bí\s+thư|hiệu\s+trưởng|viện\s+trưởng|cục\s+trưởng"
    r"|chánh\s+\w+|trưởng\s+\w+)"
)
_LEADER_ALONE = re.compile(
    rf"(?:[IVX]{{1,4}}[.)/]\s*)?(?P<leader>(?:(?:đ/c|đồng\s+chí|ông|bà)\s+)?[^\W\d_][^:;.,\d]{{1,40}}?"
    rf"\s*[-–,]\s*(?:phó\s+)?(?:chi\s+)?(?:{_OFFICE}|P?GĐ|PCT|CT)[^:;.\d]{{0,40}})\s*[.:]?",
    re.IGNORECASE,
)
"""The name and office of a leader and nothing else: "II. Đồng chí Hoàn - Phó Giám đốc"."""

_OFFICE_IN_CAPITALS = re.compile(
    rf"(?:[IVX]{{1,4}}[.)/]\s*)?(?P<leader>(?:các\s+)?(?:phó\s+)?{_OFFICE}[^:;.\d]{{0,50}})",
    re.IGNORECASE,
)
"""The office of a leader, which is a heading in capitals: "II. PHÓ CHỦ TỊCH UBND XÃ"."""

_OFFICE_AND_NAME = re.compile(
    rf"(?:[IVX]{{1,4}}[.)/]\s*)?(?P<leader>(?:phó\s+)?(?:{_OFFICE})"
    rf"(?:(?-i:(?!{_IN_A_NAME}\s{OPENER.pattern}))\s+[^\W\d_]+){{1,7}})",
    re.IGNORECASE,
)
"""An office and a name, without anything between them: "Phó Giám đốc Trần Thị Hương"."""


def leader_heading(text: str) -> str | None:
    """Return the leader that a line consists of, as a heading of the lines below; else None."""
    match = LEADER.fullmatch(text) or _LEADER_ALONE.fullmatch(text)
    if match is None and text.isupper():
        match = _OFFICE_IN_CAPITALS.fullmatch(text)
    if match is None and text.rpartition(" ")[2][:1].isupper():
        match = _OFFICE_AND_NAME.fullmatch(text)
    return match["leader"].strip() if match and not OPENER.match(text) else None


def named_leader(text: str) -> re.Match[str] | None:
    """Match a line that is a title of address, a name and an office: "Đồng chí An - Giám đốc"."""
    return _LEADER_ALONE.fullmatch(text) if _ADDRESSED.match(text) else None


def names_people_only(text: str) -> bool:
    """Return whether a text begins with a title of address and tells of no appointment."""
    return _ADDRESSED.match(text) is not None and not re.search(rf"\s{OPENER.pattern}", text)


def split_at_leaders(text: str) -> tuple[str, ...]:
    """Split the text where another leader follows the end of a sentence or a semicolon."""
    cuts = [0]
    for match in re.finditer(r"[;.]\s+", text):
        if LEADER.match(text, match.end()):
            cuts.append(match.end())
    return tuple(
        text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )
