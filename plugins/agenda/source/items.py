"""Read the items of a month's file into `Item` values."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from agenda.model import Directory, DirectoryEntry, HalfDay, Item, Mention, Slot, Status, YearMonth
from agenda.source.checks import check_text
from agenda.source.name_problems import report_name
from agenda.source.privacy import MonthPrivacyCheck, PrivacyCheck
from agenda.source.yaml.problems import Position, ProblemCollector
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import ValueProblem, is_code, parse_slot, parse_times
from agenda.vietnam.names.name_index import NameIndex, Resolution

T = TypeVar("T")


def parse_scalar(
    scalar: Scalar | None, parse: Callable[[str], T], collector: ProblemCollector
) -> T | None:
    """Parse a text. Report a `ValueProblem` and return None if that fails."""
    if scalar is None:
        return None
    try:
        return parse(scalar.text)
    except ValueProblem as problem:
        collector.error(problem.kind, scalar.position, problem.message, problem.remedy, scalar.text)
        return None


def read_public_text(
    record: Record, key: str, collector: ProblemCollector, privacy: PrivacyCheck | None = None
) -> str | None:
    """Return a text that will be published, after checking spelling and privacy.

    `privacy` is the check of the file, if it has its own.
    """
    scalar = record.scalar(key)
    if scalar is None:
        return None
    check_text(scalar, collector)
    (privacy or PrivacyCheck(collector)).check(scalar)
    return scalar.text


def read_public_texts(
    record: Record, key: str, collector: ProblemCollector, privacy: PrivacyCheck | None = None
) -> tuple[str, ...]:
    """Return the texts of a list, each checked as by `read_public_text`."""
    privacy = privacy or PrivacyCheck(collector)
    for scalar in record.scalars(key):
        check_text(scalar, collector)
        privacy.check(scalar)
    return record.texts(key)


class ItemReader:
    """A reader for the items of one month, whose codes must be unique."""

    def __init__(
        self,
        month: YearMonth,
        collector: ProblemCollector,
        directory: Directory,
        name_index: NameIndex,
        privacy: MonthPrivacyCheck,
    ) -> None:
        self._month = month
        self._collector = collector
        self._privacy = privacy
        self._directory = directory
        self._name_index = name_index
        self._uncoded: list[Position] = []

    def check_codes(self, records: Iterable[Record]) -> None:
        """Report malformed and duplicate codes of items."""
        first_uses: dict[str, Scalar] = {}
        for record in records:
            if (code := record.scalar("ma")) is None:
                continue
            first = first_uses.setdefault(code.text, code)
            if not is_code(code.text):
                self._collector.error(
                    "bad-code",
                    code.position,
                    f'mã "{code.text}" không hợp lệ',
                    "chạy agenda check --fix để ghi mã khác",
                    code.text,
                )
            elif first is not code:
                self._collector.error(
                    "duplicate-code",
                    code.position,
                    f'mã "{code.text}" đã dùng cho việc ở dòng {first.position.line}',
                    "chạy agenda check --fix để ghi mã khác cho việc chép sau",
                    code.text,
                )

    def read(self, record: Record, first: date, last: date, half_day: HalfDay) -> Item | None:
        times = parse_scalar(record.scalar("gio"), parse_times, self._collector)
        start, end = times or (None, None)
        text = self._text(record, "noi_dung")
        code = record.text("ma") or ""
        self._privacy.check_item(record)
        item = Item(
            month=self._month,
            code=code if is_code(code) else "",
            first=first,
            last=last,
            half_day=half_day,
            text=text or "",
            start=start,
            end=end,
            venue=self._text(record, "dia_diem"),
            preparers=self._mentions(record, "chuan_bi", first, self._name_index.resolve_units),
            leaders=self._mentions(record, "lanh_dao", first, self._name_index.resolve_leaders),
            participants=self._text(record, "thanh_phan"),
            note=self._text(record, "ghi_chu"),
            status=Status(record.text("trang_thai") or ""),
            moved_to=self._moved_to(record),
            reason=self._text(record, "ly_do"),
        )
        if text is None:  # already reported
            return None
        if not code:
            self._uncoded.append(record.position)
        return item

    def report_uncoded(self) -> None:
        if self._uncoded:
            self._collector.warning(
                "missing-code",
                self._uncoded[0],
                f"{len(self._uncoded)} việc chưa có mã, bắt đầu từ đây",
                "chạy agenda check --fix để ghi mã vào tệp",
            )

    def _text(self, record: Record, key: str) -> str | None:
        """Return a text of an item. `check_item` checks all texts of an item for privacy."""
        scalar = record.scalar(key)
        if scalar is None:
            return None
        check_text(scalar, self._collector)
        return scalar.text

    def _moved_to(self, record: Record) -> Slot | None:
        status, target = record.scalar("trang_thai"), record.scalar("doi_sang")
        moved = status is not None and status.text == Status.MOVED.value
        if status is not None and moved and target is None:
            self._collector.error(
                "moved-nowhere",
                status.position,
                "việc đổi sang lúc khác mà không ghi đổi sang lúc nào",
                "thêm doi_sang: … (như 2021-05-20 chieu), hoặc viết trang_thai: hoan",
                status.text,
            )
        if target is not None and not moved:
            self._collector.error(
                "moved-without-status",
                target.position,
                "có doi_sang nhưng trang_thai không phải là doi",
                "thêm trang_thai: doi, hoặc bỏ dòng doi_sang",
                target.text,
            )
        return parse_scalar(target, parse_slot, self._collector)

    def _mentions(
        self, record: Record, key: str, day: date, resolve: Callable[[str, date], Resolution]
    ) -> tuple[Mention, ...]:
        mentions: list[Mention] = []
        for name in record.records(key):
            printed, code = name.scalar("ten"), name.scalar("ma")
            if printed is None:
                continue
            check_text(printed, self._collector)
            self._privacy.check(printed)
            if code is not None:
                entry = self._entry(code)
                resolved: tuple[Mention, ...] = (Mention(text=printed.text, entry=entry),)
            else:
                resolution = resolve(printed.text, day)
                resolved = resolution.mentions
                for finding in resolution.findings:
                    report_name(finding, printed, self._collector)
            if mentions and resolved:
                head, *tail = resolved
                text = head.joiner + head.text  # a list mark may precede the first name
                resolved = (Mention(text=text, entry=head.entry, joiner="\n"), *tail)
            mentions += resolved
        return tuple(mentions)

    def _entry(self, code: Scalar) -> DirectoryEntry | None:
        entry = self._directory.find(code.text)
        if entry is None:
            self._collector.error(
                "unknown-party-code",
                code.position,
                f'danh bạ không có mã "{code.text}"',
                "dùng một mã có trong agendas/danh-ba.yml",
                code.text,
            )
        return entry
