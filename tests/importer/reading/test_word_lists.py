"""Numbers, letters and bullets that Word prints before the paragraphs of its lists."""

import pytest

from agenda.importer.backends.docx.lists import numeral
from tests.importer.documents.raw import p, word_file
from tests.importer.reading.shown import read


def level(depth: int, style: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, instances: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{instances}'
    )


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def test_levels_count_and_start_again_below_each_other() -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
        level(2, "lowerLetter", "%3)"),
    )
    body = (
        item("một") + item("hai", 1) + item("ba", 2) + item("bốn", 2) + item("năm", 1)
        + p("giữa") + item("sáu") + item("bảy", 1)
    )  # fmt: skip
    assert read(word_file(body, numbering=numbering(*levels))) == [
        "I. một",
        "1.1. hai",
        "a) ba",
        "b) bốn",
        "1.2. năm",
        "giữa",
        "II. sáu",
        "2.1. bảy",
    ]


def test_a_list_that_begins_deep_counts_what_stands_above_as_begun() -> None:
    levels = level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")
    assert read(word_file(item("a", 1) + item("b"), numbering=numbering(*levels))) == [
        "1.1 a",
        "2 b",
    ]


def test_a_list_goes_on_in_another_unless_that_starts_anew() -> None:
    instances = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", number=2) + item("c", number=3) + item("d", number=3)
    rules = numbering(level(0, "decimal", "%1."), instances=instances)
    assert read(word_file(body, numbering=rules)) == ["1. a", "2. b", "5. c", "6. d"]


@pytest.mark.parametrize(
    ("sign", "font", "printed"),
    [
        ("-", "Times New Roman", "-"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("\uf0a7", "Wingdings", "▪"),
        ("o", "Courier New", "o"),
        ("\uf076", "Phông lạ", "•"),
    ],
)
def test_bullets_are_as_printed(sign: str, font: str, printed: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    rules = numbering(level(0, "bullet", sign, fonts))
    assert read(word_file(item("họp"), numbering=rules)) == [f"{printed} họp"]


def test_a_style_may_bring_its_list_and_a_paragraph_may_leave_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    style = '<w:pStyle w:val="Muc"/>'
    body = (
        p("một", properties=style)
        + p("thôi", properties=f'{style}<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("hai", properties=style)
    )
    rules = numbering(level(0, "decimal", "%1)"))
    assert read(word_file(body, styles=styles, numbering=rules)) == ["1) một", "thôi", "2) hai"]


def test_only_the_first_line_of_a_paragraph_has_the_marker() -> None:
    body = p(
        "một", "<w:r><w:br/></w:r>", "tiếp", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    rules = numbering(level(0, "decimal", "%1."))
    assert read(word_file(body, numbering=rules)) == ["1. một\ntiếp"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = item("").replace("</w:numPr>", "</w:numPr><w:rPr><w:del/></w:rPr>")
    rules = numbering(level(0, "decimal", "%1."))
    assert read(word_file(item("a") + gone + item("b"), numbering=rules)) == ["1. a", "2. b"]


def test_a_list_that_the_file_does_not_define_prints_nothing() -> None:
    assert read(word_file(item("a", number=7))) == ["a"]


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (0, "lowerLetter", "0"),
        (3, "thaiLetters", "3"),
    ],
)
def test_numerals_are_those_of_word(number: int, style: str, written: str) -> None:
    assert numeral(number, style) == written
