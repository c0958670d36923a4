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

from agenda.importer.backends.pdf.lines import VisualLine, pieces_of
from agenda.importer.backends.pdf.room import Room
from agenda.importer.backends.pdf.signs import Habits, LineEnding, begins_surely
from agenda.importer.backends.text.pieces import Piece, Typesetter
from agenda.importer.datamodel.document import PAGE, Guess, Line
from agenda.importer.datamodel.line_cues import ColumnContent, LineCues
from agenda.vietnam.text import ends_sentence

UNBROKEN = re.compile(r"(?<=\S)[-–/]$")
DIGITS = re.compile(r"[\d/.\-–]+")
ENUMERATED = re.compile(r"\d+\s*[;.,)]")
"""The end of a sentence that a page cut before its last figure: "năm" above "2021;"."""

PARTING = {LineEnding.SURE: None, LineEnding.LIKELY: Guess.SPLIT, LineEnding.DASHED: Guess.DASHED}
"""The certainties that end a line, each with the guess to record."""


def author_lines(
    lines: Sequence[VisualLine],
    room: Room,
    typesetter: Typesetter,
    cues: LineCues,
    above: Sequence[VisualLine] = (),
) -> list[tuple[Line, VisualLine]]:
    """Return the author's lines, each with its first visual line.

    `above` are the visual lines of the same cell on pages before.
    """
    everything = [*above, *lines]
    pitch = pitch_of(everything)
    habits = Habits(cues=cues, agenda=room.held is ColumnContent.TEXT)
    groups = list[list[VisualLine]]()
    guesses = list[Guess | None]()
    possible_breaks = list[VisualLine]()
    for line, after in zip_longest(everything, everything[1:]):
        # A narrow column may break within a name.
        ahead = f"{line.text} {after.text}" if after else line.text
        ending = (
            ending_of(groups[-1], line, ahead, room, pitch, habits) if groups else LineEnding.SURE
        )
        if ending in PARTING:
            if room.held is None and cues.begins_day(line.text):
                habits = Habits(cues=cues, agenda=True)
            elif groups:
                habits = habits.with_ended(groups[-1][-1].text)
            habits = habits.with_begun(line.text)
            groups.append([line])
            guesses.append(PARTING[ending])
        else:
            groups[-1].append(line)
            if ending is LineEnding.DOUBTED:
                guesses[-1] = Guess.JOINED
            if ending is not LineEnding.NONE:
                possible_breaks.append(line)
    found = list[tuple[Line, VisualLine]]()
    seen = 0
    for group, guess in zip(groups, guesses, strict=True):
        own = group[max(0, len(above) - seen) :]
        seen += len(group)
        if own:
            begun = group[: len(group) - len(own)]
            meant = typesetter.line(joined(own, cues), top=height_of(own[0]))
            joiner = joint_of(begun[-1], own[0], cues) if begun else None
            words = words_before(own, possible_breaks, cues)
            found.append(
                (replace(meant, joiner=joiner, guess=guess, possible_breaks=words), own[0])
            )
    return found


def words_before(
    group: Sequence[VisualLine], possible_breaks: Sequence[VisualLine], cues: LineCues
) -> tuple[int, ...]:
    """Return how many words of a group of lines precede each possible break in it."""
    texts = ("".join(p.text for p in joined(group[:at], cues)) for at, _ in enumerate(group))
    return tuple(
        len(text.split())
        for line, text in zip(group, texts, strict=True)
        if any(line is at for at in possible_breaks)
    )


def height_of(line: VisualLine) -> float:
    """Return the distance of a line from the top of the first page, in points."""
    return round((line.page - 1) * PAGE + line.top, 1)


def ending_of(
    group: Sequence[VisualLine],
    following: VisualLine,
    ahead: str,
    room: Room,
    pitch: float,
    habits: Habits,
) -> LineEnding:
    """Tell whether the author ended the last line of `group` before `following`.

    `ahead` is the text from `following` on; `habits` describes the lines before.
    """
    line, cues = group[-1], habits.cues
    said = " ".join(each.text for each in group)
    if wraps(group, following, room, cues):
        return LineEnding.NONE
    full = not room.takes(line, following)
    begun = habits.begin_with(line, following, full=full)
    if (
        is_ended(group, following, room, pitch)
        or cues.names_another(room.held, said, ahead)
        or not full
    ):
        return LineEnding.SURE
    if begun in PARTING:
        return begun
    capital = ahead[0].isupper() and joint_of(line, following, cues) != ""
    unsigned = habits.agenda and not habits.signed
    alone = unsigned and not (
        cues.expects_more(line.text, ahead) or cues.expects_body_name(line.text)
    )
    ended = ends_sentence(line.text)
    if alone and (cues.opens_appointment(ahead) or (capital and ended and habits.ends_marked)):
        return LineEnding.LIKELY
    if line.page != following.page:
        return LineEnding.NONE if goes_on(line, following, room, habits) else LineEnding.DOUBTED
    if not alone or not capital or habits.ends_marked:
        return begun
    return LineEnding.DOUBTED if cues.begins_appointment(ahead) or ended else LineEnding.OPEN


