"""Unreadable files are refused with one clear message."""

from pathlib import Path

import pytest

from agenda.importer.backends.docx.package import MAX_PARTS
from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading import reader as opening
from agenda.importer.loading.formats import Format, detect_format
from agenda.importer.loading.reader import read_document
from tests.importer.documents.raw import p, parts_of, tbl, tc, tr, whole, word_file, zip_file

WORD = word_file(p("Chương trình công tác"))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OLD_WORD = COMPOUND + b"\xec\xa5" + bytes(510) + "WordDocument".encode("utf-16-le")
LOCKED_OLD_WORD = OLD_WORD[:523] + b"\x01" + OLD_WORD[524:]


def refusal(content: bytes, folder: Path, name: str = "van-ban.docx") -> str:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(ImportRefused) as caught:
        read_document(path)
    assert caught.value.remedy
    return caught.value.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "tệp van-ban.docx rỗng"),
        (b"\0" * 100, "không nhận ra loại tệp, hoặc tệp bị hỏng"),
        ("Chương trình".encode(), "không nhận ra loại tệp, hoặc tệp bị hỏng"),
        (b"<html><body>", "tệp là trang web hoặc XML, không phải văn bản Word"),
        (b"\x89PNG\r\n\x1a\n", "tệp là hình ảnh, không có chữ để đọc"),
        (b"PK\x03\x04", "tệp Word bị hỏng hoặc không đầy đủ"),
        (WORD[:-30], "tệp Word bị hỏng hoặc không đầy đủ"),
        (zip_file({"a.txt": "a"}), "tệp nén không phải văn bản Word"),
        (zip_file({"xl/workbook.xml": ""}), "tệp là bảng tính Excel"),
        (zip_file({"ppt/presentation.xml": ""}), "tệp là bản trình chiếu"),
        (zip_file({"_rels/.rels": "<a/>"}), "tệp không phải văn bản Word"),
        (COMPOUND, "tệp không phải văn bản Word"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
        (LOCKED_OLD_WORD, "tệp có mật khẩu"),
        (b"%PDF-1.7\nbroken", "tệp PDF bị hỏng hoặc không đầy đủ"),
    ],
)
def test_a_file_that_is_no_document_is_refused(
    content: bytes, message: str, tmp_path: Path
) -> None:
    assert refusal(content, tmp_path) == message


def test_a_file_is_taken_for_what_it_is_and_not_for_its_name(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(WORD)
    assert [block.text for block in read_document(path).blocks] == ["Chương trình công tác"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (WORD, Format.WORD),
        (OLD_WORD, Format.OLD_WORD),
        (b"\xef\xbb\xbf{\\rtf1", Format.RICH_TEXT),
        (b"\r\n%PDF-1.4", Format.PDF),
        (zip_file({"mimetype": "application/vnd.oasis.opendocument.text"}), Format.OPEN_DOCUMENT),
    ],
)
def test_formats_are_known_by_their_bytes(content: bytes, kind: Format) -> None:
    assert detect_format(content) is kind


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="không có tệp"):
        read_document(tmp_path / "khong-co.docx")
    with pytest.raises(ImportRefused, match="là thư mục"):
        read_document(tmp_path)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MAX_SIZE", 1 << 20)
    assert refusal(WORD + bytes(1 << 20), tmp_path) == "tệp van-ban.docx lớn hơn mức 1 MB cho phép"


def test_a_word_file_of_pictures_alone_is_refused_as_a_scan() -> None:
    with pytest.raises(ImportRefused, match=r"chỉ có hình ảnh.*OCR"):
        read_word(word_file(p("<w:r><w:pict><v:imagedata/></w:pict></w:r>")))


def test_what_unpacks_to_too_much_is_refused() -> None:
    bomb = zip_file(parts_of(WORD) | {"word/document.xml": b" " * (40 << 20)})
    assert len(bomb) < 100_000
    with pytest.raises(ImportRefused, match="khi giải nén lớn hơn mức"):
        read_word(bomb)


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    bomb = bytearray(zip_file(parts_of(WORD) | {"word/document.xml": b" " * (40 << 20)}))
    at = bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(b"word/document.xml"))
    bomb[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(ImportRefused):
        read_word(bytes(bomb))


def test_an_archive_of_too_many_parts_is_refused() -> None:
    many = {f"x{number}": b"" for number in range(MAX_PARTS)}
    with pytest.raises(ImportRefused, match="nhiều hơn mức"):
        read_word(zip_file(parts_of(WORD) | many))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_a_document_type_is_refused(doctype: str) -> None:
    body = whole("document", "<w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body>")
    with pytest.raises(ImportRefused, match="DOCTYPE"):
        read_word(zip_file(parts_of(WORD) | {"word/document.xml": doctype + body}))


def test_tables_nested_without_end_are_refused_or_read() -> None:
    body = "a"
    for _ in range(300):
        body = tbl(tr(tc(body if body.startswith("<") else p(body))))
    with pytest.raises(ImportRefused):
        read_word(word_file(body))


def test_parts_outside_the_file_are_never_fetched() -> None:
    link = (
        '<Relationship Id="r9" TargetMode="External" Target="http://127.0.0.1:9/styles.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>'
    )
    files = parts_of(WORD)
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    assert read_word(zip_file(files)).blocks == read_word(WORD).blocks
