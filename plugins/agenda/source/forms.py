"""Nodes to checked values: keys, types and required fields held against their definition."""

import difflib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.source.fields import Choice, Field, Form, ListOf, Shape, Table, Text
from agenda.source.findings import Findings, Spot

_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("str", "int", "float", "bool", "null", "timestamp", "value", "merge")
)
_COLLECTION_TAGS = frozenset({_TAG + "map", _TAG + "seq"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of the file, in NFC, without the space around it."""

    text: str
    node: ScalarNode
    path: tuple[str, ...]

    @property
    def spot(self) -> Spot:
        return Spot.at(self.node.start_mark, self.path)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys and types have been checked; absent and empty keys are not in it.

    `node` is the scalar itself where plain text stood for the mapping.
    """

    form: Form
    node: Node
    path: tuple[str, ...]
    values: "dict[str, Value]" = field(default_factory=dict)

    @property
    def spot(self) -> Spot:
        return Spot.at(self.node.start_mark, self.path)

    def scalar(self, key: str) -> Scalar | None:
        value = self.values.get(key)
        return value if isinstance(value, Scalar) else None

    def text(self, key: str) -> str | None:
        scalar = self.scalar(key)
        return scalar.text if scalar else None

    def record(self, key: str) -> "Record | None":
        value = self.values.get(key)
        return value if isinstance(value, Record) else None

    def records(self, key: str) -> "tuple[Record, ...]":
        return tuple(value for value in self._list(key) if isinstance(value, Record))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        return tuple(value for value in self._list(key) if isinstance(value, Scalar))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self.scalars(key))

    def table(self, key: str) -> dict[str, Scalar]:
        value = self.values.get(key)
        return value if isinstance(value, dict) else {}

    def _list(self, key: str) -> "tuple[Value, ...]":
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()


Value = Scalar | Record | tuple["Value", ...] | dict[str, Scalar]


class FormReader:
    """Reads nodes by their definition, each node once; problems go to `findings`."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._read: set[int] = set()
        self._decomposed: list[Spot] = []

    def read(self, node: Node, form: Form) -> Record | None:
        """The whole document."""
        record = self._form(node, form, ())
        if self._decomposed:
            self._findings.warning(
                "not-nfc",
                self._decomposed[0],
                f"chữ có dấu gõ theo kiểu tổ hợp (không phải Unicode dựng sẵn) "
                f"ở {len(self._decomposed)} chỗ, bắt đầu từ đây; trang web đã tự chuyển",
                "chuyển tệp sang Unicode dựng sẵn để tìm kiếm trong tệp được đúng",
            )
        return record

    def _value(self, node: Node, shape: Shape, path: tuple[str, ...]) -> Value | None:
        match shape:
            case Text():
                return self._text(node, path)
            case Choice():
                return self._choice(node, shape, path)
            case Form():
                return self._form(node, shape, path)
            case ListOf():
                return self._list(node, shape, path)
            case Table():
                return self._table(node, path)

    def _text(self, node: Node, path: tuple[str, ...]) -> Scalar | None:
        if not isinstance(node, ScalarNode):
            found = "một danh sách" if isinstance(node, SequenceNode) else "một nhóm khóa"
            self._wrong_type(node, path, f"chỗ này là {found}, cần một dòng chữ", "viết một dòng chữ")
            return None
        if not self._plain(node, path) or _is_empty(node):
            return None
        text = node.value
        if not unicodedata.is_normalized("NFC", text):
            self._decomposed.append(Spot.at(node.start_mark, path))
            text = unicodedata.normalize("NFC", text)
        text = text.strip()
        return Scalar(text, node, path) if text else None

    def _choice(self, node: Node, shape: Choice, path: tuple[str, ...]) -> Scalar | None:
        scalar = self._text(node, path)
        if scalar is None or scalar.text in shape.meanings:
            return scalar
        known = ", ".join(f"{word} ({meaning})" for word, meaning in shape.meanings.items())
        self._findings.error(
            "unknown-choice",
            scalar.spot,
            f'"{scalar.text}" không phải là giá trị được dùng ở đây',
            f"chọn một trong: {known}",
            scalar.text,
        )
        return None

    def _list(
        self, node: Node, shape: ListOf, path: tuple[str, ...]
    ) -> tuple[Value, ...] | None:
        if isinstance(node, ScalarNode) and _is_empty(node):
            return None
        if not isinstance(node, SequenceNode):
            if shape.or_one:
                value = self._value(node, shape.shape, path)
                return None if value is None else (value,)
            self._wrong_type(
                node, path, "chỗ này cần một danh sách", "mỗi mục một dòng, bắt đầu bằng dấu gạch -"
            )
            return None
        if not self._fresh(node, path):
            return None
        values = (
            self._value(child, shape.shape, _element_path(child, shape.shape, path, number))
            for number, child in enumerate(node.value, start=1)
        )
        return tuple(value for value in values if value is not None)

    def _table(self, node: Node, path: tuple[str, ...]) -> dict[str, Scalar] | None:
        table = {}
        for key, child in self._pairs(node, path):
            if (value := self._text(child, (*path, key.text))) is not None:
                table[key.text] = value
        return table

    def _form(self, node: Node, form: Form, path: tuple[str, ...]) -> Record | None:
        if form.shorthand is not None and isinstance(node, ScalarNode):
            text = self._text(node, path)
            return Record(form, node, path, {form.shorthand: text}) if text else None
        if isinstance(node, ScalarNode) and _is_empty(node):
            values: dict[str, Value] = {}
        elif not isinstance(node, MappingNode):
            self._wrong_type(
                node, path, "chỗ này cần các khóa", f"viết các dòng như: {form.fields[0].key}: …"
            )
            return None
        else:
            values = {}
            for key, child in self._pairs(node, path):
                if (known := form.field(key.text)) is None:
                    self._unknown_key(key, form)
                    continue
                value = self._value(child, known.shape, _field_path(known, path))
                if value is not None:
                    values[key.text] = value
        record = Record(form, node, path, values)
        complete = [self._present(record, known) for known in form.fields if known.required]
        return record if all(complete) else None

    def _present(self, record: Record, known: Field) -> bool:
        if known.key in record.values:
            return True
        if not _has_key(record.node, known.key):
            message = f'thiếu khóa "{known.key}" ({known.label})'
        elif _is_empty_at(record.node, known.key):
            message = f'khóa "{known.key}" ({known.label}) để trống'
        else:
            return False  # what stands there was reported already
        self._findings.error(
            "missing",
            record.spot,
            message,
            f"thêm dòng {known.key}: … ({known.about.rstrip('.')})",
        )
        return False

    def _pairs(self, node: Node, path: tuple[str, ...]) -> Iterator[tuple[Scalar, Node]]:
        if not isinstance(node, MappingNode):
            if not (isinstance(node, ScalarNode) and _is_empty(node)):
                self._wrong_type(node, path, "chỗ này cần các khóa", "viết các dòng như: khóa: giá trị")
            return
        if not self._fresh(node, path):
            return
        seen: dict[str, Scalar] = {}
        for key_node, child in node.value:
            key = self._text(key_node, path)
            if key is None:
                if isinstance(key_node, ScalarNode):
                    self._wrong_type(key_node, path, "khóa để trống", "viết tên khóa trước dấu hai chấm")
                continue
            if (first := seen.get(key.text)) is not None:
                self._findings.error(
                    "duplicate-key",
                    key.spot,
                    f'khóa "{key.text}" đã có ở dòng {first.spot.line}',
                    "gộp hai chỗ làm một, mỗi khóa chỉ viết một lần",
                    key.text,
                )
                continue
            seen[key.text] = key
            yield key, child

    def _unknown_key(self, key: Scalar, form: Form) -> None:
        known = [field.key for field in form.fields]
        near = difflib.get_close_matches(key.text, known, n=1, cutoff=0.6)
        remedy = (
            f'hãy viết "{near[0]}"' if near else f"các khóa được dùng ở đây: {', '.join(known)}"
        )
        self._findings.error(
            "unknown-key", key.spot, f'không có khóa "{key.text}"', remedy, key.text
        )

    def _plain(self, node: ScalarNode, path: tuple[str, ...]) -> bool:
        if node.tag in _PLAIN_TAGS:
            return True
        self._wrong_type(node, path, f"thẻ YAML {node.tag} không được dùng", "bỏ phần bắt đầu bằng dấu !")
        return False

    def _fresh(self, node: Node, path: tuple[str, ...]) -> bool:
        """Whether a collection is met for the first time: an alias would bring it again."""
        if node.tag not in _COLLECTION_TAGS:
            self._wrong_type(
                node, path, f"thẻ YAML {node.tag} không được dùng", "bỏ phần bắt đầu bằng dấu !"
            )
            return False
        if id(node) in self._read:
            self._wrong_type(
                node, path, "phần này được nhắc lại bằng dấu & và *", "viết lại đầy đủ, không dùng & và *"
            )
            return False
        self._read.add(id(node))
        return True

    def _wrong_type(self, node: Node, path: tuple[str, ...], message: str, remedy: str) -> None:
        self._findings.error("wrong-type", Spot.at(node.start_mark, path), message, remedy)


def _is_empty(node: ScalarNode) -> bool:
    return not node.value or (node.style is None and node.tag == _TAG + "null")


def _has_key(node: Node, key: str) -> bool:
    return isinstance(node, MappingNode) and any(name.value == key for name, _ in node.value)


def _is_empty_at(node: Node, key: str) -> bool:
    values = [child for name, child in node.value if name.value == key]
    return all(
        (_is_empty(child) or not child.value.strip())
        if isinstance(child, ScalarNode)
        else not child.value
        for child in values
    )


def _field_path(known: Field, path: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(known.shape, ListOf):
        element = known.shape.shape
        if isinstance(element, Form) and element.title_key is not None:
            return path  # its elements bear titles of their own
    return (*path, known.label)


def _element_path(
    node: Node, shape: Shape, path: tuple[str, ...], number: int
) -> tuple[str, ...]:
    if not isinstance(shape, Form):
        return (*path, f"mục {number}")
    if isinstance(node, MappingNode):
        for key, child in node.value:
            if key.value == shape.title_key and isinstance(child, ScalarNode) and child.value:
                return (*path, f"{shape.noun} {child.value}")
    return (*path, f"{shape.noun} {number}")
