"""Cuts the lines of a cell, or of the paragraphs of a day, into half-days and appointments."""

import re
from collections.abc import Iterable

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Guess
from agenda.importer.lexicon.dates import HALF_DAYS
from agenda.importer.lexicon.labels import (
    OPENER,
    OPENER_ALONE,
    begins_detail,
    split_at_half_days,
    split_at_times,
)
from agenda.importer.lexicon.leader_names import LEADER, split_at_leaders
from agenda.importer.lexicon.lines import TextLine, split_sign
from agenda.importer.lexicon.sentences import SENTENCE_END, is_incomplete
from agenda.importer.lexicon.times import leading_times
from agenda.importer.segmentation.item_span import (
    ALONE,
    GUESSES,
    JOINED,
    SECOND,
    ItemSpan,
    SpanContent,
)
from agenda.importer.segmentation.leading import Leading
from agenda.model import HalfDay

_INLINE_SIGN = re.compile(r"\s+[-–+•*]\s+(?=\w)")
_HALF_AFTER_TIME = re.compile(r"\(?(sáng|trưa|chiều|tối)\b\)?\s*[:,;–-]?\s*", re.IGNORECASE)


def split_content(
    lines: Iterable[TextLine],
    diagnostics: Diagnostics,
    *,
    half_day: HalfDay | None = None,
    late: bool = False,
) -> SpanContent:
    """The appointments of a cell; `half_day` is what its row or column says of them all.

    `late` says that the first point of a list has no sign where the others have.
    """
    return _Splitter(diagnostics, half_day, late=late).cut(lines)


