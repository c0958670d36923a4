"""An edit of something published asks for the reason, and is recorded in the same save."""

import re
from datetime import date
from pathlib import Path

import pytest

from agenda.editing.action import Action
from agenda.editing.corrections import SetCorrection
from agenda.editing.directory.actions import EditEntry, Rename
from agenda.editing.directory.entries import read_entries
from agenda.editing.items import (
    AddItem,
    EditItem,
    PlaceItem,
    RemoveItem,
    move,
    read_items,
    set_status,
)
from agenda.editing.months import RemoveDay, SetHeader, SetLabel, read_header
from agenda.editing.outcomes import EditRefused, EditSaved, ReasonNeeded, Values
from agenda.editing.recording import Reason
from agenda.editing.workspace import Workspace
from agenda.model import Status
from agenda.source.file_names import DIRECTORY
from tests.build.published_clone import PublishedClone

FILE = "2021-05.yml"
TODAY = date.today().isoformat()
MAY = """\
thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-01, nguoi_ky: Trần An}
trong_tam:
  - Một
lich:
  - ngay: 4
    sang:
      # việc đầu tuần
      - ma: b1
        noi_dung: Lễ chào cờ
        gio: 08:00
      - ma: b3
        noi_dung: Họp giao ban
  - {ngay: 5-9, nghi: Nghỉ}
  - ngay: 10-31
"""


class PublishedOffice(PublishedClone):
    """A published clone that is edited."""

    def __init__(self, root: Path, text: str = MAY) -> None:
        super().__init__(root)
        self.months.write(FILE, text)
        self.publish()
        self.workspace = Workspace(self.months.folder, root / "state")

    @property
    def text(self) -> str:
        return (self.months.folder / FILE).read_text("utf-8")

    def values(self, code: str) -> Values:
        return read_items(self.text)[code]

    def edit(self, code: str, **changed: object) -> EditItem:
        base = self.values(code)
        return EditItem(code=code, base=base, values={**base, **changed})  # type: ignore[dict-item]

    def save(self, action: Action, reason: Reason | None = None) -> object:
        return self.workspace.save(FILE, action, reason)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> PublishedOffice:
    return PublishedOffice(tmp_path_factory.mktemp("office"))


@pytest.fixture
def office(published: PublishedOffice) -> PublishedOffice:
    published.months.write(FILE, MAY)
    published.workspace.journal.clear()
    return published


def test_an_edit_that_a_command_published_is_not_undone(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path)
    assert isinstance(office.save(office.edit("b1", gio="09:00"), Reason()), EditSaved)
    office.publish()
    before = office.text
    refused = office.workspace.undo()
    assert isinstance(refused, EditRefused)
    assert refused.problems[0].problem.kind == "published-edit"
    assert office.text == before


def row(rest: str) -> str:
    return f"  - {{luc: {TODAY}, cho: {rest}}}\n"


def test_without_a_reason_nothing_is_written(office: PublishedOffice) -> None:
    outcome = office.save(office.edit("b1", gio="09:00"))
    assert isinstance(outcome, ReasonNeeded)
    assert [(edit.target, edit.published) for edit in outcome.edits] == [
        ("cv-b1", {"gio": "08:00"})
    ]
    assert office.text == MAY
    assert office.workspace.journal.entries() == ()


