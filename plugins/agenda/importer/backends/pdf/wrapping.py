"""Tell line ends of the author from those where text merely wrapped.

A PDF records visual lines only. The author ended a line if one of these holds, in this order:

1. the next line stands lower than the line spacing of the paragraph, or has another type size;
2. the next line begins as only a new line does: "Sáng:", "Địa điểm:", "8h00:", a list sign
   (`signs`); in a column of names also "Đ/c" or "Phòng", unless the line before is incomplete
   ("Lãnh đạo", "với", a comma);
3. the next line begins a page with a capital, and a sentence ended on the page before;
4. the next line is indented, or returns from an indent other than that of a first line;
5. the first word of the next line would have fitted behind it;
6. in a cell without list signs the next line begins as appointments do, capitalised: a guess.

All other lines wrapped. So did a stretched line of justified text, and a line without a full stop
or semicolon where all other lines have one. At the end of a page that may be a guess as well. Each
capitalised line start in a cell without list signs is a possible break (`possible_breaks`), which
segmentation decides by the columns beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from agenda.importer.backends.pdf.line_state import LineEnding, LineState, begins_surely
from agenda.importer.backends.pdf.lines import VisualLine, pieces_of
from agenda.importer.backends.pdf.text_area import TextArea
from agenda.importer.backends.text.pieces import LineBuilder, Piece
from agenda.importer.datamodel.document import PAGE, Guess, Line
from agenda.importer.datamodel.line_cues import ColumnContent, LineCues
from agenda.vietnam.text import ends_sentence

UNBROKEN = re.compile(r"(?<=\S)[-–/]$")
DIGITS = re.compile(r"[\d/.\-–]+")
FIGURE_AT_START = re.compile(r"\d+\s*[;.,)]")
"""The end of a sentence that a page cut before its last figure: "năm" above "2021;"."""

GUESSES = {LineEnding.SURE: None, LineEnding.LIKELY: Guess.SPLIT, LineEnding.DASHED: Guess.DASHED}
"""The certainties that end a line, each with the guess to record."""


def author_lines(
    lines: Sequence[VisualLine],
    text_area: TextArea,
    line_builder: LineBuilder,
    cues: LineCues,
    above: Sequence[VisualLine] = (),
) -> list[tuple[Line, VisualLine]]:
    """Return the author's lines, each with its first visual line.

    `above` are the visual lines of the same cell on pages before.
    """
    all_lines = [*above, *lines]
    line_spacing = line_spacing_of(all_lines)
    line_state = LineState(cues=cues, is_agenda=text_area.content is ColumnContent.TEXT)
    groups = list[list[VisualLine]]()
    guesses = list[Guess | None]()
    possible_breaks = list[VisualLine]()
    for line, after in zip_longest(all_lines, all_lines[1:]):
        # A narrow column may break within a name.
        ahead = f"{line.text} {after.text}" if after else line.text
        ending = (
            line_ending_of(groups[-1], line, ahead, text_area, line_spacing, line_state)
            if groups
            else LineEnding.SURE
        )
        if ending in GUESSES:
            if text_area.content is None and cues.begins_day(line.text):
                line_state = LineState(cues=cues, is_agenda=True)
            elif groups:
                line_state = line_state.after_line_end(groups[-1][-1].text)
            line_state = line_state.after_line_start(line.text)
            groups.append([line])
            guesses.append(GUESSES[ending])
        else:
            groups[-1].append(line)
            if ending is LineEnding.DOUBTED:
                guesses[-1] = Guess.JOINED
            if ending is not LineEnding.NONE:
                possible_breaks.append(line)
    found = list[tuple[Line, VisualLine]]()
    seen_count = 0
    for group, guess in zip(groups, guesses, strict=True):
        own_lines = group[max(0, len(above) - seen_count) :]
        seen_count += len(group)
        if own_lines:
            earlier_lines = group[: len(group) - len(own_lines)]
            built_line = line_builder.line(
                join_pieces(own_lines, cues), top=top_in_document(own_lines[0])
            )
            joiner = (
                joiner_between(earlier_lines[-1], own_lines[0], cues) if earlier_lines else None
            )
            breaks = break_positions(own_lines, possible_breaks, cues)
            found.append(
                (
                    replace(built_line, joiner=joiner, guess=guess, possible_breaks=breaks),
                    own_lines[0],
                )
            )
    return found


def break_positions(
    group: Sequence[VisualLine], possible_breaks: Sequence[VisualLine], cues: LineCues
) -> tuple[int, ...]:
    """Return how many words of a group of lines precede each possible break in it."""
    texts = ("".join(p.text for p in join_pieces(group[:at], cues)) for at, _ in enumerate(group))
    return tuple(
        len(text.split())
        for line, text in zip(group, texts, strict=True)
        if any(line is at for at in possible_breaks)
    )


def top_in_document(line: VisualLine) -> float:
    """Return the distance of a line from the top of the first page, in points."""
    return round((line.page - 1) * PAGE + line.top, 1)


def line_ending_of(
    group: Sequence[VisualLine],
    following: VisualLine,
    ahead: str,
    text_area: TextArea,
    line_spacing: float,
    line_state: LineState,
) -> LineEnding:
    """Tell whether the author ended the last line of `group` before `following`.

    `ahead` is the text from `following` on; `line_state` describes the lines before.
    """
    line, cues = group[-1], line_state.cues
    text_so_far = " ".join(each.text for each in group)
    if is_wrapped(group, following, text_area, cues):
        return LineEnding.NONE
    is_full = not text_area.has_space_for(line, following)
    ending_by_start = line_state.ending_before(line, following, is_full=is_full)
    if (
        ends_by_layout(group, following, text_area, line_spacing)
        or cues.names_another(text_area.content, text_so_far, ahead)
        or not is_full
    ):
        return LineEnding.SURE
    if ending_by_start in GUESSES:
        return ending_by_start
    capital = ahead[0].isupper() and joiner_between(line, following, cues) != ""
    has_no_signs = line_state.is_agenda and not line_state.has_signs
    may_begin_item = has_no_signs and not (
        cues.expects_more(line.text, ahead) or cues.expects_body_name(line.text)
    )
    ended = ends_sentence(line.text)
    if may_begin_item and (
        cues.opens_appointment(ahead) or (capital and ended and line_state.ends_marked)
    ):
        return LineEnding.LIKELY
    if line.page != following.page:
        return (
            LineEnding.NONE
            if continues_line(line, following, text_area, line_state)
            else LineEnding.DOUBTED
        )
    if not may_begin_item or not capital or line_state.ends_marked:
        return ending_by_start
    return LineEnding.DOUBTED if cues.begins_appointment(ahead) or ended else LineEnding.OPEN


def is_wrapped(
    group: Sequence[VisualLine], following: VisualLine, text_area: TextArea, cues: LineCues
) -> bool:
    """Tell whether the last line of justified text is stretched, and hence wrapped."""
    return (
        text_area.justification is not None
        and text_area.justification.is_stretched(group[-1])
        and not begins_surely(following.text, cues)
        and not is_indented(group, following, text_area)
    )


def ends_by_layout(
    group: Sequence[VisualLine], following: VisualLine, text_area: TextArea, line_spacing: float
) -> bool:
    """Tell whether spacing, size, style or indent show that the line ended."""
    line = group[-1]
    same_page = line.page == following.page
    if same_page and following.baseline - line.baseline > 1.28 * line_spacing:
        return True
    if text_area.justification is not None and text_area.justification.ends_paragraph(group):
        return True
    if abs(following.size - line.size) > 0.8 or differ_in_style(line, following):
        return True
    if not same_page and ends_sentence(line.text) and following.text[0].isupper():
        return True
    return not text_area.is_centred(line) and is_indented(group, following, text_area)


def continues_line(
    line: VisualLine, following: VisualLine, text_area: TextArea, line_state: LineState
) -> bool:
    """Tell whether `following`, on the page after `line`, almost certainly continues `line`.

    In a list, or in a column of names, every new line would begin with a sign or a name.
    """
    return (
        not (following.text[0].isupper() or following.text[0].isdigit())
        or line_state.has_signs
        or text_area.content in (ColumnContent.NAMES, ColumnContent.PLACES)
        or line_state.cues.expects_more(line.text, following.text)
        or not joiner_between(line, following, line_state.cues)
        or FIGURE_AT_START.match(following.text) is not None
    )


def is_indented(group: Sequence[VisualLine], following: VisualLine, text_area: TextArea) -> bool:
    """Tell whether `following` is indented, or outdented from a line other than a first line."""
    line = group[-1]
    shift = following.x0 - line.x0
    if shift > 0.6 * line.size:
        hangs = len(group) == 1 and any(abs(word.x0 - following.x0) < 3 for word in line.words[1:2])
        return not hangs and not text_area.is_centred(following)
    return shift < -0.6 * line.size and len(group) > 1


def differ_in_style(line: VisualLine, following: VisualLine) -> bool:
    """Tell whether each line has one style throughout, and the styles differ."""
    styles = [{(char.bold, char.italic) for char in each.chars} for each in (line, following)]
    return all(len(style) == 1 for style in styles) and styles[0] != styles[1]


def line_spacing_of(lines: Sequence[VisualLine]) -> float:
    """Return the smallest line spacing, in points."""
    spacings = (
        below.baseline - above.baseline
        for above, below in pairwise(lines)
        if above.page == below.page
    )
    sizes = [line.size for line in lines]
    usual_spacing = 1.7 * max(sizes, default=13.0)
    return min([usual_spacing, *(spacing for spacing in spacings if spacing > 0.8 * min(sizes))])


def join_pieces(group: Sequence[VisualLine], cues: LineCues) -> list[Piece]:
    """Return the text of lines that wrapped, as pieces."""
    pieces = list[Piece]()
    for number, line in enumerate(group):
        if number and (joiner := joiner_between(group[number - 1], line, cues)):
            pieces.append(Piece(text=joiner, font=pieces[-1].font))
        pieces.extend(pieces_of(line.words))
    return pieces


def joiner_between(line: VisualLine, following: VisualLine, cues: LineCues) -> str:
    """Return what joins wrapped lines: a space, or nothing within a hyphenated or split word."""
    before, after = line.words[-1].text, following.words[0].text
    ends_with_hyphen = UNBROKEN.search(before) and len(before) > 1
    only_figures = len(line.words) == 1 and DIGITS.fullmatch(before + after)
    splits_figure = only_figures and (before[-1] in "/.-–" or after[0] in "/.-–")
    in_split_word = len(line.words) == 1 and cues.splits_word(before + after)
    return "" if ends_with_hyphen or splits_figure or in_split_word else " "
