"""Read the file of the directory into a `Directory`."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from agenda.model import Abbreviation, Directory, Group, Person, Title, Unit
from agenda.schema.directory import DIRECTORY_FILE
from agenda.source.items import parse_scalar, read_public_text, read_public_texts
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import parse_bound, parse_code
from agenda.vietnam.text import slugify

T = TypeVar("T")


def read_directory(text: str, collector: ProblemCollector) -> Directory:
    """Read the text of `danh-ba.yml`. Report incomplete entries and leave them out."""
    node = compose(text, collector)
    record = FormReader(text, collector).read(node, DIRECTORY_FILE) if node is not None else None
    if record is None:
        return Directory()
    people, units, groups = (record.records(key) for key in ("lanh_dao", "co_quan", "nhom"))
    _check_codes((*people, *units, *groups), collector)
    for section in (units, groups):
        _check_names(section, collector)
    _check_predecessors(units, collector)
    return Directory(
        people=_read_complete(people, _person, collector),
        units=_read_complete(units, _unit, collector),
        groups=_read_complete(groups, _group, collector),
        abbreviations=tuple(
            Abbreviation(short=short, full=full.text)
            for short, full in record.table("viet_tat").items()
        ),
    )


def _read_complete(
    records: Iterable[Record],
    read: Callable[[Record, ProblemCollector], T],
    collector: ProblemCollector,
) -> tuple[T, ...]:
    """Read all records, so that every problem is reported, and return the complete values."""
    pairs = [(record, read(record, collector)) for record in records]
    return tuple(value for record, value in pairs if record.complete)


def _person(record: Record, collector: ProblemCollector) -> Person:
    return Person(
        code=_text(record, "ma"),
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


def _unit(record: Record, collector: ProblemCollector) -> Unit:
    since, until = _validity(record, collector)
    return Unit(
        code=_text(record, "ma"),
        name=read_public_text(record, "ten", collector) or "",
        abbreviations=read_public_texts(record, "viet_tat", collector),
        former_codes=record.texts("ten_cu"),
        since=since,
        until=until,
        predecessors=record.texts("tien_than"),
    )


def _group(record: Record, collector: ProblemCollector) -> Group:
    return Group(
        code=_text(record, "ma"),
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
    codes = {unit.text("ma") for unit in units}
    for unit in units:
        for scalar in unit.scalars("tien_than"):
            if scalar.text not in codes or scalar.text == unit.text("ma"):
                collector.error(
                    "unknown-party-code",
                    scalar.position,
                    f'không có cơ quan nào khác mang mã "{scalar.text}"',
                    "dùng mã của một cơ quan có trong danh bạ",
                    scalar.text,
                )


def _text(record: Record, key: str) -> str:
    return record.text(key) or ""
