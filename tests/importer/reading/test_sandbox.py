"""The sandbox passes on what the backend returns, and never exceeds its time."""

import sys
import time
from collections.abc import Callable

import pytest

from agenda.importer.datamodel.document import Document, Line, Paragraph, Run
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading.sandbox import read_sandboxed

HERE = "tests.importer.reading.test_sandbox"


def read_text(content: bytes, progress: Callable[[str], None]) -> Document:
    print("noise")  # noqa: T201
    progress("Đang đọc …")
    return Document(blocks=(Paragraph(lines=(Line(runs=(Run(text=content.decode()),)),)),))


def read_for_ever(content: bytes, progress: Callable[[str], None]) -> Document:
    time.sleep(60)
    return read_text(content, progress)


def read_with_much_memory(content: bytes, progress: Callable[[str], None]) -> Document:
    return read_text(content * (8 << 30), progress)


def refuse(content: bytes, progress: Callable[[str], None]) -> Document:
    progress("Đang đọc …")
    raise ImportRefused(content.decode(), "sửa lại")


def test_the_document_and_the_progress_come_through() -> None:
    said = list[str]()
    document = read_sandboxed(f"{HERE}:read_text", "chữ".encode(), said.append, Document)
    assert said == ["Đang đọc …"]
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["chữ"]


@pytest.mark.parametrize(
    ("reader", "message"),
    [
        ("refuse", "hỏng; sửa lại"),
        pytest.param(
            "read_with_much_memory",
            "cần quá nhiều bộ nhớ",
            marks=pytest.mark.skipif(
                sys.platform == "darwin", reason="macOS limits no address space"
            ),
        ),
    ],
)
def test_a_reader_that_fails_is_a_refusal(reader: str, message: str) -> None:
    with pytest.raises(ImportRefused, match=message):
        read_sandboxed(f"{HERE}:{reader}", "hỏng".encode(), lambda _: None, Document)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_document_is_read_where_memory_cannot_be_limited() -> None:
    said = list[str]()
    read_sandboxed("tests.importer.reading.refused_limits:read_size", b"abc", said.append, Document)
    assert said == ["3"]


def test_a_reader_that_takes_too_long_is_a_refusal() -> None:
    with pytest.raises(ImportRefused, match="đọc tệp không xong trong 1 giây"):
        read_sandboxed(
            f"{HERE}:read_for_ever", "hỏng".encode(), lambda _: None, Document, timeout=1
        )
