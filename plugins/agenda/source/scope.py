"""Read which days of a month a document covers: `pham_vi`, `bo_sung` and `khong_neu`."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from agenda.model import ScheduleEntry, YearMonth
from agenda.model.calendar import dates_between
from agenda.model.composition import days_within
from agenda.source.items import parse_scalar
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import parse_days
from agenda.vietnam.dates import day_heading


def read_scope(
    record: Record, month: YearMonth, number: int, collector: ProblemCollector
) -> tuple[date, ...] | None:
    """Return the days that a document covers; None for the whole month, none for an addition."""
    scalars, addition = record.scalars("pham_vi"), record.scalar("bo_sung")
    declared = addition or next(iter(scalars), None)
    if declared is not None and number == 0:
        collector.error(
            "scope-in-first",
            declared.position,
            "chương trình ban hành đầu tiên phải có cả tháng, không chỉ một số ngày",
            f"xóa dòng {'bo_sung' if addition else 'pham_vi'}; văn bản sau chỉ nói về một số ngày "
            f"thì ghi ở tệp {month}.dc1.yml",
            declared.text,
        )
        return None
    if addition is not None:
        if scalars:
            collector.error(
                "scope-twice",
                scalars[0].position,
                "lịch bổ sung không thay ngày nào nên không có phạm vi",
                "xóa dòng pham_vi nếu văn bản chỉ thêm việc; xóa dòng bo_sung nếu văn bản thay "
                "lịch của các ngày đó",
                scalars[0].text,
            )
        return ()
    return _days(scalars, month, collector) if scalars else None


def check_days_in_scope(
    entry: ScheduleEntry,
    month: YearMonth,
    ngay: Scalar,
    scope: tuple[date, ...] | None,
    collector: ProblemCollector,
) -> None:
    """Report a row with days of the month that a document of some days does not cover."""
    if not scope:
        return
    days = list(days_within(entry, month))
    outside = [day for day in days if day not in scope]
    if not outside:
        return
    if inside := [day for day in days if day in scope]:
        first, *others = map(_format_run, _runs(inside))
        remedy = f"sửa thành ngay: {first}"
        for other in others:
            remedy += f", thêm mục ngay: {other} với cùng việc, không ghi ma"
    else:
        remedy = f"xóa mục ngay: {ngay.text} khỏi lich, việc ngày ấy giữ theo văn bản trước"
    collector.error(
        "day-outside-scope",
        ngay.position,
        f"{day_heading(outside[0])} không thuộc các ngày ghi ở pham_vi",
        f"{remedy}; văn bản thay cả lịch ngày ấy thì sửa thành "
        f"pham_vi: {format_days(day for day in month.dates() if day in {*scope, *outside})}",
        ngay.text,
    )


def likely_scope(
    month: YearMonth, listed: Collection[date], unlisted: Collection[date]
) -> tuple[date, ...]:
    """Return the listed days and the days between two of them without an `unlisted` day."""
    days: list[date] = []
    between: list[date] = []
    for day in sorted({*month.dates()} - {*unlisted}):
        if day in listed:
            gap = days and any(days[-1] < each < day for each in unlisted)
            days += [day] if gap else [*between, day]
            between = []
        elif days:
            between.append(day)
    return tuple(days)


def format_days(days: Iterable[date]) -> str:
    """Format days of one month as `pham_vi` gives them: `14-30`, `[7, 14-16]`."""
    written = [_format_run(run) for run in _runs(days)]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _format_run(run: tuple[date, date]) -> str:
    first, last = run
    return str(first.day) if first == last else f"{first.day}-{last.day}"


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return the first and the last day of each run of consecutive days."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day == runs[-1][1] + timedelta(1):
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return runs


def suggest_scope(
    month: YearMonth, entries: Iterable[ScheduleEntry], unlisted: Collection[date]
) -> str:
    """Return how to declare the days of an amendment that may cover only some days."""
    listed = {day for entry in entries for day in days_within(entry, month)}
    if not listed:
        return ""
    days = format_days(likely_scope(month, listed, unlisted))
    return f"văn bản chỉ điều chỉnh một số ngày thì ghi các ngày đó, như pham_vi: {days}; "


def read_acknowledged_days(
    record: Record, month: YearMonth, listed: Collection[date], collector: ProblemCollector
) -> frozenset[date]:
    """Return the days that `khong_neu` says the document does not list."""
    days: set[date] = set()
    for scalar in record.scalars("khong_neu"):
        own = list(_days((scalar,), month, collector))
        if contradiction := [day for day in own if day in listed]:
            collector.error(
                "listed-day",
                scalar.position,
                f"{day_heading(contradiction[0])} ghi ở khong_neu nhưng có trong lich",
                "bỏ ngày này khỏi khong_neu",
                scalar.text,
            )
        days.update(own)
    return frozenset(days)


def _days(
    scalars: Collection[Scalar], month: YearMonth, collector: ProblemCollector
) -> tuple[date, ...]:
    return tuple(sorted({day for scalar in scalars for day in _parsed(scalar, month, collector)}))


def _parsed(scalar: Scalar, month: YearMonth, collector: ProblemCollector) -> Iterator[date]:
    bounds = parse_scalar(scalar, lambda text: parse_days(text, month), collector)
    return dates_between(*bounds) if bounds else iter(())
