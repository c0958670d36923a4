"""Items are edited, added, moved and removed where they stand."""

from dataclasses import replace

import pytest

from agenda.editing.action import Action
from agenda.editing.items import (
    AddItem,
    EditItem,
    PlaceItem,
    RemoveItem,
    duplicate,
    move,
    read_items,
    set_status,
)
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, Values
from agenda.model import Status
from tests.editing.offices import FILE, MAY, EditedOffice


def values(code: str, **changed: object) -> Values:
    return {**read_items(MAY)[code], **changed}  # type: ignore[dict-item]


def edit(code: str, **changed: object) -> EditItem:
    return EditItem(code=code, base=values(code), values=values(code, **changed))


AFTER_CEREMONY = MAY[MAY.index("      - ma: b3") : MAY.index("\n  - ngay: 8")]
CEREMONY = """\
      - ma: b2
        noi_dung: Lễ chào cờ
        gio: 08:00   # đúng giờ
        lanh_dao: Đ/c Văn GĐ
"""


@pytest.mark.parametrize(
    ("action", "old", "new"),
    [
        pytest.param(edit("b2", gio="9h"), "gio: 08:00   #", "gio: 9h   #", id="hour"),
        pytest.param(
            edit("b2", dia_diem="Hội trường: tầng 2"),
            "# đúng giờ\n",
            '# đúng giờ\n        dia_diem: "Hội trường: tầng 2"\n',
            id="a new key in the order of the form",
        ),
        pytest.param(
            edit("b2", lanh_dao=("Đ/c Văn GĐ", "Đ/c Hoàn PGĐ")),
            "lanh_dao: Đ/c Văn GĐ\n",
            "lanh_dao:\n          - Đ/c Văn GĐ\n          - Đ/c Hoàn PGĐ\n",
            id="a second name",
        ),
        pytest.param(
            edit("b3", lanh_dao=("Đ/c Văn = van",)),
            "noi_dung: Họp giao ban\n",
            "noi_dung: Họp giao ban\n        lanh_dao: {ten: Đ/c Văn, ma: van}\n",
            id="a name with a code",
        ),
        pytest.param(
            edit("b4", gio="14:00", ghi_chu="a, b"),
            "{ma: b4, noi_dung: Hội thảo}",
            '{ma: b4, noi_dung: Hội thảo, gio: "14:00", ghi_chu: "a, b"}',
            id="an item in braces",
        ),
        pytest.param(
            move("b2", values("b2"), "4", "toi"),
            "      # việc đầu tuần\n" + CEREMONY + AFTER_CEREMONY,
            AFTER_CEREMONY + "    toi:\n      # việc đầu tuần\n" + CEREMONY,
            id="another half-day, with the comment above",
        ),
        pytest.param(
            move("b5", values("b5"), "10-13", "ca_ngay"),
            "ngay: 10-12",
            "ngay: 10-13",
            id="a longer time",
        ),
        pytest.param(
            AddItem(values={"ngay": "8", "buoi": "sang", "noi_dung": "Trực"}),
            "  - ngay: 8-9\n    nghi: Thứ Bảy, Chủ nhật\n",
            "  - ngay: 8\n    nghi: Thứ Bảy, Chủ nhật\n    sang:\n      - ma: CODE\n"
            "        noi_dung: Trực\n\n  - ngay: 9\n    nghi: Thứ Bảy, Chủ nhật\n",
            id="a day of a labelled row",
        ),
        pytest.param(
            AddItem(values={"ngay": "5", "buoi": "sang", "noi_dung": "Họp"}),
            "\n  - ngay: 8-9",
            "\n  - ngay: 5\n    sang:\n      - ma: CODE\n        noi_dung: Họp\n\n  - ngay: 8-9",
            id="a day without a row",
        ),
        pytest.param(
            duplicate("b2", values("b2", trang_thai="huy"), None, None),
            CEREMONY,
            CEREMONY + CEREMONY.replace("b2", "CODE").replace("   # đúng giờ", ""),
            id="a copy without the status",
        ),
        pytest.param(
            PlaceItem(code="b3", beside="b2", after=False),
            "      # việc đầu tuần\n"
            + CEREMONY
            + "      - ma: b3\n        noi_dung: Họp giao ban\n",
            "      - ma: b3\n        noi_dung: Họp giao ban\n      # việc đầu tuần\n" + CEREMONY,
            id="before another",
        ),
        pytest.param(
            set_status("b3", values("b3"), Status.MOVED, "mưa: bão", "2021-05-20 chieu"),
            "noi_dung: Họp giao ban\n",
            "noi_dung: Họp giao ban\n        trang_thai: doi\n"
            '        doi_sang: 2021-05-20 chieu\n        ly_do: "mưa: bão"\n',
            id="rescheduled",
        ),
        pytest.param(
            RemoveItem(code="b5", base=values("b5")),
            MAY[MAY.index("\n  - ngay: 10-12") :],
            "",
            id="removed with its row",
        ),
    ],
)
def test_an_edit_changes_these_lines(
    office: EditedOffice, action: Action, old: str, new: str
) -> None:
    outcome = office.workspace.save(FILE, action)
    assert isinstance(outcome, EditSaved), outcome
    assert MAY.count(old) == 1
    assert office.text == MAY.replace(old, new.replace("CODE", "".join(outcome.new_codes)))


