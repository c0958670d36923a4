"""A year of an office: after each deploy every URL ever published answers and is true."""

import subprocess
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.generators.deployment import Deployment, environment
from tests.generators.reader import Reader, Subscriber

pytestmark = pytest.mark.long

DIRECTORY = """
lanh_dao:
  - {ma: van, ten: Đỗ Khoa Văn, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]}
  - {ma: an, ten: An, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
co_quan:
  - {ma: van-phong, ten: Văn phòng}
  - {ma: phong-tt-tk, ten: Phòng TT-TK}
  - {ma: phong-qlkh, ten: Phòng QLKH}
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
"""
PROMOTED = """\
  - ma: van
    ten: Đỗ Khoa Văn
    chuc_vu: [{ten: Giám đốc, viet_tat: GĐ, den: 2022-04-14}]
  - ma: an
    ten: An
    chuc_vu:
      - {ten: Phó Giám đốc, viet_tat: PGĐ, den: 2022-04-14}
      - {ten: Giám đốc, viet_tat: GĐ, tu: 2022-04-15}
"""
SUCCESSOR = """\
  - {ma: binh, ten: Bình, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ, tu: 2022-10-01}]}
"""


def month_text(month: int, *items: str, top: str = "", issued: str = "") -> str:
    """Return a month's file: each item as "day half-day: fields"; all other days are blank."""
    days: dict[int, dict[str, list[str]]] = {}
    for item in items:
        where, _, fields = item.partition(": ")
        day, half = where.split()
        days.setdefault(int(day), {}).setdefault(half, []).append(fields)
    rows = "".join(
        f"  - ngay: {day}\n"
        + "".join(
            f"    {half}:\n" + "".join(f"      - {{{each}}}\n" for each in listed)
            for half, listed in halves.items()
        )
        for day, halves in sorted(days.items())
    )
    return (
        f"thang: 2022-{month:02}\n{top}"
        f"van_ban: {{so: {month}/CTr, ngay_ban_hanh: {issued or f'2022-{month:02}-01'}}}\n"
        f"khong_neu: [{_other_days(month, days)}]\nlich:\n{rows}"
    )


def _other_days(month: int, listed: Collection[int]) -> str:
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return ", ".join(str(day) for day in range(1, last + 1) if day not in listed)


@pytest.fixture
def deployment(tmp_path: Path) -> Deployment:
    made = Deployment.make(tmp_path)
    made.write("danh-ba.yml", DIRECTORY)
    return made


