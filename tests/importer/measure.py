"""Measures what importing gets right: `make measure` writes the table into the guide.

Each document is built as Word and printed as PDF, understood, and held against the month's file
that a person found right. `python -m tests.importer.measure` prints the table.
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from functools import partial
from pathlib import Path

import yaml

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.import_document import import_document
from agenda.importer.output.yaml_text import write_draft
from agenda.model import HalfDay, Item, Mention, Revision
from agenda.source.folder import load_agenda
from agenda.vietnam.text import matching_key
from tests.importer.documents.batch import print_all
from tests.importer.documents.cut import write_cut
from tests.importer.documents.cut_looks import SHOWN
from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.official import write_official
from tests.project import MAY_2021, REPOSITORY

CASES = Path(__file__).parent / "cases"
GUIDE = REPOSITORY / "docs/huong-dan/nhap-van-ban.md"
TIMES = 17
BEGIN, END = "<!-- bảng đo: make measure -->", "<!-- hết bảng đo -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many appointments there are, how many were found, and of how many each part is right."""

    items: int
    found: int
    extra: int
    days: int
    half_days: int
    times: int
    units: int
    leaders: int
    rest: int
    doubts: int

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            **{
                field.name: getattr(self, field.name) + getattr(other, field.name)
                for field in fields(Figures)
            }
        )


HEADS = (
    "việc",
    "tìm thấy",
    "thừa",
    "ngày",
    "buổi",
    "giờ",
    "cơ quan",
    "lãnh đạo",
    "phần khác",
    "cần xem",
)


def documents() -> Iterator[tuple[str, Callable[[Path], object], str]]:
    """Each document by its title, what builds it at a path, and the file that it must give."""
    official = (MAY_2021 / "2021-05.yml").read_text("utf-8")
    (month,) = load_agenda(MAY_2021).agenda.months

    yield (
        "Tháng 5/2021 của Sở (văn bản thật, dựng lại theo thể thức)",
        partial(write_official, month.current),
        official,
    )
    yield (
        f"Tháng 5/2021 của Sở, mỗi việc lặp lại {TIMES} lần để trang cắt ngang các hàng",
        partial(write_official, repeated(month.current)),
        official_repeated(official),
    )
    for title, look in SHOWN.items():
        yield title, partial(write_cut, look), (CASES / f"cut/{look.rows}.yml").read_text("utf-8")
    for path in sorted((CASES / "documents").glob("*.yml")):
        text = path.read_text("utf-8")
        title = text.split("\n", 1)[0].removeprefix("# ")
        description = yaml.safe_load(text)
        expected = (CASES / f"expected/{path.stem}.yml").read_text("utf-8")
        yield title, partial(build_docx, description), expected


def repeated(revision: Revision) -> Revision:
    """The paper with each item `TIMES` times, so that hardly a row fits a page."""
    entries = (
        replace(entry, items=tuple(item for item in entry.items for _ in range(TIMES)))
        for entry in revision.entries
    )
    return replace(revision, entries=tuple(entries))


def official_repeated(text: str) -> str:
    """The file of that paper."""
    month = yaml.safe_load(text)
    for entry in month["lich"]:
        for half in HalfDay:
            if items := entry.get(half.value):
                entry[half.value] = [
                    {key: value for key, value in item.items() if key != "ma"}
                    for item in items
                    for _ in range(TIMES)
                ]
    return yaml.safe_dump(month, allow_unicode=True, sort_keys=False)


def measure(path: Path, expected: str) -> Figures:
    result = import_document(path)
    found = [item for draft in result.drafts for item in items_of(write_draft(draft))]
    wanted = items_of(expected)
    pairs = pair(wanted, found)
    severities = [diagnostic.severity for diagnostic in result.diagnostics]
    return Figures(
        items=len(wanted),
        found=len(pairs),
        extra=len(found) - len(pairs),
        days=sum((a.first, a.last) == (b.first, b.last) for a, b in pairs),
        half_days=sum(a.half_day is b.half_day for a, b in pairs),
        times=sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        units=sum(names(a.preparers) == names(b.preparers) for a, b in pairs),
        leaders=sum(names(a.leaders) == names(b.leaders) for a, b in pairs),
        rest=sum(rest_of(a) == rest_of(b) for a, b in pairs),
        doubts=len(severities) - severities.count(DiagnosticSeverity.INFERENCE),
    )


def items_of(text: str) -> list[Item]:
    """The appointments of a month's file, read without a directory."""
    month = re.search(r"^thang: (\S+)", text, re.MULTILINE)
    assert month is not None
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / f"{month[1]}.yml").write_text(text, encoding="utf-8")
        return list(load_agenda(Path(name)).agenda.items)


def pair(wanted: Iterable[Item], found: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Appointments of the same words, on the same day and half-day where there are several."""
    left = list(found)
    pairs = []
    for item in wanted:
        alike = [each for each in left if matching_key(each.text) == matching_key(item.text)]
        if alike:
            best = max(
                alike, key=lambda each: (each.first == item.first, each.half_day is item.half_day)
            )
            left.remove(best)
            pairs.append((item, best))
    return pairs


def names(mentions: Sequence[Mention]) -> str:
    return matching_key("; ".join(mention.text for mention in mentions))


def rest_of(item: Item) -> tuple[object, ...]:
    return (item.venue, item.participants, item.note, item.status, item.moved_to)


def table() -> str:
    """The figures of every document in Markdown, and their sum."""
    lines = [
        f"| văn bản | | {' | '.join(HEADS)} |",
        f"| --- | --- |{' ---: |' * len(HEADS)}",
    ]
    total: Figures | None = None
    with tempfile.TemporaryDirectory() as name:
        papers = []
        for number, (title, build_at, expected) in enumerate(documents()):
            path = Path(name) / f"{number}.docx"
            build_at(path)
            papers.append((title, path, expected))
        printed = print_all([path for _, path, _ in papers])
        for (title, word, expected), pdf in zip(papers, printed, strict=True):
            for kind, path in (("Word", word), ("PDF", pdf)):
                figures = measure(path, expected)
                total = figures if total is None else total + figures
                lines.append(row(title if path is word else "", kind, figures))
    assert total is not None
    lines.append(row("**Tất cả**", "", total))
    return "\n".join(lines)


def row(title: str, kind: str, figures: Figures) -> str:
    return f"| {title} | {kind} | {' | '.join(map(str, astuple(figures)))} |"


def with_table(guide: str, figures: str) -> str:
    """The guide with the table between its marks."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}"


if __name__ == "__main__":
    figures = table()
    if "--write" in sys.argv[1:]:
        GUIDE.write_text(with_table(GUIDE.read_text("utf-8"), figures), encoding="utf-8")
    else:
        sys.stdout.write(figures + "\n")
