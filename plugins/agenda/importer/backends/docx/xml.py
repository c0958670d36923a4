"""Elements of WordprocessingML: their names, what they wrap, and the plain text below them."""

from collections.abc import Iterator

from agenda.importer.backends.docx.package import Element, W
from agenda.importer.backends.text.characters import printed_symbol

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

WRAPPERS = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"}
    | {"fldSimple", "ruby", "rubyBase"}
)
"""What stands around text, rows or blocks without being any."""


def elements(parent: Element) -> Iterator[Element]:
    """The child elements, without comments and processing instructions."""
    return parent.iterchildren("*")


def local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def chosen(alternatives: Element) -> Element:
    """One of the ways in which a file offers the same thing: what newer programs take."""
    choice = alternatives.find(f"{COMPATIBILITY}Choice")
    fallback = alternatives.find(f"{COMPATIBILITY}Fallback")
    for each in (choice, fallback):
        if each is not None and len(each):
            return each
    return alternatives.makeelement(f"{COMPATIBILITY}Choice")


def outermost(parent: Element, tag: str) -> Iterator[Element]:
    """The topmost elements of this tag below `parent`, each alternative content read once."""
    for child in elements(parent):
        if child.tag == tag:
            yield child
        elif local(child) == "AlternateContent":
            yield from outermost(chosen(child), tag)
        else:
            yield from outermost(child, tag)


def written(element: Element) -> str:
    """What a child of a run prints; empty for what prints nothing."""
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
    # Without xml:space="preserve" the spaces around are the file's own layout.
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" ")


def all_text(element: Element) -> str:
    """Everything written below an element, deleted or not, a line to a paragraph."""
    lines = [""]

    def walk(parent: Element) -> None:
        for child in elements(parent):
            match local(child):
                case "p":
                    lines.append("")
                    walk(child)
                    lines.append("")
                case "AlternateContent":
                    walk(chosen(child))
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
