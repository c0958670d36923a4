"""Name and walk elements of WordprocessingML and collect their plain text."""

from collections.abc import Iterator

from agenda.importer.backends.docx.package import Element, W
from agenda.importer.backends.text.characters import printed_symbol

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

WRAPPERS = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"}
    | {"fldSimple", "ruby", "rubyBase"}
)
"""Elements that only wrap text, rows or blocks."""


def elements(parent: Element) -> Iterator[Element]:
    """Iterate over the child elements, without comments and processing instructions."""
    return parent.iterchildren("*")


def local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def chosen_alternative(alternatives: Element) -> Element:
    """Return the alternative that newer programs read."""
    choice = alternatives.find(f"{COMPATIBILITY}Choice")
    fallback = alternatives.find(f"{COMPATIBILITY}Fallback")
    for each in (choice, fallback):
        if each is not None and len(each):
            return each
    return alternatives.makeelement(f"{COMPATIBILITY}Choice")


def outermost(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the topmost elements with this tag below `parent`; read one of several alternatives."""
    for child in elements(parent):
        if child.tag == tag:
            yield child
        elif local(child) == "AlternateContent":
            yield from outermost(chosen_alternative(child), tag)
        else:
            yield from outermost(child, tag)


def form_value(character: Element) -> str:
    """Return what a drop-down or a check box of a form shows; empty for other fields.

    Word keeps no text for these fields beside their data.
    """
    form = character.find(f"{W}ffData")
    if form is None:
        return ""
    if (choices := form.find(f"{W}ddList")) is not None:
        entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
        chosen = _form_number(choices, "result", "default")
        return entries[chosen] if chosen < len(entries) else ""
    if (box := form.find(f"{W}checkBox")) is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        is_checked = state is not None and state.get(f"{W}val", "1") in {"1", "true", "on"}
        return "☒" if is_checked else "☐"
    return ""


def _form_number(choices: Element, *names: str) -> int:
    """Return the value of the first of the named children, or 0."""
    for name in names:
        child = choices.find(f"{W}{name}")
        if child is not None:
            value = child.get(f"{W}val", "")
            return int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else 0
    return 0


def written(element: Element) -> str:
    """Return the text that a child of a run prints; empty for elements that print nothing."""
    match local(element):
        case "t":
            return text_of(element)
        case "tab" | "ptab":
            return "\t"
        case "noBreakHyphen":
            return "-"
        case "sym":
            return symbol(element)
    return ""


def text_of(element: Element) -> str:
    text = (element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    # Without xml:space="preserve", spaces at the ends are only formatting of the XML.
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" ")


def all_text(element: Element) -> str:
    """Return all text below an element, deleted text included, with one line per paragraph."""
    lines = [""]

    def walk(parent: Element) -> None:
        for child in elements(parent):
            match local(child):
                case "p":
                    lines.append("")
                    walk(child)
                    lines.append("")
                case "AlternateContent":
                    walk(chosen_alternative(child))
                case "t" | "delText":
                    lines[-1] += child.text or ""
                case "tab":
                    lines[-1] += "\t"
                case "br" | "cr":
                    lines.append("")
                case _:
                    walk(child)

    walk(element)
    return "\n".join(line for line in lines if line)


def symbol(element: Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return printed_symbol(sign, element.get(f"{W}font", ""))
