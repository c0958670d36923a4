"""Read the file of the directory into a `Directory`."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, count
from typing import TypeVar

from agenda.model import Abbreviation, Directory, Group, Person, Title, Unit
from agenda.schema.directory import DIRECTORY_FILE
from agenda.source.checks import check_text
from agenda.source.items import parse_scalar, read_public_text, read_public_texts
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import is_code, parse_bound, parse_code
from agenda.vietnam.text import slugify

T = TypeVar("T")

SECTIONS = ("lanh_dao", "co_quan", "nhom")

_LONGEST = 60
"""The longest code made from a name, in characters, before a number."""

Codes = Mapping[int, str]
"""New codes of entries, by the `id` of their records."""


def read_directory(text: str, collector: ProblemCollector) -> Directory:
    """Read the text of `danh-ba.yml`. Report incomplete entries and leave them out."""
    record = read_directory_record(text, collector)
    if record is None:
        return Directory()
    people, units, groups = (record.records(key) for key in SECTIONS)
    _check_codes((*people, *units, *groups), collector)
    codes = missing_codes(record)
    _report_uncoded([each for each in (*people, *units, *groups) if id(each) in codes], collector)
    for section in (units, groups):
        _check_names(section, collector)
    for full in record.table("viet_tat").values():
        check_text(full, collector)
    _check_predecessors(units, collector)
    current = {old: each.text("ma") or "" for each in units for old in each.texts("ten_cu")}
    return Directory(
        people=_read_complete(people, partial(_person, codes), collector),
        units=_read_complete(units, partial(_unit, codes, current), collector),
        groups=_read_complete(groups, partial(_group, codes), collector),
        abbreviations=tuple(
            Abbreviation(short=short, full=full.text)
            for short, full in record.table("viet_tat").items()
        ),
    )


def read_directory_record(text: str, collector: ProblemCollector) -> Record | None:
    """Read the keys and texts of `danh-ba.yml`. Return None unless the text is a mapping."""
    node = compose(text, collector)
    return FormReader(text, collector).read(node, DIRECTORY_FILE) if node is not None else None


def missing_codes(directory: Record) -> Codes:
    """Return a code for each entry without one, made from its name. A used code is not repeated."""
    entries = [entry for key in SECTIONS for entry in directory.records(key)]
    taken = {code for each in entries for code in (each.text("ma"), *each.texts("ten_cu"))}
    codes = {}
    for entry in entries:
        name = entry.text("ten")
        if entry.text("ma") is None and name and (code := free_code(name, taken)):
            taken.add(code)
            codes[id(entry)] = code
    return codes


def free_code(name: str, taken: Collection[str | None]) -> str | None:
    """Return a code made from a name that is not taken; None for a name without letters."""
    slug = slugify(name)[:_LONGEST].rstrip("-")
    if not slug:
        return None
    candidates = chain((slug,), (f"{slug}-{number}" for number in count(2)))
    return next(each for each in candidates if is_code(each) and each not in taken)


def _report_uncoded(entries: Sequence[Record], collector: ProblemCollector) -> None:
    if entries:
        collector.warning(
            "missing-code",
            entries[0].position,
            f"{len(entries)} tên trong danh bạ chưa có mã, bắt đầu từ đây",
            "chạy agenda check --fix để ghi mã vào tệp",
        )


def _read_complete(
    records: Iterable[Record],
    read: Callable[[Record, ProblemCollector], T],
    collector: ProblemCollector,
) -> tuple[T, ...]:
    """Read all records, so that every problem is reported, and return the complete values."""
    pairs = [(record, read(record, collector)) for record in records]
    return tuple(value for record, value in pairs if record.complete)


def _person(codes: Codes, record: Record, collector: ProblemCollector) -> Person:
    return Person(
        code=record.text("ma") or codes.get(id(record), ""),
        name=read_public_text(record, "ten", collector) or "",
        former_codes=record.texts("ten_cu"),
        titles=_read_complete(record.records("chuc_vu"), _title, collector),
    )


def _title(record: Record, collector: ProblemCollector) -> Title:
    since, until = _validity(record, collector)
    return Title(
        name=read_public_text(record, "ten", collector) or "",
        abbreviation=read_public_text(record, "viet_tat", collector),
        since=since,
        until=until,
    )


def _unit(
    codes: Codes, current: Mapping[str, str], record: Record, collector: ProblemCollector
) -> Unit:
    since, until = _validity(record, collector)
    return Unit(
        code=record.text("ma") or codes.get(id(record), ""),
        name=read_public_text(record, "ten", collector) or "",
        abbreviations=read_public_texts(record, "viet_tat", collector),
        former_codes=record.texts("ten_cu"),
        since=since,
        until=until,
        predecessors=tuple(current.get(code, code) for code in record.texts("tien_than")),
    )


def _group(codes: Codes, record: Record, collector: ProblemCollector) -> Group:
    return Group(
        code=record.text("ma") or codes.get(id(record), ""),
        name=read_public_text(record, "ten", collector) or "",
        abbreviations=read_public_texts(record, "viet_tat", collector),
        former_codes=record.texts("ten_cu"),
    )


def _validity(record: Record, collector: ProblemCollector) -> tuple[date | None, date | None]:
    since = parse_scalar(record.scalar("tu"), lambda text: parse_bound(text, last=False), collector)
    until = parse_scalar(record.scalar("den"), lambda text: parse_bound(text, last=True), collector)
    if since is not None and until is not None and until < since:
        collector.error(
            "range-backwards",
            record.position,
            "ngày kết thúc (den) đứng trước ngày bắt đầu (tu)",
            "sửa lại tu hoặc den",
        )
    return since, until


def _check_codes(records: Iterable[Record], collector: ProblemCollector) -> None:
    """Report malformed and duplicate codes, former ones included, as codes become URLs."""
    first_uses: dict[str, Scalar] = {}
    for record in records:
        code = record.scalar("ma")
        for scalar in (*((code,) if code else ()), *record.scalars("ten_cu")):
            parse_scalar(scalar, parse_code, collector)
            if (first := first_uses.get(scalar.text)) is not None:
                collector.error(
                    "duplicate-code",
                    scalar.position,
                    f'mã "{scalar.text}" đã dùng ở dòng {first.position.line}',
                    "đặt mã khác; mã đã đăng thì không đổi",
                    scalar.text,
                )
            first_uses.setdefault(scalar.text, scalar)


def _check_names(records: Iterable[Record], collector: ProblemCollector) -> None:
    """Report names that are equal without diacritics. People may share a name."""
    first_uses: dict[str, Scalar] = {}
    for record in records:
        if (name := record.scalar("ten")) is None:
            continue
        slug = slugify(name.text)
        if (first := first_uses.get(slug)) is not None:
            collector.error(
                "same-slug",
                name.position,
                f'tên "{name.text}" bỏ dấu trùng với "{first.text}" ở dòng {first.position.line}',
                "gộp hai chỗ nếu là một; nếu không, ghi tên đầy đủ hơn",
                name.text,
            )
        first_uses.setdefault(slug, name)


def _check_predecessors(units: Iterable[Record], collector: ProblemCollector) -> None:
    units = tuple(units)
    codes = {code for unit in units for code in _codes_of(unit)}
    for unit in units:
        for scalar in unit.scalars("tien_than"):
            if scalar.text not in codes or scalar.text in _codes_of(unit):
                collector.error(
                    "unknown-party-code",
                    scalar.position,
                    f'không có cơ quan nào khác mang mã "{scalar.text}"',
                    "dùng mã của một cơ quan có trong danh bạ",
                    scalar.text,
                )


def _codes_of(record: Record) -> tuple[str | None, ...]:
    """Return the code of an entry and its former codes."""
    return record.text("ma"), *record.texts("ten_cu")
