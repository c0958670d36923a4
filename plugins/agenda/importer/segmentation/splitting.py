"""Split the lines of a cell, or of the paragraphs of a day, into half-days and items."""

import re
from collections.abc import Iterable, Sequence

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Guess
from agenda.importer.lexicon.half_days import UNMARKED_HALF_DAY, combine_half_days
from agenda.importer.lexicon.labels import (
    OPENER,
    OPENER_ALONE,
    begins_detail,
    split_at_half_days,
    split_at_times,
)
from agenda.importer.lexicon.leader_names import LEADER, named_leader, split_at_leaders
from agenda.importer.lexicon.line_breaks import is_incomplete
from agenda.importer.lexicon.lines import TextLine, split_sign
from agenda.importer.lexicon.times import leading_times
from agenda.importer.lexicon.trailing_details import is_venue
from agenda.importer.segmentation.inline_signs import inline_signs
from agenda.importer.segmentation.inner_headings import find_inner_headings
from agenda.importer.segmentation.item_span import (
    ALONE,
    GUESSES,
    JOINED,
    SECOND,
    ItemSpan,
    SpanContent,
)
from agenda.importer.segmentation.leading import LeaderState, join_cut_lines
from agenda.model import HalfDay
from agenda.vietnam.text import ends_sentence

_LABEL = re.compile(r"[^\W\d_][^:;.()]{0,30}:\s")
_HALF_AFTER_TIME = re.compile(rf"\(?{UNMARKED_HALF_DAY}\b\)?\s*[:,;–-]?\s*", re.IGNORECASE)


def split_content(
    lines: Iterable[TextLine],
    diagnostics: Diagnostics,
    *,
    half_day: HalfDay | None = None,
    late_signs: bool = False,
) -> SpanContent:
    """Split a cell into item spans; `half_day` is that of the whole row or column.

    If `late_signs` is true, the first point of a list has no sign although the others have.
    """
    return _Splitter(diagnostics, half_day, late_signs=late_signs).split(join_cut_lines(lines))


