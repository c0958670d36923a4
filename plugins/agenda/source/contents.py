"""What a file holds, or why it cannot be read."""

from pathlib import Path
from typing import TypeAlias

from agenda.source.findings import Findings, Spot
from agenda.source.nodes import decode
from agenda.source.writing import reason

Content: TypeAlias = bytes | OSError


def content_of(path: Path) -> Content:
    """The bytes of a file, or why they cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        return error.with_traceback(None)  # which would hold all that its callers hold


def told(content: Content) -> bytes:
    """What tells contents apart: a file that cannot be read is not an empty one."""
    return b"-" if isinstance(content, OSError) else b"+" + content


def text_of(content: Content, findings: Findings) -> str | None:
    """The text; None where there is none, with why in `findings` unless no file is there."""
    match content:
        case bytes():
            return decode(content, findings)
        case FileNotFoundError():
            return None
    findings.error(
        "unreadable",
        Spot(),
        f"không đọc được tệp: {reason(content)}",
        "kiểm tra tệp và quyền đọc tệp",
    )
    return None
