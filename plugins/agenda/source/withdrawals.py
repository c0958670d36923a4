"""The file of what was taken back: URLs that stay, and say why."""

from agenda.model import Withdrawal
from agenda.schema.withdrawals import WITHDRAWALS_FILE
from agenda.source.items import checked, parsed
from agenda.source.yaml.diagnostics import ProblemCollector
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import ValueProblem, parse_date

_NO_PARTS = frozenset({"", ".", "..", "index.html"})


def read_withdrawals(text: str, collector: ProblemCollector) -> tuple[Withdrawal, ...]:
    """Read `da-go.yml`; what is incomplete is left out, and reported."""
    node = compose(text, collector)
    record = FormReader(text, collector).read(node, WITHDRAWALS_FILE) if node is not None else None
    if record is None:
        return ()
    read = (_withdrawal(row, collector) for row in record.records("da_go"))
    return tuple(withdrawal for withdrawal in read if withdrawal is not None)


def parse_url(text: str) -> str:
    """A URL of the site from its root, without the slash that it may begin with.

    Only as the tools write it: another way to write it would name the same file, or leave the site.
    """
    url = text.removeprefix("/")
    path = url.partition("#")[0].removesuffix("/")
    parts = path.split("/") if path else []
    if not _NO_PARTS.isdisjoint(parts) or any(sign in text for sign in ("?", "\\", "://")):
        raise ValueProblem(
            "bad-address",
            f'"{text}" không phải là địa chỉ trong trang',
            "chép đúng địa chỉ mà công cụ nêu, như /2021/05/ hoặc /2021/05/#cv-x2bx",
        )
    return url


def _withdrawal(record: Record, collector: ProblemCollector) -> Withdrawal | None:
    urls = [_url(scalar, collector) for scalar in record.scalars("dia_chi")]
    day = parsed(record.scalar("ngay"), parse_date, collector)
    reason = checked(record, "ly_do", collector)
    document = checked(record, "van_ban", collector)
    if day is None or reason is None:
        return None
    return Withdrawal(
        urls=tuple(url for url in urls if url is not None),
        day=day,
        reason=reason,
        document=document,
    )


def _url(scalar: Scalar, collector: ProblemCollector) -> str | None:
    return parsed(scalar, parse_url, collector)
