"""The small forms that change an entry of the directory, each with its edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agenda.editing.action import Action
from agenda.editing.directory.actions import AddEntry, Leave, MergeUnits, Promote, Rename
from agenda.editing.outcomes import Values
from agenda.editor.forms import FormInput, SentForm

_SINCE = "Tháng hoặc ngày, như 2021-06 hoặc 15/6/2021."
_SINCE_IF_KNOWN = f"{_SINCE} Không rõ thì bỏ trống."


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForm:
    """A form for an entry: its inputs, and the edit of what it sends."""

    title: str
    note: str
    sections: tuple[str, ...]
    inputs: tuple[FormInput, ...]
    make: Callable[[str, Values, SentForm], Action]


ENTRY_FORMS: Mapping[str, EntryForm] = {
    "chuc-vu": EntryForm(
        title="Giữ chức vụ mới",
        note="Chức vụ đang giữ sẽ ghi hết hạn ngay trước đó. Các tháng cũ không đổi.",
        sections=("lanh_dao",),
        inputs=(
            FormInput(name="ten", label="Chức vụ mới", about="Như Phó Giám đốc.", required=True),
            FormInput(name="viet_tat", label="Viết tắt", about="Như PGĐ."),
            FormInput(name="tu", label="Từ", about=_SINCE, required=True),
        ),
        make=lambda code, base, sent: Promote(
            code=code,
            base=base,
            title=sent.text("ten"),
            abbreviation=sent.text("viet_tat") or None,
            since=sent.text("tu"),
        ),
    ),
    "thoi": EntryForm(
        title="Thôi giữ chức vụ, chấm dứt hoạt động",
        note="Tên vẫn ở lại danh bạ, để các tháng cũ dẫn đúng.",
        sections=("lanh_dao", "co_quan"),
        inputs=(FormInput(name="den", label="Đến hết", about=_SINCE, required=True),),
        make=lambda code, base, sent: Leave(code=code, base=base, until=sent.text("den")),
    ),
    "doi-ten": EntryForm(
        title="Đổi tên",
        note="Dùng khi biết đủ họ tên, hoặc tên cũ ghi sai. Cơ quan được tổ chức lại thì hợp nhất.",
        sections=("lanh_dao", "co_quan", "nhom"),
        inputs=(
            FormInput(name="ten", label="Tên mới", required=True),
            FormInput(
                name="dia_chi",
                label="Đổi cả địa chỉ trang theo tên mới",
                about="Địa chỉ cũ vẫn mở được.",
                kind="flag",
            ),
        ),
        make=lambda code, base, sent: Rename(
            code=code, base=base, name=sent.text("ten"), new_code=bool(sent.text("dia_chi"))
        ),
    ),
}
"""The forms by the last part of their URL."""

ADDING = {"lanh_dao": "Thêm lãnh đạo", "co_quan": "Thêm cơ quan", "nhom": "Thêm nhóm"}
"""The title of the form of a new entry, by its section of the directory."""

_TITLE = "chuc_vu/1"
_NAME = FormInput(name="ten", label="Tên", about="Như văn bản ghi.", required=True)
_ABBREVIATIONS = FormInput(
    name="viet_tat",
    label="Tên viết tắt",
    about="Những cách viết khác gặp trong văn bản.",
    kind="list",
)

ADDED_INPUTS: Mapping[str, tuple[FormInput, ...]] = {
    "lanh_dao": (
        _NAME,
        FormInput(name=f"{_TITLE}/ten", label="Chức vụ", about="Như Phó Giám đốc."),
        FormInput(name=f"{_TITLE}/viet_tat", label="Chức vụ viết tắt", about="Như PGĐ."),
        FormInput(name=f"{_TITLE}/tu", label="Giữ chức vụ từ", about=_SINCE_IF_KNOWN),
    ),
    "co_quan": (
        _NAME,
        _ABBREVIATIONS,
        FormInput(name="tu", label="Có từ", about=_SINCE_IF_KNOWN),
    ),
    "nhom": (_NAME, _ABBREVIATIONS),
}
"""The inputs for a new entry, by its section of the directory."""

MERGED_INPUTS = (
    FormInput(name="ten", label="Tên cơ quan mới", required=True),
    _ABBREVIATIONS,
    FormInput(name="tu", label="Có từ", about=_SINCE, required=True),
)


ADD_NAME = "them-ten"
"""The button of an item's form that adds a name to the directory, and a prefix of its inputs."""

NAME_INPUTS = (
    FormInput(
        name=f"{ADD_NAME}/loai",
        label="Tên này là",
        kind="choice",
        choices=(("lanh_dao", "Lãnh đạo"), ("co_quan", "Cơ quan"), ("nhom", "Nhóm")),
    ),
    FormInput(name=f"{ADD_NAME}/ten", label="Tên", about="Như văn bản ghi, không kèm chức vụ."),
    FormInput(
        name=f"{ADD_NAME}/chuc_vu",
        label="Chức vụ",
        about="Của lãnh đạo, như Phó Giám đốc.",
    ),
    FormInput(
        name=f"{ADD_NAME}/viet_tat",
        label="Viết tắt",
        about="Của chức vụ, như PGĐ; hoặc của cơ quan, nhóm.",
    ),
)
"""The inputs of a name that an item's form adds to the directory."""


def add_name(sent: SentForm) -> AddEntry:
    """Return the edit that adds the name in an item's form."""
    section, name, title, short = (
        sent.text(f"{ADD_NAME}/{key}") or None for key in ("loai", "ten", "chuc_vu", "viet_tat")
    )
    values: Values = {"ten": name, "viet_tat": (short,) if short else None}
    if section not in ("co_quan", "nhom"):
        section = "lanh_dao"
        values = {"ten": name, f"{_TITLE}/ten": title, f"{_TITLE}/viet_tat": short}
    return AddEntry(section=section, values=values)


def add_entry(section: str, sent: SentForm) -> AddEntry:
    """Return the edit that adds what a form sent."""
    values = {
        each.name: sent.texts(each.name) or None
        if each.kind == "list"
        else sent.text(each.name) or None
        for each in ADDED_INPUTS[section]
    }
    return AddEntry(section=section, values=values)


def merge_units(bases: Mapping[str, Values], sent: SentForm) -> MergeUnits:
    """Return the edit that merges units as a form says."""
    return MergeUnits(
        codes=tuple(bases),
        bases=bases,
        name=sent.text("ten"),
        abbreviations=sent.texts("viet_tat"),
        since=sent.text("tu"),
    )
