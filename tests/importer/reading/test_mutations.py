"""Damaged files are refused or give a valid document."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from agenda.importer.backends.docx.package import W
from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.document import Document, Paragraph, Table
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading.agenda_pdf import read_agenda_pdf
from agenda.importer.loading.formats import Format, detect_format
from tests.importer.documents.raw import parts_of, zip_file

share = st.floats(0, 1, exclude_max=True)
edits = st.lists(
    st.tuples(share, st.binary(max_size=6), st.integers(0, 40)), min_size=1, max_size=6
)
"""Where in a file (0 its beginning, 1 its end), what is put there, how much it replaces."""

CHANGES = ("remove", "double", "wrap", "rename", "value")
changes = st.lists(
    st.tuples(
        share,
        st.sampled_from(CHANGES),
        st.sampled_from(["gridSpan", "vMerge", "tbl", "tc", "tr", "p", "del", "sdt", "-1", "9999"]),
    ),
    min_size=1,
    max_size=12,
)
"""Which element of a part, what is done to it, and the name or value that this takes."""


@given(edits=edits)
def test_a_damaged_word_file(official_word: Path, edits: list[tuple[float, bytes, int]]) -> None:
    assert faults(damaged(official_word.read_bytes(), edits)) == []


@given(edits=edits, part=st.sampled_from(["document", "styles", "numbering", "_rels/document"]))
def test_a_word_file_of_damaged_parts(
    official_word: Path, edits: list[tuple[float, bytes, int]], part: str
) -> None:
    files = parts_of(official_word.read_bytes())
    name = f"word/{part}.xml" + (".rels" if part.startswith("_") else "")
    assert faults(zip_file(files | {name: damaged(files[name], edits)})) == []


@given(changes=changes)
def test_a_word_file_of_another_structure(
    official_word: Path, changes: list[tuple[float, str, str]]
) -> None:
    files = parts_of(official_word.read_bytes())
    root = etree.fromstring(files["word/document.xml"])
    for where, change, name in changes:
        below = list(root.iterdescendants())
        if below:
            alter(below[int(where * len(below))], change, name)
    assert faults(zip_file(files | {"word/document.xml": etree.tostring(root)})) == []


@given(keep=st.floats(0, 1))
def test_a_truncated_word_file(official_word: Path, keep: float) -> None:
    content = official_word.read_bytes()
    assert faults(content[: int(keep * len(content))]) == []


# A PDF takes about eight times as long as a Word file.
@settings(max_examples=settings().max_examples // 8)
@given(edits=edits)
def test_a_damaged_pdf(official_pdf: Path, edits: list[tuple[float, bytes, int]]) -> None:
    assert faults(damaged(official_pdf.read_bytes(), edits)) == []


def damaged(content: bytes, edits: list[tuple[float, bytes, int]]) -> bytes:
    for where, new, replaced in edits:
        at = int(where * len(content))
        content = content[:at] + new + content[at + replaced :]
    return content


def alter(element: etree._Element, change: str, name: str) -> None:
    parent = element.getparent()
    assert parent is not None
    match change:
        case "remove":
            parent.remove(element)
        case "double":
            parent.append(etree.fromstring(etree.tostring(element)))
        case "wrap" if name.isalpha():
            wrapper = etree.Element(f"{W}{name}")
            parent.replace(element, wrapper)
            wrapper.append(element)
        case "rename" if name.isalpha():
            element.tag = f"{W}{name}"
        case _:
            element.set(f"{W}val", name)


def faults(content: bytes) -> list[str]:
    """Return the broken invariants of the document in these bytes; none if it is refused."""
    try:
        match detect_format(content):
            case Format.WORD:
                document = read_word(content)
            case Format.PDF:
                document = read_agenda_pdf(content)
            case _:
                return []
    except ImportRefused:
        return []
    return [*ragged(document), *unsound(document)]


def ragged(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table) and len({len(row.cells) for row in block.rows}) != 1:
            yield f"{block.place}: rows of unlike length"


def unsound(document: Document) -> Iterator[str]:
    for paragraph in paragraphs(document):
        for line in paragraph.lines:
            if "\n" in line.text or not unicodedata.is_normalized("NFC", line.text):
                yield f"{paragraph.place}: {line.text!r}"


def paragraphs(document: Document) -> Iterator[Paragraph]:
    for block in document.blocks:
        match block:
            case Paragraph():
                yield block
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell.paragraphs