@pytest.mark.parametrize(
    ("action", "reason", "recorded"),
    [
        (
            lambda office: office.edit("b1", gio="09:00"),
            Reason(words="Theo thông báo"),
            'cv-b1, truoc: {gio: "08:00"}, vi: Theo thông báo',
        ),
        (
            lambda office: office.edit("b1", noi_dung="Chào cờ"),
            Reason(is_correction=True),
            "cv-b1, truoc: {noi_dung: Lễ chào cờ}, vi: Sửa lỗi khi nhập",
        ),
        (
            lambda office: set_status("b3", office.values("b3"), Status.CANCELLED, "Mưa"),
            Reason(),
            "cv-b3, truoc: {trang_thai: null, ly_do: null}",
        ),
        (
            lambda office: move("b3", office.values("b3"), "10-31", "sang"),
            Reason(),
            "cv-b3, truoc: {ngay: 4, thu_tu: 2}",
        ),
        (
            lambda _: AddItem(values={"ngay": "4", "buoi": "chieu", "noi_dung": "Họp"}),
            Reason(),
            "cv-CODE, truoc: null",
        ),
        (
            lambda _: SetLabel(days="5-9", base="Nghỉ", value="Nghỉ bù"),
            Reason(),
            "ngay-05, truoc: {ngay: 5-9, nghi: Nghỉ}",
        ),
        (
            lambda office: SetHeader(
                base=read_header(office.text),
                values={**read_header(office.text), "nguoi_ky": "Lê An"},
            ),
            Reason(),
            "nguoi_ky, truoc: {nguoi_ky: Trần An}",
        ),
    ],
)
def test_the_edit_and_its_record_are_one_save(
    office: PublishedOffice, action: object, reason: Reason, recorded: str
) -> None:
    outcome = office.save(action(office), reason)  # type: ignore[operator]
    assert isinstance(outcome, EditSaved), outcome
    new = recorded.replace("CODE", "".join(outcome.new_codes))
    assert office.text.endswith("cap_nhat:\n" + row(new))
    assert not office.months.compare()[1].violations
    assert isinstance(office.workspace.undo(), EditSaved)
    assert office.text == MAY


def test_a_second_edit_of_the_same_field_needs_no_second_record(office: PublishedOffice) -> None:
    office.save(office.edit("b1", gio="09:00"), Reason())
    once = office.text
    assert isinstance(office.save(office.edit("b1", gio="10:00")), EditSaved)
    assert office.text == once.replace("gio: 09:00", "gio: 10:00")
    assert not office.months.compare()[1].violations


def test_an_edit_back_to_what_is_published_removes_its_record(office: PublishedOffice) -> None:
    office.save(office.edit("b1", gio="09:00"), Reason())
    assert isinstance(office.save(office.edit("b1", gio="08:00")), EditSaved)
    assert office.text == MAY


def test_an_item_added_since_publication_can_be_removed_with_its_record(
    office: PublishedOffice,
) -> None:
    added = AddItem(values={"ngay": "4", "buoi": "chieu", "noi_dung": "Họp"})
    outcome = office.save(added, Reason())
    assert isinstance(outcome, EditSaved)
    (code,) = outcome.new_codes
    removed = office.save(RemoveItem(code=code, base=office.values(code)))
    assert isinstance(removed, EditSaved), removed
    assert code not in office.text
    assert not office.months.compare()[1].violations


def test_a_published_item_is_not_removed(office: PublishedOffice) -> None:
    outcome = office.save(RemoveItem(code="b3", base=office.values("b3")), Reason())
    assert isinstance(outcome, EditRefused)
    assert outcome.problems[0].problem.kind == "published-item"
    assert office.text == MAY


def test_what_another_program_published_is_known_at_once(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path)
    added = AddItem(values={"ngay": "4", "buoi": "chieu", "noi_dung": "Họp"})
    outcome = office.save(added, Reason())
    assert isinstance(outcome, EditSaved)
    office.publish()
    (code,) = outcome.new_codes
    removed = office.save(RemoveItem(code=code, base=office.values(code)), Reason())
    assert isinstance(removed, EditRefused)
    assert isinstance(office.save(office.edit(code, gio="9h")), ReasonNeeded)


CORRECTION = {"ngay": "4", "nguyen_van": "Lể", "sua_thanh": "Lễ", "giu_nguyen": None}


