"""Write a draft as a month's YAML file, in the layout of files written by hand."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import time

from agenda.importer.datamodel.diagnostics import Diagnostic, DiagnosticSeverity
from agenda.importer.datamodel.draft import Draft, DraftDocument, DraftEntry, DraftItem
from agenda.model import Status, YearMonth
from agenda.source.scope import format_days
from agenda.source.writing.block import WIDTH, fold
from agenda.source.writing.schedule.rows import format_span

SCHEMA = "# yaml-language-server: $schema=../docs/du-lieu/agenda.schema.json"
CHECK = "# kiểm tra: "
"""The start of a comment that a person removes after review."""


def write_draft(draft: Draft) -> str:
    """Return the whole file without codes; an unknown date of signing stays empty."""
    lines = [SCHEMA, f"thang: {draft.month}", *_scope(draft), "van_ban:", *_paper(draft.paper), ""]
    lines += _list("trong_tam", draft.focus)
    if draft.caveat:
        lines += [*_pair("luu_y", draft.caveat, 0), ""]
    lines.append("lich:")
    for entry in draft.entries:
        lines += [*_entry(entry, draft.month), ""]
    lines += _list("noi_nhan", draft.recipients)
    lines += _list("cong_khai", draft.public_words)
    while lines[-1] == "":
        lines.pop()
    return "\n".join(lines) + "\n"


def comment(message: str, indent: int) -> Iterator[str]:
    """Yield the lines of a comment that asks for review."""
    margin = " " * indent
    yield from textwrap.wrap(
        " ".join(message.split()),
        WIDTH,
        initial_indent=f"{margin}{CHECK}",
        subsequent_indent=f"{margin}#   ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def time_written(start: time, end: time | None) -> str:
    return f"{start:%H:%M}" + (f"-{end:%H:%M}" if end else "")


def _scope(draft: Draft) -> Iterator[str]:
    yield from _comments(draft.diagnostics, 0)
    if draft.number and draft.scope is not None:
        yield f"pham_vi: {format_days(draft.scope)}" if draft.scope else "bo_sung: true"
    if draft.unlisted:
        yield f"khong_neu: [{', '.join(str(day.day) for day in draft.unlisted)}]"


def _paper(paper: DraftDocument) -> Iterator[str]:
    yield from _pair("so", paper.number, 2)
    yield from _pair("noi_ban_hanh", paper.place, 2)
    if paper.issued is None:
        yield from comment("văn bản không ghi ngày ký; hãy điền năm-tháng-ngày", 2)
        yield "  ngay_ban_hanh:"
    else:
        yield f"  ngay_ban_hanh: {paper.issued}"
    yield from _pair("nguoi_ky", paper.signer, 2)
    yield from _pair("chuc_vu", paper.signer_title, 2)


def _entry(entry: DraftEntry, month: YearMonth) -> Iterator[str]:
    yield from _comments(entry.diagnostics, 2)
    yield f"  - ngay: {format_span(entry.first, entry.last, month)}"
    yield from _pair("nghi", entry.label, 4)
    for half in entry.halves:
        yield f"    {half.half_day.value}:"
        for item in half.items:
            yield from _item(item)


def _item(item: DraftItem) -> Iterator[str]:
    yield from _comments(item.diagnostics, 6)
    lines = [
        *_pair("ma", item.code or None, 8),
        *_pair("noi_dung", item.text, 8),
        *_pair("gio", time_written(item.start, item.end) if item.start else None, 8),
        *_pair("dia_diem", item.venue, 8),
        *_names("chuan_bi", item.preparers),
        *_names("lanh_dao", item.leaders),
        *_pair("thanh_phan", item.participants, 8),
        *_pair("ghi_chu", item.note, 8),
        *_pair("trang_thai", item.status.value if item.status is not Status.PLANNED else None, 8),
        *_pair("doi_sang", str(item.moved_to) if item.moved_to else None, 8),
        *_pair("ly_do", item.reason, 8),
    ]
    yield "      - " + lines[0].lstrip()
    yield from lines[1:]


def _comments(diagnostics: Iterable[Diagnostic], indent: int) -> Iterator[str]:
    for diagnostic in dict.fromkeys(diagnostics):
        if diagnostic.severity is not DiagnosticSeverity.INFERENCE:
            place = f" ({diagnostic.place})" if str(diagnostic.place) else ""
            yield from comment(diagnostic.message + place, indent)


def _names(key: str, names: Sequence[str]) -> Iterator[str]:
    if len(names) == 1:
        yield from _pair(key, names[0], 8)
    elif names:
        yield f"        {key}:"
        for name in names:
            yield from fold("          - ", " ".join(name.split()), 12)


def _list(key: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"{key}:"
        for text in texts:
            yield from fold("  - ", " ".join(text.split()), 4)
        yield ""


def _pair(key: str, text: str | None, indent: int) -> Iterator[str]:
    if text is not None:
        yield from fold(f"{' ' * indent}{key}: ", " ".join(text.split()), indent + 2)
