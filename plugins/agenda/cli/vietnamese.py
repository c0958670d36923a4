"""Show Click's help and errors in Vietnamese."""

from typing import Any

import click


class WrongUse(click.UsageError):
    """A wrong use of the command; the message is Vietnamese, without a final full stop."""


class _VietnameseHelp(click.Command):
    """A command with Vietnamese help and errors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY CHỌN]"} | kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            raise WrongUse(self._misuse(ctx, error.option_name), ctx) from error

    def _misuse(self, ctx: click.Context, name: str) -> str:
        """Describe an option that has a value it does not take, or lacks one."""
        (option,) = (each for each in self.get_params(ctx) if name in each.opts)
        if isinstance(option, click.Option) and option.is_flag:
            return f"tùy chọn {name} không nhận giá trị"
        return f"thiếu {option.make_metavar(ctx)} sau tùy chọn {name}"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "LỆNH [THAM SỐ]..."} | kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=80))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section("Các lệnh"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            raise WrongUse(f"không có lệnh {args[0]}; các lệnh: {known}", ctx)
        return super().resolve_command(ctx, args)


def describe(error: click.UsageError) -> str:
    """Return the error in Vietnamese, with the way to the help."""
    context = error.ctx
    path = context.command_path if context else "agenda"
    return f"Lỗi: {_mistake(error)}.\nXem cách dùng: {path} --help"


def _mistake(error: click.UsageError) -> str:
    match error:
        case WrongUse():
            return error.message
        case click.NoSuchOption():
            hint = f" (có phải là {error.possibilities[0]}?)" if error.possibilities else ""
            return f"không có tùy chọn {error.option_name}{hint}"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"thiếu {param.make_metavar(error.ctx)}" if error.ctx else "thiếu tham số"
    # Click raises other usage errors only for extra arguments or a missing command.
    return "thiếu tên lệnh" if isinstance(error.cmd, click.Group) else "thừa tham số"
