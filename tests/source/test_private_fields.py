"""Every text that the schema of a month names is checked for private details."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.schema.fields import Field, Form, ListField, TextField
from agenda.schema.month import MONTH_FILE
from agenda.source.folder import load_agenda

PHONE = "Gọi 0912345678"
MONTH = {
    "thang": "2021-05",
    "van_ban": {"ngay_ban_hanh": "2021-05-04"},
    "lich": [
        {"ngay": "4", "sang": [{"noi_dung": "Họp", "chuan_bi": [{"ten": "A"}], "lanh_dao": []}]}
    ],
    "hieu_dinh": [{"nguyen_van": "Hợp", "sua_thanh": "Họp"}],
}
NO_TEXT = {"gio", "tep", "cong_khai", "sua_thanh"}
"""Keys with an own check: times, paths, public words, and words that must occur in other texts."""


def text_fields(form: Form, value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Any]:
    """Yield the path of each free text of a form, in the records that `value` has."""
    for field in form.fields:
        shape = field.shape
        if isinstance(shape, ListField) and isinstance(shape.shape, Form):
            yield from in_first_record(field, shape.shape, value, path)
        elif isinstance(shape, Form) and isinstance(value.get(field.key), dict):
            yield from text_fields(shape, value[field.key], (*path, field.key))
        elif is_free(shape) and field.key not in NO_TEXT:
            yield (*path, field.key)


def in_first_record(
    field: Field, form: Form, value: Any, path: tuple[str | int, ...]
) -> Iterator[Any]:
    if records := value.get(field.key):
        yield from text_fields(form, records[0], (*path, field.key, 0))


def is_free(shape: object) -> bool:
    """Return whether the values have no pattern."""
    inner = shape.shape if isinstance(shape, ListField) else shape
    return isinstance(inner, TextField) and inner.pattern is None


@pytest.mark.parametrize("path", list(text_fields(MONTH_FILE, MONTH)), ids=str)
def test_a_phone_number_in_any_text_of_a_month_is_reported(
    path: tuple[str | int, ...], tmp_path: Path
) -> None:
    month: Any = deepcopy(MONTH)
    record = month
    for key in path[:-1]:
        record = record[key]
    record[path[-1]] = PHONE
    folder = tmp_path / "agendas"
    folder.mkdir()
    (folder / "2021-05.yml").write_text(yaml.safe_dump(month), encoding="utf-8")
    details = [each.value for each in load_agenda(folder).problems if each.kind == "private-detail"]
    assert details == ["0912345678"]
