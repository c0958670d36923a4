"""The file of days off and make-up working days to a `WorkCalendar`."""

from datetime import date

from agenda.schema.days_off import DAYS_OFF_FILE
from agenda.source.items import checked, parsed
from agenda.source.yaml.diagnostics import Findings
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import parse_date
from agenda.vietnam.holidays import WorkCalendar


def read_days_off(text: str, findings: Findings) -> WorkCalendar:
    """Read `ngay-nghi.yml`; what it orders wins over the holidays computed by rule."""
    node = compose(text, findings)
    record = FormReader(text, findings).read(node, DAYS_OFF_FILE) if node is not None else None
    if record is None:
        return WorkCalendar()
    taken: set[date] = set()
    return WorkCalendar(
        extra_off=_named_days(record, "nghi", taken, findings),
        extra_working=_named_days(record, "lam_bu", taken, findings),
    )


def _named_days(record: Record, key: str, taken: set[date], findings: Findings) -> dict[date, str]:
    days = {}
    for row in record.records(key):
        scalar = row.scalar("ngay")
        day = parsed(scalar, parse_date, findings)
        name = checked(row, "ten", findings)
        if scalar is None or day is None:
            continue
        if day in taken:
            findings.error(
                "day-twice",
                scalar.spot,
                f'ngày "{scalar.text}" đã có ở chỗ khác trong tệp',
                "gộp hai chỗ làm một, hoặc sửa lại ngày",
                scalar.text,
            )
        taken.add(day)
        if name is not None:
            days[day] = name
    return days