def wraps(group: Sequence[VisualLine], following: VisualLine, room: Room, cues: LineCues) -> bool:
    """Tell whether the last line of justified text is stretched, and hence wrapped."""
    return (
        room.justified is not None
        and room.justified.stretches(group[-1])
        and not begins_surely(following.text, cues)
        and not is_moved(group, following, room)
    )


def is_ended(group: Sequence[VisualLine], following: VisualLine, room: Room, pitch: float) -> bool:
    """Tell whether spacing, size, style or indent show that the line ended."""
    line = group[-1]
    same_page = line.page == following.page
    if same_page and following.baseline - line.baseline > 1.28 * pitch:
        return True
    if room.justified is not None and room.justified.ends(group):
        return True
    if abs(following.size - line.size) > 0.8 or differ(line, following):
        return True
    if not same_page and ends_sentence(line.text) and following.text[0].isupper():
        return True
    return not room.is_centred(line) and is_moved(group, following, room)


def goes_on(line: VisualLine, following: VisualLine, room: Room, habits: Habits) -> bool:
    """Tell whether `following`, on the page after `line`, almost certainly continues `line`.

    In a list, or in a column of names, every new line would begin with a sign or a name.
    """
    return (
        not (following.text[0].isupper() or following.text[0].isdigit())
        or habits.signed
        or room.held in (ColumnContent.NAMES, ColumnContent.PLACES)
        or habits.cues.expects_more(line.text, following.text)
        or not joint_of(line, following, habits.cues)
        or ENUMERATED.match(following.text) is not None
    )


def is_moved(group: Sequence[VisualLine], following: VisualLine, room: Room) -> bool:
    """Tell whether `following` is indented, or outdented from a line other than a first line."""
    line = group[-1]
    step = following.x0 - line.x0
    if step > 0.6 * line.size:
        hangs = len(group) == 1 and any(abs(word.x0 - following.x0) < 3 for word in line.words[1:2])
        return not hangs and not room.is_centred(following)
    return step < -0.6 * line.size and len(group) > 1


def differ(line: VisualLine, following: VisualLine) -> bool:
    """Tell whether each line has one style throughout, and the styles differ."""
    looks = [{(char.bold, char.italic) for char in each.chars} for each in (line, following)]
    return all(len(look) == 1 for look in looks) and looks[0] != looks[1]


def pitch_of(lines: Sequence[VisualLine]) -> float:
    """Return the smallest line spacing, in points."""
    steps = (
        below.baseline - above.baseline
        for above, below in pairwise(lines)
        if above.page == below.page
    )
    sizes = [line.size for line in lines]
    usual = 1.7 * max(sizes, default=13.0)
    return min([usual, *(step for step in steps if step > 0.8 * min(sizes))])


def joined(group: Sequence[VisualLine], cues: LineCues) -> list[Piece]:
    """Return the text of lines that wrapped, as pieces."""
    pieces = list[Piece]()
    for number, line in enumerate(group):
        if number and (joiner := joint_of(group[number - 1], line, cues)):
            pieces.append(Piece(text=joiner, font=pieces[-1].font))
        pieces.extend(pieces_of(line.words))
    return pieces


def joint_of(line: VisualLine, following: VisualLine, cues: LineCues) -> str:
    """Return what joins wrapped lines: a space, or nothing within a hyphenated or split word."""
    before, after = line.words[-1].text, following.words[0].text
    tight = UNBROKEN.search(before) and len(before) > 1
    figures = len(line.words) == 1 and DIGITS.fullmatch(before + after)
    cut = figures and (before[-1] in "/.-–" or after[0] in "/.-–")
    broken = len(line.words) == 1 and cues.splits_word(before + after)
    return "" if tight or cut or broken else " "
