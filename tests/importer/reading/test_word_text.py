"""Paragraphs of Word files: text, style, and asides."""

import pytest

from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.document import BlockLocation, Line, Run
from tests.importer.documents.raw import MAIN, p, parts_of, r, tbl, tc, tr, word_file, zip_file
from tests.importer.reading.shown import asides, read, shown


def lines(paragraph: str, **parts: str) -> list[Line]:
    """Return the lines of the only paragraph of a file."""
    (block,) = read_word(word_file(paragraph, **parts)).blocks
    return list(block.lines)  # type: ignore[union-attr]


def test_paragraphs_and_tables_keep_their_order() -> None:
    body = p("một") + tbl(tr("a", "b")) + p("hai") + tbl(tr("c")) + p()
    assert read(word_file(body)) == ["một", [["a", "b"]], "hai", [["c"]], ""]


def test_runs_of_one_appearance_are_one_run() -> None:
    paragraph = p(r("Sá", "<w:b/>"), r("ng:", '<w:b w:val="1"/>'), r(" họp", '<w:b w:val="0"/>'))
    assert lines(paragraph) == [Line(runs=(Run(text="Sáng:", bold=True), Run(text=" họp")))]


def test_underlining_none_is_no_underlining() -> None:
    paragraph = p(r("Sáng:", '<w:u w:val="single"/>'), r(" họp", '<w:u w:val="none"/>'))
    assert lines(paragraph) == [Line(runs=(Run(text="Sáng:", underlined=True), Run(text=" họp")))]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dam"/></w:style>
