"""Read the entries of the directory for forms, and find them for edits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from agenda.editing.fields import FormField, form_fields
from agenda.editing.outcomes import EditConflict, Values
from agenda.model import Directory, PlainValue, YearMonth
from agenda.schema.directory import GROUP, PERSON, TITLE, UNIT
from agenda.schema.fields import Form
from agenda.source.directory import SECTIONS, read_directory_record
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.plain import plain_mapping
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem, parse_bound

FORMS: Mapping[str, Form] = {"lanh_dao": PERSON, "co_quan": UNIT, "nhom": GROUP}
"""The form of the entries of each section."""

TITLES = "chuc_vu"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryValues:
    """An entry of the directory as a form shows it.

    The keys of a title have its number before them: `chuc_vu/1/ten`.
    """

    section: str
    code: str
    values: Values

    @property
    def name(self) -> str:
        return str(self.values.get("ten") or self.code)


def read_entries(text: str) -> Mapping[str, EntryValues]:
    """Return the entries of a directory by code, in the order of the file."""
    found = (_values(section, record) for section, record in _records(read_entries_record(text)))
    return {each.code: each for each in found if each.code}


def entry_fields(entry: EntryValues, directory: Directory) -> tuple[FormField, ...]:
    """Return the fields of a form for an entry, with those of each title."""
    fields = list(form_fields(FORMS[entry.section].fields, entry.values, directory))
    for number in range(1, _title_count(entry.values) + 1):
        prefix = f"{TITLES}/{number}/"
        own = {
            key.removeprefix(prefix): value
            for key, value in entry.values.items()
            if key.startswith(prefix)
        }
        for field in form_fields(TITLE.fields, own, directory):
            label = f"Chức vụ {number}: {field.label}"
            fields.append(replace(field, key=prefix + field.key, label=label))
    return tuple(fields)


def read_entries_record(text: str) -> Record:
    """Read a directory without the values that have an error. Raise `NotWritable` if it is none."""
    record = read_directory_record(text, ProblemCollector(""))
    if record is None:
        raise NotWritable("danh bạ có lỗi, hoặc còn trống")
    return record


def find_entry(text: str, code: str) -> tuple[str, Record]:
    """Return the section and the mapping of an entry. Raise `NotWritable` if there is none."""
    found = (each for each in _records(read_entries_record(text)) if each[1].text("ma") == code)
    entry = next(found, None)
    if entry is None:
        raise NotWritable(f"danh bạ không có mã {code}")
    return entry


def entry_conflict(text: str, code: str, base: Values, ours: Values | None) -> EditConflict | None:
    """Return the conflict if an entry is not as a form showed it."""
    entry = read_entries(text).get(code)
    theirs = None if entry is None else entry.values
    if theirs is not None and _without_empty(theirs) == _without_empty(base):
        return None
    return EditConflict(target=code, base=base, ours=ours, theirs=theirs)


def current_titles(entry: Record) -> Iterator[int]:
    """Yield the indexes of the titles without an end."""
    for index, title in enumerate(entry.records(TITLES)):
        if title.text("den") is None:
            yield index


def end_before(since: str) -> str:
    """Return the last month or day before a month or day: `2021-06` gives `2021-05`."""
    parse_bound(since, last=False)
    try:
        return str(YearMonth.parse(since).previous)
    except ValueError:
        return (parse_bound(since, last=False) - timedelta(1)).isoformat()


def check_after(start: str | None, end: str) -> None:
    """Raise `ValueProblem` if a time would end before its start."""
    if start is not None and parse_bound(end, last=True) < parse_bound(start, last=False):
        raise ValueProblem(
            "range-backwards", f'"{end}" đứng trước "{start}" là lúc bắt đầu', "sửa lại thời gian"
        )


def _records(directory: Record) -> Iterator[tuple[str, Record]]:
    for section in SECTIONS:
        for record in directory.records(section):
            yield section, record


def _values(section: str, record: Record) -> EntryValues:
    values: dict[str, PlainValue] = {
        key: value for key, value in plain_mapping(record).items() if key not in ("ma", TITLES)
    }
    for number, title in enumerate(record.records(TITLES), 1):
        values |= {f"{TITLES}/{number}/{key}": each for key, each in plain_mapping(title).items()}
    return EntryValues(section=section, code=record.text("ma") or "", values=values)


def _title_count(values: Values) -> int:
    return max((int(key.split("/")[1]) for key in values if "/" in key), default=0)


def _without_empty(values: Values) -> Values:
    return {key: value for key, value in values.items() if value is not None}
