"""The edits of people, units and groups, each from the current text to a new text."""

from collections.abc import Mapping
from dataclasses import dataclass

from agenda.editing.action import EditScope
from agenda.editing.directory.entries import (
    FORMS,
    TITLES,
    check_after,
    current_titles,
    end_before,
    entry_conflict,
    find_entry,
    read_entries_record,
)
from agenda.editing.outcomes import EditConflict, Values
from agenda.model import PlainValue
from agenda.schema.directory import TITLE, UNIT
from agenda.source.directory import SECTIONS, free_code
from agenda.source.writing.entries import add_entry, as_list, needs_list
from agenda.source.writing.fields import NotWritable, set_key
from agenda.source.yaml.values import ValueProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEntry:
    """A new person, unit or group, whose code is made from the name.

    `values` may have a first title under `chuc_vu/1/ten` and its other keys.
    """

    section: str
    values: Values

    @property
    def label(self) -> str:
        return f"Thêm {self.values.get('ten')} vào danh bạ"

    @property
    def scope(self) -> EditScope:
        return EditScope(adds=True)

    def conflict(self, text: str) -> EditConflict | None:  # noqa: ARG002 - part of the protocol
        return None

    def apply(self, text: str) -> str:
        name = self.values.get("ten")
        if not isinstance(name, str):
            raise ValueProblem("missing", "chưa có tên", "ghi tên như văn bản ghi")
        code = _free_code(text, name)
        own = {key: value for key, value in self.values.items() if "/" not in key}
        record = read_entries_record(text)
        text = add_entry(text, record, self.section, FORMS[self.section], {**own, "ma": code})
        title = _title(self.values, 1)
        return _with_title(text, code, title) if title.get("ten") else text


@dataclass(frozen=True, slots=True, kw_only=True)
class EditEntry:
    """New values of an entry, whose form showed `base`. Its code stays."""

    code: str
    base: Values
    values: Values

    @property
    def label(self) -> str:
        return f"Sửa {self.base.get('ten')} trong danh bạ"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}))

    def conflict(self, text: str) -> EditConflict | None:
        return entry_conflict(text, self.code, self.base, self.values)

    def apply(self, text: str) -> str:
        for key, value in self.values.items():
            if value == self.base.get(key):
                continue
            _, record = find_entry(text, self.code)
            if "/" in key:
                _, number, key = key.split("/")
                record = record.records(TITLES)[int(number) - 1]
            text = set_key(text, record, key, value)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Promote:
    """A new title of a person from a month or day; the former titles end before it."""

    code: str
    base: Values
    title: str
    abbreviation: str | None
    since: str

    @property
    def label(self) -> str:
        return f"{self.base.get('ten')} giữ chức {self.title} từ {self.since}"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}))

    def conflict(self, text: str) -> EditConflict | None:
        ours = {"ten": self.title, "viet_tat": self.abbreviation, "tu": self.since}
        return entry_conflict(text, self.code, self.base, ours)

    def apply(self, text: str) -> str:
        text = _end_titles(text, self.code, end_before(self.since))
        title = {"ten": self.title, "viet_tat": self.abbreviation, "tu": self.since}
        return _with_title(text, self.code, title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """The end of a person's titles, or of a unit, after a month or day."""

    code: str
    base: Values
    until: str

    @property
    def label(self) -> str:
        return f"{self.base.get('ten')} thôi từ sau {self.until}"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}))

    def conflict(self, text: str) -> EditConflict | None:
        return entry_conflict(text, self.code, self.base, {"den": self.until})

    def apply(self, text: str) -> str:
        section, entry = find_entry(text, self.code)
        if section == "lanh_dao":
            return _end_titles(text, self.code, self.until)
        if section != "co_quan":
            raise NotWritable("nhóm không có thời hạn")
        check_after(entry.text("tu"), self.until)
        return set_key(text, entry, "den", self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A new name of an entry. With a new code, its former URL keeps working."""

    code: str
    base: Values
    name: str
    new_code: bool

    @property
    def label(self) -> str:
        return f"Đổi tên {self.base.get('ten')} thành {self.name}"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}), adds=self.new_code)

    def conflict(self, text: str) -> EditConflict | None:
        return entry_conflict(text, self.code, self.base, {**self.base, "ten": self.name})

    def apply(self, text: str) -> str:
        _, entry = find_entry(text, self.code)
        text = set_key(text, entry, "ten", self.name)
        code = _free_code(text, self.name, except_for=self.code) if self.new_code else self.code
        if code == self.code:
            return text
        _, entry = find_entry(text, self.code)
        text = set_key(text, entry, "ten_cu", (*entry.texts("ten_cu"), self.code))
        _, entry = find_entry(text, self.code)
        return set_key(text, entry, "ma", code)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeUnits:
    """A new unit from a month or day that continues others, which end before it."""

    codes: tuple[str, ...]
    bases: Mapping[str, Values]
    name: str
    abbreviations: tuple[str, ...]
    since: str

    @property
    def label(self) -> str:
        names = " và ".join(str(base.get("ten")) for base in self.bases.values())
        return f"Hợp nhất {names} thành {self.name}"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset(self.codes), adds=True)

    def conflict(self, text: str) -> EditConflict | None:
        conflicts = (entry_conflict(text, code, self.bases[code], None) for code in self.codes)
        return next((each for each in conflicts if each is not None), None)

    def apply(self, text: str) -> str:
        until = end_before(self.since)
        for code in self.codes:
            section, entry = find_entry(text, code)
            if section != "co_quan":
                raise NotWritable("chỉ hợp nhất được các cơ quan")
            check_after(entry.text("tu"), until)
            text = set_key(text, entry, "den", until)
        values: dict[str, PlainValue] = {
            "ma": _free_code(text, self.name),
            "ten": self.name,
            "viet_tat": self.abbreviations or None,
            "tu": self.since,
            "tien_than": self.codes,
        }
        return add_entry(text, read_entries_record(text), "co_quan", UNIT, values)


def _end_titles(text: str, code: str, until: str) -> str:
    """Return the text with an end for the titles of a person that have none."""
    _, entry = find_entry(text, code)
    for index in list(current_titles(entry)):
        _, entry = find_entry(text, code)
        title = entry.records(TITLES)[index]
        check_after(title.text("tu"), until)
        text = set_key(text, title, "den", until)
    return text


def _with_title(text: str, code: str, title: Values) -> str:
    """Return the text with another title of a person, after the others."""
    section, entry = find_entry(text, code)
    if section != "lanh_dao":
        raise NotWritable("chỉ lãnh đạo có chức vụ")
    if needs_list(entry, TITLES):
        text = as_list(text, entry, TITLES)
        _, entry = find_entry(text, code)
    return add_entry(text, entry, TITLES, TITLE, title)


def _title(values: Values, number: int) -> Values:
    prefix = f"{TITLES}/{number}/"
    return {
        key.removeprefix(prefix): value for key, value in values.items() if key.startswith(prefix)
    }


def _free_code(text: str, name: str, except_for: str | None = None) -> str:
    """Return a code for a name. An entry may keep the code that its new name gives."""
    record = read_entries_record(text)
    entries = [entry for section in SECTIONS for entry in record.records(section)]
    taken = {code for each in entries for code in (each.text("ma"), *each.texts("ten_cu"))}
    code = free_code(name, taken - {except_for})
    if code is None:
        raise ValueProblem("missing", f'tên "{name}" không có chữ', "ghi tên như văn bản ghi")
    return code
