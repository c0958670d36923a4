"""What is not YAML, told to a clerk: where it broke, why, and what to write instead."""

import re
from dataclasses import dataclass

import yaml

from agenda.source.yaml.comments import REMEDY, cutting_comment
from agenda.source.yaml.diagnostics import Position, ProblemCollector, split_lines
from agenda.source.yaml.lookalikes import in_broken_line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mistake:
    """What the parser's words (`signs`, of PyYAML with and without libyaml) mean to a clerk.

    The place is where the broken part begins, if `at_start`, else where the parser gave up.
    """

    signs: tuple[str, ...]
    message: str
    remedy: str
    at_start: bool = True


IN_QUOTES = "đặt cả dòng chữ trong dấu nháy kép"
_MISTAKES = (
    _Mistake(
        signs=("mapping values are not allowed",),
        message="dấu hai chấm đứng ở chỗ không hợp lệ, hoặc dòng này thụt lề sai",
        remedy=f"{IN_QUOTES} nếu dấu hai chấm thuộc nội dung; nếu không, hãy thụt lề thẳng với "
        "các dòng cùng cấp",
        at_start=False,
    ),
    _Mistake(
        signs=("could not find expected ':'",),
        message="dòng này thiếu dấu hai chấm sau tên khóa, hoặc là phần nối tiếp mà chưa thụt vào",
        remedy="thêm dấu hai chấm và một dấu cách, hoặc thụt dòng vào sâu hơn dòng trên",
    ),
    _Mistake(
        signs=("scanning a quoted scalar found unexpected",),
        message="dấu nháy mở ở đây mà không đóng",
        remedy="thêm dấu nháy ở cuối đoạn chữ",
    ),
    _Mistake(
        signs=("quoted scalar", "double-quoted"),
        message=r"dấu \ trong đoạn chữ đặt giữa hai dấu nháy kép",
        remedy=r"viết \\ hoặc đổi sang dấu nháy đơn",
        at_start=False,
    ),
    _Mistake(
        signs=("',' or", "node content"),
        message="ngoặc [ ] hoặc { } mở ở đây chưa đóng, hoặc thiếu dấu phẩy giữa các mục",
        remedy="kiểm tra dấu ngoặc và dấu phẩy",
    ),
    _Mistake(
        signs=("block scalar",),
        message="chữ bắt đầu bằng dấu | hoặc >",
        remedy=IN_QUOTES,
    ),
    _Mistake(
        signs=("scanning an anchor", "scanning an alias", "scanning a tag", "parsing a tag"),
        message="chữ bắt đầu bằng dấu &, * hoặc !",
        remedy=IN_QUOTES,
    ),
    _Mistake(
        signs=("cannot start any token", "mapping keys are not allowed"),
        message="chữ bắt đầu bằng một ký tự đặc biệt (@, %, `, ? hoặc dấu tab)",
        remedy=f"{IN_QUOTES}; thay dấu tab bằng dấu cách",
    ),
    _Mistake(
        signs=("sequence entries are not allowed",),
        message="dấu gạch đầu dòng đứng ở chỗ không hợp lệ",
        remedy=f"xuống dòng trước dấu gạch; {IN_QUOTES} nếu dấu gạch thuộc nội dung",
    ),
    _Mistake(
        signs=("another document",),
        message="tệp có nhiều hơn một phần (dòng ---)",
        remedy="bỏ dòng ---; mỗi tệp chỉ chứa một phần",
        at_start=False,
    ),
)
_TEXT_AFTER_END = _Mistake(
    signs=(),
    message="có chữ thừa sau dấu đóng nháy hoặc đóng ngoặc",
    remedy="đặt cả dòng chữ trong dấu nháy đơn",
    at_start=False,
)
_MISALIGNED = _Mistake(
    signs=(),
    message="dòng này không thẳng hàng với các dòng cùng cấp",
    remedy="kiểm tra thụt lề (chỉ dùng dấu cách) và dấu gạch đầu dòng",
    at_start=False,
)

_NO_SPACE = re.compile(r"\s*(?:- +)*[a-z_]+:(?=[^\s/])")


def report_syntax_error(
    error: yaml.MarkedYAMLError, text: str, collector: ProblemCollector
) -> None:
    """Report why the parser gave up."""
    said = f"{error.context or ''} {error.problem or ''}"
    mistake = next(
        (mistake for mistake in _MISTAKES if any(sign in said for sign in mistake.signs)),
        _MISALIGNED,
    )
    start, end = error.context_mark, error.problem_mark
    position = Position.at((start or end) if mistake.at_start else (end or start))
    lines = split_lines(text)
    if position.line > len(lines):  # libyaml sees a line behind a last one that does not end
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
    for number in (position.line, position.line - 1):
        if number > 0 and (lookalike := in_broken_line(lines[number - 1])) is not None:
            lookalike.report(Position(line=number, column=lookalike.offset + 1), collector)
            return
    if (
        cut := cutting_comment(lines, position.line, end.line + 1 if end else position.line)
    ) is not None:
        collector.error(
            "yaml-syntax",
            cut,
            "dấu # sau dấu cách mở đầu một ghi chú, cắt mất phần còn lại của dòng",
            REMEDY,
        )
        return
    if "':'" in said or "mapping values" in said:
        for number in (position.line, position.line - 1):
            if number > 0 and (key := _NO_SPACE.match(lines[number - 1])):
                collector.error(
                    "yaml-syntax",
                    Position(line=number, column=key.end() + 1),
                    "thiếu dấu cách sau dấu hai chấm",
                    "viết như khóa: giá trị",
                )
                return
    if mistake is _MISALIGNED and line[: position.column - 1].rstrip().endswith(
        ("'", '"', "]", "}")
    ):
        mistake = _TEXT_AFTER_END
    collector.error("yaml-syntax", position, mistake.message, mistake.remedy)
