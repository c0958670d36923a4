"""Read which days of a month a document covers: `pham_vi`, `bo_sung` and `khong_neu`."""

from collections.abc import Collection, Iterator
from datetime import date

from agenda.model import ScheduleEntry, YearMonth
from agenda.model.calendar import dates_between
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
    entry: ScheduleEntry, ngay: Scalar, scope: tuple[date, ...] | None, collector: ProblemCollector
) -> None:
    """Report a row with days that a document of some days does not cover."""
    if not scope:
        return
    outside = [day for day in dates_between(entry.first, entry.last) if day not in scope]
    if outside:
        collector.error(
            "day-outside-scope",
            ngay.position,
            f"{day_heading(outside[0])} không thuộc các ngày ghi ở pham_vi",
            "sửa lại ngày, hoặc ghi thêm ngày này vào pham_vi nếu văn bản thay cả lịch ngày đó",
            ngay.text,
        )


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
