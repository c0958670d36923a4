"""Click's help and errors in Vietnamese."""

from pathlib import Path

import click


class _VietnameseHelp(click.Command):
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        words = {"[OPTIONS]": "[TÙY CHỌN]", "COMMAND [ARGS]...": "LỆNH [THAM SỐ]..."}
        return [words.get(piece, piece) for piece in pieces]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này."
        return option


class VietnameseCommand(_VietnameseHelp):
    """A command whose `--help` is in Vietnamese."""


class VietnameseGroup(_VietnameseHelp, click.Group):
    """A group of commands whose `--help` is in Vietnamese."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=80))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section("Các lệnh"):
            formatter.write_dl(rows)


def describe(error: click.ClickException) -> str:
    """What was wrong with the use of the command, and how to learn the right one."""
    match error:
        case click.NoSuchOption():
            hint = f"; có phải là {error.possibilities[0]}?" if error.possibilities else ""
            message = f"không có tùy chọn {error.option_name}{hint}"
        case click.MissingParameter():
            param = error.param
            message = f"thiếu {param.make_metavar(error.ctx) if param and error.ctx else 'tham số'}"
        case click.BadParameter():
            message = error.message
        case click.FileError():
            message = f"không mở được tệp {Path(error.filename)}"
        case click.BadOptionUsage():
            message = f"tùy chọn {error.option_name} dùng chưa đúng"
        case click.UsageError() if error.message.startswith("No such command"):
            message = f"không có lệnh {error.message.split()[-1].strip('.')}"
        case click.UsageError() if "unexpected extra argument" in error.message:
            message = "thừa tham số"
        case _:
            message = error.message
    path = getattr(getattr(error, "ctx", None), "command_path", "agenda")
    return f"Lỗi: {message}.\nXem cách dùng: {path} --help"
