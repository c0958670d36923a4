"""Read the file of withdrawals: published URLs whose content was removed or changed."""

from agenda.model import Withdrawal
from agenda.schema.withdrawals import WITHDRAWALS_FILE
from agenda.source.items import parse_scalar, read_public_text
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import ValueProblem, parse_date

_FORBIDDEN_PARTS = frozenset({"", ".", "..", "index.html"})


def read_withdrawals(text: str, collector: ProblemCollector) -> tuple[Withdrawal, ...]:
    """Read the text of `da-go.yml`. Report incomplete withdrawals and leave them out."""
    node = compose(text, collector)
    record = FormReader(text, collector).read(node, WITHDRAWALS_FILE) if node is not None else None
    if record is None:
        return ()
    withdrawals = (_withdrawal(row, collector) for row in record.records("da_go"))
    return tuple(withdrawal for withdrawal in withdrawals if withdrawal is not None)


def parse_url(text: str) -> str:
    """Return a URL relative to the root of the site, without a leading slash.

    Raise `ValueProblem` unless the URL is in the form that the tools write. Any other form
    could point to the same file twice, or outside the site.
    """
    url = text.removeprefix("/")
    path = url.partition("#")[0].removesuffix("/")
    parts = path.split("/") if path else []
    if not _FORBIDDEN_PARTS.isdisjoint(parts) or any(sign in text for sign in ("?", "\\", "://")):
        raise ValueProblem(
            "bad-address",
            f'"{text}" không phải là địa chỉ trong trang',
            "chép đúng địa chỉ mà công cụ nêu, như /2021/05/ hoặc /2021/05/#cv-x2bx",
        )
    return url


def _withdrawal(record: Record, collector: ProblemCollector) -> Withdrawal | None:
    urls = [_url(scalar, collector) for scalar in record.scalars("dia_chi")]
    day = parse_scalar(record.scalar("ngay"), parse_date, collector)
    reason = read_public_text(record, "ly_do", collector)
    document = read_public_text(record, "van_ban", collector)
    if day is None or reason is None:
        return None
    return Withdrawal(
        urls=tuple(url for url in urls if url is not None),
        day=day,
        reason=reason,
        document=document,
    )


def _url(scalar: Scalar, collector: ProblemCollector) -> str | None:
    return parse_scalar(scalar, parse_url, collector)
