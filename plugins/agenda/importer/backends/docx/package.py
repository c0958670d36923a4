"""Open a .docx as a ZIP archive of XML parts, within size limits and without external links."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from agenda.importer.datamodel.refusal import ImportRefused

Element = etree._Element  # lxml has no public name for it

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f"{{{RELATIONSHIPS}}}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": MAIN.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIPS.encode(),
}
"""The namespaces of ISO 29500 Strict, with their transitional names."""

MAX_PARTS = 2_000
MAX_PART_BYTES = 32 << 20
MAX_BYTES = 64 << 20
"""Bytes of unpacked XML; pictures are never unpacked. A year of agendas takes under 1 MB."""

DAMAGED = (
    "tệp Word bị hỏng hoặc không đầy đủ",
    "hãy mở bằng Word, lưu lại thành .docx rồi thử lại, hoặc xin lại tệp gốc",
)


@dataclass(slots=True)
class Package:
    """The parts of a .docx. Methods raise `ImportRefused` for parts that cannot be read safely."""

    archive: zipfile.ZipFile
    unpacked: int = 0

    @classmethod
    def open(cls, content: bytes) -> "Package":
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ImportRefused(*DAMAGED) from error
        if (parts := len(archive.infolist())) > MAX_PARTS:
            raise ImportRefused(
                f"tệp Word chứa {parts} phần, nhiều hơn mức {MAX_PARTS} cho phép",
                "hãy chép riêng chương trình công tác sang một tệp Word mới",
            )
        return cls(archive)

    @property
    def names(self) -> list[str]:
        return self.archive.namelist()

    def part(self, name: str) -> Element | None:
        """Return the root element of a part; None if the package has no such part."""
        try:
            entry = self.archive.getinfo(name)
        except KeyError:
            return None
        return parse(self._unpack(entry))

    def related(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield identifier, kind and name of each part that a part refers to inside the package."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return
        for link in root.iterfind(f"{PACKAGE}Relationship"):
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
                kind = link.get("Type", "").rpartition("/")[2]
                yield link.get("Id", ""), kind, target.lstrip("/")

    def main_part(self) -> str:
        """Return the name of the part with the document's body."""
        for _, kind, name in self.related(""):
            if kind == "officeDocument":
                return name
        raise ImportRefused(
            "tệp không phải văn bản Word", "hãy chọn tệp .docx, .pdf, .doc, .odt hoặc .rtf"
        )

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & 0x1:
            raise ImportRefused("tệp Word có mật khẩu", "hãy bỏ mật khẩu rồi lưu lại thành .docx")
        # The archive may state a false size, so read no further than the limit.
        limit = min(MAX_PART_BYTES, MAX_BYTES - self.unpacked)
        try:
            with self.archive.open(entry) as part:
                content = part.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ImportRefused(*DAMAGED) from error
        if len(content) > limit:
            raise ImportRefused(
                f"tệp Word khi giải nén lớn hơn mức {limit >> 20} MB cho phép",
                "hãy chép riêng chương trình công tác sang một tệp Word mới",
            )
        self.unpacked += len(content)
        return content


def parse(content: bytes) -> Element:
    """Parse untrusted XML without document type, entities, network or deep nesting."""
    for strict, transitional in STRICT.items():
        content = content.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefused(*DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportRefused(
            "tệp Word có khai báo DOCTYPE, điều Word không bao giờ viết",
            "tệp có thể không an toàn: hãy xin lại tệp gốc",
        )
    return root
