"""Compute the numbers, letters and bullets that Word prints before list paragraphs."""

import re
from dataclasses import dataclass, field

from agenda.importer.backends.docx.package import Element, W
from agenda.importer.backends.docx.styles import Styles, is_on, value_of
from agenda.importer.backends.text.characters import printed_symbol

MAX_DEPTH = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: its printed text and its counting."""

    start: int
    format: str
    text: str
    font: str
    legal: bool
    restart: int | None
    """The level, counted from 1, that restarts this one; 0 for none, None for any level above."""


@dataclass(slots=True)
class ListCounter:
    """The last number of a list at each level."""

    numbers: dict[int, int] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Lists:
    """The lists of a document; each counts as `next_marker` is called in document order."""

    styles: Styles
    definitions: dict[str, Element]
    instances: dict[str, Element]
    counters: dict[str, ListCounter] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None, styles: Styles) -> "Lists":
        def by(name: str) -> dict[str, Element]:
            found = () if root is None else root.iterfind(f"{W}{name}")
            key = f"{W}abstractNumId" if name == "abstractNum" else f"{W}numId"
            return {each.get(key, ""): each for each in found}

        return cls(styles=styles, definitions=by("abstractNum"), instances=by("num"))

    def next_marker(self, paragraph: Element) -> str:
        """Return the text printed before a paragraph; empty for a paragraph outside lists."""
        number, depth = self._membership(paragraph)
        instance = self.instances.get(number)
        if instance is None:
            return ""
        definition, name = self._definition(value_of(instance, "abstractNumId"))
        if definition is None:
            return ""
        levels = read_levels(definition)
        overrides = {
            int_of(each.get(f"{W}ilvl"), 0): each for each in instance.iterfind(f"{W}lvlOverride")
        }
        for at, override in overrides.items():
            if (level := override.find(f"{W}lvl")) is not None:
                levels[at] = read_level(level)
        if depth not in levels:
            return ""
        counting = self.counters.setdefault(name, ListCounter())
        if number not in counting.started:
            counting.started.add(number)
            for at, override in overrides.items():
                if start := value_of(override, "startOverride"):
                    counting.numbers[at] = int_of(start, 1) - 1
        count(counting.numbers, levels, depth)
        return render(levels, depth, counting.numbers)

    def _membership(self, paragraph: Element) -> tuple[str, int]:
        """Return identifier and level of a paragraph's list, from the paragraph or its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = self.styles.paragraph_style(paragraph)
        inherited = [
            found
            for each in self.styles.lineage(style)
            if (found := each.find(f"{W}pPr/{W}numPr")) is not None
        ]
        given = ([] if own is None else [own]) + inherited
        number = next((value for each in given if (value := value_of(each, "numId"))), "0")
        depth = next((value for each in given if (value := value_of(each, "ilvl"))), "")
        return number, int_of(depth, self._depth_of_style(number, style))

    def _depth_of_style(self, number: str, style: str) -> int:
        """Return the level that the list ties to a style, or 0."""
        instance = self.instances.get(number)
        if instance is None or not style:
            return 0
        definition, _ = self._definition(value_of(instance, "abstractNumId"))
        if definition is None:
            return 0
        for level in definition.iterfind(f"{W}lvl"):
            if value_of(level, "pStyle") == style:
                return int_of(level.get(f"{W}ilvl"), 0)
        return 0

    def _definition(self, name: str) -> tuple[Element | None, str]:
        """Return a list definition and its identifier; follow at most one link to a list style."""
        definition = self.definitions.get(name)
        if definition is not None and (link := value_of(definition, "numStyleLink")):
            for style in self.styles.lineage(link):
                number = value_of(style.find(f"{W}pPr/{W}numPr"), "numId")
                if (instance := self.instances.get(number)) is not None:
                    linked = value_of(instance, "abstractNumId")
                    return self.definitions.get(linked), linked
        return definition, name


def read_levels(definition: Element) -> dict[int, Level]:
    return {
        int_of(level.get(f"{W}ilvl"), 0): read_level(level)
        for level in definition.iterfind(f"{W}lvl")
    }


def read_level(level: Element) -> Level:
    fonts = level.find(f"{W}rPr/{W}rFonts")
    legal = level.find(f"{W}isLgl")
    restart = value_of(level, "lvlRestart")
    return Level(
        start=int_of(value_of(level, "start"), 1 if level.find(f"{W}start") is not None else 0),
        format=value_of(level, "numFmt") or "decimal",
        text=value_of(level, "lvlText"),
        font="" if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or "",
        legal=legal is not None and is_on(legal.get(f"{W}val")),
        restart=int_of(restart, 0) if restart else None,
    )


def count(numbers: dict[int, int], levels: dict[int, Level], depth: int) -> None:
    """Advance the list by one paragraph at `depth`."""
    for above in range(depth):
        if above in levels:
            numbers.setdefault(above, levels[above].start)
    numbers[depth] = numbers.get(depth, levels[depth].start - 1) + 1
    for below in [each for each in numbers if each > depth]:
        restart = levels[below].restart if below in levels else None
        if restart is None or depth < restart:
            del numbers[below]


def render(levels: dict[int, Level], depth: int, numbers: dict[int, int]) -> str:
    level = levels[depth]
    match level.format:
        case "none":
            return ""
        case "bullet":
            return "".join(printed_symbol(sign, level.font) for sign in level.text).strip()

    def number(placeholder: re.Match[str]) -> str:
        at = int(placeholder[1]) - 1
        if at not in levels:
            return ""
        shown = "decimal" if level.legal else levels[at].format
        return numeral(numbers.get(at, levels[at].start), shown)

    return re.sub(r"%([1-9])", number, level.text).strip()


def numeral(number: int, style: str) -> str:
    """Return a number in a style of ST_NumberFormat; in digits for styles of other scripts."""
    match style:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "lowerLetter" | "upperLetter" if number > 0:
            # Word counts z, aa, bb, not z, aa, ab.
            repeats, letter = divmod(number - 1, 26)
            letters = chr(ord("a") + letter) * min(repeats + 1, 30)
            return letters.upper() if style == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            return roman(number) if style == "upperRoman" else roman(number).lower()
    return str(number)


def roman(number: int) -> str:
    signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    written = ""
    for sign, value in zip(signs, values, strict=True):
        times, number = divmod(number, value)
        written += sign * times
    return written


def int_of(text: str | None, otherwise: int) -> int:
    """Return the integer in an attribute, or `otherwise` if there is none of up to nine digits."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise
