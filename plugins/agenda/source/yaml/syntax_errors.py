"""Explain YAML syntax errors to a clerk, with position, cause and remedy."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from agenda.source.yaml.comments import COMMENT_REMEDY, find_truncating_comment
from agenda.source.yaml.lookalikes import find_lookalike_in_broken_line
from agenda.source.yaml.problems import Position, ProblemCollector, split_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class _Explanation:
    """An explanation of parser messages that contain one of the `phrases`.

    The phrases are those of PyYAML with and without libyaml. The position is the beginning of
    the broken part if `at_start`, otherwise the point where the parser stopped.
    """

    phrases: tuple[str, ...]
    message: str
    remedy: str
    at_start: bool = True


QUOTE_REMEDY = "đặt cả dòng chữ trong dấu nháy kép"
_EXPLANATIONS = (
    _Explanation(
        phrases=("mapping values are not allowed",),
        message="dấu hai chấm đứng ở chỗ không hợp lệ, hoặc dòng này thụt lề sai",
        remedy=f"{QUOTE_REMEDY} nếu dấu hai chấm thuộc nội dung; nếu không, hãy thụt lề thẳng với "
        "các dòng cùng cấp",
        at_start=False,
    ),
    _Explanation(
        phrases=("could not find expected ':'",),
        message="dòng này thiếu dấu hai chấm sau tên khóa, hoặc là phần nối tiếp mà chưa thụt vào",
        remedy="thêm dấu hai chấm và một dấu cách, hoặc thụt dòng vào sâu hơn dòng trên",
    ),
    _Explanation(
        phrases=("scanning a quoted scalar found unexpected",),
        message="dấu nháy mở ở đây mà không đóng",
        remedy="thêm dấu nháy ở cuối đoạn chữ",
    ),
    _Explanation(
        phrases=("quoted scalar", "double-quoted"),
        message=r"dấu \ trong đoạn chữ đặt giữa hai dấu nháy kép",
        remedy=r"viết \\ hoặc đổi sang dấu nháy đơn",
        at_start=False,
    ),
    _Explanation(
        phrases=("',' or", "node content"),
        message="ngoặc [ ] hoặc { } mở ở đây chưa đóng, hoặc thiếu dấu phẩy giữa các mục",
        remedy="kiểm tra dấu ngoặc và dấu phẩy",
    ),
    _Explanation(
        phrases=("block scalar",),
        message="chữ bắt đầu bằng dấu | hoặc >",
        remedy=QUOTE_REMEDY,
    ),
    _Explanation(
        phrases=("scanning an anchor", "scanning an alias", "scanning a tag", "parsing a tag"),
        message="chữ bắt đầu bằng dấu &, * hoặc !",
        remedy=QUOTE_REMEDY,
    ),
    _Explanation(
        phrases=("cannot start any token", "mapping keys are not allowed"),
        message="chữ bắt đầu bằng một ký tự đặc biệt (@, %, `, ? hoặc dấu tab)",
        remedy=f"{QUOTE_REMEDY}; thay dấu tab bằng dấu cách",
    ),
    _Explanation(
        phrases=("sequence entries are not allowed",),
        message="dấu gạch đầu dòng đứng ở chỗ không hợp lệ",
        remedy=f"xuống dòng trước dấu gạch; {QUOTE_REMEDY} nếu dấu gạch thuộc nội dung",
    ),
    _Explanation(
        phrases=("another document",),
        message="tệp có nhiều hơn một phần (dòng ---)",
        remedy="bỏ dòng ---; mỗi tệp chỉ chứa một phần",
        at_start=False,
    ),
)
_TEXT_AFTER_END = _Explanation(
    phrases=(),
    message="có chữ thừa sau dấu đóng nháy hoặc đóng ngoặc",
    remedy="đặt cả dòng chữ trong dấu nháy đơn",
    at_start=False,
)
_MISALIGNED = _Explanation(
    phrases=(),
    message="dòng này không thẳng hàng với các dòng cùng cấp",
    remedy="kiểm tra thụt lề (chỉ dùng dấu cách) và dấu gạch đầu dòng",
    at_start=False,
)

_MISSING_SPACE = re.compile(r"\s*(?:- +)*[a-z_]+:(?=[^\s/])")


def report_syntax_error(
    error: yaml.MarkedYAMLError, text: str, collector: ProblemCollector
) -> None:
    """Report the most likely cause of a syntax error."""
    parser_message = f"{error.context or ''} {error.problem or ''}"
    explanation = next(
        (
            explanation
            for explanation in _EXPLANATIONS
            if any(phrase in parser_message for phrase in explanation.phrases)
        ),
        _MISALIGNED,
    )
    start, end = error.context_mark, error.problem_mark
    position = Position.at((start or end) if explanation.at_start else (end or start))
    lines = split_lines(text)
    if position.line > len(lines):  # libyaml counts a line after an unfinished last line
        position = Position.after(text)
    line = lines[position.line - 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        collector.error(
            "yaml-tab",
            Position(line=position.line, column=line.index("\t") + 1),
            "dòng thụt lề bằng dấu tab",
            "thay mỗi dấu tab bằng hai dấu cách",
        )
        return
    if _report_lookalike(lines, position.line, collector):
        return
    if (
        comment := find_truncating_comment(
            lines, position.line, end.line + 1 if end else position.line
        )
    ) is not None:
        collector.error(
            "yaml-syntax",
            comment,
            "dấu # sau dấu cách mở đầu một ghi chú, cắt mất phần còn lại của dòng",
            COMMENT_REMEDY,
        )
        return
    if "':'" in parser_message or "mapping values" in parser_message:
        for number in (position.line, position.line - 1):
            if number > 0 and (key := _MISSING_SPACE.match(lines[number - 1])):
                collector.error(
                    "yaml-syntax",
                    Position(line=number, column=key.end() + 1),
                    "thiếu dấu cách sau dấu hai chấm",
                    "viết như khóa: giá trị",
                )
                return
    if explanation is _MISALIGNED and line[: position.column - 1].rstrip().endswith(
        ("'", '"', "]", "}")
    ):
        explanation = _TEXT_AFTER_END
    collector.error("yaml-syntax", position, explanation.message, explanation.remedy)


def _report_lookalike(lines: Sequence[str], number: int, collector: ProblemCollector) -> bool:
    """Report a lookalike in the line `number`, counted from 1, or in the line before it."""
    for candidate in (number, number - 1):
        if candidate < 1:
            continue
        if (lookalike := find_lookalike_in_broken_line(lines[candidate - 1])) is not None:
            lookalike.report(Position(line=candidate, column=lookalike.offset + 1), collector)
            return True
    return False
