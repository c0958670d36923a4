"""`agenda update`: record what changed after publication, or restore what was published."""

from collections.abc import Iterator

import click

from agenda.build.edited_months import Edit
from agenda.cache.store import MemoryCache
from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand
from agenda.editing.updates import (
    Decision,
    LiveComparison,
    NotPublished,
    published_months,
    read_live,
    write_decisions,
    write_missing_codes,
)
from agenda.model import PlainValue
from agenda.schema.fields import Form
from agenda.schema.month import UPDATE
from agenda.source.file_names import display_path
from agenda.source.folder import load_agenda
from agenda.source.writing.codes import CodesNotWritable
from agenda.source.writing.fields import NotWritable
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
    try:
        live = read_live(folder)
        write_missing_codes(folder, reading)
    except NotPublished as error:
        click.echo(f"Chưa ghi gì. {error}", err=True)
        return 1
    except CodesNotWritable as error:
        click.echo(f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng.", err=True)
        return 1
    comparison = LiveComparison(
        folder=folder, cache=cache, published=published_months(reading, live)
    )
    edits = comparison.edits()
    if not edits:
        click.echo("Các tệp đúng như trang đang đăng: không có gì phải ghi.")
        return 0
    decisions = [decision for edit in edits if (decision := _ask(edit)) is not None]
    for name in dict.fromkeys(each.edit.file.file for each in decisions):
        own = [each for each in decisions if each.edit.file.file == name]
        changed, failures = write_decisions(comparison, name, own)
        for decision, problem in failures:
            click.echo(_failure(name, decision, problem), err=True)
        if changed:
            click.echo(f"Đã ghi {display_path(folder / name)}.")
    left = comparison.edits()
    if left:
        click.echo(f"Còn {len(left)} chỗ khác với trang đang đăng.", err=True)
    return int(bool(left))


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


def _failure(name: str, decision: Decision, problem: NotWritable) -> str:
    edit = decision.edit
    if decision.is_change:
        return f"{name}: không ghi được thay đổi ở {_title(edit)}: {problem}."
    values = "; ".join(f"{key}: {_shown(value)}" for key, value in (edit.published or {}).items())
    return f"{name}: không tự khôi phục được {_title(edit)}: {problem}. " + (
        f"Sửa tay trong tệp thành: {values}." if values else "Xóa việc đó trong tệp."
    )
