"""`agenda check`: every problem of the agendas, each with its place and remedy."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand
from agenda.model import Problem, Severity
from agenda.source.codes import CodesNotWritable, write_missing_codes
from agenda.source.folder import Reading, load_agenda, shown


@click.command(cls=VietnameseCommand)
@click.argument("files", nargs=-1, metavar="[TỆP]...", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
@click.option("--fix", is_flag=True, help="Ghi mã vào những việc chưa có mã.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def check(files: Sequence[Path], strict: bool, fix: bool, as_json: bool) -> int:
    """Kiểm tra các tệp chương trình công tác.

    Không ghi TỆP nào thì kiểm tra cả thư mục agendas. Mỗi lỗi được nêu kèm tệp, dòng, cột và
    cách sửa. Mã kết thúc: 0 là đạt, 1 là có lỗi (hoặc có cảnh báo, khi dùng --strict), 2 là dùng
    lệnh chưa đúng.
    """
    folder = _folder(files)
    reading = load_agenda(folder)
    if fix and not reading.failed:
        try:
            for revision in write_missing_codes(folder, reading.agenda):
                click.echo(f"Đã ghi mã vào {revision.source}.", err=True)
        except CodesNotWritable as error:
            click.echo(f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng.", err=True)
        reading = load_agenda(folder)
    problems = _asked(reading, files)
    if as_json:
        rows = [_row(problem) for problem in problems]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(_summary(reading, problems))
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(any(problem.severity <= worst for problem in problems))


def _folder(files: Sequence[Path]) -> Path:
    for file in files:
        if not file.is_file():
            raise click.BadParameter(f"không có tệp {file}")
    folders = {file.resolve().parent for file in files}
    if len(folders) > 1:
        raise click.BadParameter("các tệp phải nằm trong cùng một thư mục")
    return folders.pop() if folders else find_agendas()


def _asked(reading: Reading, files: Sequence[Path]) -> tuple[Problem, ...]:
    names = {shown(file.resolve()) for file in files}
    return tuple(
        problem for problem in reading.problems if not names or problem.place.file in names
    )


def _row(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.name.lower(),
        "kind": problem.kind,
        "field": problem.field,
        "value": problem.value,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _summary(reading: Reading, problems: Sequence[Problem]) -> str:
    counts = {
        severity: sum(problem.severity is severity for problem in problems)
        for severity in Severity
    }
    items = sum(1 for _ in reading.agenda.items)
    return (
        f"{len(reading.agenda.months)} tháng, {items} việc: {counts[Severity.ERROR]} lỗi, "
        f"{counts[Severity.WARNING]} cảnh báo, {counts[Severity.NOTE]} chỗ còn ngờ đã ghi nhận."
    )
