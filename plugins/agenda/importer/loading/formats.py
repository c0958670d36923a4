"""Detect the format of a file by its content."""

import re
import zipfile
from enum import Enum
from io import BytesIO

from agenda.importer.datamodel.refusal import ImportRefused


class Format(Enum):
    """A readable format; the value is the usual suffix of its file names."""

    WORD = ".docx"
    PDF = ".pdf"
    OLD_WORD = ".doc"
    OPEN_DOCUMENT = ".odt"
    RICH_TEXT = ".rtf"
    TEXT = ".txt"


KINDS = "hãy chọn tệp .docx, .pdf (có lớp chữ), .doc, .odt, .rtf hoặc .txt"
SAVE_AGAIN = "hãy mở bằng Word và lưu lại thành .docx"
LOCKED = ("tệp có mật khẩu", "hãy mở bằng Word, bỏ mật khẩu rồi lưu lại thành .docx")

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The signature of compound files: Office files up to 2003, and encrypted ones of today."""

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


MIN_LINES = 3
"""The fewest lines of a text with an agenda."""

_PAGE = re.compile(rb"<(?:!doctype|html|head|body|\?xml|[a-z]+:)", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Bytes that no text contains."""


def detect_format(content: bytes) -> Format:
    """Return the format of a file's bytes; raise `ImportRefused` for any other format."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith(b"PK"):
        return detect_archive_format(content)
    if content.startswith(COMPOUND):
        return detect_compound_format(content)
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if start.startswith(b"{\\rtf"):
        return Format.RICH_TEXT
    if content.startswith(PICTURES):
        raise ImportRefused(
            "tệp là hình ảnh, không có chữ để đọc",
            "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) thành .docx",
        )
    if _PAGE.match(start):
        raise ImportRefused("tệp là trang web hoặc XML, không phải văn bản Word", SAVE_AGAIN)
    if is_text(content):
        return Format.TEXT
    raise ImportRefused("không nhận ra loại tệp, hoặc tệp bị hỏng", KINDS)


def is_text(content: bytes) -> bool:
    """Return whether the bytes are several lines of text, in UTF-8, UTF-16 or an older encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    lines = len(content.splitlines())
    return lines >= MIN_LINES and _CONTROL.search(content) is None


def detect_archive_format(content: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").strip()
                if kind == b"application/vnd.oasis.opendocument.text":
                    return Format.OPEN_DOCUMENT
    # zipfile raises various exceptions for damaged directories, entries and data.
    except Exception as error:
        raise ImportRefused(
            "tệp Word bị hỏng hoặc không đầy đủ",
            "hãy mở bằng Word, lưu lại thành .docx rồi thử lại, hoặc xin lại tệp gốc",
        ) from error
    if any(name.startswith("xl/") for name in names):
        raise ImportRefused(
            "tệp là bảng tính Excel", "hãy chép chương trình sang Word, lưu thành .docx"
        )
    if any(name.startswith("ppt/") for name in names):
        raise ImportRefused(
            "tệp là bản trình chiếu", "hãy chép chương trình sang Word, lưu thành .docx"
        )
    if "_rels/.rels" not in names:
        raise ImportRefused("tệp nén không phải văn bản Word", f"hãy giải nén trước; {KINDS}")
    return Format.WORD


def detect_compound_format(content: bytes) -> Format:
    def has_stream(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has_stream("EncryptedPackage"):
        raise ImportRefused(*LOCKED)
    if has_stream("WordDocument"):
        # The file information block has the encryption flag ([MS-DOC] 2.5.1).
        at = content.find(b"\xec\xa5", 512)
        if at % 512 == 0 and content[at + 11 : at + 12] and content[at + 11] & 0x01:
            raise ImportRefused(*LOCKED)
        return Format.OLD_WORD
    raise ImportRefused("tệp không phải văn bản Word", KINDS)
