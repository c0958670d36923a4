"""Read the file of days off and make-up working days into a `WorkCalendar`."""

from datetime import date

from agenda.schema.days_off import DAYS_OFF_FILE
from agenda.source.items import parse_scalar, read_public_text
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import parse_date
from agenda.vietnam.holidays import WorkCalendar


def read_days_off(text: str, collector: ProblemCollector) -> WorkCalendar:
    """Read the text of `ngay-nghi.yml`. Its days override the computed holidays."""
    node = compose(text, collector)
    record = FormReader(text, collector).read(node, DAYS_OFF_FILE) if node is not None else None
    if record is None:
        return WorkCalendar()
    seen: set[date] = set()
    return WorkCalendar(
        extra_off=_named_days(record, "nghi", seen, collector),
        extra_working=_named_days(record, "lam_bu", seen, collector),
    )


def _named_days(
    record: Record, key: str, seen: set[date], collector: ProblemCollector
) -> dict[date, str]:
    days = {}
    for row in record.records(key):
        scalar = row.scalar("ngay")
        day = parse_scalar(scalar, parse_date, collector)
        name = read_public_text(row, "ten", collector)
        if scalar is None or day is None:
            continue
        if day in seen:
            collector.error(
                "day-twice",
                scalar.position,
                f'ngày "{scalar.text}" đã có ở chỗ khác trong tệp',
                "gộp hai chỗ làm một, hoặc sửa lại ngày",
                scalar.text,
            )
        seen.add(day)
        if name is not None:
            days[day] = name
    return days
