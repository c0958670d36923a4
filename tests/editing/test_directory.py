"""People, units and groups are promoted, leave, get new names and merge."""

import pytest

from agenda.editing.action import Action
from agenda.editing.directory.actions import (
    AddEntry,
    EditEntry,
    Leave,
    MergeUnits,
    Promote,
    Rename,
)
from agenda.editing.directory.entries import entry_fields, read_entries
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, Values
from agenda.source.file_names import DIRECTORY
from tests.editing.offices import EditedOffice

TEXT = """\
# Chỉ ghi những gì văn bản thể hiện.
lanh_dao:
  - ma: van      # giám đốc
    ten: Đỗ Khoa Văn
    chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]
  - {ma: hoan, ten: Hoàn, chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}}

  - ma: binh
    ten: Bình
    chuc_vu: Phó Giám đốc   # như bản in
  - ma: trong
    ten: Trọng
    chuc_vu:
      - ten: Phó Giám đốc
        viet_tat: PGĐ
        tu: 2020-01

co_quan:
  - ma: phong-a
    ten: Phòng A
    viet_tat: [A]   # trong bảng
  - ma: phong-b
    ten: Phòng B
    tu: 2019-01
nhom:
  - {ma: ldd, ten: Lãnh đạo Sở}
viet_tat:
  NTM: Nông thôn mới
"""


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> EditedOffice:
    office = EditedOffice(tmp_path_factory.mktemp("office"))
    (office.folder / DIRECTORY).write_text(TEXT, "utf-8", newline="")
    return office


def base(code: str) -> Values:
    return read_entries(TEXT)[code].values


def merge(since: str = "2021-06") -> MergeUnits:
    return MergeUnits(
        codes=("phong-a", "phong-b"),
        bases={code: base(code) for code in ("phong-a", "phong-b")},
        name="Phòng C",
        abbreviations=(),
        since=since,
    )


def promote(code: str, since: str = "2021-06", title: str = "Giám đốc") -> Promote:
    return Promote(code=code, base=base(code), title=title, abbreviation="GĐ", since=since)