@pytest.mark.parametrize(
    ("action", "unlisted"),
    [
        (AddItem(values={"ngay": "6", "buoi": "sang", "noi_dung": "Trực"}), "[5, 7, 13-14]"),
        (AddItem(values={"ngay": "13", "buoi": "sang", "noi_dung": "Trực"}), "[5-7, 14]"),
        (move("b2", values("b2"), "14", "sang"), "[5-7, 13]"),
        (move("b5", values("b5"), "10-14", "ca_ngay"), "[5-7]"),
        (move("b2", values("b2"), "15", "sang"), "[5-7, 13-14]"),
    ],
    ids=["in a range", "at an end", "moved", "longer", "another day"],
)
def test_a_day_that_gets_an_item_is_no_longer_unlisted(
    office: EditedOffice, action: Action, unlisted: str
) -> None:
    office.write(MAY.replace("\nlich:", "\nkhong_neu: [5-7, 13-14]\nlich:"))
    assert isinstance(office.workspace.save(FILE, action), EditSaved)
    assert f"\nkhong_neu: {unlisted}\n" in office.text


def test_edits_of_different_items_merge(office: EditedOffice) -> None:
    assert isinstance(office.workspace.save(FILE, edit("b2", gio="9h")), EditSaved)
    office.write(office.text.replace("Hội thảo", "Hội thảo khoa học"))
    assert isinstance(office.workspace.save(FILE, edit("b3", gio="10h")), EditSaved)
    items = read_items(office.text)
    assert [items[code]["gio"] for code in ("b2", "b3")] == ["9h", "10h"]
    assert items["b4"]["noi_dung"] == "Hội thảo khoa học"


def test_an_edit_of_the_same_item_is_a_conflict_that_can_be_settled(office: EditedOffice) -> None:
    office.write(MAY.replace("gio: 08:00", "gio: 07:30"))
    ours = edit("b2", gio="9h")
    outcome = office.workspace.save(FILE, ours)
    assert isinstance(outcome, EditConflict)
    assert (outcome.base, outcome.ours) == (ours.base, ours.values)
    assert outcome.theirs == {**ours.base, "gio": "07:30"}
    assert office.text == MAY.replace("gio: 08:00", "gio: 07:30")
    settled = office.workspace.save(FILE, replace(ours, base=outcome.theirs))
    assert isinstance(settled, EditSaved)
    assert office.text == MAY.replace("gio: 08:00", "gio: 9h")


def test_an_edit_of_an_item_that_is_gone_is_a_conflict(office: EditedOffice) -> None:
    office.write(MAY.replace("      - ma: b3\n        noi_dung: Họp giao ban\n", ""))
    outcome = office.workspace.save(FILE, edit("b3", gio="9h"))
    assert isinstance(outcome, EditConflict)
    assert outcome.theirs is None


@pytest.mark.parametrize(
    ("action", "target", "key", "message"),
    [
        (edit("b2", gio="25h"), "cv-b2", "gio", 'giờ "25h" không phải là giờ'),
        (edit("b2", trang_thai="doi"), "cv-b2", "trang_thai", "mà không ghi đổi sang lúc nào"),
        (edit("b2", noi_dung=None), "cv-b2", "noi_dung", "thiếu khóa"),
        (edit("b2", ngay="32"), "", "ngay", "không có trong tháng 5"),
        (AddItem(values={"ngay": "4", "buoi": "sang"}), "", "noi_dung", "chưa có nội dung"),
        (AddItem(values={"ngay": "4", "noi_dung": "Họp"}), "", "buoi", "chưa có buổi"),
    ],
)
def test_an_error_is_refused_at_its_field(
    office: EditedOffice, action: Action, target: str, key: str, message: str
) -> None:
    outcome = office.workspace.save(FILE, action)
    assert isinstance(outcome, EditRefused)
    (problem,) = outcome.problems
    assert (problem.target, problem.key) == (target, key)
    assert message in problem.problem.message
    assert office.text == MAY


def test_an_error_that_was_there_does_not_stop_another_edit(office: EditedOffice) -> None:
    damaged = MAY.replace("gio: 08:00", "gio: 25h")
    office.write(damaged)
    outcome = office.workspace.save(FILE, edit("b3", gio="9h"))
    assert isinstance(outcome, EditSaved)
    assert ("cv-b2", "gio") in [(each.target, each.key) for each in outcome.problems]
    base = read_items(office.text)["b2"]
    mended = EditItem(code="b2", base=base, values={**base, "gio": "08:00"})
    assert isinstance(office.workspace.save(FILE, mended), EditSaved)
    assert "bad-time" not in [each.problem.kind for each in office.workspace.problems(FILE)]


AMENDED = """\
thang: 2021-05
pham_vi: 10-14
van_ban: {ngay_ban_hanh: 2021-05-08}
lich:
  - ngay: 10-14
    ca_ngay: {ma: d1, noi_dung: Tập huấn}
"""


def test_an_item_does_not_vanish_on_a_day_of_an_amendment(office: EditedOffice) -> None:
    (office.folder / "2021-05.dc1.yml").write_text(AMENDED, "utf-8", newline="\n")
    outcome = office.workspace.save(FILE, move("b2", values("b2"), "12", "sang"))
    assert isinstance(outcome, EditRefused)
    (problem,) = outcome.problems
    assert (problem.problem.kind, problem.key) == ("amended-day", "ngay")
    assert office.text == MAY
    for action in (edit("b2", gio="9h"), move("b3", values("b3"), "15", "sang")):
        assert isinstance(office.workspace.save(FILE, action), EditSaved)
    later = AddItem(values={"ngay": "12", "buoi": "sang", "noi_dung": "Lễ chào cờ"})
    assert isinstance(office.workspace.save("2021-05.dc1.yml", later), EditSaved)