class _Splitter:
    """The state while the lines of one cell are split."""

    def __init__(
        self, diagnostics: Diagnostics, half_day: HalfDay | None, *, late_signs: bool
    ) -> None:
        self._diagnostics, self._late_signs = diagnostics, late_signs
        self._content = SpanContent(half_days=[half_day] if half_day else [])
        self._half_day = half_day
        self._leader_state = LeaderState(cell_half_day=half_day)
        self._half_day_uncertain = False
        self._half_day_index = 0
        self._at_start = True
        self._level: str | None = None
        self._group: str | None = None
        self._group_level = ""
        self._point_level: str | None = None
        self._time_of_points: ItemSpan | None = None
        self._previous_line: TextLine | None = None
        self._after_empty_line = False

    def split(self, lines: Sequence[TextLine]) -> SpanContent:
        headings = find_inner_headings(lines)
        for number, line in enumerate(lines):
            if not line.text:
                self._after_empty_line = True
                continue
            if number in headings:
                self._begin_group(line, is_sure=headings[number])
            else:
                self._read_line(number, line)
            self._previous_line, self._after_empty_line = line, False
        return self._content

    def _begin_group(self, line: TextLine, *, is_sure: bool) -> None:
        """Use a line as the heading of the items below it, which get it as a note."""
        self._group, self._group_level = line.text.strip(" :："), line.level
        self._at_start, self._level = True, None
        self._diagnostics.consume(line.whole)
        report = self._diagnostics.infer if is_sure else self._diagnostics.doubt
        message = "dòng này là tên một nhóm việc: ghi vào ghi chú của các việc dưới"
        report("group", line.place, message, line.text)

    def _read_line(self, number: int, line: TextLine) -> None:
        sign, whole = line.sign, line.text
        self._diagnostics.consume(sign)
        leader = LEADER.match(whole) or named_leader(whole)
        segments = split_at_half_days(self._after_line_leader(line, leader))
        for segment in segments:
            if segment.half_day is not None:
                self._announce_half_day(segment.half_day, segment.label)
                if leader is None:
                    alone = len(segments) == 1 and not segment.text
                    self._leader_state.announce(segment.half_day, alone=alone)
                self._half_day_uncertain = not segment.sure
                if not segment.sure:
                    self._diagnostics.infer(
                        "half-day-word",
                        line.place,
                        f'đọc "{segment.label}" ở đầu dòng là buổi',
                        line.text,
                    )
                sign = ""
            if not re.search(r"\w", segment.text):  # "Sáng: -": nothing that morning
                continue
            inner, text = split_sign(segment.text)
            self._diagnostics.consume(inner)
            sign, text = (inner, text) if inner and not sign else (sign, segment.text)
            for piece in split_at_leaders(text):
                if rest := self._after_inner_leader(line, leader, piece):
                    self._read_segment(number, line, sign, rest)
                sign = ""
            if segment.doubted:
                self._doubt(
                    "half-day-word",
                    line.place,
                    f'đọc "{segment.label}" giữa dòng là buổi của một việc khác',
                    whole,
                )
        if line.guess in GUESSES and self._content.spans:
            kind, message = GUESSES[line.guess]
            self._doubt(kind, line.place, message, whole)

    def _after_line_leader(self, line: TextLine, leader: re.Match[str] | None) -> str:
        """Return the text after the leader whose name begins the line, if any."""
        self._leader_state.begin_line()
        if leader is None:
            return line.text
        rest = line.text[leader.end() :]
        name = leader["leader"].strip()
        self._half_day = self._leader_state.set_leader(name, alone=not rest)
        self._report_leader(name, line)
        return rest

    def _after_inner_leader(self, line: TextLine, first: re.Match[str] | None, piece: str) -> str:
        """Return the text of a piece of a line after the leader whose name begins it, if any."""
        named = None if first is not None else LEADER.match(piece)
        if named is None:
            return piece
        name, rest = named["leader"].strip(), piece[named.end() :]
        self._leader_state.name_within_line(name, half_day=self._half_day, alone=not rest)
        self._report_leader(name, line)
        return rest

    def _report_leader(self, name: str, line: TextLine) -> None:
        self._at_start = True
        self._diagnostics.infer(
            "leader", line.place, f'"{name}" đứng đầu dòng là người dự', line.text
        )

    def _doubt(self, kind: str, place: BlockLocation, message: str, seen: str) -> None:
        """Add a doubt to the last item."""
        diagnostic = self._diagnostics.doubt(kind, place, message, seen)
        self._content.spans[-1].diagnostics.append(diagnostic)

    def _announce_half_day(self, half_day: HalfDay, label: str) -> None:
        self._diagnostics.consume(label)
        self._half_day = half_day
        self._half_day_index += 1
        self._content.half_days.append(half_day)
        self._at_start, self._level, self._group = True, None, None
        self._time_of_points = None

    def _read_segment(self, number: int, line: TextLine, sign: str, text: str) -> None:
        """Read the words of one half-day on one line, which may contain several items."""
        leader = self._leader_state.leader
        for part, piece in enumerate(split_at_times(text)):
            times = leading_times(piece)
            if times is not None:
                self._begin_with_time(number, line, piece, leader)
            elif part or self._is_new(line, sign, piece):
                self._begin_or_fill(number, line, piece, leader, sign=sign)
                self._level = self._level or TextLine(text="", sign=sign).level
                self._split_inline(number, line, sign)
            else:
                self._continue_item(sign, piece)

    def _begin_or_fill(
        self, number: int, line: TextLine, text: str, leader: str | None, *, sign: str
    ) -> None:
        """Begin an item; points below a line with nothing but a time share that time."""
        last = self._content.spans[-1] if self._content.spans else None
        if sign and last is not None and self._is_time_alone(last):
            last.text, last.leader, last.line = text, leader, number
            self._at_start, self._time_of_points = False, last
            return
        span = self._begin(number, line, text, leader)
        above = self._time_of_points
        if sign and above is not None:
            span.start, span.end = above.start, above.end
            self._doubt("times", line.place, "lấy giờ ghi một lần ở dòng trên", text)

    def _is_time_alone(self, span: ItemSpan) -> bool:
        """Return whether an item has nothing but a time so far, in the current half-day."""
        of_half_day = span.half_day_index == self._half_day_index
        return span.start is not None and of_half_day and not re.search(r"\w", span.text)

    def _begin_with_time(self, number: int, line: TextLine, piece: str, leader: str | None) -> None:
        times = leading_times(piece)
        assert times is not None, "only pieces that begin with a time come here"
        self._time_of_points = None
        self._diagnostics.consume(piece[: times.stop])
        text = piece[times.stop :]
        if (named := LEADER.match(text)) is not None and text[named.end() :]:
            leader, text = named["leader"].strip(), text[named.end() :]
            self._report_leader(leader, line)
        span = self._begin(number, line, text, leader)
        span.start, span.end = times.start, times.end
        if self._half_day_uncertain:
            span.half_day = None  # "Sáng làm việc tại cơ quan. 14 giờ, họp": the time decides
        if (word := _HALF_AFTER_TIME.match(text)) is not None and text[: word.end()] != text:
            self._diagnostics.consume(word[0])
            span.half_day, span.text = combine_half_days(word[0]), text[word.end() :]

    def _begin(self, number: int, line: TextLine, text: str, leader: str | None) -> ItemSpan:
        span = ItemSpan(
            half_day=self._half_day,
            half_day_index=self._half_day_index,
            place=line.place,
            text=text,
            leader=leader,
            group=self._group,
            top=line.top,
            line=number,
            paragraph=line.paragraph,
        )
        self._content.spans.append(span)
        self._at_start, self._point_level = False, None
        return span

    def _is_new(self, line: TextLine, sign: str, text: str) -> bool:
        """Tell whether a text begins an item, rather than continues the one before."""
        if self._at_start or not self._content.spans:
            return True
        current = self._content.spans[-1]
        if begins_detail(text) or is_venue(text):
            return False
        level = TextLine(text="", sign=sign).level
        if level and self._group and level == self._group_level != self._level:
            self._group, self._level = None, level
            return True
        if level and level == self._point_level:
            return False
        if level and current.text.rstrip().endswith(":") and level != self._level:
            self._point_level = level
            return False
        if level and not self._level:
            return self._level is None or self._late_signs or SECOND.fullmatch(sign) is not None
        if level:
            return level == self._level
        if self._level or current.details:
            return (
                bool(ends_sentence(current.text) and OPENER.match(text) and text[:1].isupper())
                and not current.details
            )
        return self._begins_unsigned(line, current, text)

    def _begins_unsigned(self, line: TextLine, current: ItemSpan, text: str) -> bool:
        text_so_far = current.text.rstrip()
        if not text_so_far or not text[:1].isupper() or is_incomplete(text_so_far, text):
            return False
        if ends_sentence(current.text) or self._after_empty_line or line.guess is Guess.SPLIT:
            return True
        new_paragraph = (
            self._previous_line is None or self._previous_line.paragraph != line.paragraph
        )
        if OPENER_ALONE.fullmatch(current.text.strip()):
            return False
        if OPENER.match(text):
            return True
        if new_paragraph:
            self._doubt("new-item", line.place, ALONE, text)
            return True
        self._doubt("joined-line", line.place, JOINED, text)
        return False

    def _continue_item(self, sign: str, text: str) -> None:
        current = self._content.spans[-1]
        if begins_detail(text):
            current.details.append(text)
        elif current.details and not sign:
            # A semicolon tells an unknown label from the value above it.
            current.details[-1] += f"; {text}" if _LABEL.match(text) else f" {text}"
        elif current.details:
            current.details[-1] += f" {sign} {text}"
        else:
            current.text = f"{current.text} {sign} {text}" if sign else f"{current.text} {text}"

    def _split_inline(self, number: int, line: TextLine, sign: str) -> None:
        """Split points of a list on one line if each begins as items do."""
        current = self._content.spans[-1]
        whole = current.text
        start = 0
        for match in inline_signs(whole, sign):
            following = whole[match.end() :]
            if following[:1].isupper():
                self._diagnostics.consume(match[0])
                self._content.spans[-1].text = whole[start : match.start()]
                span = self._begin(number, line, following, current.leader)
                span.diagnostics.append(
                    self._diagnostics.doubt(
                        "inline-list",
                        line.place,
                        "các gạch đầu dòng in liền một dòng được tách thành nhiều việc",
                        whole,
                    )
                )
                start = match.end()
