"""Read the sections around the agenda: focus and caveat, recipients and signer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.layout.passages import Passage
from agenda.vietnam.text import fold

_HEADING = re.compile(r"^(?!V/v\b)(?:PHẦN\s+|MỤC\s+)?(?:[IVX]{1,5}|[A-D])\s*[.)/:-]\s*\S")
_FOCUS = re.compile(r"trong tam|nhiem vu (?:chung|chu yeu)|cong tac chung|noi dung chung|chi dao")
_SCHEDULE = re.compile(
    r"\blich\b|chuong trinh|du kien|thoi gian|cu the|chi tiet|cong tac hang ngay"
)
_CAVEAT = re.compile(
    r"co the (?:co )?(?:thay doi|dieu chinh)|thay (?:cho )?(?:thu|giay) moi|neu co thay doi|"
    r"(?:se|duoc) (?:thong bao|dieu chinh) (?:sau|khi|bo sung)"
)
MAX_CAVEAT_LENGTH = 400
"""The most characters of a caveat."""

_NOTE = re.compile(r"^\(?\s*(?:\*+\s*)?(?:ghi\s+chú|lưu\s+ý|chú\s+ý)\s*[:：]\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*[.:]?\s*$")
_RECIPIENTS = re.compile(r"^(?:nơi|nời)\s+nhận\s*[:：]?\s*", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:(?:k ?t|t ?l|tuq|t ?m|q|quyen)\b ?)*(?:pho )?(?:tong )?(?:giam doc|chu tich|bi thu|"
    r"chanh (?:van phong|thanh tra)|(?:chi )?cuc truong|vien truong|hieu truong|thu truong|truong|"
    r"ban giam doc|so|ubnd|uy ban nhan dan|lanh dao)\b"
)
_SIGNED = re.compile(r"^(?:da ky|ky ten|ky boi|da ky dien tu|ky ten dong dau)\b")
_ON_BEHALF = re.compile(r"^(?:KT|TL|TUQ|TM|T/M|K/T|T/L)\b[./]*\s*")
_NAME = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|BS|BSCK\s?I{1,2}|CK\s?I{1,2}|DS|KS|NGƯT|NGND|TTƯT|TTND)\b[.,]?\s*)*"
    r"[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_]*(?:\s+[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_]*){1,5}"
)


@dataclass(slots=True, kw_only=True)
class HeaderAndFooter:
    """The texts before and after the agenda, by their fields."""

    focus: list[str] = field(default_factory=list)
    caveats: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    signer: str | None = None
    boilerplate: list[str] = field(default_factory=list)

    @property
    def caveat(self) -> str | None:
        """Return all caveats as one text, or None."""
        return " ".join(self.caveats) or None

    @property
    def signer_title(self) -> str | None:
        """Return the signer's own office, not that of a superior: "Phó Giám đốc"."""
        own = [office for office in self.offices if not _ON_BEHALF.match(office)]
        behalf = [_ON_BEHALF.sub("", office) for office in self.offices]
        last = (own or behalf)[-1] if self.offices else None
        return _as_written(last) if last else None


def read_before(
    passages: Sequence[Passage], found: HeaderAndFooter, diagnostics: Diagnostics
) -> None:
    """Read the passages between the title and the agenda."""
    headings = [number for number, passage in enumerate(passages) if _is_heading(passage)]
    section = ""
    for paragraph in _paragraphs(passages):
        first = paragraph[0]
        text = " ".join(passage.text for passage in paragraph)
        if _is_heading(first):
            last = passages.index(first) == headings[-1]
            section = _section(
                text, last=last and (len(headings) > 1 or bool(_SCHEDULE.search(fold(text))))
            )
            _take_heading(first, text, found)
        elif _is_note(text):
            found.caveats.append(_caveat(text, diagnostics))
        elif section == "focus" or (not section and first.sign):
            if not section:
                diagnostics.infer("focus", first.place, "coi đoạn này là nội dung trọng tâm", text)
            diagnostics.consume(first.sign)
            found.focus.append(text)
        elif section == "schedule" and text.startswith("("):
            found.caveats.append(_caveat(text, diagnostics))
        elif re.search(r"\w", text):
            diagnostics.leave_out("before", first.place, "đoạn mở đầu không có chỗ trong tệp", text)


