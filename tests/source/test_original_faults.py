"""Signed originals are published only if complete and of the type of their name."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from agenda.source.originals import inspection
from agenda.source.originals.inspection import find_fault
from tests.originals import pdf


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    header = (1).to_bytes(4) * 2 + bytes([8, 0, 0, 0, 0])
    picture = zlib.compress(bytes(2))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", picture)
        + chunk(b"IEND", b"")
    )


def jpg() -> bytes:
    """Return a JPEG that contains a smaller one with an end mark of its own."""
    smaller = b"\xff\xd8\xff\xda\0\2\1\xff\xd9"
    return (
        b"\xff\xd8"
        + b"\xff\xe1" + (2 + len(smaller)).to_bytes(2) + smaller
        + b"\xff\xda\0\2" + bytes(range(200)) + b"\xff\xd9"
    )  # fmt: skip


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Chương trình công tác tháng 5 năm 2021")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def package(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def odt() -> bytes:
    return package(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<a/>"})


def doc() -> bytes:
    """Return a compound file of 512-byte sectors: allocation table, directory, four of text."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = (9).to_bytes(2, "little")
    header[44:48] = (1).to_bytes(4, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[76:] = (0).to_bytes(4, "little") + b"\xff" * 432
    end = (0xFFFFFFFE).to_bytes(4, "little")
    chain = b"".join(number.to_bytes(4, "little") for number in (3, 4, 5)) + end
    table = (0xFFFFFFFD).to_bytes(4, "little") + end + chain
    directory = "Root Entry".encode("utf-16-le")
    return b"".join(
        (bytes(header), table.ljust(512, b"\xff"), directory.ljust(512, b"\0"), b"\1" * 4 * 512)
    )


WHOLE: dict[str, Callable[[], bytes]] = {
    ".pdf": pdf,
    ".docx": word,
    ".odt": odt,
    ".doc": doc,
    ".jpg": jpg,
    ".png": png,
}
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"


def fault_of(folder: Path, suffix: str, content: bytes) -> tuple[str, str] | None:
    path = folder / f"ban-ky{suffix}"
    path.write_bytes(content)
    fault = find_fault(path)
    return None if fault is None else (fault.kind, fault.message)


@pytest.mark.parametrize("suffix", WHOLE)
def test_a_whole_file_has_no_fault(suffix: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, suffix, WHOLE[suffix]()) is None
    assert fault_of(tmp_path, suffix.upper(), WHOLE[suffix]()) is None


@pytest.mark.parametrize("suffix", WHOLE)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.85])
def test_a_file_that_is_cut_short_is_damaged(suffix: str, share: float, tmp_path: Path) -> None:
    content = WHOLE[suffix]()
    damaged = ("file-damaged", "bị cắt cụt hoặc bị hỏng")
    assert fault_of(tmp_path, suffix, content[: int(len(content) * share)]) == damaged


@pytest.mark.parametrize("suffix", WHOLE)
def test_an_empty_file_and_a_pointer_are_damaged(suffix: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, suffix, b"") == ("file-damaged", "rỗng (0 byte)")
    assert fault_of(tmp_path, suffix, POINTER) == (
        "file-damaged",
        "chỉ là con trỏ của Git LFS hoặc git-annex, không phải văn bản",
    )


@pytest.mark.parametrize(
    ("suffix", "content", "message"),
    [
        (".pdf", jpg(), "không phải là tệp .pdf mà là tệp .jpg"),
        (".pdf", word(), "không phải là tệp .pdf mà là tệp .docx"),
        (".jpg", png(), "không phải là tệp .jpg mà là tệp .png"),
        (".doc", word(), "không phải là tệp .doc mà là tệp .docx"),
        (".docx", doc(), "có mật khẩu, hoặc là tệp .doc bị đổi đuôi"),
        (".pdf", b"<!doctype html><title>502 Bad Gateway</title>", "không phải là tệp .pdf"),
        (".doc", rb"{\rtf1 Lich}", "không phải là tệp .doc"),
        (".png", b"\0" * 10_000, "không phải là tệp .png"),
    ],
)
def test_a_file_of_another_kind_is_said_to_be_so(
    suffix: str, content: bytes, message: str, tmp_path: Path
) -> None:
    assert fault_of(tmp_path, suffix, content) == ("file-kind", message)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".docx", package(**{"xl/workbook.xml": b"<a/>"})),
        (".docx", word().replace(b"word/document.xml", b"word/documents.ml")),
        (".odt", package(mimetype=b"application/epub+zip")),
        (".pdf", pdf().replace(b"startxref\n", b"startxref\n9")),
        (".pdf", pdf().replace(b"\n", b"\r\n")),  # as a transfer as text leaves it
        (".pdf", pdf().replace(b"%%EOF", b"")),
        (".doc", doc()[:30] + b"\xff" * 100 + doc()[130:]),
        (".jpg", b"\xff\xd8\xff\xe1\xff\xff"),
    ],
)
def test_a_file_that_leads_nowhere_is_damaged(suffix: str, content: bytes, tmp_path: Path) -> None:
    assert fault_of(tmp_path, suffix, content) == ("file-damaged", "bị cắt cụt hoặc bị hỏng")


def test_one_changed_byte_of_a_package_is_found(tmp_path: Path) -> None:
    content = bytearray(package(**{"word/document.xml": b"Chuong trinh"}))
    content[content.index(b"trinh")] ^= 1
    assert fault_of(tmp_path, ".docx", bytes(content)) == (
        "file-damaged",
        "bị cắt cụt hoặc bị hỏng",
    )


def test_what_programs_write_around_a_file_is_allowed(tmp_path: Path) -> None:
    assert fault_of(tmp_path, ".pdf", b"\xef\xbb\xbf" + pdf() + b"\0" * 1000) is None
    assert fault_of(tmp_path, ".pdf", pdf() + pdf("ký số")[8:]) is not None
    assert fault_of(tmp_path, ".jpg", jpg() + b"a film of a telephone" * 1000) is None


def test_a_huge_file_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "ban-ky.jpg"
    with path.open("wb") as file:
        file.truncate(inspection.MAX_BYTES + 1)
    fault = find_fault(path)
    assert fault is not None
    assert (fault.kind, fault.message) == ("too-large", "lớn hơn mức 100 MB cho phép")


def test_a_package_that_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "MAX_UNPACKED_BYTES", 10)
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: pytest.fail("unpacked"))
    assert fault_of(tmp_path, ".docx", word()) is None
