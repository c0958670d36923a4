"""Read a file of any supported format into a `Document`."""

import sys
from collections.abc import Callable
from pathlib import Path

from agenda.importer.datamodel.document import Document
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading.formats import KINDS, Format, detect_format
from agenda.importer.loading.libreoffice import convert_to_word
from agenda.importer.loading.sandbox import read_sandboxed
from agenda.source.writing.files import FileRefused
from agenda.source.yaml.contents import read_prefix

READERS = {
    Format.WORD: "agenda.importer.backends.docx.reader:read_word",
    Format.TEXT: "agenda.importer.backends.markup.reader:read_markup",
    Format.PDF: "agenda.importer.loading.agenda_pdf:read_agenda_pdf",
}
"""The reader of each format; other formats are converted to .docx first."""

STANDARD_INPUT = Path("-")

MAX_SIZE = 20 << 20
"""The size limit of files in bytes."""


def read_document(path: Path, progress: Callable[[str], None] = lambda _: None) -> Document:
    """Return the document in a file; report progress in Vietnamese to `progress`.

    Raise `ImportRefused`, and no other error, for a file that cannot be read.
    """
    content = read_content(path)
    file_format = detect_format(content)
    if file_format not in READERS:
        progress("Đang chuyển sang .docx bằng LibreOffice …")
        content, file_format = convert_to_word(content, file_format.value), Format.WORD
    return read_sandboxed(READERS[file_format], content, progress, Document)


def read_content(path: Path) -> bytes:
    """Return the bytes of a file; raise `ImportRefused` if it is unreadable, empty or too large.

    The path "-" is the standard input.
    """
    if path.is_dir():
        raise ImportRefused(f"{path} là thư mục", KINDS)
    try:
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(MAX_SIZE + 1)
        else:
            content = read_prefix(path, MAX_SIZE + 1)
    except FileRefused as error:
        raise ImportRefused(f"không đọc được {path}: {error}", KINDS) from error
    except FileNotFoundError as error:
        raise ImportRefused(f"không có tệp {path}", "hãy kiểm tra lại đường dẫn") from error
    except (OSError, ValueError) as error:
        raise ImportRefused(
            f"không đọc được tệp {path}", "hãy kiểm tra quyền đọc, đóng tệp trong Word rồi thử lại"
        ) from error
    if not content:
        raise ImportRefused(f"{file_named(path)} rỗng", "hãy xin lại tệp gốc")
    if len(content) > MAX_SIZE:
        raise ImportRefused(
            f"{file_named(path)} lớn hơn mức {MAX_SIZE >> 20} MB cho phép",
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    return content


def file_named(path: Path) -> str:
    """Return how messages name a file."""
    return "đầu vào chuẩn" if path == STANDARD_INPUT else f"tệp {path.name}"