<w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
"""


def test_appearance_is_inherited_from_styles() -> None:
    paragraph = p("chữ", properties='<w:pStyle w:val="Con"/>')
    run = Run(text="chữ", bold=True, italic=True, underlined=True)
    assert lines(paragraph, styles=STYLES) == [Line(runs=(run,))]


def test_bold_of_paragraph_and_character_style_cancel_each_other() -> None:
    paragraph = p(r("chữ", '<w:rStyle w:val="Manh"/>'), properties='<w:pStyle w:val="Con"/>')
    run = Run(text="chữ", italic=True, underlined=True)
    assert lines(paragraph, styles=STYLES) == [Line(runs=(run,))]


def test_a_style_based_on_itself_ends() -> None:
    paragraph = p("chữ", properties='<w:pStyle w:val="Vong"/>')
    assert lines(paragraph, styles=STYLES) == [Line(runs=(Run(text="chữ", italic=True),))]


@pytest.mark.parametrize("sign", ["<w:br/>", "<w:cr/>", '<w:br w:type="textWrapping"/>'])
def test_a_break_made_by_hand_ends_a_line(sign: str) -> None:
    assert read(word_file(p("một", f"<w:r>{sign}</w:r>", "hai"))) == ["một\nhai"]


def test_an_end_of_page_adds_no_empty_line() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = p(page, "một") + p("hai", page) + p("ba", page, "bốn")
    assert read(word_file(body)) == ["một", "hai", "ba\nbốn"]


def test_tabs_stay_and_blanks_and_hyphens_that_forbid_a_break_become_plain() -> None:
    run = "<w:r><w:t>TT</w:t><w:noBreakHyphen/><w:t>TK</w:t><w:softHyphen/><w:tab/></w:r>"
    assert read(word_file(p(run, "Đ/c\u00a0An\u2011B\u00ad\u200b"))) == ["TT-TK\tĐ/c An-B"]


def test_the_file_s_own_spacing_is_no_text() -> None:
    assert read(word_file(p("<w:r><w:t>\n  họp \n</w:t></w:r>"))) == ["họp"]


def test_capitals_by_formatting_are_capitals_on_paper() -> None:
    assert read(word_file(p(r("Sở Khoa học", "<w:caps/>")))) == ["SỞ KHOA HỌC"]


def test_symbols_are_what_they_look_like() -> None:
    run = (
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Wingdings" w:char="F0D8"/>'
        '<w:sym w:font="Symbol" w:char="F02D"/></w:r>'
    )
    assert read(word_file(p(run))) == ["•➢-"]


def test_text_is_composed_and_that_is_said() -> None:
    document = read_word(word_file(p(r("Ho\u0323", "<w:b/>"), r("\u0302p"))))
    assert shown(document) == ["H\u1ed9p"]
    assert [note[:17] for note in document.notes] == ["Văn bản có chữ Vi"]


def test_a_field_shows_its_result_alone() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:t>ẩn</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>04/5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    assert read(word_file(p("ngày ", field, " trang ", simple))) == ["ngày 04/5 trang 2"]


def test_links_controls_and_marks_are_read_through() -> None:
    body = p(
        f'<w:hyperlink r:id="x">{r("một")}</w:hyperlink>',
        f"<w:sdt><w:sdtContent>{r(' hai')}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="x">{r(" ba")}</w:smartTag>',
        "<!-- chú -->",
        "<m:oMath><m:r><m:t> bốn</m:t></m:r></m:oMath>",
    )
    control = f"<w:sdt><w:sdtContent>{p('năm')}{tbl(tr('sáu'))}</w:sdtContent></w:sdt>"
    assert read(word_file(body + control)) == ["một hai ba bốn", "năm", [["sáu"]]]


def test_tracked_changes_are_taken_as_accepted() -> None:
    document = read_word(
        word_file(
            p(
                "Họp ",
                "<w:del><w:r><w:delText>sá</w:delText></w:r></w:del>",
                "<w:del><w:r><w:delText>ng</w:delText></w:r></w:del>",
                f"<w:ins>{r('chiều')}</w:ins>",
                f"<w:moveFrom>{r('cũ')}</w:moveFrom>",
                f"<w:moveTo>{r(' mới')}</w:moveTo>",
            )
            + tbl(tr("giữ"), tr("bỏ", properties="<w:del/>"))
        )
    )
    assert [(str(aside.place), aside.kind, aside.text) for aside in document.asides] == [
        ("", "phần đã xóa (theo dõi thay đổi)", "sáng"),
        ("", "phần đã chuyển đi (theo dõi thay đổi)", "cũ"),
        ("bảng 1, hàng 2", "phần đã xóa (theo dõi thay đổi)", "bỏ"),
    ]
    assert shown(document) == ["Họp chiều mới", [["giữ"]]]
    assert [note[:27] for note in document.notes] == ["Văn bản có theo dõi thay đổ"]


def test_a_deleted_end_of_paragraph_joins_it_to_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    moved = "<w:rPr><w:moveFrom/></w:rPr>"
    body = (
        p("năm ", properties=gone)
        + p(f"<w:moveFrom>{r('đi')}</w:moveFrom>", properties=moved)
        + p("2021")
        + p("cuối", properties=gone)
    )
    assert read(word_file(body)) == ["năm 2021", "cuối"]


def test_what_is_not_the_body_stands_aside() -> None:
    box = f"<w:txbxContent>{p('trong khung')}</w:txbxContent>"
    twice = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>{box}</wps:wsp>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read_word(
        word_file(
            p(
                "chữ",
                twice,
                r("ẩn", "<w:vanish/>"),
                '<w:r><w:footnoteReference w:id="2"/></w:r>',
                '<w:r><w:endnoteReference w:id="2"/></w:r>',
                '<w:r><w:commentReference w:id="0"/></w:r>',
            ),
            footnotes=f'<w:footnote w:id="2">{p("dưới trang")}</w:footnote>',
            endnotes=f'<w:endnote w:id="2">{p("cuối bài")}</w:endnote>',
            comments=f'<w:comment w:id="0">{p("ý kiến")}</w:comment>',
            header=p("Trang ", "2"),
            footer=p("Lưu hành nội bộ"),
        )
    )
    assert document.blocks == read_word(word_file(p("chữ"))).blocks
    assert asides(document) == [
        ("khung chữ", "trong khung"),
        ("chữ ẩn", "ẩn"),
        ("chú thích cuối trang", "dưới trang"),
        ("chú thích cuối văn bản", "cuối bài"),
        ("nhận xét", "ý kiến"),
        ("chân trang", "Lưu hành nội bộ"),
    ]


def test_what_stands_aside_in_a_table_keeps_its_place() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('khung')}</w:txbxContent></w:pict></w:r>"
    document = read_word(word_file(tbl(tr("a"), tr(tc(p(box))))))
    assert [aside.place for aside in document.asides] == [BlockLocation(table=1, row=2)]


def test_the_names_of_iso_strict_are_understood() -> None:
    content = word_file(p(r("chữ", "<w:b/>")))
    files = parts_of(content)
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    files["word/document.xml"] = files["word/document.xml"].replace(MAIN.encode(), strict)
    assert read_word(zip_file(files)).blocks == read_word(content).blocks


def test_pictures_are_counted_but_not_the_lines_of_the_layout() -> None:
    line = '<w:r><w:pict><v:line from="0,0" to="9,0"/></w:pict></w:r>'
    image = "<w:r><w:pict><v:imagedata/></w:pict></w:r>"
    assert asides(read_word(word_file(p("chữ", line, image)))) == [
        ("hình ảnh", "1 hình không đọc được chữ")
    ]


def test_macros_are_not_run_and_that_is_said() -> None:
    files = parts_of(word_file(p("chữ"))) | {"word/vbaProject.bin": b"macro"}
    document = read_word(zip_file(files))
    assert (shown(document), document.notes) == (
        ["chữ"],
        ("Tệp có macro; macro không được chạy, chỉ chữ được đọc.",),
    )


def test_text_struck_through_stands_aside() -> None:
    paragraph = p(r("Họp A ", "<w:strike/>"), r("Họp B"), r(" cũ", "<w:dstrike/>"))
    document = read_word(word_file(paragraph))
    assert (shown(document), asides(document)) == (
        ["Họp B"],
        [("chữ bị gạch ngang", "Họp A"), ("chữ bị gạch ngang", "cũ")],
    )


def form_field(data: str) -> str:
    """Return the runs of a field of an old form; Word writes no result for it."""
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    return (
        f"<w:r>{begin}</w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


ENTRIES = '<w:listEntry w:val="Văn phòng"/><w:listEntry w:val="Phòng QLKH"/>'


@pytest.mark.parametrize(
    ("data", "shown_text"),
    [
        (f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>', "Giao Phòng QLKH"),
        (f'<w:ddList><w:default w:val="1"/>{ENTRIES}</w:ddList>', "Giao Phòng QLKH"),
        (f"<w:ddList>{ENTRIES}</w:ddList>", "Giao Văn phòng"),
        (f'<w:ddList><w:result w:val="7"/>{ENTRIES}</w:ddList>', "Giao"),
        ("<w:checkBox><w:checked/></w:checkBox>", "Giao ☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "Giao ☐"),
        ("<w:textInput/>", "Giao"),
    ],
)
def test_a_form_field_shows_what_is_chosen(data: str, shown_text: str) -> None:
    assert read(word_file(p("Giao ", form_field(data)))) == [shown_text]


def test_a_drop_down_in_a_cell_is_read() -> None:
    data = f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>'
    assert read(word_file(tbl(tr("4", tc(p(form_field(data))))))) == [[["4", "Phòng QLKH"]]]


def test_a_content_control_shows_its_choice_and_not_its_prompt() -> None:
    chosen = "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = chosen.replace("<w:dropDownList/>", "<w:showingPlcHdr/><w:dropDownList/>")
    paragraph = p("Giao ", chosen.format(r("Phòng QLKH")), prompt.format(r("Chọn một mục.")))
    document = read_word(word_file(paragraph))
    assert shown(document) == ["Giao Phòng QLKH"]
    assert asides(document) == [("chữ gợi ý của ô chưa điền", "Chọn một mục.")]
