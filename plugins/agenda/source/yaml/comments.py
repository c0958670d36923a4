"""Find comments after values, as YAML discards text after a "#" that may be content."""

import re
from collections.abc import Sequence
from dataclasses import replace

from yaml.nodes import ScalarNode

from agenda.source.yaml.problems import Position, ProblemCollector

_COMMENT = re.compile("[ \t]+(#[^\n\r\x85\u2028\u2029]*)")
_IMPORT_COMMENT = re.compile(r"#\s*kiểm tra:")
"""The beginning of a comment that an import writes."""

_NEW_ELEMENT = re.compile(r"\s*(?:-\s|[a-z_]+:(?:\s|$)|#|$)")
"""The beginning of a line that does not continue the previous one."""

_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")

COMMENT_REMEDY = (
    "nếu thuộc nội dung, đặt cả đoạn chữ trong dấu nháy kép; nếu là ghi chú, chuyển lên một dòng "
    "riêng phía trên"
)


class Comments:
    """The comments of one file."""

    def __init__(self, text: str) -> None:
        self._text = text if " #" in text or "\t#" in text else ""

    def warn_after(
        self, node: ScalarNode, path: tuple[str, ...], collector: ProblemCollector
    ) -> None:
        """Warn of a comment after a value that may have been meant as part of the value.

        After quotes or an empty value, "# " is always a comment, and gives no warning.
        """
        if not self._text or node.style in ("|", ">"):
            return
        match = _COMMENT.match(self._text, node.end_mark.index)
        if match is None or _IMPORT_COMMENT.match(match[1]):
            return
        if (node.style or not node.value) and not match[1][1:2].strip():
            return
        discarded = match[1].rstrip()
        position = Position.at(node.end_mark, path)
        collector.warning(
            "lost-after-sign",
            replace(position, column=position.column + match.start(1) - match.start()),
            f'"{discarded}" sẽ không được đăng: sau dấu cách, dấu # mở đầu một ghi chú',
            COMMENT_REMEDY,
            discarded,
        )


def find_truncating_comment(lines: Sequence[str], first: int, last: int) -> Position | None:
    """Return the position of a comment that breaks the syntax from line `first` to `last`.

    Lines count from 1. Such a comment hides a closing bracket, or precedes a continuation in
    line `first`. More than one space before the "#" marks an intended comment.
    """
    for number in range(first, min(last, len(lines)) + 1):
        column = _comment_column(lines[number - 1])
        if column is not None and re.search(r"[\]}]", lines[number - 1][column:]):
            return Position(line=number, column=column + 1)
    if first > 1 and not _NEW_ELEMENT.match(lines[first - 1]):
        previous = lines[first - 2]
        column = _comment_column(previous)
        if column is not None and previous[: column - 1].rstrip() == previous[: column - 1]:
            return Position(line=first - 1, column=column + 1)
    return None


def _comment_column(line: str) -> int | None:
    """Return the column, from 0, of a comment after content, or None."""
    masked = _QUOTED.sub(lambda quoted: "-" * len(quoted[0]), line)
    match = _COMMENT.search(masked, len(line) - len(line.lstrip()))
    return None if match is None or _IMPORT_COMMENT.match(match[1]) else match.start(1)