class _Splitter:
    def __init__(self, diagnostics: Diagnostics, half_day: HalfDay | None, *, late: bool) -> None:
        self._remarks, self._late = diagnostics, late
        self._content = SpanContent(halves=[half_day] if half_day else [])
        self._half_day = half_day
        self._leading = Leading(given=half_day)
        self._bare = False
        self._half = 0
        self._fresh = True
        self._level: str | None = None
        self._before: TextLine | None = None
        self._gap = False

    def cut(self, lines: Iterable[TextLine]) -> SpanContent:
        for number, line in enumerate(lines):
            if not line.text:
                self._gap = True
                continue
            self._line(number, line)
            self._before, self._gap = line, False
        return self._content

    def _line(self, number: int, line: TextLine) -> None:
        sign, whole = line.sign, line.text
        self._remarks.consume(sign)
        leader = LEADER.match(whole)
        stretches = split_at_half_days(self._said(line, leader))
        for stretch in stretches:
            if stretch.half_day is not None:
                self._announce(stretch.half_day, stretch.label)
                if leader is None:
                    alone = len(stretches) == 1 and not stretch.text
                    self._leading.announce(stretch.half_day, alone=alone)
                self._bare = not stretch.sure
                if not stretch.sure:
                    self._remarks.infer(
                        "half-day-word",
                        line.place,
                        f'đọc "{stretch.label}" ở đầu dòng là buổi',
                        line.text,
                    )
                sign = ""
            if not re.search(r"\w", stretch.text):  # "Sáng: -" says that there is nothing
                continue
            inner, text = split_sign(stretch.text)
            self._remarks.consume(inner)
            sign, text = (inner, text) if inner and not sign else (sign, stretch.text)
            for piece in split_at_leaders(text):
                self._stretch(number, line, sign, self._said_within(line, leader, piece))
                sign = ""
            if stretch.doubted:
                self._doubt(
                    "half-day-word",
                    line.place,
                    f'đọc "{stretch.label}" giữa dòng là buổi của một việc khác',
                    whole,
                )
        if line.guess in GUESSES and self._content.cuts:
            kind, message = GUESSES[line.guess]
            self._doubt(kind, line.place, message, whole)

    def _said(self, line: TextLine, leader: re.Match[str] | None) -> str:
        """What a line says behind the leader that begins it, if one does."""
        self._leading.begin_line()
        if leader is None:
            return line.text
        said = line.text[leader.end() :]
        name = leader["leader"].strip()
        self._half_day = self._leading.lead(name, alone=not said)
        self._remark_leader(name, line)
        return said

    def _said_within(self, line: TextLine, first: re.Match[str] | None, piece: str) -> str:
        """What a piece of a line says behind a leader of its own."""
        named = None if first is not None else LEADER.match(piece)
        if named is None:
            return piece
        self._leading.leader = named["leader"].strip()
        self._remark_leader(self._leading.leader, line)
        return piece[named.end() :]

    def _remark_leader(self, name: str, line: TextLine) -> None:
        self._fresh = True
        self._remarks.infer("leader", line.place, f'"{name}" đứng đầu dòng là người dự', line.text)

    def _doubt(self, kind: str, place: BlockLocation, message: str, seen: str) -> None:
        """Doubt the last appointment."""
        diagnostic = self._remarks.doubt(kind, place, message, seen)
        self._content.cuts[-1].diagnostics.append(diagnostic)

    def _announce(self, half_day: HalfDay, label: str) -> None:
        self._remarks.consume(label)
        self._half_day = half_day
        self._half += 1
        self._content.halves.append(half_day)
        self._fresh, self._level = True, None

    def _stretch(self, number: int, line: TextLine, sign: str, text: str) -> None:
        """Words of one half-day on one line, which may hold several appointments."""
        leader = self._leading.leader
        for part, piece in enumerate(split_at_times(text)):
            times = leading_times(piece)
            if times is not None:
                self._timed(number, line, piece, leader)
            elif part or self._is_new(line, sign, piece):
                self._begin(number, line, piece, leader)
                self._level = self._level or TextLine(text="", sign=sign).level
                self._cut_inline(number, line, sign)
            else:
                self._go_on(sign, piece)

    def _timed(self, number: int, line: TextLine, piece: str, leader: str | None) -> None:
        times = leading_times(piece)
        assert times is not None, "only pieces that begin with a time come here"
        self._remarks.consume(piece[: times.stop])
        text = piece[times.stop :]
        cut = self._begin(number, line, text, leader)
        cut.start, cut.end = times.start, times.end
        if self._bare:
            cut.half_day = None  # "Sáng làm việc tại cơ quan. 14 giờ, họp": the time tells
        if (word := _HALF_AFTER_TIME.match(text)) is not None and text[: word.end()] != text:
            self._remarks.consume(word[0])
            cut.half_day, cut.text = HALF_DAYS[word[1].lower()], text[word.end() :]

    def _begin(self, number: int, line: TextLine, text: str, leader: str | None) -> ItemSpan:
        cut = ItemSpan(
            half_day=self._half_day,
            half=self._half,
            place=line.place,
            text=text,
            leader=leader,
            top=line.top,
            line=number,
            paragraph=line.paragraph,
        )
        self._content.cuts.append(cut)
        self._fresh = False
        return cut

    def _is_new(self, line: TextLine, sign: str, text: str) -> bool:
        """Whether these words begin an appointment, rather than go on with the one before."""
        if self._fresh or not self._content.cuts:
            return True
        current = self._content.cuts[-1]
        if begins_detail(text):
            return False
        level = TextLine(text="", sign=sign).level
        if level and not self._level:
            first = self._level is None or self._late or SECOND.fullmatch(sign) is not None
            return first and not current.text.rstrip().endswith(":")
        if level:
            return level == self._level
        if self._level or current.details:
            return (
                bool(
                    SENTENCE_END.search(current.text) and OPENER.match(text) and text[:1].isupper()
                )
                and not current.details
            )
        return self._begins_unsigned(line, current, text)

    def _begins_unsigned(self, line: TextLine, current: ItemSpan, text: str) -> bool:
        said = current.text.rstrip()
        if not said or not text[:1].isupper() or is_incomplete(said, text):
            return False
        if SENTENCE_END.search(current.text) or self._gap or line.guess is Guess.SPLIT:
            return True
        apart = self._before is None or self._before.paragraph != line.paragraph
        if OPENER_ALONE.fullmatch(current.text.strip()):
            return False
        if OPENER.match(text):
            return True
        if apart:
            self._doubt("new-item", line.place, ALONE, text)
            return True
        self._doubt("joined-line", line.place, JOINED, text)
        return False

    def _go_on(self, sign: str, text: str) -> None:
        current = self._content.cuts[-1]
        if begins_detail(text):
            current.details.append(text)
        elif current.details and not sign:
            current.details[-1] += f" {text}"
        elif current.details:
            current.details[-1] += f" {sign} {text}"
        else:
            current.text = f"{current.text} {sign} {text}" if sign else f"{current.text} {text}"

    def _cut_inline(self, number: int, line: TextLine, sign: str) -> None:
        """Cut points of a list that stand in one line, where each begins as appointments do."""
        if not sign or sign[0].isalnum():
            return
        current = self._content.cuts[-1]
        whole = current.text
        start = 0
        for match in _INLINE_SIGN.finditer(whole):
            following = whole[match.end() :]
            if match[0].strip() == sign and following[:1].isupper() and OPENER.match(following):
                self._content.cuts[-1].text = whole[start : match.start()]
                cut = self._begin(number, line, following, current.leader)
                cut.diagnostics.append(
                    self._remarks.doubt(
                        "inline-list",
                        line.place,
                        "các gạch đầu dòng in liền một dòng được tách thành nhiều việc",
                        whole,
                    )
                )
                start = match.end()
