"""What is inferred or doubted of the days that a row names."""

from agenda.importer.lines import filled
from agenda.importer.remarks import Remark, Remarks
from agenda.importer.strip import Strip
from agenda.importer.vague import is_limit
from agenda.importer.when import wrong_weekdays
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import day_heading, short_date


def check_when(strip: Strip, remarks: Remarks, *, first: bool) -> list[Remark]:
    """Say what is inferred or doubted of the days of a row; the `first` carries none."""
    if wrong_weekdays(strip.when):
        days = [day for first, last in strip.days for day in dates_between(first, last)]
        return [
            remarks.doubt(
                "weekday",
                strip.place,
                "thứ trong văn bản không khớp ngày; giữ ngày, theo lịch là "
                + "; ".join(map(day_heading, days)),
                strip.printed,
            )
        ]
    if strip.carried and not first and filled(strip.content):
        remarks.infer(
            "day-carried",
            strip.place,
            "ô ngày để trống: tính là ngày " + days_named(strip),
            "",
        )
    if len(strip.days) > 1:
        return [
            remarks.doubt(
                "days-apart",
                strip.place,
                "một hàng ghi nhiều ngày rời nhau: chép việc vào từng ngày",
                strip.printed,
            )
        ]
    if is_limit(strip.when.rest):
        return [
            remarks.doubt(
                "limit",
                strip.place,
                f"ghi thời hạn, không phải ngày: tính là ngày {days_named(strip)}, "
                "chữ của văn bản ghi ở ghi chú",
                strip.printed,
            )
        ]
    if strip.vague:
        return [
            remarks.doubt(
                "always",
                strip.place,
                "không ghi ngày cụ thể: tính là ngày " + days_named(strip),
                strip.printed,
            )
        ]
    return []


def days_named(strip: Strip) -> str:
    return ", ".join(
        short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"
        for first, last in strip.days
    )
