"""YAML text to a tree of nodes: syntax errors told in Vietnamese, hostile input refused."""

import re

import yaml
from yaml.nodes import Node

from agenda.source.findings import Findings, Spot

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml reads the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 4_000_000
"""The largest file read; a month of an agenda takes some twenty thousand bytes."""

MAX_DEPTH = 40
"""The deepest nesting composed. The composer recurses: unbounded nesting would end the process."""

_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAYBE_DEEP = re.compile(rf"(?m)^(?:[ ]*[-?:][ ]+){{{MAX_DEPTH // 2}}}|^[ ]{{{MAX_DEPTH * 8}}}")

_SYNTAX = (
    # what PyYAML says (with and without libyaml), what it means to a clerk, what to do
    (
        "mapping values are not allowed",
        "dấu hai chấm đứng ở chỗ không hợp lệ, hoặc dòng này thụt lề sai",
        "đặt cả dòng chữ trong dấu nháy kép nếu dấu hai chấm thuộc nội dung; "
        "nếu không, hãy thụt lề thẳng với các dòng cùng cấp",
    ),
    (
        "unexpected end of stream",
        "dấu nháy mở mà không đóng",
        "thêm dấu nháy ở cuối đoạn chữ",
    ),
    (
        "unknown escape character",
        r"dấu \ trong đoạn chữ đặt giữa hai dấu nháy kép",
        r"viết \\ hoặc dùng dấu nháy đơn",
    ),
    (
        "another document",
        "tệp có nhiều hơn một phần (dòng ---)",
        "bỏ dòng ---, mỗi tệp chỉ chứa một chương trình",
    ),
    (
        "',' or",
        "danh sách trong ngoặc [ ] hoặc { } chưa đóng hoặc thiếu dấu phẩy",
        "kiểm tra dấu ngoặc và dấu phẩy",
    ),
    (
        "undefined alias",
        "chữ bắt đầu bằng dấu * hoặc &",
        "đặt chữ trong dấu nháy kép",
    ),
    (
        "cannot start any token",
        "chữ bắt đầu bằng một ký tự đặc biệt (@, %, ` hoặc dấu tab)",
        "đặt chữ trong dấu nháy kép; thay dấu tab bằng dấu cách",
    ),
)
_SYNTAX_ELSE = (
    "tệp không đúng cú pháp YAML ở chỗ này",
    "kiểm tra thụt lề (chỉ dùng dấu cách, các dòng cùng cấp thẳng hàng) và dấu gạch đầu dòng",
)


def decode(content: bytes, findings: Findings) -> str | None:
    """Text of a file in UTF-8, with or without a byte order mark."""
    if len(content) > MAX_BYTES:
        findings.error(
            "too-large",
            Spot(),
            f"tệp lớn quá {MAX_BYTES:,} byte".replace(",", "."),
            "tách tệp; mỗi tệp chỉ chứa một tháng",
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        findings.error(
            "not-utf-8",
            Spot(line=line, column=column),
            "tệp không ở bảng mã UTF-8",
            'mở tệp, chọn "Save with encoding" (Lưu với bảng mã) là UTF-8 rồi lưu lại',
        )
        return None


def compose(text: str, findings: Findings) -> Node | None:
    """The tree of a document; None for an empty one and where the syntax is broken."""
    if not _composable(text, findings):
        return None
    try:
        return yaml.compose(text, Loader=Loader)  # type: ignore[no-any-return]
    except yaml.MarkedYAMLError as error:
        _report(error, text, findings)
        return None


def _composable(text: str, findings: Findings) -> bool:
    if (match := _NOT_ALLOWED.search(text)) is not None:
        findings.error(
            "control-character",
            Spot.at_offset(text, match.start()),
            f"ký tự điều khiển U+{ord(match[0]):04X} không được phép trong tệp",
            "xóa ký tự đó (thường do chép từ Word hoặc PDF)",
        )
        return False
    if text.count("[") + text.count("{") > MAX_DEPTH or _MAYBE_DEEP.search(text):
        return _shallow(text, findings)
    return True


def _shallow(text: str, findings: Findings) -> bool:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    findings.error(
                        "too-deep",
                        Spot.at(event.start_mark),
                        "các phần lồng nhau quá sâu",
                        "xem lại thụt lề và dấu ngoặc quanh chỗ này",
                    )
                    return False
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        _report(error, text, findings)
        return False
    return True


def _report(error: yaml.MarkedYAMLError, text: str, findings: Findings) -> None:
    mark = error.problem_mark or error.context_mark
    spot = Spot.at(mark) if mark else Spot()
    lines = text.split("\n")
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        findings.error(
            "yaml-tab",
            Spot(line=spot.line, column=line.index("\t") + 1),
            "dòng thụt lề bằng dấu tab",
            "thay mỗi dấu tab bằng hai dấu cách",
        )
        return
    said = f"{error.context or ''} {error.problem or ''}"
    message, remedy = next(
        ((message, remedy) for sign, message, remedy in _SYNTAX if sign in said), _SYNTAX_ELSE
    )
    findings.error("yaml-syntax", spot, message, remedy)