def read_after(
    passages: Sequence[Passage], found: HeaderAndFooter, diagnostics: Diagnostics
) -> None:
    """Read the passages after the agenda: recipients, the signer, possibly a caveat."""
    list_group: int | None = None
    for passage in passages:
        text = passage.whole
        if (match := _RECIPIENTS.match(passage.text)) is not None:
            list_group = passage.group
            found.boilerplate.append(match[0].strip())
            rest = passage.text[match.end() :]
            found.recipients += _recipients(rest)
        elif _take_signer(passage, found):
            pass
        elif _continues_list(list_group, passage):
            diagnostics.consume(passage.sign)
            found.recipients += _recipients(passage.text)
        elif _is_note(text):
            found.caveats.append(_caveat(text, diagnostics))
        elif re.search(r"\w", text):
            diagnostics.leave_out(
                "after", passage.place, "đoạn sau lịch không có chỗ trong tệp", text
            )


def _continues_list(list_group: int | None, passage: Passage) -> bool:
    """Return whether a line belongs to the recipients, whose heading is in the group `list_group`.

    A PDF file may separate signed lines from the heading.
    """
    if list_group is None:
        return False
    return bool(passage.sign) or (list_group == passage.group and not passage.capitals)


def _take_signer(passage: Passage, found: HeaderAndFooter) -> bool:
    """Read the office or the name of the signer; return whether the passage is one."""
    if passage.sign:
        return False
    text = passage.text.strip(" /.")
    if passage.capitals and (_OFFICE.match(passage.folded) or _ON_BEHALF.match(passage.text)):
        found.offices.append(text)
        found.boilerplate.append(passage.text)
        return True
    if _SIGNED.match(passage.folded):
        found.boilerplate.append(passage.text)
        return True
    if found.offices and found.signer is None and _NAME.fullmatch(text) and not passage.capitals:
        found.signer = text
        return True
    return False


def _recipients(text: str) -> list[str]:
    """Return the recipients of one line, usually one."""
    parts = re.split(r";\s*(?:[-–+]\s*)?|\s+[-–]\s+(?=[A-ZĐ])", text)
    return [plain for part in parts if (plain := part.strip(" .;,/-–"))]


def _is_heading(passage: Passage) -> bool:
    """Return whether a passage is the numbered heading of a section."""
    return _HEADING.match(passage.whole) is not None and len(passage.text) < 200


def _section(heading: str, *, last: bool) -> str:
    """Return "focus" or "schedule"; the last section without a known word is the schedule."""
    words = fold(heading)
    if _FOCUS.search(words):
        return "focus"
    return "schedule" if last else "focus"


def _take_heading(first: Passage, text: str, found: HeaderAndFooter) -> None:
    """Store the heading of a section, and a caveat in its brackets."""
    if (brackets := _IN_BRACKETS.search(text)) is not None and _CAVEAT.search(fold(brackets[1])):
        found.caveats.append(brackets[1].strip())
        text = text[: brackets.start()]
    found.boilerplate.append(f"{first.sign} {text}".strip())


def is_caveat(text: str) -> bool:
    """Return whether a line is a caveat: the agenda may change, or replaces invitations."""
    return _CAVEAT.search(fold(text)) is not None and len(text) < MAX_CAVEAT_LENGTH


def _is_note(text: str) -> bool:
    """Return whether a line is a caveat or a labelled note."""
    return is_caveat(text) or (_NOTE.match(text) is not None and len(text) < MAX_CAVEAT_LENGTH)


def _caveat(text: str, diagnostics: Diagnostics) -> str:
    """Return the caveat without its label and brackets."""
    plain = text.strip(" *")
    if (note := _NOTE.match(plain)) is not None:
        diagnostics.consume(note[0])
        plain = plain[note.end() :]
    if plain.startswith("(") and plain.rstrip(". ").endswith(")"):
        plain = plain.rstrip(". ")[1:-1]
    return plain.strip()


def _paragraphs(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the lines of each paragraph; a list item or a heading begins another one."""
    paragraph: list[Passage] = []
    for passage in passages:
        if paragraph and (
            passage.paragraph != paragraph[-1].paragraph or passage.sign or _is_heading(passage)
        ):
            yield paragraph
            paragraph = []
        paragraph.append(passage)
    if paragraph:
        yield paragraph


def _as_written(office: str) -> str:
    """Return an office as written within sentences: "PHÓ GIÁM ĐỐC" as "Phó Giám đốc"."""
    lower = office.lower()
    for words in (
        "giám đốc",
        "chủ tịch",
        "chánh",
        "chi cục",
        "cục",
        "viện",
        "hiệu",
        "trưởng",
        "bí thư",
    ):
        if words in lower:
            return (
                lower.replace(words, words.capitalize(), 1)[:1].upper()
                + lower.replace(words, words.capitalize(), 1)[1:]
            )
    return office.capitalize()
