"""Prepare the directory for its page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from flask import url_for

from agenda.editor.directory_forms import ADDING, ENTRY_FORMS
from agenda.model import Directory, DirectoryEntry, Group, Person, Title, Unit
from agenda.vietnam.dates import full_date

_SECTIONS = {"lanh_dao": "Lãnh đạo", "co_quan": "Cơ quan", "nhom": "Nhóm"}
_BUTTONS = {"chuc-vu": "Chức vụ mới", "thoi": "Thôi", "doi-ten": "Đổi tên"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryButton:
    """A form that an entry can open."""

    url: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCard:
    """An entry of the directory; a former one is not in office any more."""

    code: str
    name: str
    lines: tuple[str, ...]
    is_former: bool
    actions: tuple[EntryButton, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCards:
    """A section of the directory."""

    id: str
    title: str
    add: EntryButton
    entries: tuple[EntryCard, ...]


def view_directory(directory: Directory) -> list[SectionCards]:
    """Return the sections of the directory with what can be done in each."""
    sections: tuple[tuple[DirectoryEntry, ...], ...] = (
        directory.people,
        directory.units,
        directory.groups,
    )
    return [
        SectionCards(
            id=key,
            title=title,
            add=EntryButton(url=url_for("directory.new", section=key), label=ADDING[key]),
            entries=tuple(_card(key, entry, directory) for entry in entries),
        )
        for (key, title), entries in zip(_SECTIONS.items(), sections, strict=True)
    ]


def _card(section: str, entry: DirectoryEntry, directory: Directory) -> EntryCard:
    is_former = _is_former(entry)
    return EntryCard(
        code=entry.code,
        name=entry.name,
        lines=tuple(_lines(entry, directory)),
        is_former=is_former,
        actions=(
            EntryButton(url=url_for("directory.edit", code=entry.code), label="Sửa"),
            *(
                EntryButton(
                    url=url_for("directory.change", code=entry.code, form=form),
                    label=_BUTTONS[form],
                )
                for form, definition in ENTRY_FORMS.items()
                if section in definition.sections and not (form == "thoi" and is_former)
            ),
        ),
    )


def _is_former(entry: DirectoryEntry) -> bool:
    match entry:
        case Person(titles=titles):
            return bool(titles) and all(title.until for title in titles)
        case Unit(until=until):
            return until is not None
    return False


def _lines(entry: DirectoryEntry, directory: Directory) -> Iterator[str]:
    match entry:
        case Person(titles=titles):
            yield from map(_title_line, titles)
        case Unit(abbreviations=short, predecessors=codes, since=since, until=until):
            yield from _short_names(short)
            if term := _term(since, until):
                yield term[:1].upper() + term[1:]
            former = [entry for entry in directory.entries if entry.code in codes]
            if names := ", ".join(each.name for each in former):
                yield f"Kế tục: {names}"
        case Group(abbreviations=short):
            yield from _short_names(short)


def _short_names(names: Iterable[str]) -> Iterator[str]:
    if joined := ", ".join(names):
        yield f"Viết tắt: {joined}"


def _title_line(title: Title) -> str:
    short = f" ({title.abbreviation})" if title.abbreviation else ""
    term = _term(title.since, title.until)
    return f"{title.name}{short}{f', {term}' if term else ''}"


def _term(since: date | None, until: date | None) -> str:
    """Return a term of office in words; empty if neither end is known."""
    parts = (
        f"từ {full_date(since)}" if since else "",
        f"đến hết {full_date(until)}" if until else "",
    )
    return " ".join(filter(None, parts))
