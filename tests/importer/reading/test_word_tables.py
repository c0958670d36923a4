"""Tables of Word files: the cell at each place of the grid."""

import pytest

from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.datamodel.refusal import ImportRefused
from tests.importer.documents.raw import p, tbl, tc, tr, word_file
from tests.importer.reading.shown import asides, read, table

RESTART = '<w:vMerge w:val="restart"/>'


def span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>'


def test_a_merged_cell_is_the_same_at_all_places_that_it_covers() -> None:
    body = tbl(
        tr(tc("khối", RESTART + span(2)), "a", "b"),
        tr(tc("", "<w:vMerge/>" + span(2)), "c", "d"),
        tr("e", "f", tc("dài", span(2))),
    )
    rows = table(read_word(word_file(body))).rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["khối", "khối", "a", "b"],
        ["khối", "khối", "c", "d"],
        ["e", "f", "dài", "dài"],
    ]
    block = rows[0].cells[0]
    assert all(rows[row].cells[column] is block for row in (0, 1) for column in (0, 1))
    assert rows[0].cells[2] is not rows[1].cells[2]
    assert block.place == BlockLocation(table=1, row=1)


def test_cells_of_like_text_are_not_one() -> None:
    (row,) = table(read_word(word_file(tbl(tr("a", "a"))))).rows
    assert row.cells[0] is not row.cells[1]


def test_merges_as_word_97_wrote_them_are_understood() -> None:
    body = tbl(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "b"))
    (row,) = table(read_word(word_file(body))).rows
    assert [cell.text for cell in row.cells] == ["a", "a", "b"]
    assert row.cells[0] is row.cells[1]


def test_places_that_a_row_leaves_out_are_empty() -> None:
    body = tbl(
        tr("a", "b", "c"),
        tr("d", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        tr("e"),
    )
    assert read(word_file(body)) == [[["a", "b", "c"], ["", "d", ""], ["e", "", ""]]]


def test_a_merge_that_goes_on_from_nothing_is_a_cell_of_its_own() -> None:
    assert read(word_file(tbl(tr(tc("a", "<w:vMerge/>"), "b")))) == [[["a", "b"]]]


def test_text_under_a_merged_cell_is_put_aside() -> None:
    document = read_word(word_file(tbl(tr(tc("a", RESTART)), tr(tc("b", "<w:vMerge/>")))))
    assert asides(document) == [("chữ bị ô gộp che", "b")]


def test_rows_marked_to_be_repeated_are_heads_from_the_first_on() -> None:
    head = "<w:tblHeader/>"
    body = tbl(
        tr("a", properties=head),
        tr("b", properties=head),
        tr("c", properties='<w:tblHeader w:val="0"/>'),
        tr("d", properties=head),
    )
    rows = table(read_word(word_file(body))).rows
    assert [row.heading for row in rows] == [True, True, False, False]


def test_paragraphs_and_breaks_of_a_cell_are_kept() -> None:
    (row,) = table(read_word(word_file(tbl(tr(tc(p("a") + p() + p("b"))))))).rows
    assert [paragraph.text for paragraph in row.cells[0].paragraphs] == ["a", "", "b"]


def test_a_table_in_a_cell_is_read_as_paragraphs_and_that_is_said() -> None:
    inner = tbl(tr("b", "c"), tr("d", "e"))
    document = read_word(word_file(tbl(tr(tc(p("a") + inner + p("f")), "g"))))
    assert [cell.text for cell in table(document).rows[0].cells] == ["a\nb\nc\nd\ne\nf", "g"]
    assert [note[:23] for note in document.notes] == ["Có bảng lồng trong ô; c"]


def test_a_cell_that_merely_frames_a_table_is_looked_through() -> None:
    inner = tbl(tr("a", "b"))
    assert read(word_file(tbl(tr(tc(p("đầu") + inner + p()))))) == ["đầu", [["a", "b"]], ""]


def test_rows_and_cells_in_content_controls_are_rows_and_cells() -> None:
    cell = f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr('a')}</w:sdtContent></w:sdt>".replace(
        "</w:tr>", cell + "</w:tr>"
    )
    assert read(word_file(tbl(row))) == [[["a", "b"]]]


def test_tables_are_numbered_and_places_say_so() -> None:
    document = read_word(word_file(tbl(tr("a")) + p() + tbl(tr("b"), tr("c"))))
    assert [str(row.place) for row in table(document, 2).rows] == [
        "bảng 2, hàng 1",
        "bảng 2, hàng 2",
    ]


def test_a_table_of_too_many_columns_is_refused() -> None:
    with pytest.raises(ImportRefused, match="hơn 200 cột"):
        read(word_file(tbl(tr(tc("a", span(999_999_999))))))
