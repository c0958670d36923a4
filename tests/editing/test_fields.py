"""The fields of forms follow the schema, and what a form sends becomes values."""

import json

from agenda.editing.fields import (
    FieldKind,
    header_fields,
    item_fields,
    submitted_values,
    values_from_json,
)
from agenda.editing.items import EditItem, read_items
from agenda.editing.months import read_header
from agenda.editing.outcomes import EditSaved
from agenda.schema.month import MONTH_FILE
from agenda.schema.schedule import ITEM
from agenda.schema.signed_document import DOCUMENT
from tests.editing.offices import FILE, MAY, EditedOffice


def test_a_form_of_an_item_has_every_field_of_the_schema(office: EditedOffice) -> None:
    directory = office.workspace.load().agenda.directory
    fields = {field.key: field for field in item_fields(read_items(MAY)["b2"], directory)}
    assert list(fields) == ["ngay", "buoi"] + [f.key for f in ITEM.fields if f.key != "ma"]
    assert fields["noi_dung"].required
    assert fields["gio"].value == "08:00"
    assert fields["trang_thai"].choices.keys() == {"huy", "hoan", "doi"}
    assert fields["lanh_dao"].kind is FieldKind.NAMES
    assert fields["lanh_dao"].value == ("Đ/c Văn GĐ",)
    assert set(fields["lanh_dao"].suggestions) == {"Đ/c Văn GĐ", "Đ/c Hoàn PGĐ"}
    assert fields["lanh_dao"].examples == ("Đ/c Hoàn PGĐ",)


def test_a_form_of_a_month_has_the_fields_that_are_no_lists_of_mappings(
    office: EditedOffice,
) -> None:
    directory = office.workspace.load().agenda.directory
    keys = [field.key for field in header_fields(read_header(MAY), directory)]
    left_out = {"thang", "van_ban", "lich", "hieu_dinh", "cap_nhat"}
    assert set(keys) == {f.key for f in (*MONTH_FILE.fields, *DOCUMENT.fields)} - left_out


def test_what_a_form_sends_unchanged_is_what_the_file_says(office: EditedOffice) -> None:
    directory = office.workspace.load().agenda.directory
    for code, values in read_items(MAY).items():
        fields = item_fields(values, directory)
        sent = {
            field.key: "\r\n".join(field.value)
            if isinstance(field.value, tuple)
            else field.value or ""
            for field in fields
        }
        assert submitted_values(fields, sent) == values
        base = values_from_json(json.loads(json.dumps(values)))
        edit = EditItem(code=code, base=base, values=submitted_values(fields, sent))
        outcome = office.workspace.save(FILE, edit)
        assert isinstance(outcome, EditSaved)
        assert not outcome.changed
    assert office.text == MAY


def test_texts_are_sent_in_one_line_and_lists_by_lines(office: EditedOffice) -> None:
    directory = office.workspace.load().agenda.directory
    fields = item_fields({}, directory)
    sent = {"noi_dung": " Họp\r\n giao  ban ", "lanh_dao": "Đ/c An\n\n Đ/c  Minh ", "gio": " "}
    values = submitted_values(fields, sent)
    assert values["noi_dung"] == "Họp giao ban"
    assert values["lanh_dao"] == ("Đ/c An", "Đ/c Minh")
    assert values["gio"] is None
