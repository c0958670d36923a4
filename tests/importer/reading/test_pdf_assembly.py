"""Test page numbers, running heads and text at the edges of pages."""

from agenda.importer.backends.pdf.assembly import assemble
from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.pdf.pages import PdfPage
from agenda.importer.datamodel.document import Paragraph
from agenda.importer.loading.agenda_pdf import AGENDA_CUES

WIDTH, HEIGHT, SIZE = 400.0, 800.0, 10.0


def page(number: int, *lines: tuple[str, float]) -> PdfPage:
    """Return a page with lines at these heights."""
    return PdfPage(
        number=number,
        width=WIDTH,
        height=HEIGHT,
        chars=tuple(
            Char(
                text=letter,
                x0=x,
                x1=x + 5.0,
                baseline=top + SIZE,
                size=SIZE,
            )
            for text, top in lines
            for x, letter in zip(range(20, 400, 5), text, strict=False)
            if letter != " "
        ),
        tables=(),
        rules=(),
        rotated="",
        pictures=0,
        struck=(),
    )


def read(*pages: PdfPage) -> tuple[list[str], list[str]]:
    """Return the paragraphs and the texts of the asides."""
    document = assemble(pages, AGENDA_CUES)
    paragraphs = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    return paragraphs, [aside.text for aside in document.asides]


def test_the_numbers_of_pages_are_left_out() -> None:
    pages = [page(n, (str(n + 4), 20.0), (f"Họp {'ABC'[n]}.", 400.0)) for n in range(3)]
    assert read(*pages) == (["Họp A.", "Họp B.", "Họp C."], [])


def test_a_figure_alone_at_the_edge_of_a_page_is_of_the_text() -> None:
    first = page(1, ("1", 20.0), ("Họp A", 300.0), ("Họp B năm", 780.0))
    second = page(2, ("2", 20.0), ("2021", 60.0), ("Họp C", 300.0))
    assert read(first, second) == (["Họp A", "Họp B năm 2021", "Họp C"], [])


def test_the_ends_of_sentences_at_the_same_height_of_several_pages_are_of_the_text() -> None:
    pages = [
        page(n, (end, 50.0), (f"- Họp {'ABC'[n]} của UBND", 780.0))
        for n, end in enumerate(("2021", "2030", "tỉnh)"))
    ]
    assert read(*pages) == (
        ["2021", "- Họp A của UBND 2030", "- Họp B của UBND tỉnh)", "- Họp C của UBND"],
        [],
    )


def test_a_running_head_is_put_aside_but_not_the_name_of_a_half_day() -> None:
    pages = [
        page(n, ("SỞ KHOA HỌC", 20.0), ("Chiều:", 50.0), (f"Họp {'ABC'[n]}", 400.0))
        for n in range(3)
    ]
    texts = ["Chiều:", "Họp A", "Chiều:", "Họp B", "Chiều:", "Họp C"]
    assert read(*pages) == (texts, ["SỞ KHOA HỌC"] * 3)
