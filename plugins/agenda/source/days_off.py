"""The file of days off and make-up working days to a `WorkCalendar`."""

from datetime import date

from agenda.schema.days_off import DAYS_OFF_FILE
from agenda.source.items import checked, parsed
from agenda.source.yaml.diagnostics import ProblemCollector
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import parse_date
from agenda.vietnam.holidays import WorkCalendar


def read_days_off(text: str, collector: ProblemCollector) -> WorkCalendar:
    """Read `ngay-nghi.yml`; what it orders wins over the holidays computed by rule."""
    node = compose(text, collector)
    record = FormReader(text, collector).read(node, DAYS_OFF_FILE) if node is not None else None
    if record is None:
        return WorkCalendar()
    taken: set[date] = set()
    return WorkCalendar(
        extra_off=_named_days(record, "nghi", taken, collector),
        extra_working=_named_days(record, "lam_bu", taken, collector),
    )


def _named_days(
    record: Record, key: str, taken: set[date], collector: ProblemCollector
) -> dict[date, str]:
    days = {}
    for row in record.records(key):
        scalar = row.scalar("ngay")
        day = parsed(scalar, parse_date, collector)
        name = checked(row, "ten", collector)
        if scalar is None or day is None:
            continue
        if day in taken:
            collector.error(
                "day-twice",
                scalar.position,
                f'ngày "{scalar.text}" đã có ở chỗ khác trong tệp',
                "gộp hai chỗ làm một, hoặc sửa lại ngày",
                scalar.text,
            )
        taken.add(day)
        if name is not None:
            days[day] = name
    return days
