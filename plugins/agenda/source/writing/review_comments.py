"""Find and remove the comments in which an import asks for review."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agenda.source.yaml.problems import Position, ProblemCollector

_BREAK = "\n\r\x85\u2028\u2029"
_COMMENT = re.compile(
    rf"(?P<start>\A|(?<=[{_BREAK}]))(?P<indent> *)# kiểm tra:[^{_BREAK}]*"
    rf"(?:(?:\r\n|[{_BREAK}])(?P=indent)#   (?! )[^{_BREAK}]*)*"
    rf"(?:\r\n|[{_BREAK}]|\Z)"
)
"""A comment on lines of its own, with its continuation lines as an import indents them."""


_MARGIN = re.compile(r"^ *#(?: kiểm tra:|  )", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewComment:
    """A comment that asks for review; `line` is the line below it once all of them are removed."""

    message: str
    line: int


def read_review_comments(text: str) -> Iterator[ReviewComment]:
    """Yield the comments that ask for review, each as one line of text."""
    for match in _COMMENT.finditer(text):
        message = " ".join(_MARGIN.sub("", match[0]).split())
        yield ReviewComment(message=message, line=line_without_comments(text[: match.start()]))


def line_without_comments(before: str) -> int:
    """Return the number of the line that follows a text whose comments are removed."""
    return remove_review_comments(before)[0].count("\n") + 1


def report_review_comments(text: str, collector: ProblemCollector) -> None:
    """Warn once of all comments that ask for review, at the position of the first."""
    if "# kiểm tra:" not in text:
        return
    found = [match.start() + len(match["indent"]) for match in _COMMENT.finditer(text)]
    if found:
        collector.warning(
            "review-comment",
            Position.after(text[: found[0]]),
            f"còn {len(found)} ghi chú # kiểm tra: của lúc nhập, bắt đầu từ đây",
            "xem lại từng chỗ, rồi chạy agenda check --reviewed để xóa các ghi chú ấy",
        )


def remove_review_comments(text: str) -> tuple[str, int]:
    """Return the text without the comments that ask for review, and their number."""
    return _COMMENT.subn("", text)
