"""YAML text to a tree of nodes: syntax errors told in Vietnamese, hostile input refused."""

import re
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.source.comments import REMEDY, cutting_comment
from agenda.source.findings import Findings, Spot, split_lines

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML without libyaml reads the same, slower
    from yaml import SafeLoader  # type: ignore[assignment]

NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}


class Loader(SafeLoader):
    """Tells only whether a scalar is null: whether it is a number or a date nobody asks."""

    def resolve(self, kind: type[Node], value: str | None, implicit: tuple[bool, bool]) -> str:
        return NULL if kind is ScalarNode and implicit[0] and value in _NULLS else _TAGS[kind]


MAX_BYTES = 1_000_000
"""The largest file read; a month of an agenda takes some twenty thousand bytes."""

MAX_DEPTH = 40
"""The deepest nesting composed. The composer recurses: unbounded nesting would end the process."""

CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no text may hold. A byte order mark at the very beginning is not part of the text."""

_BREAK = "\n\r\x85\u2028\u2029"
_DEEP = re.compile(rf"[{_BREAK}][ ?:-]{{{MAX_DEPTH}}}")
"""What may nest deeply: each level takes a column."""

_MARK = re.compile(r"[&*!](?<![^\s\[{,:].)")
"""What may begin an anchor, an alias or a tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mistake:
    """What the parser's words (`signs`, of PyYAML with and without libyaml) mean to a clerk.

    The place is where the broken part begins, if `at_start`, else where the parser gave up.
    """

    signs: tuple[str, ...]
    message: str
    remedy: str
    at_start: bool = True


_IN_QUOTES = "đặt cả dòng chữ trong dấu nháy kép"
_MISTAKES = (
    _Mistake(
        signs=("mapping values are not allowed",),
        message="dấu hai chấm đứng ở chỗ không hợp lệ, hoặc dòng này thụt lề sai",
        remedy=f"{_IN_QUOTES} nếu dấu hai chấm thuộc nội dung; nếu không, hãy thụt lề thẳng với "
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
        remedy=_IN_QUOTES,
    ),
    _Mistake(
        signs=("scanning an anchor", "scanning an alias", "scanning a tag", "parsing a tag"),
        message="chữ bắt đầu bằng dấu &, * hoặc !",
        remedy=_IN_QUOTES,
    ),
    _Mistake(
        signs=("cannot start any token", "mapping keys are not allowed"),
        message="chữ bắt đầu bằng một ký tự đặc biệt (@, %, `, ? hoặc dấu tab)",
        remedy=f"{_IN_QUOTES}; thay dấu tab bằng dấu cách",
    ),
    _Mistake(
        signs=("sequence entries are not allowed",),
        message="dấu gạch đầu dòng đứng ở chỗ không hợp lệ",
        remedy=f"xuống dòng trước dấu gạch; {_IN_QUOTES} nếu dấu gạch thuộc nội dung",
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


def decode(content: bytes, findings: Findings) -> str | None:
    """Text of a file in UTF-8, with or without a byte order mark."""
    if len(content) > MAX_BYTES:
        findings.error(
            "too-large",
            Spot(),
            f"tệp lớn hơn mức {MAX_BYTES:,} byte cho phép".replace(",", "."),
            "kiểm tra xem có chép nhầm tệp khác vào không; mỗi tệp chỉ chứa một tháng",
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.error(
            "not-utf-8",
            Spot.after(error.object[: error.start].decode("utf-8")),
            "tệp không ở bảng mã UTF-8",
            'mở tệp, chọn "Save with Encoding" (lưu với bảng mã) UTF-8 rồi lưu lại',
        )
        return None


def compose(text: str, findings: Findings) -> Node | None:
    """The tree of a document; None for an empty one and where the syntax is broken.

    The tree is at most some `MAX_DEPTH` deep, and its nodes bear no anchors and no tags but
    those that YAML gives by itself: none is met twice.
    """
    if (match := CONTROL.search(text)) or (match := re.match("\ufeff", text)):
        findings.error(
            "control-character",
            Spot.after(text[: match.start()]),
            f"có ký tự điều khiển U+{ord(match[0]):04X}, thường do chép từ Word hoặc PDF",
            "xóa ký tự đó",
        )
        return None
    try:
        if not _is_plain(text, findings):
            return None
        return yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        if not findings.failed:  # else it may well be a consequence
            _report(error, text, findings)
        return None


def _is_plain(text: str, findings: Findings) -> bool:
    """Whether the document is not too deep, and free of anchors, aliases and tags."""
    braces = text.count("[") + text.count("{")
    if braces <= MAX_DEPTH and not _DEEP.search(f"\n{text}") and not _MARK.search(text):
        return True
    before = len(findings.problems)
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        if depth > MAX_DEPTH:
            findings.error(
                "too-deep",
                Spot.at(event.start_mark),
                "các phần lồng vào nhau quá sâu",
                "xem lại thụt lề và dấu ngoặc quanh chỗ này",
            )
            return False
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            _report_sign(event, f"{sign}{event.anchor}", findings)
        elif getattr(event, "tag", None) is not None:
            _report_sign(event, "!", findings)
    return len(findings.problems) == before


def _report_sign(event: yaml.Event, sign: str, findings: Findings) -> None:
    findings.error(
        "yaml-sign",
        Spot.at(event.start_mark),
        f'"{sign}" ở đầu đoạn chữ là ký hiệu riêng của YAML, sẽ không được đăng',
        f"{_IN_QUOTES} nếu dấu {sign[0]} thuộc nội dung; nếu không, hãy bỏ đi",
    )


def _report(error: yaml.MarkedYAMLError, text: str, findings: Findings) -> None:
    said = f"{error.context or ''} {error.problem or ''}"
    mistake = next(
        (mistake for mistake in _MISTAKES if any(sign in said for sign in mistake.signs)),
        _MISALIGNED,
    )
    start, end = error.context_mark, error.problem_mark
    spot = Spot.at((start or end) if mistake.at_start else (end or start))
    lines = split_lines(text)
    if spot.line > len(lines):  # libyaml sees a line behind a last one that does not end
        spot = Spot.after(text)
    line = lines[spot.line - 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        findings.error(
            "yaml-tab",
            Spot(line=spot.line, column=line.index("\t") + 1),
            "dòng thụt lề bằng dấu tab",
            "thay mỗi dấu tab bằng hai dấu cách",
        )
        return
    if (cut := cutting_comment(lines, spot.line, end.line + 1 if end else spot.line)) is not None:
        findings.error(
            "yaml-syntax",
            cut,
            "dấu # sau dấu cách mở đầu một ghi chú, cắt mất phần còn lại của dòng",
            REMEDY,
        )
        return
    if "':'" in said or "mapping values" in said:
        for number in (spot.line, spot.line - 1):
            if number > 0 and (key := _NO_SPACE.match(lines[number - 1])):
                findings.error(
                    "yaml-syntax",
                    Spot(line=number, column=key.end() + 1),
                    "thiếu dấu cách sau dấu hai chấm",
                    "viết như khóa: giá trị",
                )
                return
    if mistake is _MISALIGNED and line[: spot.column - 1].rstrip().endswith(("'", '"', "]", "}")):
        mistake = _TEXT_AFTER_END
    findings.error("yaml-syntax", spot, mistake.message, mistake.remedy)
