"""`agenda verify`: tell whether a file is a published original."""

import hashlib
import json
from pathlib import Path

import click

from agenda.cli.folders import find_agendas
from agenda.cli.vietnamese import VietnameseCommand, WrongUse
from agenda.model import Agenda, Revision
from agenda.source.folder import load_agenda
from agenda.vietnam.dates import full_date, month_name


@click.command(cls=VietnameseCommand)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác.")
def verify(file: Path, as_json: bool) -> int:
    """Cho biết TỆP có đúng là bản ký đã đăng hay không.

    So từng byte, bằng mã SHA-256, với các tệp bản ký trong thư mục agendas. Mã kết thúc: 0 là
    đúng bản đã đăng, 1 là không phải, 2 là dùng lệnh chưa đúng.
    """
    if not file.is_file():
        raise WrongUse(f"không có tệp {file}")
    folder = find_agendas()
    digest = _digest(file)
    found = _published(folder, load_agenda(folder).agenda, digest)
    if as_json:
        rows = [
            {
                "month": str(revision.month),
                "revision": revision.number,
                "file": revision.document.file,
                "number": revision.document.number,
                "issued": revision.document.issued.isoformat(),
            }
            for revision in found
        ]
        click.echo(json.dumps({"sha256": digest, "published": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo(f"SHA-256: {digest}")
        for revision in found:
            click.echo(f"Đúng là {_describe(revision)}.")
        if not found:
            click.echo("Không phải bản ký nào đã đăng, hoặc đã bị sửa.")
    return int(not found)


def _published(folder: Path, agenda: Agenda, digest: str) -> list[Revision]:
    return [
        revision
        for month in agenda.months
        for revision in month.revisions
        if (name := revision.document.file) is not None and _digest(folder / name) == digest
    ]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _describe(revision: Revision) -> str:
    document = revision.document
    which = f", điều chỉnh lần {revision.number}" if revision.number else ""
    number = f" số {document.number}" if document.number else ""
    return (
        f"bản ký chương trình công tác {month_name(revision.month)}{which},{number} ký ngày "
        f"{full_date(document.issued)} (agendas/{document.file})"
    )
