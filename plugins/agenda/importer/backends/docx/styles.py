"""Compute how .docx text looks: direct formatting, then character, paragraph and table styles."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from agenda.importer.backends.docx.package import Element, W

OFF = frozenset({"0", "false", "off", "none"})
TOGGLES = ("b", "i", "vanish", "caps", "strike")
"""Toggle properties: set in both the paragraph and the character style, they cancel out
(ISO 29500-1, 17.7.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """The relevant properties of characters; `font` is empty if no style names one."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    capitals: bool = False
    struck: bool = False
    font: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of a document by their identifiers."""

    by_id: dict[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    default_paragraph: str = ""
    _known: dict[tuple[str, str], "StyleChain"] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None) -> "Styles":
        if root is None:
            return cls()
        styles = {each.get(f"{W}styleId", ""): each for each in root.iterfind(f"{W}style")}
        return cls(
            by_id=styles,
            defaults=root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"),
            default_paragraph=next(
                (
                    name
                    for name, style in styles.items()
                    if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default"))
                    if style.get(f"{W}default")
                ),
                "",
            ),
        )

    def appearance(self, paragraph: Element, run: Element, table_style: str = "") -> Appearance:
        """Return the appearance of a run; `table_style` is the style of the table around it."""
        direct = run.find(f"{W}rPr")
        style_chains = [
            self._style_chain(table_style),
            self._style_chain(self.paragraph_style(paragraph)),
            self._style_chain(value_of(direct, "rStyle")),
        ]
        return Appearance(
            bold=self._toggled("b", direct, style_chains),
            italic=self._toggled("i", direct, style_chains),
            hidden=self._toggled("vanish", direct, style_chains),
            capitals=self._toggled("caps", direct, style_chains),
            struck=self._toggled("strike", direct, style_chains)
            or is_on(self._last("dstrike", direct, style_chains) or "0"),
            underlined=self._last("u", direct, style_chains) not in OFF | {""},
            font=self._font(direct, style_chains),
        )

    def paragraph_style(self, paragraph: Element) -> str:
        return value_of(paragraph.find(f"{W}pPr"), "pStyle") or self.default_paragraph

    def lineage(self, style: str) -> Iterator[Element]:
        """Yield a style and its base styles, nearest first; stop at a cycle."""
        seen = set[str]()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = value_of(self.by_id[style], "basedOn")

    def _style_chain(self, style: str) -> "StyleChain":
        key = ("", style)
        if key not in self._known:
            found = (each.find(f"{W}rPr") for each in self.lineage(style))
            self._known[key] = StyleChain(tuple(each for each in found if each is not None))
        return self._known[key]

    def _toggled(self, name: str, direct: Element | None, style_chains: list["StyleChain"]) -> bool:
        if direct is not None and (explicit_value := direct.find(f"{W}{name}")) is not None:
            return is_on(explicit_value.get(f"{W}val"))
        on = sum(chain.toggled_on(name) for chain in style_chains) % 2 == 1
        default = None if self.defaults is None else self.defaults.find(f"{W}{name}")
        return on or (default is not None and is_on(default.get(f"{W}val")))

    def _last(self, name: str, direct: Element | None, style_chains: list["StyleChain"]) -> str:
        for properties in self._nearest_first(direct, style_chains):
            if (explicit_value := properties.find(f"{W}{name}")) is not None:
                return explicit_value.get(f"{W}val") or "single"
        return ""

    def _font(self, direct: Element | None, style_chains: list["StyleChain"]) -> str:
        for properties in self._nearest_first(direct, style_chains):
            # Letters with diacritics are drawn in the "high ANSI" font.
            for kind in ("hAnsi", "ascii"):
                fonts = properties.find(f"{W}rFonts")
                if fonts is not None and (name := fonts.get(f"{W}{kind}")):
                    return name
        return ""

    def _nearest_first(
        self, direct: Element | None, style_chains: list["StyleChain"]
    ) -> Iterator[Element]:
        if direct is not None:
            yield direct
        for chain in reversed(style_chains):
            yield from chain.properties
        if self.defaults is not None:
            yield self.defaults


@dataclass(frozen=True, slots=True)
class StyleChain:
    """The run properties of a style and of its base styles, nearest first."""

    properties: tuple[Element, ...]

    def toggled_on(self, name: str) -> bool:
        for properties in self.properties:
            if (explicit_value := properties.find(f"{W}{name}")) is not None:
                return is_on(explicit_value.get(f"{W}val"))
        return False


def is_on(value: str | None) -> bool:
    """Tell whether a toggle with this value is on; a toggle without a value is on."""
    return value not in OFF


def value_of(parent: Element | None, name: str) -> str:
    """Return the `w:val` of a child element; empty if there is none."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
