"""`agenda update` asks what every difference from the live site is, and writes the answer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.build.published_clone import PublishedClone
from tests.cli.conftest import Agenda, Run

TODAY = date.today().isoformat()
MAY = """# ghi chú đầu tệp
thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-01, nguoi_ky: Trần An}
trong_tam:
  - Một   # đoạn đầu
  - Hai
lich:
  - ngay: 4   # ngày chào cờ
    sang:
      # việc đầu tuần
      - ma: b1
        noi_dung: Lễ chào cờ
        gio: 08:00   # đúng giờ
        lanh_dao: [Đ/c An, Đ/c Minh]
      - {ma: b2, noi_dung: Tiếp công dân Nguyễn Văn Ba}
      - ma: b3
        noi_dung: Họp giao ban
    chieu: {ma: b4, noi_dung: Hội thảo}
  - {ngay: 5-9, nghi: Nghỉ}
  - {ngay: 10, sang: [{ma: b5, noi_dung: Họp chi bộ}]}
  - ngay: 11-31
cong_khai: [Nguyễn Văn Ba]
"""


class Office(PublishedClone):
    """A clone in which the command is run."""

    def __init__(self, root: Path, run: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(root)
        self._run = run
        self._monkeypatch = monkeypatch
        monkeypatch.chdir(root / "clone")

    def update(self, *answers: str) -> Run:
        source = iter(answers)

        def answer(_: object = None) -> str:
            return next(source)

        self._monkeypatch.setattr("click.termui.visible_prompt_func", answer)
        run = self._run("update")
        assert next(source, None) is None, run.out
        return run

    @property
    def text(self) -> str:
        return (self.months.folder / "2021-05.yml").read_text("utf-8")


@pytest.fixture
def office(tmp_path: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch) -> Office:
    office = Office(tmp_path, agenda, monkeypatch)
    office.months.write("2021-05.yml", MAY)
    office.publish()
    return office


def row(rest: str) -> str:
    return f"  - {{luc: {TODAY}, cho: {rest}}}\n"


Change = Callable[[Office], None]


def edit(old: str, new: str) -> Change:
    return lambda office: office.months.edit(old, new)


B2 = "      - {ma: b2, noi_dung: Tiếp công dân Nguyễn Văn Ba}\n"
B5 = "[{ma: b5, noi_dung: Họp chi bộ}]"
CHANGES = {
    "hour": (edit("gio: 08:00 ", "gio: 09:00 "), 'cv-b1, truoc: {gio: "08:00"}'),
    "no hour": (
        edit("        gio: 08:00   # đúng giờ\n", ""),
        'cv-b1, truoc: {gio: "08:00"}',
    ),
    "status": (
        edit("noi_dung: Hội thảo", "noi_dung: Hội thảo, trang_thai: huy, ly_do: Mưa"),
        "cv-b4, truoc: {trang_thai: null, ly_do: null}",
    ),
    "leaders": (
        edit("[Đ/c An, Đ/c Minh]", "Đ/c Bình"),
        'cv-b1, truoc: {lanh_dao: ["Đ/c An", "Đ/c Minh"]}'.replace('"', ""),
    ),
    "removed": (
        edit(B2, ""),
        "cv-b2, truoc: {ngay: 4, buoi: sang, noi_dung: Tiếp công dân Nguyễn Văn Ba, thu_tu: 2}",
    ),
    "removed alone": (
        edit(f", sang: {B5}", ""),
        "cv-b5, truoc: {ngay: 10, buoi: sang, noi_dung: Họp chi bộ}",
    ),
    "withheld": (
        edit("Tiếp công dân Nguyễn Văn Ba", '"Tiếp công dân [không công bố]"'),
        'cv-b2, truoc: {noi_dung: "[không công bố]"}',
    ),
    "label": (edit("nghi: Nghỉ", "nghi: Nghỉ bù"), "ngay-05, truoc: {ngay: 5-9, nghi: Nghỉ}"),
    "paragraph": (edit("- Hai", "- Ba"), "trong-tam-2, truoc: {noi_dung: Hai}"),
    "focus": (edit("  - Hai\n", ""), "trong_tam, truoc: {trong_tam: [Một, Hai]}"),
    "signer": (edit("Trần An", "Trần Ân"), "nguoi_ky, truoc: {nguoi_ky: Trần An}"),
    "caveat": (edit("trong_tam:", "luu_y: Có thể đổi\ntrong_tam:"), "luu_y, truoc: {luu_y: null}"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "written"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_recorded_and_a_mistake_is_restored(
    office: Office, change: Change, written: str
) -> None:
    change(office)
    changed = office.text
    run = office.update("t", "Theo thông báo")
    assert run.status == 0, run.err
    recorded = row(f"{written}, vi: Theo thông báo")
    assert office.text == f"{changed}cap_nhat:\n{recorded}"
    assert not office.months.compare()[1].violations
    office.months.write("2021-05.yml", changed)
    run = office.update("k")
    assert run.status == 0, run.err + run.out
    assert not office.months.compare()[1].violations
    assert office.update().status == 0
    assert {"# ngày chào cờ", "# việc đầu tuần"} <= {
        "# " + each.partition("# ")[2] for each in office.text.split("\n")
    }


def test_an_item_is_moved_and_moved_back(office: Office) -> None:
    office.months.edit(B2, "")
    office.months.edit(B5, f"{B5[:-1]}, {B2.strip().removeprefix('- ')}]")
    moved = office.text
    assert office.update("t", "").status == 0
    assert row("cv-b2, truoc: {ngay: 4, thu_tu: 2}") in office.text
    office.months.write("2021-05.yml", moved)
    assert office.update("k").status == 0
    in_block = "      - ma: b2\n        noi_dung: Tiếp công dân Nguyễn Văn Ba\n"
    assert office.text == MAY.replace(B2, in_block)


def test_an_added_item_is_recorded_under_its_new_code_or_removed(office: Office) -> None:
    office.months.edit(B2, B2 + "      - noi_dung: Việc bổ sung\n")
    run = office.update("t", "")
    assert run.status == 0, run.err
    (code,) = (
        line.split()[-1]
        for line in office.text.splitlines()
        if line.startswith("      - ma: ") and line.split()[-1] not in ("b1", "b3")
    )
    assert row(f"cv-{code}, truoc: null") in office.text
    office.months.edit(f"cap_nhat:\n{row(f'cv-{code}, truoc: null')}", "")
    assert office.update("k").status == 0
    assert office.text == MAY


def test_further_changes_follow_those_of_before(office: Office) -> None:
    office.months.edit("gio: 08:00 ", "gio: 09:00 ")
    office.update("t", "")
    office.publish()
    office.months.edit("gio: 09:00 ", "gio: 10:00 ")
    office.months.edit("Hội thảo", "Hội nghị")
    run = office.update("t", "", "b")
    assert run.status == 1
    assert "Còn 1 chỗ khác" in run.err
    assert office.text.endswith(
        "cap_nhat:\n" + row('cv-b1, truoc: {gio: "08:00"}') + row('cv-b1, truoc: {gio: "09:00"}')
    )


def test_swapped_codes_can_only_be_restored(office: Office) -> None:
    for old, new in (("ma: b3", "ma: x"), ("ma: b4", "ma: b3"), ("ma: x", "ma: b4")):
        office.months.edit(old, new)
    run = office.update("k", "k")
    assert "Mã của việc này đã đổi chỗ với b4" in run.out
    assert "thay đổi thật" not in run.out
    assert run.status == 0, run.err
    assert not office.months.compare()[1].violations


def test_nothing_is_written_without_the_live_site(office: Office, tmp_path: Path) -> None:
    office.months.edit("gio: 08:00 ", "gio: 09:00 ")
    before = office.text
    (tmp_path / "remote.git").rename(tmp_path / "away.git")
    run = office.update()
    assert run.status == 1
    assert "Chưa ghi gì. Không biết trang đang đăng" in run.err
    assert office.text == before


def test_nothing_is_written_before_the_first_deploy(
    tmp_path: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path, agenda, monkeypatch)
    office.months.write("2021-05.yml", MAY.replace("ma: b3\n        ", ""))
    before = office.text
    run = office.update()
    assert "Chưa ghi gì. Không có dữ liệu của trang đang đăng" in run.err
    assert office.text == before
