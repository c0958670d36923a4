"""`agenda update`: record what changed after publication, or restore what was published."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from agenda.build.edited_months import Edit, Json, Values, find_place_edits
from agenda.build.ledger_check.edits import read_published
from agenda.build.live.site import Deployment, LedgerUnavailable, Live
from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.cache.store import Cache, MemoryCache
from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand
from agenda.history.identity import identify
from agenda.model import PlainValue, YearMonth
from agenda.schema.fields import Form
from agenda.schema.month import UPDATE
from agenda.source.file_names import display_path
from agenda.source.folder import NO_DRAFTS, LoadedAgenda, load_agenda
from agenda.source.writing.codes import CodesNotWritable, write_codes_to_files
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.files import replace_file
from agenda.source.writing.restoring import restore
from agenda.source.writing.updates import add_updates
from agenda.source.yaml.contents import MAX_BYTES, read_prefix
from agenda.vietnam.dates import month_title

_CHANGE, _MISTAKE, _SKIP = "t", "k", "b"
_ANSWERS = {
    _CHANGE: "t: thay đổi thật, ghi vào cap_nhat",
    _MISTAKE: "k: sửa nhầm, khôi phục chữ đã đăng",
    _SKIP: "b: bỏ qua",
}

_BEFORE = UPDATE.field("truoc")
assert _BEFORE is not None
assert isinstance(_BEFORE.shape, Form)
_LABELS = {field.key: field.label for field in _BEFORE.shape.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An edit with the answer to it, and the reason for a change."""

    edit: Edit
    is_change: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The files of a folder and the published data of its months."""

    folder: Path
    cache: Cache
    published: Mapping[YearMonth, Json]

    def edits(self, drafts: Mapping[str, str] = NO_DRAFTS) -> list[Edit]:
        """Return the edits in the files, with some replaced. Raise `NotWritable` for errors."""
        reading = load_agenda(self.folder, self.cache, drafts)
        if reading.failed:
            raise NotWritable("tệp sẽ có lỗi")
        return [
            edit
            for month in reading.agenda.months
            if month.month in self.published
            for edit in find_place_edits(month, self.published[month.month])
        ]


@click.command(cls=VietnameseCommand)
def update() -> int:
    """Ghi lại những thay đổi sau khi đăng mà không có văn bản mới.

    So các tệp với trang đang đăng, nêu từng chỗ khác, và hỏi: là thay đổi thật thì ghi một dòng
    vào cap_nhat của tệp, để trang, lịch và tin báo cho người đọc; là sửa nhầm thì lấy lại chữ đã
    đăng. Không có dữ liệu của trang đang đăng thì không ghi gì. Mã kết thúc: 0 là không còn chỗ
    nào khác, 1 là còn.
    """
    folder = find_agendas()
    cache = MemoryCache()
    reading = load_agenda(folder, cache)
    if reading.failed:
        click.echo("Dữ liệu có lỗi; hãy chạy agenda check và sửa trước.", err=True)
        return 1
    live = _read_live(folder)
    if live is None or not _write_codes(folder, reading):
        return 1
    comparison = Comparison(folder=folder, cache=cache, published=_published(reading, live))
    edits = comparison.edits()
    if not edits:
        click.echo("Các tệp đúng như trang đang đăng: không có gì phải ghi.")
        return 0
    decisions = [decision for edit in edits if (decision := _ask(edit)) is not None]
    for name in dict.fromkeys(each.edit.file.file for each in decisions):
        own = [each for each in decisions if each.edit.file.file == name]
        _write(comparison, name, own)
    left = comparison.edits()
    if left:
        click.echo(f"Còn {len(left)} chỗ khác với trang đang đăng.", err=True)
    return int(bool(left))


def _read_live(folder: Path) -> Live | None:
    """Return the live site; None, after telling why, if it is not known."""
    try:
        settings = read_settings(folder.parent / FILE)
        deployment = Deployment(
            folder=settings.folder,
            remote=settings.remote,
            branch=settings.branch,
            file=settings.ledger,
        )
        live = deployment.read_remote()
    except Unsettled as error:
        click.echo(f"Chưa ghi gì: {error}.", err=True)
        return None
    except LedgerUnavailable as error:
        click.echo(f"Chưa ghi gì, vì không biết trang đang đăng. {error}", err=True)
        return None
    if live.ledger is None or live.commit is None:
        click.echo(
            f"Chưa ghi gì, vì không có dữ liệu của trang đang đăng. {live.message}", err=True
        )
        return None
    return live


def _write_codes(folder: Path, reading: LoadedAgenda) -> bool:
    """Write the codes that added items need; return False, after telling why, if that failed."""
    uncoded = {each.location.file for each in reading.problems if each.kind == "missing-code"}
    if not uncoded:
        return True
    try:
        write_codes_to_files(folder, identify(reading.agenda).agenda, uncoded)
    except CodesNotWritable as error:
        click.echo(f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng.", err=True)
        return False
    return True


def _published(reading: LoadedAgenda, live: Live) -> dict[YearMonth, Json]:
    months = (
        (month.month, read_published(month, live.ledger or {}, live.read))
        for month in reading.agenda.months
    )
    return {month: data for month, data in months if data is not None}


def _ask(edit: Edit) -> Decision | None:
    """Show an edit and ask what it is; return None if it is to be left."""
    click.echo(f"\n{month_title(edit.file.month)}, {_title(edit)} ({edit.file.source}):")
    for line in _differences(edit):
        click.echo(f"  {line}")
    if edit.swapped_with is not None:
        click.echo(f"  Mã của việc này đã đổi chỗ với {edit.swapped_with}, nên chỉ khôi phục được.")
    answers = [_MISTAKE, _SKIP] if edit.swapped_with is not None else [_CHANGE, _MISTAKE, _SKIP]
    click.echo("  " + "; ".join(_ANSWERS[each] for each in answers))
    answer = click.prompt("  Chọn", type=click.Choice(answers), show_choices=True)
    if answer == _SKIP:
        return None
    reason = ""
    if answer == _CHANGE:
        reason = click.prompt("  Vì sao (Enter nếu không ghi)", default="", show_default=False)
    return Decision(edit=edit, is_change=answer == _CHANGE, reason=reason.strip() or None)


def _title(edit: Edit) -> str:
    return _LABELS.get(edit.title, edit.title)


def _differences(edit: Edit) -> Iterator[str]:
    if edit.published is None:
        yield "thêm sau khi đăng"
        return
    if edit.written is None:
        yield "đã đăng, nay không còn trong tệp"
        return
    for key in edit.published:
        yield f"{_LABELS[key]}: {_shown(edit.published[key])} → {_shown(edit.written[key])}"


def _shown(value: PlainValue) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return value or "(không ghi)"


def _write(comparison: Comparison, name: str, decisions: Sequence[Decision]) -> None:
    """Write the decisions on one file, or say why that is not possible."""
    path = comparison.folder / name
    content = read_prefix(path, MAX_BYTES)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content[len(mark) :].decode()
    changed = text
    for decision in decisions:
        try:
            decided = _apply(changed, decision)
            _check(decision, comparison.edits({name: decided}))
        except NotWritable as problem:
            click.echo(_failure(name, decision, problem), err=True)
        else:
            changed = decided
    if changed != text:
        replace_file(path, mark + changed.encode())
        click.echo(f"Đã ghi {display_path(path)}.")


def _apply(text: str, decision: Decision) -> str:
    edit = decision.edit
    if not decision.is_change:
        return restore(text, edit.file.month, edit.target, edit.published, edit.position)
    days = [update.day for update in edit.file.updates]
    row: dict[str, PlainValue | Values] = {
        "luc": max(date.today(), *days).isoformat() if days else date.today().isoformat(),
        "cho": edit.target,
        "truoc": edit.before,
    }
    return add_updates(text, [row | ({"vi": decision.reason} if decision.reason else {})])


def _check(decision: Decision, left: Sequence[Edit]) -> None:
    """Raise `NotWritable` unless the decision settles its edit."""
    edit = decision.edit
    if any((each.file.month, each.target) == (edit.file.month, edit.target) for each in left):
        raise NotWritable("chữ trong tệp vẫn khác chữ đã đăng")


def _failure(name: str, decision: Decision, problem: NotWritable) -> str:
    edit = decision.edit
    if decision.is_change:
        return f"{name}: không ghi được thay đổi ở {_title(edit)}: {problem}."
    values = "; ".join(f"{key}: {_shown(value)}" for key, value in (edit.published or {}).items())
    return f"{name}: không tự khôi phục được {_title(edit)}: {problem}. " + (
        f"Sửa tay trong tệp thành: {values}." if values else "Xóa việc đó trong tệp."
    )
