"""The directory's file to a `Directory`."""

from collections.abc import Iterable
from datetime import date

from agenda.model import Abbreviation, Directory, Group, Person, Title, Unit
from agenda.source.fields import DIRECTORY_FILE
from agenda.source.findings import Findings
from agenda.source.forms import FormReader, Record, Scalar
from agenda.source.items import parsed
from agenda.source.nodes import compose
from agenda.source.values import parse_bound, parse_code
from agenda.vietnam.text import slugify


def read_directory(text: str, findings: Findings) -> Directory:
    """Read `danh-ba.yml`; what could not be read is left out, and reported."""
    node = compose(text, findings)
    record = FormReader(findings).read(node, DIRECTORY_FILE) if node is not None else None
    if record is None:
        return Directory()
    people, units, groups = (record.records(key) for key in ("lanh_dao", "co_quan", "nhom"))
    _check_codes((*people, *units, *groups), findings)
    _check_names((people, units, groups), findings)
    _check_predecessors(units, findings)
    return Directory(
        people=tuple(_person(person, findings) for person in people),
        units=tuple(_unit(unit, findings) for unit in units),
        groups=tuple(
            Group(
                code=_text(group, "ma"),
                name=_text(group, "ten"),
                abbreviations=group.texts("viet_tat"),
                former_codes=group.texts("ten_cu"),
            )
            for group in groups
        ),
        abbreviations=tuple(
            Abbreviation(short=short, full=full.text)
            for short, full in record.table("viet_tat").items()
        ),
    )


def _person(record: Record, findings: Findings) -> Person:
    return Person(
        code=_text(record, "ma"),
        name=_text(record, "ten"),
        former_codes=record.texts("ten_cu"),
        titles=tuple(_title(title, findings) for title in record.records("chuc_vu")),
    )


def _title(record: Record, findings: Findings) -> Title:
    since, until = _validity(record, findings)
    return Title(
        name=_text(record, "ten"),
        abbreviation=record.text("viet_tat"),
        since=since,
        until=until,
    )


def _unit(record: Record, findings: Findings) -> Unit:
    since, until = _validity(record, findings)
    return Unit(
        code=_text(record, "ma"),
        name=_text(record, "ten"),
        abbreviations=record.texts("viet_tat"),
        former_codes=record.texts("ten_cu"),
        since=since,
        until=until,
        predecessors=record.texts("tien_than"),
    )


def _validity(record: Record, findings: Findings) -> tuple[date | None, date | None]:
    since = parsed(record.scalar("tu"), lambda text: parse_bound(text, last=False), findings)
    until = parsed(record.scalar("den"), lambda text: parse_bound(text, last=True), findings)
    if since is not None and until is not None and until < since:
        findings.error(
            "range-backwards",
            record.spot,
            "ngày kết thúc (den) đứng trước ngày bắt đầu (tu)",
            "sửa lại tu hoặc den",
        )
    return since, until


def _check_codes(records: Iterable[Record], findings: Findings) -> None:
    """Codes make addresses: well formed, and each, former ones too, of one party alone."""
    taken: dict[str, Scalar] = {}
    for record in records:
        code = record.scalar("ma")
        for scalar in (*((code,) if code else ()), *record.scalars("ten_cu")):
            parsed(scalar, parse_code, findings)
            if (first := taken.get(scalar.text)) is not None:
                findings.error(
                    "duplicate-code",
                    scalar.spot,
                    f'mã "{scalar.text}" đã dùng ở dòng {first.spot.line}',
                    "đặt mã khác; mã đã đăng thì không đổi",
                    scalar.text,
                )
            taken.setdefault(scalar.text, scalar)


def _check_names(sections: Iterable[Iterable[Record]], findings: Findings) -> None:
    """Within a section no two names may look the same without diacritics (one slug)."""
    for section in sections:
        taken: dict[str, Scalar] = {}
        for record in section:
            name = record.scalar("ten")
            if name is None:
                continue
            slug = slugify(name.text)
            if (first := taken.get(slug)) is not None:
                findings.error(
                    "same-slug",
                    name.spot,
                    f'tên "{name.text}" bỏ dấu trùng với "{first.text}" ở dòng {first.spot.line}',
                    "gộp hai dòng nếu là một; nếu không, ghi tên đầy đủ hơn",
                    name.text,
                )
            taken.setdefault(slug, name)


def _check_predecessors(units: Iterable[Record], findings: Findings) -> None:
    units = tuple(units)
    known = {unit.text("ma") for unit in units}
    for unit in units:
        for scalar in unit.scalars("tien_than"):
            if scalar.text not in known or scalar.text == unit.text("ma"):
                findings.error(
                    "unknown-party-code",
                    scalar.spot,
                    f'không có cơ quan nào khác mang mã "{scalar.text}"',
                    "dùng mã của một cơ quan có trong danh bạ",
                    scalar.text,
                )


def _text(record: Record, key: str) -> str:
    text = record.text(key)
    assert text is not None, f"{key} is required by its form"
    return text
