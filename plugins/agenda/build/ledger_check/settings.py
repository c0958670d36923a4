"""Compare the settings of a build with the published ones: the record's name, office hours."""

import json

from agenda.build.live.site import Live
from agenda.build.settings.options import office_hours_option
from agenda.exports.export_settings import OfficeHours
from agenda.model import Agenda, YearMonth
from agenda.site.urls import month_url


def describe_settings(
    live: Live, record: str | None, hours: OfficeHours | None, agenda: Agenda
) -> str:
    """Return how to restore published settings; empty where they are the same."""
    if renamed := _describe_record(live.record, record):
        return renamed
    months = [each.month for each in agenda.months if month_url(each.month) in (live.ledger or {})]
    return _describe_hours(live.hours, hours, months)


def _describe_record(published: str | None, new: str | None) -> str:
    """Return how to restore the published name of the record; empty where it is the same."""
    if published in (None, new):
        return ""
    return (
        f'Trang đã đăng với record là "{published}", còn mkdocs.yml nay ghi "{new}". Tên này nằm '
        "trong mã của mọi sự kiện lịch và mọi tin: đổi đi thì người đã đăng ký lịch thấy mỗi việc "
        "thành hai. Dưới agenda của plugins trong mkdocs.yml, ghi lại đúng dòng sau:\n"
        f"      record: {json.dumps(published, ensure_ascii=False)}"
    )


def _describe_hours(
    published: OfficeHours | None, new: OfficeHours | None, months: list[YearMonth]
) -> str:
    """Return how to give new office hours to later months alone; empty if published ones stay.

    Other hours would move events without a higher SEQUENCE, so calendar programs may ignore them.
    """
    if (
        published is None
        or new is None
        or all(published.in_month(m) == new.in_month(m) for m in months)
    ):
        return ""
    start = months[-1].next
    later = {month: hours for month, hours in new.later.items() if month > start}
    option = office_hours_option(
        OfficeHours(
            first=published.first,
            later={**published.later, start: new.in_month(start), **later},
        )
    )
    return (
        "office_hours trong mkdocs.yml nay khác giờ đã đăng: việc không ghi giờ của các tháng đã "
        "đăng sẽ dời giờ trong lịch, mà người đã đăng ký lịch không được báo. Tháng đã đăng giữ "
        f"giờ cũ, giờ mới dùng từ tháng chưa đăng. Dưới agenda của plugins trong mkdocs.yml, thay "
        "cả phần office_hours bằng đúng dòng sau:\n"
        f"      office_hours: {json.dumps(option)}"
    )
