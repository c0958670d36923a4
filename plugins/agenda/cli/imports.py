"""`agenda import`: turn a signed Word or PDF file into a month's YAML for review."""

import difflib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from agenda.cli.folders import find_agendas
from agenda.cli.months import parse_revision
from agenda.cli.vietnamese import VietnameseCommand, WrongUse
from agenda.editing.drafts.draft_file import UNLISTED, DraftFile, build_draft_file, file_name
from agenda.importer.datamodel.diagnostics import Diagnostic, DiagnosticSeverity
from agenda.importer.datamodel.document import Document, Paragraph
from agenda.importer.datamodel.draft import Draft, ImportResult
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.import_document import import_document
from agenda.importer.loading.reader import STANDARD_INPUT
from agenda.importer.output.merge import Unmergeable
from agenda.model import Problem, Severity
from agenda.source.file_names import MonthFile, display_path, parse_month_file
from agenda.source.scope import format_days
from agenda.source.writing.files import replace_file
from agenda.source.yaml.contents import MAX_BYTES, read_lines, read_prefix
from agenda.source.yaml.problems import split_lines
from agenda.vietnam.dates import month_name


@click.command(name="import", cls=VietnameseCommand)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "output",
    metavar="TỆP_YML",
    type=click.Path(path_type=Path),
    help="Tệp cần tạo, như agendas/2021-05.yml. Không ghi thì lấy tháng trong tiêu đề văn bản.",
)
@click.option("--revision", metavar="LẦN", help="Lần điều chỉnh, như 2; 0 là bản ban đầu.")
@click.option("--merge", is_flag=True, help="Thêm những ngày chưa có vào tệp tháng đã có.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def import_(
    file: Path, output: Path | None, revision: str | None, merge: bool, force: bool, as_json: bool
) -> int:
    """Chuyển văn bản đã ký (Word, PDF) thành tệp tháng để xem lại.

    TỆP là .docx, .txt, .pdf có lớp chữ, hoặc .doc, .odt, .rtf nếu máy có LibreOffice; dấu "-" là
    đọc từ đầu vào chuẩn. Mỗi chỗ suy ra hay còn ngờ đều được nêu, và ghi "# kiểm tra:" ngay tại
    dòng đó. Tệp đã có không bị ghi đè: lệnh cho xem chỗ khác nhau. Mã kết thúc: 0 là đã ghi, 1 là
    chưa ghi hoặc tệp còn lỗi, 2 là dùng lệnh chưa đúng.
    """
    if merge and force:
        raise WrongUse("chỉ dùng một trong hai tùy chọn --merge và --force")
    target = _target(output)
    number = None if revision is None else parse_revision(revision)
    folder = output.resolve().parent if output else find_agendas()
    try:
        result = import_document(file, target.month if target else None, _show_progress)
        drafts = _numbered(result.drafts, target, number)
        texts = [build_draft_file(folder, draft, merging=merge) for draft in drafts]
    except (ImportRefused, Unmergeable) as problem:
        _show_progress("")
        click.echo(f"Lỗi: {problem}.", err=True)
        return 1
    _show_progress("")
    standing = [text for text in texts if _has_other_text(folder, text)]
    written = not standing or force or merge
    if written:
        for text in texts:
            replace_file(folder / text.name, text.text.encode())
    if as_json:
        found = _json(result, drafts, texts)
        click.echo(json.dumps({"written": written, **found}, ensure_ascii=False, indent=2))
    else:
        click.echo(_summary_lines(file, result.document, drafts))
        for line in _report(result, texts):
            click.echo(line)
        for text in texts:
            _print_outcome(folder, text, stands=text in standing, done=written)
    failed = any(p.severity is Severity.ERROR for text in texts for p in text.problems)
    return int(not written or failed)


def _target(output: Path | None) -> MonthFile | None:
    if output is None:
        return None
    named = parse_month_file(output)
    if named is None:
        raise WrongUse(f"{output.name} không phải tên tệp tháng, hãy viết như agendas/2021-05.yml")
    if not output.resolve().parent.is_dir():
        raise WrongUse(f"không có thư mục {output.parent}")
    return named


def _numbered(drafts: Sequence[Draft], target: MonthFile | None, number: int | None) -> list[Draft]:
    """Return the drafts with the revision number that the command line asks for."""
    if target is not None and [draft.month for draft in drafts] != [target.month]:
        months = ", ".join(str(draft.month) for draft in drafts)
        raise WrongUse(f"văn bản là của tháng {months}, không phải {target.month}")
    if target is not None and number is None:
        number = target.number
    if target is not None and number != target.number:
        raise WrongUse(f"{target.path.name} không phải là tệp của lần điều chỉnh {number}")
    return [replace(draft, number=draft.number if number is None else number) for draft in drafts]


