"""Legacy fonts are recognised by name or by words, and read as Unicode."""

from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from agenda.importer.backends.docx.reader import read_word
from agenda.importer.backends.text.encodings import Encoding, decode, encodings_of, named_encoding
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading.reader import read_document
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.raw import p, r, word_file
from tests.importer.reading.shown import shown

NATION = "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"
IN_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc"
IN_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Ñoäc laäp - Töï do - Haïnh phuùc"
WORK = "Chương trình công tác tháng 5 năm 2021 của Sở Khoa học và Công nghệ tỉnh Hà Tĩnh"
WORK_IN_TCVN3 = (
    "Ch\xad¬ng tr×nh c«ng t¸c th¸ng 5 n¨m 2021 cña Së Khoa häc vµ C«ng nghÖ tØnh Hµ TÜnh"
)
WORK_IN_VNI = (
    "Chöông trình coâng taùc thaùng 5 naêm 2021 cuûa Sôû Khoa hoïc vaø Coâng ngheä tænh Haø Tónh"
)


def fonted(text: str, font: str) -> str:
    return r(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


@pytest.mark.parametrize(
    ("written", "encoding", "meant"),
    [
        *zip(IN_TCVN3, [Encoding.TCVN3] * 2, NATION, strict=True),
        *zip(IN_VNI, [Encoding.VNI] * 2, NATION, strict=True),
        (WORK_IN_TCVN3, Encoding.TCVN3, WORK),
        (WORK_IN_VNI, Encoding.VNI, WORK),
        ("Së khoa häc", Encoding.TCVN3_CAPITALS, "SỞ KHOA HỌC"),
        ("SÔÛ KHOA HOÏC VAØ COÂNG NGHEÄ", Encoding.VNI, "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
        ("Ñ/c Aùnh PGÑ", Encoding.VNI, "Đ/c Ánh PGĐ"),
        ("đã là Unicode", Encoding.VNI, "đã là Unicode"),
    ],
)
def test_old_encodings_are_read(written: str, encoding: Encoding, meant: str) -> None:
    assert decode(written, encoding) == meant


@pytest.mark.parametrize("written", ["Ch-¬ng tr×nh", "Ch¬ng tr×nh"])
def test_a_letter_that_a_program_took_for_a_hyphen_is_put_back(written: str) -> None:
    assert decode(written, Encoding.TCVN3) == "Chương trình"


def test_real_hyphens_stay() -> None:
    assert decode("TT-TK kinh tÕ - x· héi", Encoding.TCVN3) == "TT-TK kinh tế - xã hội"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VnArial NarrowH", Encoding.TCVN3_CAPITALS),
        (".VnTime,Bold", Encoding.TCVN3),
        ("VNI-Times", Encoding.VNI),
        ("Times New Roman", None),
        ("SVN-Gotham", None),
        ("", None),
    ],
)
def test_fonts_tell_their_encoding_by_their_names(font: str, encoding: Encoding | None) -> None:
    assert named_encoding(font) is encoding


def test_old_fonts_of_a_word_file_are_converted_and_that_is_said() -> None:
    document = read_word(
        word_file(
            p(fonted("Së khoa häc", ".VnTimeH"))
            + p(fonted(WORK_IN_TCVN3, ".VnTime"))
            + p(fonted(WORK_IN_VNI, "VNI-Times"))
            + p(fonted("Unicode từ đầu", "Times New Roman"))
        )
    )
    assert shown(document) == ["SỞ KHOA HỌC", WORK, WORK, "Unicode từ đầu"]
    assert document.notes == (
        "Chữ dùng phông cũ .VnTime, .VnTimeH theo bảng mã TCVN3 (ABC) đã được chuyển sang Unicode; "
        "hãy đọc soát lại.",
        "Chữ dùng phông cũ VNI-Times theo bảng mã VNI đã được chuyển sang Unicode; "
        "hãy đọc soát lại.",
    )


def test_unicode_in_a_font_of_an_old_name_stays() -> None:
    document = read_word(word_file(p(fonted(WORK, "VNI-Times")) + p(fonted("Họp", ".VnTime"))))
    assert shown(document) == [WORK, "Họp"]


@pytest.mark.parametrize("written", [WORK_IN_TCVN3, WORK_IN_VNI])
def test_text_tells_its_encoding_where_the_font_does_not(written: str) -> None:
    assert shown(read_word(word_file(p(fonted(written, "Times New Roman"))))) == [WORK]


@pytest.mark.parametrize("text", ["Café de la Gare, à côté, où déjà", "· · · · · ·", "§ 5 «a» ©"])
def test_what_is_no_vietnamese_is_left_alone(text: str) -> None:
    assert encodings_of({"Times New Roman": text}) == {}


def test_an_unknown_encoding_is_refused_by_the_name_of_its_font() -> None:
    viscii = "Chß½ng trình công tác tháng nåm cüa S· Khoa h÷c và Công ngh® tïnh Hà Tînh " * 6
    with pytest.raises(ImportRefused, match="phông “VPS Times”"):
        encodings_of({"VPS Times": viscii.replace("á", "Ã¡").replace("ô", "Ã´").replace("à", "Ãà")})


@pytest.mark.parametrize(
    ("written", "font"), [(WORK_IN_TCVN3, ".VnTime"), (WORK_IN_VNI, "VNI-Times")]
)
@pytest.mark.office
def test_old_fonts_of_a_pdf_are_converted(written: str, font: str, tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles["Normal"].font
    style.name, style.size = font, Pt(13)
    for text in (written, written):
        document.add_paragraph(text)
    path = tmp_path / "van-ban.docx"
    document.save(str(path))
    assert shown(read_document(convert(path, "pdf"))) == [WORK, WORK]
