"""A month that changes after publication, deployed for real after each `agenda update`."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import icalendar
import pytest

from tests.generators.conftest import MAY, new_deployment
from tests.generators.deployment import Deployment, environment

ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = date.today()
NAME = "2021-05.yml"


class Subscriber:
    """A calendar and a feed reader that fetch after each deploy."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment = deployment
        self.events: dict[str, Any] = {}
        self.announced: dict[str, str] = {}

    def fetch(self) -> list[str]:
        """Return the titles of the new entries; no event may vanish or fall behind."""
        content = self._deployment.published("lich/tat-ca.ics")
        calendar: Any = icalendar.Calendar.from_ical(content)
        events = {str(each["UID"]).split("@")[0][8:]: each for each in calendar.walk("VEVENT")}
        for code, event in self.events.items():
            assert int(events[code]["SEQUENCE"]) >= int(event["SEQUENCE"]), code
            assert events[code]["LAST-MODIFIED"].dt >= event["LAST-MODIFIED"].dt, code
            if events[code].to_ical() != event.to_ical():
                assert int(events[code]["SEQUENCE"]) > int(event["SEQUENCE"]), code
        self.events = events
        feed = ElementTree.fromstring(self._deployment.published("feed.xml"))
        entries = {
            entry.findtext(f"{ATOM}id", ""): entry.findtext(f"{ATOM}title", "")
            for entry in feed.iterfind(f"{ATOM}entry")
        }
        assert self.announced.items() <= entries.items()
        new = [title for key, title in entries.items() if key not in self.announced]
        self.announced = entries
        return new


def update(deployment: Deployment, *answers: str) -> str:
    """Answer `agenda update` as a person does, through its input."""
    run = subprocess.run(
        [str(Path(sys.executable).with_name("agenda")), "update"],
        cwd=deployment.folder,
        env=environment(),
        input="".join(f"{answer}\n" for answer in answers),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def deploy(deployment: Deployment) -> None:
    done = deployment.deploy()
    assert done.code == 0, done.said


@pytest.mark.long
def test_every_change_after_publication_reaches_pages_feeds_and_calendars(tmp_path: Path) -> None:
    deployment = new_deployment(tmp_path)
    deployment.write(NAME, MAY)
    deploy(deployment)
    subscriber = Subscriber(deployment)
    assert subscriber.fetch() == ["Tháng 5 năm 2021"]

    deployment.edit(NAME, 'gio: "14:00"', 'gio: "15:00"')
    assert "agenda update" in deployment.deploy().said
    deployment.edit(NAME, "noi_dung: Lễ chào cờ,", "noi_dung: Lễ chào cờ, trang_thai: huy,")
    said = update(deployment, "t", "Mưa", "t", "Theo thông báo của Văn phòng")
    assert "Giờ: 14:00 → 15:00" in said
    deploy(deployment)
    assert subscriber.fetch() == [
        f"Tháng 5 năm 2021, cập nhật {_short(TODAY)}: đổi giờ: Hợp soát xét",
        f"Tháng 5 năm 2021, cập nhật {_short(TODAY)}: đã hủy: Lễ chào cờ",
    ]
    assert subscriber.events["b1"]["STATUS"] == "CANCELLED"
    assert int(subscriber.events["b1"]["SEQUENCE"]) == 3
    assert int(subscriber.events["b3"]["SEQUENCE"]) == 2
    assert subscriber.events["b3"]["LAST-MODIFIED"].dt.date() == TODAY

    b2 = "      - {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}\n"
    b3 = '{ma: b3, gio: "15:00", noi_dung: Hợp soát xét}'
    deployment.edit(NAME, b2, "")
    deployment.edit(
        NAME,
        f"    chieu: {b3}\n  - ngay: 5-31\n",
        f"    chieu: Họp bổ sung\n  - ngay: 5\n    sang: {b3}\n  - ngay: 6-31\n",
    )
    deployment.edit(NAME, ", trang_thai: huy", "")
    said = update(deployment, "t", "", "t", "Trùng lịch", "t", "", "t", "")
    deploy(deployment)
    titles = subscriber.fetch()
    assert {title.partition(": ")[2] for title in titles} == {
        "bỏ việc: Họp giao ban",
        "thêm việc: Họp bổ sung",
        "theo lịch trở lại: Lễ chào cờ",
        "đổi ngày, đổi buổi: Hợp soát xét",
    }
    assert len(titles) == 4
    assert subscriber.events["b2"]["STATUS"] == "CANCELLED"
    assert subscriber.events["b1"]["STATUS"] == "CONFIRMED"
    with deployment.served() as site:
        month = site.page("2021/05/")
        assert 'id="cv-b2"' in month
        assert f"Cập nhật {_short(TODAY)}: đổi giờ" in month
        assert "Đã bỏ khỏi chương trình" in month
        changes = site.page("2021/05/thay-doi/")
        assert "<del>14:00</del>" in changes
        assert "Theo thông báo của Văn phòng" in changes
        assert "Trùng lịch" in changes
        assert "cập nhật" in site.page("thay-doi/")
        assert site.get("co-quan/van-phong/2021/")[0] == 200

    published = deployment.read(NAME)
    deployment.edit(NAME, 'cho: cv-b3, truoc: {gio: "14:00"}', 'cho: cv-b3, truoc: {gio: "13:00"}')
    refused = deployment.deploy()
    assert refused.code != 0
    assert "dòng cap_nhat đã đăng bị sửa hoặc bị bỏ" in refused.said
    deployment.write(NAME, published)
    deployment.write("2021-05.dc1.yml", MAY.replace("2021-05-04,", "2021-05-11,"))
    deploy(deployment)
    assert subscriber.fetch() == ["Tháng 5 năm 2021: điều chỉnh lần 1"]
    with deployment.served() as site:
        assert "14:00" in site.page("2021/05/ban-goc/")
        assert "<del>14:00</del>" in site.page("2021/05/thay-doi/")


def _short(day: date) -> str:
    return f"{day.day:02}/{day.month:02}" if day.month <= 2 else f"{day.day:02}/{day.month}"