def test_what_no_record_can_tell_is_refused(tmp_path: Path) -> None:
    text = MAY + "hieu_dinh:\n  - {ngay: 4, nguyen_van: Lể, sua_thanh: Lễ}\n"
    office = PublishedOffice(tmp_path, text)
    removed = SetCorrection(base=CORRECTION, values=None)
    unlisted = RemoveDay(days="12", base=None)
    reordered = PlaceItem(code="b3", beside="b1", after=False)
    for action in (removed, unlisted, reordered):
        outcome = office.save(action, Reason())
        assert isinstance(outcome, EditRefused), action
        assert outcome.problems[0].problem.kind == "untraced-change"
    assert office.text == text
    added = SetCorrection(base=None, values={**CORRECTION, "nguyen_van": "chàocờ"})
    assert isinstance(office.save(added), EditSaved)
    assert not office.months.compare()[1].violations


def test_a_correction_that_a_command_published_is_not_undone(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path)
    added = SetCorrection(base=None, values={**CORRECTION, "nguyen_van": "chàocờ"})
    assert isinstance(office.save(added), EditSaved)
    office.publish()
    before = office.text
    refused = office.workspace.undo()
    assert isinstance(refused, EditRefused)
    assert refused.problems[0].problem.kind == "published-edit"
    assert office.text == before


PEOPLE = """\
lanh_dao:
  - {ma: hoan, ten: Hoàn, chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}}
"""


def test_the_published_page_of_a_name_keeps_its_url(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path, MAY.replace("gio: 08:00", "lanh_dao: Đ/c Hoàn PGĐ"))
    office.months.write(DIRECTORY, PEOPLE)
    office.publish()
    workspace = office.workspace
    base = read_entries(workspace.read(DIRECTORY))["hoan"].values
    rename = Rename(code="hoan", base=base, name="Nguyễn Hoàn", new_code=True)
    assert isinstance(workspace.save(DIRECTORY, rename), EditSaved)
    renamed = workspace.read(DIRECTORY)
    base = read_entries(renamed)["nguyen-hoan"].values
    forget = EditEntry(code="nguyen-hoan", base=base, values={**base, "ten_cu": None})
    refused = workspace.save(DIRECTORY, forget)
    assert isinstance(refused, EditRefused), refused
    assert refused.problems[0].problem.kind == "published-entry"
    assert not office.months.compare()[1].violations
    office.publish()
    refused = workspace.undo()
    assert isinstance(refused, EditRefused)
    assert refused.problems[0].problem.kind == "published-edit"
    assert workspace.read(DIRECTORY) == renamed


TWO_PEOPLE = """\
lanh_dao:
  - {ma: hoan, ten: Nguyễn Văn Hoàn, chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}}
  - {ma: khoa, ten: Trần Khoa, chuc_vu: {ten: Phó Giám đốc, viet_tat: PGĐ}}
"""


def test_a_published_name_does_not_become_that_of_another_person(tmp_path: Path) -> None:
    office = PublishedOffice(tmp_path, MAY.replace("gio: 08:00", "lanh_dao: Đ/c Hoàn PGĐ"))
    office.months.write(DIRECTORY, TWO_PEOPLE)
    office.publish()
    workspace = office.workspace
    text = workspace.read(DIRECTORY)
    swapped = re.sub("hoan|khoa", lambda code: {"hoan": "khoa"}.get(code[0], "hoan"), text)
    shown = {DIRECTORY: workspace.shown_digest(DIRECTORY)}
    base = read_entries(text)["hoan"].values
    outcomes = (
        workspace.replace("Sửa", {DIRECTORY: swapped}, shown),
        workspace.save(DIRECTORY, Rename(code="hoan", base=base, name="Lê Minh", new_code=False)),
    )
    for outcome in outcomes:
        assert isinstance(outcome, EditRefused), outcome
        assert outcome.problems[0].problem.kind == "published-name"
    assert workspace.read(DIRECTORY) == text
    fuller = Rename(code="hoan", base=base, name="Nguyễn Viết Hoàn", new_code=False)
    assert isinstance(workspace.save(DIRECTORY, fuller), EditSaved)
    assert not office.months.compare()[1].violations