@pytest.mark.parametrize(
    ("action", "old", "new"),
    [
        pytest.param(
            promote("hoan"),
            "{ten: Phó Giám đốc, viet_tat: PGĐ}}",
            "[{ten: Phó Giám đốc, viet_tat: PGĐ, den: 2021-05}, "
            "{ten: Giám đốc, viet_tat: GĐ, tu: 2021-06}]}",
            id="promotion in braces",
        ),
        pytest.param(
            promote("binh", "2021-06-15"),
            "    chuc_vu: Phó Giám đốc   # như bản in\n",
            "    chuc_vu: [{ten: Phó Giám đốc, den: 2021-06-14}, "
            "{ten: Giám đốc, viet_tat: GĐ, tu: 2021-06-15}]   # như bản in\n",
            id="promotion from a title that is plain text",
        ),
        pytest.param(
            promote("trong"),
            "        tu: 2020-01\n",
            "        tu: 2020-01\n        den: 2021-05\n"
            "      - ten: Giám đốc\n        viet_tat: GĐ\n        tu: 2021-06\n",
            id="promotion in block style",
        ),
        pytest.param(
            Leave(code="van", base=base("van"), until="2021-07"),
            "viet_tat: GĐ}]",
            "viet_tat: GĐ, den: 2021-07}]",
            id="departure",
        ),
        pytest.param(
            Leave(code="phong-b", base=base("phong-b"), until="2021-07-15"),
            "    tu: 2019-01\n",
            "    tu: 2019-01\n    den: 2021-07-15\n",
            id="a unit that ends",
        ),
        pytest.param(
            AddEntry(
                section="lanh_dao",
                values={
                    "ten": "Lê: An",
                    "chuc_vu/1/ten": "Phó Giám đốc",
                    "chuc_vu/1/tu": "2021-06",
                },
            ),
            "        tu: 2020-01\n",
            '        tu: 2020-01\n  - ma: le-an\n    ten: "Lê: An"\n    chuc_vu:\n'
            "      - ten: Phó Giám đốc\n        tu: 2021-06\n",
            id="a new person",
        ),
        pytest.param(
            AddEntry(section="nhom", values={"ten": "Hội đồng", "viet_tat": ("HĐ",)}),
            "{ma: ldd, ten: Lãnh đạo Sở}\n",
            "{ma: ldd, ten: Lãnh đạo Sở}\n  - {ma: hoi-dong, ten: Hội đồng, viet_tat: [HĐ]}\n",
            id="a new group in braces",
        ),
        pytest.param(
            Rename(code="hoan", base=base("hoan"), name="Nguyễn Huy Hoàn", new_code=True),
            "{ma: hoan, ten: Hoàn,",
            "{ma: nguyen-huy-hoan, ten: Nguyễn Huy Hoàn, ten_cu: [hoan],",
            id="a full name with a new code",
        ),
        pytest.param(
            Rename(code="binh", base=base("binh"), name="Lê Bình", new_code=False),
            "ten: Bình",
            "ten: Lê Bình",
            id="a full name with the same code",
        ),
        pytest.param(
            merge(),
            TEXT[TEXT.index("    viet_tat: [A]") : TEXT.index("nhom:")],
            "    viet_tat: [A]   # trong bảng\n    den: 2021-05\n"
            "  - ma: phong-b\n    ten: Phòng B\n    tu: 2019-01\n    den: 2021-05\n"
            "  - ma: phong-c\n    ten: Phòng C\n    tu: 2021-06\n"
            "    tien_than:\n      - phong-a\n      - phong-b\n",
            id="two units merged",
        ),
        pytest.param(
            EditEntry(
                code="phong-a",
                base=base("phong-a"),
                values={**base("phong-a"), "viet_tat": ("A", "P. A")},
            ),
            "[A]   #",
            "[A, P. A]   #",
            id="another abbreviation",
        ),
        pytest.param(
            EditEntry(
                code="trong",
                base=base("trong"),
                values={**base("trong"), "chuc_vu/1/tu": "2020-02"},
            ),
            "tu: 2020-01",
            "tu: 2020-02",
            id="the start of a title",
        ),
    ],
)
def test_an_edit_changes_these_lines(
    office: EditedOffice, action: Action, old: str, new: str
) -> None:
    outcome = office.workspace.save(DIRECTORY, action)
    assert isinstance(outcome, EditSaved), outcome
    assert TEXT.count(old) == 1
    assert (office.folder / DIRECTORY).read_text("utf-8") == TEXT.replace(old, new)
    assert isinstance(office.workspace.undo(), EditSaved)
    assert (office.folder / DIRECTORY).read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (promote("trong", "2019-05"), "đứng trước"),
        (promote("trong", "tháng sau"), "không phải là tháng hay ngày"),
        (Leave(code="ldd", base=base("ldd"), until="2021-05"), "nhóm không có thời hạn"),
        (AddEntry(section="nhom", values={"ten": "lanh dao so"}), "bỏ dấu trùng"),
        (AddEntry(section="nhom", values={}), "chưa có tên"),
        (AddEntry(section="nhom", values={"ten": "Nhóm \u202eA"}), "có ký tự ẩn U+202E"),
        (AddEntry(section="nhom", values={"ten": "Nhóm \x07A"}), "có ký tự điều khiển U+0007"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(
    office: EditedOffice, action: Action, message: str
) -> None:
    outcome = office.workspace.save(DIRECTORY, action)
    assert isinstance(outcome, EditRefused)
    assert message in outcome.problems[0].problem.message
    assert (office.folder / DIRECTORY).read_text("utf-8") == TEXT


def test_an_entry_that_another_changed_is_a_conflict(office: EditedOffice) -> None:
    (office.folder / DIRECTORY).write_text(TEXT.replace("ten: Trọng", "ten: Lê Trọng"), "utf-8")
    outcome = office.workspace.save(DIRECTORY, promote("trong"))
    assert isinstance(outcome, EditConflict)
    assert outcome.theirs is not None
    assert outcome.theirs["ten"] == "Lê Trọng"


def test_months_and_units_that_name_a_former_code_keep_working(office: EditedOffice) -> None:
    text = office.text.replace("lanh_dao: Đ/c Văn GĐ", "lanh_dao: {ten: Đ/c Văn, ma: van}")
    office.write(text)
    rename = Rename(code="van", base=base("van"), name="Đỗ Khoa Văn Minh", new_code=True)
    assert isinstance(office.workspace.save(DIRECTORY, rename), EditSaved)
    reading = office.workspace.load()
    assert not [each for each in reading.problems if each.kind == "unknown-party-code"]
    (item,) = (each for each in reading.agenda.items if each.text == "Lễ chào cờ")
    assert [entry.code for entry in item.entries()] == ["do-khoa-van-minh"]
    assert office.text == text

    office.workspace.save(DIRECTORY, merge())
    again = read_entries(office.workspace.read(DIRECTORY))["phong-a"]
    renamed = Rename(code="phong-a", base=again.values, name="Phòng Anh", new_code=True)
    assert isinstance(office.workspace.save(DIRECTORY, renamed), EditSaved)
    (merged,) = (each for each in office.workspace.load().agenda.directory.units if not each.until)
    assert merged.predecessors == ("phong-anh", "phong-b")


def test_a_form_shows_the_titles_of_a_person(office: EditedOffice) -> None:
    directory = office.workspace.load().agenda.directory
    fields = entry_fields(read_entries(TEXT)["trong"], directory)
    assert {field.key: field.value for field in fields if field.value} == {
        "ten": "Trọng",
        "chuc_vu/1/ten": "Phó Giám đốc",
        "chuc_vu/1/viet_tat": "PGĐ",
        "chuc_vu/1/tu": "2020-01",
    }
