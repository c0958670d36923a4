"""Read YAML nodes into values, checking keys, types and required fields against a form."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.schema.fields import (
    ChoiceField,
    Field,
    FlagField,
    Form,
    ListField,
    Shape,
    TableField,
    TextField,
)
from agenda.source.yaml.comments import Comments
from agenda.source.yaml.lookalike_check import LookalikeCheck
from agenda.source.yaml.nodes import CONTROL_CHARACTER, NULL, is_blank, is_empty
from agenda.source.yaml.problems import Position, ProblemCollector
from agenda.source.yaml.records import Record, Scalar, Value
from agenda.vietnam.privacy.detector import WITHHELD
from agenda.vietnam.text import slugify

_FLAG = ChoiceField(meanings={"true": "có"})


class FormReader:
    """A reader of the nodes of `text` that reports problems to `collector`."""

    def __init__(self, text: str, collector: ProblemCollector) -> None:
        self._collector = collector
        self._comments = Comments(text)
        self._lookalikes = LookalikeCheck(text, collector)
        self._decomposed: list[Position] = []

    def read(self, node: Node, form: Form) -> Record | None:
        """Read a whole document. Report an error and return None unless it is a mapping."""
        record = self._form(node, form, ())
        if self._decomposed:
            self._collector.warning(
                "not-nfc",
                self._decomposed[0],
                f"chữ có dấu gõ theo kiểu Unicode tổ hợp ở {len(self._decomposed)} chỗ, "
                "bắt đầu từ đây; trang đăng vẫn dùng Unicode dựng sẵn",
                "chuyển tệp sang Unicode dựng sẵn để tìm chữ trong tệp được đúng",
            )
        return record

    def _value(self, node: Node, shape: Shape, path: tuple[str, ...]) -> Value | None:
        match shape:
            case TextField():
                return self._text(node, path) if shape.pattern else self._free_text(node, path)
            case ChoiceField():
                return self._choice(node, shape, path)
            case FlagField():
                return self._choice(node, _FLAG, path)
            case Form():
                return self._form(node, shape, path)
            case ListField():
                return self._list(node, shape, path)
            case TableField():
                return self._table(node, path)

    def _text(self, node: Node, path: tuple[str, ...]) -> Scalar | None:
        if not isinstance(node, ScalarNode):
            found = "một danh sách" if isinstance(node, SequenceNode) else "các khóa"
            remedy = "viết một dòng chữ"
            if _is_withheld(node):
                remedy = "đặt cả dòng chữ trong dấu nháy kép"
            self._report_wrong_type(node, path, f"chỗ này cần chữ, không phải {found}", remedy)
            return None
        if is_empty(node):
            return None
        text = node.value
        if self._lookalikes.report_dash(node, path):
            return None
        if node.style == '"' and (match := CONTROL_CHARACTER.search(text) or re.search("\r", text)):
            self._collector.error(
                "control-character",
                Position.at(node.start_mark, path),
                f"có ký tự điều khiển U+{ord(match[0]):04X}, viết bằng dấu \\",
                r"bỏ ký tự đó; dấu \ thuộc nội dung thì viết \\",
            )
            return None
        if not unicodedata.is_normalized("NFC", text):
            self._decomposed.append(Position.at(node.start_mark, path))
            text = unicodedata.normalize("NFC", text)
        text = text.strip()
        return Scalar(text, node, path) if text else None

    def _free_text(self, node: Node, path: tuple[str, ...]) -> Scalar | None:
        """Read a text of any characters. Warn of a comment after it."""
        if isinstance(node, ScalarNode):
            self._comments.warn_after(node, path, self._collector)
        return self._text(node, path)

    def _choice(self, node: Node, shape: ChoiceField, path: tuple[str, ...]) -> Scalar | None:
        scalar = self._text(node, path)
        if scalar is None:
            return None
        if (choice := shape.find(scalar.text)) is not None:
            return replace(scalar, text=choice)
        known = ", ".join(f"{word} ({meaning})" for word, meaning in shape.meanings.items())
        self._collector.error(
            "unknown-choice",
            scalar.position,
            f'"{scalar.text}" không phải là giá trị dùng được ở đây',
            f"chọn một trong: {known}",
            scalar.text,
        )
        return None

    def _list(
        self, node: Node, shape: ListField, path: tuple[str, ...]
    ) -> tuple[Value, ...] | None:
        if isinstance(node, SequenceNode):
            if self._lookalikes.report_comma(node, path):
                return None
            values = (
                self._value(child, shape.shape, _element_path(child, shape.shape, path, number))
                for number, child in enumerate(node.value, start=1)
            )
            return tuple(value for value in values if value is not None) or None
        if isinstance(node, ScalarNode) and is_empty(node):
            self._comments.warn_after(node, path, self._collector)
            return None
        if shape.or_one:
            value = self._value(node, shape.shape, path)
            return None if value is None else (value,)
        self._report_wrong_type(
            node, path, "chỗ này cần một danh sách", "mỗi mục một dòng, bắt đầu bằng dấu gạch -"
        )
        return None

    def _table(self, node: Node, path: tuple[str, ...]) -> dict[str, Scalar] | None:
        if isinstance(node, ScalarNode) and is_empty(node):
            return None
        if not isinstance(node, MappingNode):
            self._report_wrong_type(
                node, path, "chỗ này cần các khóa", "viết các dòng như chữ tắt: chữ đủ"
            )
            return None
        table = {}
        for key, _, child in self._pairs(node, path):
            if (value := self._free_text(child, (*path, key))) is not None:
                table[key] = value
        return table

    def _form(self, node: Node, form: Form, path: tuple[str, ...]) -> Record | None:
        if form.shorthand is not None and isinstance(node, ScalarNode):
            text = self._free_text(node, path)
            if text is None or self._report_missing_separator(text, form):
                return None
            return Record(form, node, path, {form.shorthand: text})
        values: dict[str, Value] = {}
        if isinstance(node, MappingNode):
            values = dict(self._values(node, form, path))
        elif not (isinstance(node, ScalarNode) and is_empty(node)):
            self._report_wrong_type(
                node, path, "chỗ này cần các khóa", f"viết các dòng như {form.fields[0].key}: …"
            )
            return None
        record = Record(form, node, path, values)
        for known in form.fields:
            if known.required and known.key not in values:
                self._report_missing(record, known)
        return record

    def _values(
        self, node: MappingNode, form: Form, path: tuple[str, ...]
    ) -> Iterator[tuple[str, Value]]:
        """Yield the key of each field that has a value, and the value."""
        first_uses: dict[str, ScalarNode] = {}
        for key, key_node, child in self._pairs(node, path):
            if (known := self._find_field(Scalar(key, key_node, path), form)) is None:
                continue
            if (first := first_uses.setdefault(known.key, key_node)) is not key_node:
                self._report_duplicate(key, key_node, first, path)
                continue
            value = self._value(child, known.shape, (*path, known.label))
            if value is not None:
                yield known.key, value

    def _report_missing_separator(self, text: Scalar, form: Form) -> bool:
        """Report plain text that is a key and value without a colon or space between them."""
        if self._lookalikes.report_after_key(text.node, text.path, form):
            return True
        key, colon, rest = text.text.partition(":")
        if text.node.style or not colon or form.field(key) is None:
            return False
        self._collector.error(
            "missing-space",
            text.position,
            f'thiếu dấu cách sau dấu hai chấm: "{text.text}"',
            f"viết {key}: {rest}",
            text.text,
        )
        return True

    def _report_missing(self, record: Record, known: Field) -> None:
        position, message = record.position, f'thiếu khóa "{known.key}" ({known.label})'
        pairs = record.node.value if isinstance(record.node, MappingNode) else []
        for key, value in pairs:
            if not isinstance(key, ScalarNode) or record.form.find(key.value) is not known:
                continue
            if not is_blank(value):
                return  # the invalid value has been reported
            position = Position.at(key.start_mark, record.path)
            message = f'khóa "{known.key}" ({known.label}) để trống'
        about = known.about[0].lower() + known.about[1:].rstrip(".")
        self._collector.error("missing", position, message, f'ghi "{known.key}: …" – {about}')

    def _pairs(
        self, node: MappingNode, path: tuple[str, ...]
    ) -> Iterator[tuple[str, ScalarNode, Node]]:
        """Yield the text of each key, its node and the node of its value."""
        seen: dict[str, ScalarNode] = {}
        for key_node, child in node.value:
            if (key := self._key(key_node, path)) is None:
                continue
            if (first := seen.get(key)) is not None:
                self._report_duplicate(key, key_node, first, path)
                continue
            seen[key] = key_node
            yield key, key_node, child

    def _report_duplicate(
        self, key: str, node: ScalarNode, first: ScalarNode, path: tuple[str, ...]
    ) -> None:
        self._collector.error(
            "duplicate-key",
            Position.at(node.start_mark, path),
            f'khóa "{key}" đã có ở dòng {Position.at(first.start_mark).line}',
            "gộp hai chỗ làm một; mỗi khóa chỉ viết một lần",
            key,
        )

    def _key(self, node: Node, path: tuple[str, ...]) -> str | None:
        if isinstance(node, ScalarNode):
            if node.value.isascii() and node.value.isidentifier() and node.tag != NULL:
                return str(node.value)  # the usual case needs no checks
            if is_blank(node):
                self._report_wrong_type(
                    node, path, "khóa để trống", "viết tên khóa trước dấu hai chấm"
                )
                return None
        scalar = self._text(node, path)
        return scalar.text if scalar else None

    def _find_field(self, key: Scalar, form: Form) -> Field | None:
        """Return the field of a key. Report an error and return None for an unknown key."""
        if self._lookalikes.report_in_key(key.node, key.path):
            return None
        if (field := form.find(key.text)) is not None:
            return field
        known = [field.key for field in form.fields]
        written = slugify(key.text).replace("-", "_")
        near = difflib.get_close_matches(written, known, n=1, cutoff=0.6)
        remedy = (
            f'hãy viết "{near[0]}"' if near else f"các khóa dùng được ở đây: {', '.join(known)}"
        )
        self._collector.error(
            "unknown-key", key.position, f'không có khóa "{key.text}"', remedy, key.text
        )
        return None

    def _report_wrong_type(
        self, node: Node, path: tuple[str, ...], message: str, remedy: str
    ) -> None:
        self._collector.error("wrong-type", Position.at(node.start_mark, path), message, remedy)


def _is_withheld(node: Node) -> bool:
    """Return whether the mark for withheld words was parsed as a list, for lack of quotes."""
    return isinstance(node, SequenceNode) and [each.value for each in node.value] == [
        WITHHELD.strip("[]")
    ]


def _element_path(node: Node, shape: Shape, path: tuple[str, ...], number: int) -> tuple[str, ...]:
    """Return the path of an element. The title of an element replaces the label of its list."""
    if not isinstance(shape, Form):
        return (*path, f"mục {number}")
    if shape.title_key is None:
        return (*path, f"{shape.noun} {number}")
    if isinstance(node, MappingNode):
        for key, child in node.value:
            if not (isinstance(key, ScalarNode) and isinstance(child, ScalarNode) and child.value):
                continue
            if (field := shape.find(key.value)) and field.key == shape.title_key:
                return (*path[:-1], f"{shape.noun} {child.value}")
    return (*path, f"mục {number}")