def _show_progress(message: str) -> None:
    """Show progress in one line of a terminal; an empty message clears it."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{message}", nl=False, err=True)


def _has_other_text(folder: Path, written: DraftFile) -> bool:
    """Tell whether the file exists with another text."""
    path = folder / written.name
    return path.exists() and read_prefix(path, MAX_BYTES) != written.text.encode()


def _summary_lines(file: Path, document: Document, drafts: Sequence[Draft]) -> str:
    """Return a summary line for each draft, and the notes of the document."""
    lines = []
    name = "đầu vào chuẩn" if file == STANDARD_INPUT else file.name
    for draft in drafts:
        kind = _kind(draft) if draft.number else ""
        days = sum((entry.last - entry.first).days + 1 for entry in draft.entries)
        lines.append(
            f"{name}: {month_name(draft.month)}{kind}: {len(draft.items)} việc, {days} ngày."
        )
    return "\n".join((*lines, *document.notes))


def _kind(draft: Draft) -> str:
    if draft.scope is None:
        return f", điều chỉnh lần {draft.number}"
    if not draft.scope:
        return f", bổ sung, tính là lần điều chỉnh {draft.number}"
    return f", điều chỉnh lần {draft.number}, các ngày {format_days(draft.scope)}"


def _report(result: ImportResult, texts: Sequence[DraftFile]) -> Iterator[str]:
    for severity in (DiagnosticSeverity.LEFT_OUT, DiagnosticSeverity.DOUBT):
        diagnostics = [r for r in result.diagnostics if r.severity is severity]
        if diagnostics:
            yield f"\n{severity.label.capitalize()} ({len(diagnostics)} chỗ):"
            yield from (f"  {diagnostic}" for diagnostic in diagnostics)
    inferred = Counter(
        _summarise(r) for r in result.diagnostics if r.severity is DiagnosticSeverity.INFERENCE
    )
    if inferred:
        yield f"\nĐã suy ra ({sum(inferred.values())} chỗ; --json nêu từng chỗ):"
        yield from (f"  {count} lần: {message}" for message, count in inferred.most_common())
    problems = [problem for text in texts for problem in text.problems]
    if problems:
        yield f"\nKiểm tra tệp ({len(problems)} chỗ):"
        yield from _group_problems(problems)
    yield ""


def _group_problems(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield one line for all problems of one kind and value."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        value = "" if problem.kind == UNLISTED else problem.value
        alike.setdefault((problem.kind, value), []).append(problem)
    for same in alike.values():
        more = f" (và {len(same) - 1} chỗ nữa)" if len(same) > 1 else ""
        yield f"  {same[0]}{more}"


def _summarise(diagnostic: Diagnostic) -> str:
    """Return one message for all diagnostics that differ only in what they quote."""
    return _KINDS.get(diagnostic.kind, diagnostic.message)


_KINDS = {
    "alignment": "ghép các dòng của cột bên cạnh với từng việc",
    "day-carried": "ô ngày để trống, tính theo hàng trên",
    "half-day-by-time": "xếp buổi theo giờ",
    "half-day-word": "đọc chữ chỉ buổi ở đầu dòng",
    "leader": "người ghi trước dấu hai chấm là người dự",
    "no-half-day": "không ghi buổi, xếp vào cả ngày",
    "venue": 'lấy chỗ ghi sau chữ "tại" làm địa điểm',
    "focus": "coi đoạn có gạch đầu dòng là nội dung trọng tâm",
}


def _print_outcome(folder: Path, written: DraftFile, *, stands: bool, done: bool) -> None:
    name = display_path(folder / written.name)
    if done:
        click.echo(
            f"Đã ghi {name}. Xem lại các dòng # kiểm tra:, rồi chạy: agenda check --reviewed"
        )
        return
    if not stands:
        click.echo(f"Chưa ghi {name}.")
        return
    before, after = read_lines(folder / written.name, "replace"), split_lines(written.text)
    for line in difflib.unified_diff(
        before, after, f"{name} (đang có)", f"{name} (từ văn bản)", lineterm=""
    ):
        click.echo(line)
    click.echo(
        f"\nĐã có {name}, không ghi đè. Dùng --force để thay bằng bản trên, --revision nếu đây là "
        "bản điều chỉnh, hoặc --merge để chỉ thêm những ngày chưa có.",
        err=True,
    )


def _json(
    result: ImportResult,
    drafts: Sequence[Draft],
    texts: Sequence[DraftFile],
) -> dict[str, object]:
    return {
        "files": [
            {
                "name": file_name(draft),
                "month": str(draft.month),
                "revision": draft.number,
                "items": len(draft.items),
                "text": text.text,
                "problems": [str(problem) for problem in text.problems],
            }
            for draft, text in zip(drafts, texts, strict=True)
        ],
        "remarks": [
            {
                "weight": diagnostic.severity.name.lower().replace("_", "-"),
                "kind": diagnostic.kind,
                "page": diagnostic.place.page,
                "table": diagnostic.place.table,
                "row": diagnostic.place.row,
                "message": diagnostic.message,
                "seen": diagnostic.source_text,
            }
            for diagnostic in result.diagnostics
        ],
        "notes": list(result.document.notes),
        "document": [
            block.text
            if isinstance(block, Paragraph)
            else [[cell.text for cell in row.cells] for row in block.rows]
            for block in result.document.blocks
        ],
    }
