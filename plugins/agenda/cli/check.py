"""`agenda check`: report every problem of the agendas, with position and remedy."""

import contextlib
import json
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from agenda.build.checks.privacy import with_privacy
from agenda.build.docs.pages import docs_problems_beside
from agenda.cli.excerpt import excerpt
from agenda.cli.folders import find_agendas, folder_of
from agenda.cli.vietnamese import VietnameseCommand
from agenda.history.identity import identify
from agenda.history.review import describe_doubt
from agenda.model import Problem, Severity
from agenda.source.file_names import DIRECTORY, display_path, parse_month_file
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.name_problems import join_repeated
from agenda.source.writing.codes import CodesNotWritable, write_codes_to_files
from agenda.source.writing.directory_codes import write_directory_codes_to_file
from agenda.source.writing.files import replace_file
from agenda.source.writing.review_comments import remove_review_comments
from agenda.source.yaml.contents import MAX_BYTES, read_lines, read_prefix

_CODE_PROBLEMS = frozenset({"bad-code", "duplicate-code"})


@click.command(cls=VietnameseCommand)
@click.argument(
    "files", nargs=-1, metavar="[TỆP]...", type=click.Path(path_type=Path, readable=False)
)
@click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
@click.option("--fix", is_flag=True, help="Ghi mã vào việc và tên chưa có mã, và việc trùng mã.")
@click.option(
    "--reviewed", is_flag=True, help="Xóa các ghi chú # kiểm tra: của lúc nhập, khi đã xem lại."
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def check(files: Sequence[Path], strict: bool, fix: bool, reviewed: bool, as_json: bool) -> int:
    """Kiểm tra các tệp chương trình công tác.

    Không ghi TỆP nào thì kiểm tra cả thư mục agendas, và tìm thông tin riêng trong các trang của
    docs. Mỗi lỗi được nêu kèm tệp, dòng, cột và cách sửa. Mã kết thúc: 0 là đạt, 1 là có lỗi
    (hoặc có cảnh báo, khi dùng --strict), 2 là dùng lệnh chưa đúng.
    """
    folder = folder_of(files) if files else find_agendas()
    names = {display_path(file.resolve()) for file in files}
    if reviewed:
        _remove_review_comments(folder, names)
    reading = load_agenda(folder)
    fixed = True
    if fix:
        fixed = _write_codes(folder, reading, names)
        reading = load_agenda(folder)
    reading = with_privacy(reading, folder)
    problems = [
        problem for problem in reading.problems if not names or problem.location.file in names
    ]
    problems += [] if names else docs_problems_beside(folder)
    if as_json:
        rows = [_row(problem) for problem in problems]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        problems = list(join_repeated(problems))
        lines = _lines(folder, problems)
        for problem in problems:
            click.echo(str(problem))
            for line in excerpt(problem, lines):
                click.echo(line)
        click.echo(_summary(reading, problems, names))
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(not fixed or any(problem.severity <= worst for problem in problems))


def _write_codes(folder: Path, reading: LoadedAgenda, names: Collection[str]) -> bool:
    """Write missing codes into the named files, or into all; return False if that failed."""
    if not _is_readable(reading):
        click.echo("Chưa ghi mã: hãy sửa các lỗi trước.", err=True)
        return False
    directory = display_path(folder / DIRECTORY)
    if (not names or directory in names) and write_directory_codes_to_file(folder):
        click.echo(f"Đã ghi mã vào {directory}.", err=True)
    identified = identify(reading.agenda)
    try:
        written = write_codes_to_files(folder, identified.agenda, names)
    except CodesNotWritable as error:
        click.echo(f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng.", err=True)
        return False
    for revision in written:
        click.echo(f"Đã ghi mã vào {revision.source}.", err=True)
    for revision, pair in identified.doubtful:
        if revision in written:
            click.echo(f"{revision.source}: xem lại: {describe_doubt(pair)}", err=True)
    return True


def _remove_review_comments(folder: Path, names: Collection[str]) -> None:
    """Remove the comments that ask for review from the named files, or from all months' files."""
    for path in sorted(folder.iterdir()):
        if parse_month_file(path) is None or (names and display_path(path.resolve()) not in names):
            continue
        content = read_prefix(path, MAX_BYTES)
        with contextlib.suppress(UnicodeDecodeError):  # the check reports it
            text, count = remove_review_comments(content.decode())
            if count:
                replace_file(path, text.encode())
                click.echo(
                    f"Đã xóa {count} ghi chú # kiểm tra: trong {display_path(path)}.", err=True
                )


def _is_readable(reading: LoadedAgenda) -> bool:
    """Return whether no error prevents new codes. Those of codes do not: they are replaced."""
    errors = [each for each in reading.problems if each.severity is Severity.ERROR]
    return all(each.previewable or each.kind in _CODE_PROBLEMS for each in errors)


def _lines(folder: Path, problems: Sequence[Problem]) -> dict[str, list[str]]:
    """Return the lines of every file with a problem, without unreadable files."""
    lines = {}
    for name in {problem.location.file for problem in problems}:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            lines[name] = read_lines(folder / Path(name).name)
    return lines


def _row(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": problem.severity.name.lower(),
        "kind": problem.kind,
        "field": problem.field,
        "value": problem.value,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _summary(reading: LoadedAgenda, problems: Sequence[Problem], names: Collection[str]) -> str:
    counts = Counter(problem.severity for problem in problems)
    months = reading.agenda.months
    items = sum(len(month.items) for month in months)
    read = f"{len(names)} tệp" if names else f"{len(months)} tháng, {items} việc"
    return (
        f"{read}: {counts[Severity.ERROR]} lỗi, {counts[Severity.WARNING]} cảnh báo, "
        f"{counts[Severity.NOTE]} chỗ còn ngờ đã ghi nhận."
    )
