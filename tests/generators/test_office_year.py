"""A year of an office: after each deploy every URL ever published answers and is true."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.generators.deployment import Deployment, clone_of, environment
from tests.generators.office_year import (
    AMENDED_AUGUST,
    AMENDED_MARCH,
    APRIL,
    FIRST_MONTHS,
    LATER_MONTHS,
    MORE_OF_APRIL,
    NAME,
    SECOND_HALF_OF_APRIL,
    WITHHELD,
    SignedAgenda,
    YearByHand,
)
from tests.generators.reader import Reader, Subscriber

pytestmark = pytest.mark.long


@pytest.fixture
def deployment(tmp_path: Path) -> Deployment:
    made = Deployment.make(tmp_path)
    YearByHand(made).write_directory()
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
    office, by_hand = Office(deployment), YearByHand(deployment)
    write = deployment.write

    # Three months are published.
    by_hand.write(FIRST_MONTHS)
    office.publish(announced=3)

    # A notice cancels an item; an hour and a word are corrected; an item is postponed.
    by_hand.obey_notice()
    office.refused("agenda update")
    office.record_changes(4)
    office.publish(announced=4)
    assert office.subscriber.summary("kt2").startswith("09/02 13:30 CANCELLED")
    assert office.subscriber.summary("hop2").startswith("08/02 09:00 CONFIRMED")
    assert "CANCELLED" in office.subscriber.summary("tap2")

    # The postponed item gets a day, then another one; the cancelled item is restored.
    by_hand.give_day_and_restore()
    office.record_changes(2)
    office.publish(announced=2)
    assert office.subscriber.summary("kt2").startswith("09/02 13:30 CONFIRMED")
    assert office.subscriber.summary("tap2").startswith("17/02 07:30 CONFIRMED")
    by_hand.give_another_day()
    office.record_changes(1)
    office.publish(announced=1)
    assert office.subscriber.summary("tap2").startswith("18/02 14:00 CONFIRMED")

    # March is amended as a whole, April published, a deputy promoted in mid-April.
    by_hand.write(AMENDED_MARCH)
    by_hand.write(APRIL)
    by_hand.promote()
    office.publish(announced=2)
    assert "CANCELLED" in office.subscriber.summary("tk3")
    assert office.subscriber.summary("hd3").startswith("16/03")
    leader = office.reader.page("lanh-dao/an/2022/")
    assert "Họp cũ" in leader
    assert "Sơ kết" in leader

    # Three documents change some days of April: days outside them stay as they were.
    by_hand.write(SECOND_HALF_OF_APRIL)
    office.publish(announced=1)
    assert "Giao ban" in office.month(4)
    assert office.subscriber.summary("gb4").startswith("05/04 07:30 CONFIRMED")
    assert office.subscriber.summary("hn4").startswith("21/04")
    assert "CANCELLED" in office.subscriber.summary("sk4")
    by_hand.write(MORE_OF_APRIL)
    office.publish(announced=2)
    april = office.month(4)
    assert "Tiếp đoàn tỉnh bạn" in april
    assert "Giao ban" in april
    assert office.subscriber.summary("hn4").startswith("22/04")
    assert "Hội nghị" in office.reader.page("2022/04/dieu-chinh-1/")

    # The rest of the year. Two units merge in July; in October a leader has left.
    by_hand.write(LATER_MONTHS)
    by_hand.merge_units()
    by_hand.replace_director()
    office.publish(announced=8)
    assert "Phòng QLKH" in office.reader.page("co-quan/phong-qlkh-va-cn/")
    assert "Giao ban" in office.reader.page("lanh-dao/binh/2022/")
    assert "Hội nghị" in office.reader.page("lanh-dao/an/2022/")

    # A misprinted day is corrected, with its record; a person and a unit get other names; a name
    # is withheld.
    by_hand.correct_misprinted_day()
    by_hand.rename()
    by_hand.withhold_name()
    office.record_changes(2)
    office.publish(announced=2)
    assert office.subscriber.summary("hop5").startswith("17/05")
    assert "Hội nghị" in office.reader.page("lanh-dao/tran-thi-an/2022/")
    assert NAME not in office.month(12)

    # The next document would print a name that was withheld.
    amended = AMENDED_AUGUST["2022-08.dc1.yml"].text()
    public = amended.replace(WITHHELD, NAME).replace("khong_neu", f"cong_khai: [{NAME}]\nkhong_neu")
    write("2022-08.dc1.yml", public)
    office.refused("không công bố")
    by_hand.write(AMENDED_AUGUST)
    office.publish(announced=1)
    assert NAME not in office.month(8)

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


def test_two_clones_in_turn_and_at_once(deployment: Deployment, tmp_path: Path) -> None:
    office = Office(deployment)
    item = "4 sang: ma: gb1, noi_dung: Giao ban"
    deployment.write("2022-01.yml", SignedAgenda(month=1, items=(item,)).text())
    office.publish(announced=1)
    other = clone_of(deployment, tmp_path / "other")

    deployment.write(
        "2022-02.yml", SignedAgenda(month=2, items=("8 sang: ma: hop2, noi_dung: Họp",)).text()
    )
    office.publish(announced=1)
    live = deployment.live()
    other.write(
        "2022-03.yml", SignedAgenda(month=3, items=("7 sang: ma: gb3, noi_dung: Giao ban",)).text()
    )
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
    deployment.write(
        "2022-04.yml", SignedAgenda(month=4, items=("5 sang: ma: gb4, noi_dung: Giao ban",)).text()
    )
    other.write(
        "2022-05.yml", SignedAgenda(month=5, items=("9 sang: ma: gb5, noi_dung: Giao ban",)).text()
    )
    with ThreadPoolExecutor() as threads:
        done = [*threads.map(Deployment.deploy, (deployment, other))]
    assert sorted(each.code == 0 for each in done) == [False, True]
    late = Reader(deployment=deployment if done[0].code else other, urls=both.reader.urls)
    late.deployment.git("pull", "--quiet", "--rebase", "origin", "main")
    late.deploy()
    assert "Giao ban" in late.page("2022/04/")
    assert "Giao ban" in late.page("2022/05/")
