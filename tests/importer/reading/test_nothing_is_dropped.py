"""Every word of a Word file is read once, as body or as aside."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.document import Cell, Document, Table
from tests.importer.documents.raw import p, r, tbl, tc, tr, word_file

WORD = "W"
"""A placeholder for a word; each is then numbered."""

BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
ABOUT_RUNS = (
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:del>{}</w:del>",
    "<w:moveFrom>{}</w:moveFrom>",
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
)
ABOUT_BLOCKS = (
    "{}",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
)
LOOKS = ("", "<w:b/>", "<w:vanish/>", "<w:caps/>", '<w:rFonts w:ascii="Arial"/>')
MARKS = ("", "", "<w:rPr><w:del/></w:rPr>")

runs = st.builds(
    lambda around, look: around.format(r(f" {WORD} ", look)),
    st.sampled_from(ABOUT_RUNS),
    st.sampled_from(LOOKS),
)
boxes = st.builds(lambda run: BOX.format(p(run)), runs)
paragraphs = st.builds(
    lambda parts, mark: p(*parts, properties=mark),
    st.lists(runs | boxes, max_size=3),
    st.sampled_from(MARKS),
)
properties = st.sampled_from(
    ("", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:hMerge/>")
)
rows_properties = st.sampled_from(("", "<w:del/>", "<w:tblHeader/>", '<w:gridBefore w:val="1"/>'))


def tables(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds(lambda content, merge: tc(content + p(), merge), blocks, properties)
    rows = st.builds(
        lambda cells, kind: tr(*cells, properties=kind),
        st.lists(cells, min_size=1, max_size=3),
        rows_properties,
    )
    return st.builds(
        lambda rows, around: around.format(tbl(*rows)),
        st.lists(rows, min_size=1, max_size=3),
        st.sampled_from(ABOUT_BLOCKS),
    )


bodies = st.lists(st.recursive(paragraphs, tables, max_leaves=12), min_size=1, max_size=4)


@given(bodies)
def test_every_word_is_read_once(blocks: list[str]) -> None:
    body = "".join(blocks)
    count = body.count(WORD + " ")
    for number in range(count):
        body = body.replace(f" {WORD} ", f" n{number} ", 1)
    read = Counter(
        word.lower() for text in texts(read_word(word_file(body))) for word in text.split()
    )
    assert read == Counter(f"n{number}" for number in range(count))


def texts(document: Document) -> Iterator[str]:
    """Return all text of a document; a cell in several places counts once."""
    for block in document.blocks:
        if isinstance(block, Table):
            cells: dict[int, Cell] = {id(cell): cell for row in block.rows for cell in row.cells}
            yield from (cell.text for cell in cells.values())
        else:
            yield block.text
    yield from (aside.text for aside in document.asides)