class Office:
    """The unit that publishes, its reader and its subscriber."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.reader = Reader(deployment=deployment)
        self.subscriber = Subscriber(year=2022)

    def publish(self, announced: int, withdrawn: str = "") -> None:
        """Write codes, deploy, visit every URL; `announced` entries of the feed are new."""
        self.deployment.write_codes()
        self.reader.deploy("--strict")
        with self.deployment.served() as site:
            assert self.subscriber.fetch(site, withdrawn) == announced

    def record_changes(self, count: int) -> None:
        """Answer `agenda update`: each of `count` differences is a change without a reason."""
        done = subprocess.run(
            [str(Path(sys.executable).with_name("agenda")), "update"],
            cwd=self.deployment.folder,
            env=environment(),
            input="t\n\n" * count,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout

    def refused(self, *words: str) -> None:
        """Deploy the files as they are, which must change nothing and say these words."""
        before = self.deployment.live()
        done = self.deployment.deploy()
        assert done.code != 0, done.said
        for each in words:
            assert each in done.said, done.said
        assert self.deployment.live() == before

    def month(self, month: int) -> str:
        return self.reader.page(f"2022/{month:02}/")


def test_a_year_of_an_office(deployment: Deployment) -> None:
    office = Office(deployment)
    write, edit = deployment.write, deployment.edit

    # Three months are published.
    write("2022-01.yml", month_text(1, "4 sang: ma: gb1, noi_dung: Giao ban, lanh_dao: Đ/c Văn GĐ"))
    write(
        "2022-02.yml",
        month_text(
            2,
            "8 sang: ma: hop2, noi_dung: Họp xét duyệt, gio: 8h, chuan_bi: Phòng QLKH",
            "9 chieu: ma: kt2, noi_dung: Kiểm tra, lanh_dao: Đ/c An PGĐ",
            "10 sang: ma: tap2, noi_dung: Tập huấn",
        ),
    )
    write(
        "2022-03.yml",
        month_text(
            3,
            "7 sang: ma: gb3, noi_dung: Giao ban",
            "15 sang: ma: hd3, noi_dung: Họp Hội đồng",
            "15 chieu: ma: tk3, noi_dung: Tiếp khách",
        ),
    )
    office.publish(announced=3)

    # A notice cancels an item; an hour is corrected; an item is postponed.
    edit("2022-02.yml", "noi_dung: Kiểm tra,", "noi_dung: Kiểm tra, trang_thai: huy, ly_do: Mưa,")
    edit("2022-02.yml", "gio: 8h", "gio: 9h")
    edit("2022-02.yml", "noi_dung: Tập huấn", "noi_dung: Tập huấn, trang_thai: hoan")
    office.refused("agenda update")
    office.record_changes(3)
    office.publish(announced=3)
    assert office.subscriber.summary("kt2").startswith("09/02 13:30 CANCELLED")
    assert office.subscriber.summary("hop2").startswith("08/02 09:00 CONFIRMED")
    assert "CANCELLED" in office.subscriber.summary("tap2")

    # The postponed item gets a day, then another one; the cancelled item is restored.
    edit("2022-02.yml", "trang_thai: hoan", "trang_thai: doi, doi_sang: 2022-02-17 sang")
    edit("2022-02.yml", "trang_thai: huy, ly_do: Mưa,", "")
    office.record_changes(2)
    office.publish(announced=2)
    assert office.subscriber.summary("kt2").startswith("09/02 13:30 CONFIRMED")
    assert office.subscriber.summary("tap2").startswith("17/02 07:30 CONFIRMED")
    edit("2022-02.yml", "2022-02-17 sang", '"2022-02-18 14:00-16:00"')
    office.record_changes(1)
    office.publish(announced=1)
    assert office.subscriber.summary("tap2").startswith("18/02 14:00 CONFIRMED")

    # March is amended as a whole, April published, a deputy promoted in mid-April.
    write(
        "2022-03.dc1.yml",
        month_text(
            3,
            "7 sang: noi_dung: Giao ban",
            "16 sang: noi_dung: Họp Hội đồng",
            issued="2022-03-10",
        ),
    )
    write(
        "2022-04.yml",
        month_text(
            4,
            "5 sang: ma: gb4, noi_dung: Giao ban, lanh_dao: Đ/c Văn GĐ",
            "14 sang: ma: hc4, noi_dung: Họp cũ, lanh_dao: Đ/c An PGĐ",
            "20 sang: ma: hn4, noi_dung: Hội nghị, lanh_dao: Đ/c An GĐ",
            "28 chieu: ma: sk4, noi_dung: Sơ kết, lanh_dao: Đ/c An GĐ",
        ),
    )
    start, end = DIRECTORY.index("  - {ma: van,"), DIRECTORY.index("co_quan:")
    edit("danh-ba.yml", DIRECTORY[start:end], PROMOTED)
    office.publish(announced=2)
    assert "CANCELLED" in office.subscriber.summary("tk3")
    assert office.subscriber.summary("hd3").startswith("16/03")
    leader = office.reader.page("lanh-dao/an/2022/")
    assert "Họp cũ" in leader
    assert "Sơ kết" in leader

    # Three documents change some days of April: days outside them stay as they were.
    write(
        "2022-04.dc1.yml",
        month_text(
            4,
            "21 sang: noi_dung: Hội nghị, lanh_dao: Đ/c An GĐ",
            top="pham_vi: 14-30\n",
            issued="2022-04-12",
        ).replace(_khong_neu(4, 21), _khong_neu(4, 21, first=14)),
    )
    office.publish(announced=1)
    assert "Giao ban" in office.month(4)
    assert office.subscriber.summary("gb4").startswith("05/04 07:30 CONFIRMED")
    assert office.subscriber.summary("hn4").startswith("21/04")
    assert "CANCELLED" in office.subscriber.summary("sk4")
    write(
        "2022-04.dc2.yml",
        "thang: 2022-04\nbo_sung: true\nvan_ban: {so: 9/CTr, ngay_ban_hanh: 2022-04-04}\n"
        "lich: [{ngay: 5, chieu: [{noi_dung: Tiếp đoàn tỉnh bạn}]}]\n",
    )
    write(
        "2022-04.dc3.yml",
        "thang: 2022-04\npham_vi: [20-22]\nvan_ban: {so: 10/CTr, ngay_ban_hanh: 2022-04-18}\n"
        "khong_neu: [20, 21]\n"
        "lich: [{ngay: 22, sang: [{noi_dung: Hội nghị, lanh_dao: Đ/c An GĐ}]}]\n",
    )
    office.publish(announced=2)
    april = office.month(4)
    assert "Tiếp đoàn tỉnh bạn" in april
    assert "Giao ban" in april
    assert office.subscriber.summary("hn4").startswith("22/04")
    assert "Hội nghị" in office.reader.page("2022/04/dieu-chinh-1/")

    # The rest of the year. Two units merge in July; in October a leader has left.
    for month in range(5, 13):
        write(
            f"2022-{month:02}.yml",
            month_text(
                month,
                f"11 sang: ma: gb{month}, noi_dung: Giao ban, lanh_dao: "
                + ("Đ/c An GĐ" if month < 10 else "Đ/c Bình GĐ"),
                f"12 chieu: ma: hop{month}, noi_dung: Họp chuyên đề, chuan_bi: "
                + ("Phòng QLKH" if month < 7 else "Phòng QLKH và CN"),
                f'13 sang: ma: dan{month}, noi_dung: "Tiếp công dân [không công bố]"',
            ),
        )
    edit(
        "danh-ba.yml",
        "  - {ma: phong-qlkh, ten: Phòng QLKH}\n",
        "  - {ma: phong-qlkh, ten: Phòng QLKH, den: 2022-06-30}\n"
        "  - {ma: phong-qlkh-cn, ten: Phòng QLKH và CN, tu: 2022-07-01, "
        "tien_than: [phong-qlkh, phong-tt-tk]}\n",
    )
    edit("danh-ba.yml", "tu: 2022-04-15}", "tu: 2022-04-15, den: 2022-09-30}")
    edit("danh-ba.yml", "co_quan:", f"{SUCCESSOR}co_quan:")
    office.publish(announced=8)
    assert "Phòng QLKH" in office.reader.page("co-quan/phong-qlkh-cn/")
    assert "Giao ban" in office.reader.page("lanh-dao/binh/2022/")
    assert "Hội nghị" in office.reader.page("lanh-dao/an/2022/")

    # A misprinted day is corrected, with its record.
    edit("2022-05.yml", " 17,", "")
    edit("2022-05.yml", "khong_neu: [", "khong_neu: [12, ")
    edit("2022-05.yml", "ngay: 12\n", "ngay: 17\n")
    correction = "{ngay: 17, nguyen_van: Họp chuyên đề, giu_nguyen: Văn bản in ngày 12}"
    edit("2022-05.yml", "khong_neu:", f"hieu_dinh: [{correction}]\nkhong_neu:")
    office.record_changes(1)
    office.publish(announced=1)
    assert office.subscriber.summary("hop5").startswith("17/05")

    # The next document would print a name that was withheld.
    amended = month_text(8, '13 sang: noi_dung: "Tiếp công dân Nguyễn Văn Bê"', issued="2022-08-10")
    write("2022-08.dc1.yml", amended.replace("khong_neu", "cong_khai: [Nguyễn Văn Bê]\nkhong_neu"))
    office.refused("không công bố")
    write("2022-08.dc1.yml", amended.replace("Nguyễn Văn Bê", "[không công bố]"))
    office.publish(announced=1)
    assert "Nguyễn Văn Bê" not in office.month(8)

    # A month is deleted and a file renamed by mistake.
    text = deployment.read("2022-09.yml")
    (deployment.folder / "agendas/2022-09.yml").unlink()
    office.refused("/2022/09/")
    write("2022-09.yml", text)
    folder = deployment.folder / "agendas"
    (folder / "2022-08.dc1.yml").rename(folder / "2022-08.dc2.yml")
    office.refused("2022-08.dc2.yml")
    (folder / "2022-08.dc2.yml").rename(folder / "2022-08.dc1.yml")
    office.publish(announced=0)

    # An item is withdrawn with a declaration, comes back, and is lost again.
    text = deployment.read("2022-10.yml")
    lost = "".join(line for line in text.splitlines(True) if "ma: hop10" not in line)
    lost = lost.replace("    chieu:\n", "")
    write("2022-10.yml", lost)
    office.refused("/2022/10/#cv-hop10")
    write(
        "da-go.yml",
        "da_go:\n- dia_chi: [/2022/10/#cv-hop10, /2022/10/]\n  ngay: 2022-10-20\n"
        "  ly_do: Đăng nhầm\n",
    )
    office.publish(announced=0, withdrawn="hop10")
    assert "Đăng nhầm" in office.month(10)
    write("2022-10.yml", text)
    office.record_changes(1)
    office.publish(announced=1)
    write("2022-10.yml", lost)
    office.refused("/2022/10/#cv-hop10")
    write("2022-10.yml", text)


def _khong_neu(month: int, *listed: int, first: int = 1) -> str:
    days = _other_days(month, dict.fromkeys([*listed, *range(1, first)]))
    return f"khong_neu: [{days}]"


def test_two_clones_in_turn_and_at_once(deployment: Deployment, tmp_path: Path) -> None:
    office = Office(deployment)
    item = "4 sang: ma: gb1, noi_dung: Giao ban"
    deployment.write("2022-01.yml", month_text(1, item))
    office.publish(announced=1)
    other = clone_of(deployment, tmp_path / "other")

    deployment.write("2022-02.yml", month_text(2, "8 sang: ma: hop2, noi_dung: Họp"))
    office.publish(announced=1)
    live = deployment.live()
    other.write("2022-03.yml", month_text(3, "7 sang: ma: gb3, noi_dung: Giao ban"))
    behind = other.deploy()
    assert behind.code != 0
    assert "git pull" in behind.said
    assert deployment.live() == live

    other.git("pull", "--quiet", "--rebase")
    both = Office(other)
    both.reader.urls |= office.reader.urls
    both.subscriber = office.subscriber
    both.publish(announced=1)
    assert "Họp" in both.month(2)

    deployment.git("pull", "--quiet", "--rebase", "origin", "main")
    deployment.write("2022-04.yml", month_text(4, "5 sang: ma: gb4, noi_dung: Giao ban"))
    other.write("2022-05.yml", month_text(5, "9 sang: ma: gb5, noi_dung: Giao ban"))
    with ThreadPoolExecutor() as threads:
        done = [*threads.map(Deployment.deploy, (deployment, other))]
    assert sorted(each.code == 0 for each in done) == [False, True]
    late = Reader(deployment=deployment if done[0].code else other, urls=both.reader.urls)
    late.deployment.git("pull", "--quiet", "--rebase", "origin", "main")
    late.deploy()
    assert "Giao ban" in late.page("2022/04/")
    assert "Giao ban" in late.page("2022/05/")


def clone_of(deployment: Deployment, root: Path) -> Deployment:
    """Return a second clerk's clone of the same remote."""
    root.mkdir()
    subprocess.run(
        ["git", "clone", "--quiet", str(deployment.remote), str(root / "clone")],
        env=environment(),
        check=True,
    )
    clone = Deployment(folder=root / "clone", remote=deployment.remote)
    clone.git("config", "user.name", "Người thứ hai")
    clone.git("config", "user.email", "hai@example.invalid")
    return clone
