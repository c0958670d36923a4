"""The command `agenda`, which reads and writes agendas. It is independent of MkDocs."""

import io
import sys

import click

from agenda.cli.changes import changes
from agenda.cli.check import check
from agenda.cli.compare import compare_
from agenda.cli.edit import edit
from agenda.cli.export import export
from agenda.cli.imports import import_
from agenda.cli.new import new
from agenda.cli.publish import publish
from agenda.cli.update import update
from agenda.cli.verify import verify
from agenda.cli.vietnamese import VietnameseGroup, describe
from agenda.source.writing.files import error_reason


@click.group(cls=VietnameseGroup, name="agenda", invoke_without_command=True)
@click.pass_context
def agenda(context: click.Context) -> int:
    """Công cụ cho người đăng chương trình công tác của Sở.

    Các lệnh đọc và ghi thư mục agendas; publish đăng trang. Để xem thử và dựng trang, dùng mkdocs
    serve và mkdocs build.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
    return 2


agenda.add_command(changes)
agenda.add_command(check)
agenda.add_command(compare_)
agenda.add_command(edit)
agenda.add_command(export)
agenda.add_command(import_)
agenda.add_command(new)
agenda.add_command(publish)
agenda.add_command(update)
agenda.add_command(verify)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 for success, 1 for problems in the data, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows pipe refuses Vietnamese; any pipe refuses file names in no encoding.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = agenda.main(args=arguments, prog_name="agenda", standalone_mode=False)
    except click.UsageError as error:
        click.echo(describe(error), err=True)
        return 2
    except click.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return 1
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        click.echo(f"Lỗi: không đọc hoặc ghi được{where}: {error_reason(error)}.", err=True)
        return 1
    return status
