"""Opens a file by what it is, not by what it is called, and hands it to its reader."""

from collections.abc import Callable
from pathlib import Path

from agenda.importer.document import Document
from agenda.importer.pdf import read_pdf
from agenda.importer.refusal import Refused
from agenda.importer.word import read_word

LARGEST = 20 << 20
"""In bytes."""

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"

KINDS = "hãy chọn tệp .docx, .pdf (có lớp chữ), .doc, .odt hoặc .rtf"


def read_document(path: Path, progress: Callable[[str], None] = lambda _: None) -> Document:
    """What the file shows; `progress` is told in Vietnamese what is being done.

    Raises `Refused` for whatever cannot be read, and only that.
    """
    content = content_of(path)
    if content.startswith(ZIP):
        return read_word(content, progress)
    if PDF in content[:1024]:
        return read_pdf(content, progress)
    raise Refused(f"không nhận ra loại tệp {path.name}", KINDS)


def content_of(path: Path) -> bytes:
    """The bytes of a file of permitted size."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refused(f"không có tệp {path}", "hãy kiểm tra lại đường dẫn") from error
    except IsADirectoryError as error:
        raise Refused(f"{path} là thư mục", KINDS) from error
    except OSError as error:
        raise Refused(
            f"không đọc được tệp {path}", "hãy đóng tệp trong Word rồi thử lại"
        ) from error
    if not content:
        raise Refused(f"tệp {path.name} rỗng", "hãy xin lại tệp gốc")
    if len(content) > LARGEST:
        raise Refused(
            f"tệp {path.name} lớn hơn mức {LARGEST >> 20} MB cho phép",
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    return content
