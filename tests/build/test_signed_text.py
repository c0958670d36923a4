"""Signed files are compared with their month by the words around each mark."""

import pytest

from agenda.build.checks.signed_text import Judgement, Verdict, judge
from agenda.importer.datamodel.document import (
    Aside,
    Cell,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
)

MARK = "[không công bố]"
TEXTS = [
    f"Tiếp công dân {MARK}",
    "Tiếp công dân định kỳ",
    "Duyệt Bản tin số tháng 5",
    f"{MARK} trình bày khiếu nại",
    f"Gặp ông {MARK} và bà {MARK} về đất đai",
]
COVERED = [
    f"Tiếp công dân {MARK}",
    "Tiếp công dân định kỳ",
    "Duyệt Bản tin số tháng 5",
    "…… trình bày khiếu nại",
    "Gặp ông xxx và bà về đất đai",
]


def paragraph(text: str) -> Paragraph:
    return Paragraph(lines=tuple(Line(runs=(Run(text=line),)) for line in text.split("\n")))


def cell(text: str) -> Cell:
    return Cell(paragraphs=(paragraph(text),))


def verdict(*texts: str, asides: tuple[Aside, ...] = ()) -> Verdict:
    """Judge a file whose table has each text in a row of its own, beside a day and a unit."""
    rows = [
        Row(cells=(cell(str(day)), cell(text), cell("Văn phòng")))
        for day, text in enumerate(texts, 1)
    ]
    document = Document(blocks=(paragraph("CHƯƠNG TRÌNH"), Table(rows=tuple(rows))), asides=asides)
    return judge(document, TEXTS).verdict


def with_text(number: int, text: str) -> list[str]:
    return [text if at == number else each for at, each in enumerate(COVERED)]


def test_a_covered_file_passes() -> None:
    assert verdict(*COVERED) is Verdict.COVERED


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "Tiếp công dân Nguyễn Văn Bê"),
        (0, "Sáng: TIẾP CÔNG DÂN:\nNguyễn Văn Bê"),
        (0, "Tiếp công dân\nNguyễn Văn Bê\nChiều: Duyệt Bản tin số tháng 5"),
        (0, "Tiếp công dân Thu"),
        (0, "Tiếp công dân 0912.345.678"),
        (3, "Nguyễn Văn Bê trình bày khiếu nại"),
        (3, "Sáng: Nguyễn Văn Bê trình bày khiếu nại"),
        (4, "Gặp ông Nguyễn Bê và bà xxx về đất đai"),
        (4, f"Gặp ông {MARK} và bà Lê Xê về đất đai"),
        (4, f"Gặp ông Nguyễn {MARK} và bà {MARK} về đất đai"),
    ],
)
def test_words_in_place_of_a_mark_are_seen(number: int, text: str) -> None:
    assert verdict(*with_text(number, text)) is Verdict.SHOWN


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "Tiếp công dân"),
        (0, "Tiếp công dân ████████\nChiều: Duyệt Bản tin số tháng 5"),
        (0, "Tiếp công dân\n8h30: Duyệt Bản tin số tháng 5"),
        (0, "Tiếp công dân\nDuyệt Bản tin số tháng 5"),
        (3, "Sáng: ███ trình bày khiếu nại"),
        (3, "Tiếp công dân định kỳ\n███ trình bày khiếu nại"),
    ],
)
def test_what_follows_or_goes_before_a_covered_place_is_no_private_word(
    number: int, text: str
) -> None:
    assert verdict(*with_text(number, text)) is Verdict.COVERED


def test_words_that_a_page_break_parts_from_their_text_are_seen() -> None:
    assert verdict("Tiếp công dân", "Nguyễn Văn Bê", *COVERED[1:]) is Verdict.SHOWN


def test_a_text_that_is_not_found_is_not_known_to_be_covered() -> None:
    assert verdict(*with_text(4, "Gặp các hộ dân")) is Verdict.UNKNOWN


def test_a_text_that_is_nothing_but_a_mark_is_not_known_to_be_covered() -> None:
    document = Document(blocks=(paragraph("Nguyễn Văn Bê"),))
    assert judge(document, [MARK]) == Judgement(verdict=Verdict.UNKNOWN, about=MARK)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("phần đã xóa (theo dõi thay đổi)", Verdict.HIDDEN),
        ("nhận xét", Verdict.HIDDEN),
        ("chữ ẩn", Verdict.HIDDEN),
        ("hình ảnh", Verdict.UNKNOWN),
        ("chân trang", Verdict.COVERED),
    ],
)
def test_what_a_file_has_besides_its_text_counts(kind: str, expected: Verdict) -> None:
    assert verdict(*COVERED, asides=(Aside(kind=kind, text="Nguyễn Văn Bê"),)) is expected


def test_words_in_a_text_box_are_seen() -> None:
    box = Aside(kind="khung chữ", text="Tiếp công dân Nguyễn Văn Bê")
    assert verdict(*COVERED, asides=(box,)) is Verdict.SHOWN


MORE = [f"Thăm hộ bà {MARK} tại xã", "Thăm hộ bà con vùng lũ tại xã"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thăm hộ bà Nguyễn Thị Mơ tại xã", Verdict.SHOWN),
        ("Thăm hộ bà …… tại xã", Verdict.COVERED),
        ("Thăm hộ bà con vùng lũ tại xã", Verdict.COVERED),
        ("Họp giao ban", Verdict.COVERED),
    ],
)
def test_words_that_another_document_of_the_month_withholds_are_seen(
    text: str, expected: Verdict
) -> None:
    document = Document(blocks=(paragraph(text),))
    assert judge(document, ["Họp giao ban"], MORE).verdict is expected
