"""Saving, retrying and undoing edits of the files."""

import codecs
from pathlib import Path

import pytest

from agenda.editing.items import AddItem, EditItem, read_items
from agenda.editing.outcomes import EditRefused, EditSaved
from tests.editing.offices import FILE, MAY, EditedOffice
from tests.editing.test_items import edit


def test_opening_a_month_writes_the_codes_that_its_items_lack(office: EditedOffice) -> None:
    office.write(MAY.replace("      - ma: b3\n        noi_dung:", "      - noi_dung:"))
    text = office.workspace.open(FILE)
    assert text == office.text
    (code,) = read_items(text).keys() - {"b2", "b4", "b5"}
    assert text == MAY.replace("b3", code)
    assert office.workspace.journal.entries() == ()


@pytest.mark.parametrize("times", [1, 3])
def test_a_file_that_is_held_open_is_tried_again(
    office: EditedOffice, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    left = [PermissionError(13, "held open")] * times
    really_replace = Path.replace

    def replace(aside: Path, target: Path) -> Path:
        if target == office.path and left:
            raise left.pop()
        return really_replace(aside, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert isinstance(office.workspace.save(FILE, edit("b2", gio="9h")), EditSaved)
    assert office.text == MAY.replace("08:00", "9h")


def test_a_file_that_stays_held_open_is_named_and_nothing_is_recorded(
    office: EditedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_replace = Path.replace

    def replace(aside: Path, target: Path) -> Path:
        if target == office.path:
            raise PermissionError(13, "held open")
        return really_replace(aside, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("time.sleep", lambda _: None)
    with pytest.raises(PermissionError) as caught:
        office.workspace.save(FILE, edit("b2", gio="9h"))
    assert caught.value.filename == str(office.path)
    assert office.text == MAY
    assert office.workspace.journal.entries() == ()
    assert sorted(path.name for path in office.folder.iterdir()) == [FILE, "danh-ba.yml"]


def test_a_change_just_before_the_file_is_replaced_is_not_lost(
    office: EditedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_chmod = Path.chmod
    changes = [MAY.replace("Hội thảo", "Hội nghị")]

    def chmod(path: Path, mode: int) -> None:
        if path.name.startswith(f".{FILE}") and changes:
            office.write(changes.pop())
        really_chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", chmod)
    assert isinstance(office.workspace.save(FILE, edit("b2", gio="9h")), EditSaved)
    assert office.text == MAY.replace("Hội thảo", "Hội nghị").replace("08:00", "9h")
    assert len(office.workspace.journal.entries()) == 1


def test_a_file_that_never_stays_the_same_is_refused(
    office: EditedOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_chmod = Path.chmod

    def chmod(path: Path, mode: int) -> None:
        if path.name.startswith(f".{FILE}"):
            office.write(office.text + "#\n")
        really_chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", chmod)
    outcome = office.workspace.save(FILE, edit("b2", gio="9h"))
    assert isinstance(outcome, EditRefused)
    assert outcome.problems[0].problem.kind == "file-busy"
    assert "9h" not in office.text
    assert office.workspace.journal.entries() == ()


def test_every_saved_edit_can_be_undone_from_the_last_to_the_first(office: EditedOffice) -> None:
    office.path.write_bytes(codecs.BOM_UTF8 + MAY.replace("\n", "\r\n").encode())
    states = [office.path.read_bytes()]
    for hour in ("9h", "10h", "11h"):
        base = read_items(office.workspace.read(FILE))["b2"]
        office.workspace.save(FILE, EditItem(code="b2", base=base, values={**base, "gio": hour}))
        states.append(office.path.read_bytes())
    assert [each.label for each in office.workspace.journal.entries()] == [
        "Sửa việc “Lễ chào cờ”"
    ] * 3
    for state in reversed(states[:-1]):
        assert isinstance(office.workspace.undo(), EditSaved)
        assert office.path.read_bytes() == state
    outcome = office.workspace.undo()
    assert isinstance(outcome, EditRefused)
    assert outcome.problems[0].problem.kind == "nothing-to-undo"


def test_undoing_keeps_later_edits_of_other_places(office: EditedOffice) -> None:
    office.workspace.save(FILE, edit("b2", gio="9h"))
    office.write(office.text.replace("Tập huấn", "Tập huấn phòng cháy"))
    assert isinstance(office.workspace.undo(), EditSaved)
    assert office.text == MAY.replace("Tập huấn", "Tập huấn phòng cháy")


def test_undoing_what_was_edited_again_is_refused(office: EditedOffice) -> None:
    office.workspace.save(FILE, edit("b2", gio="9h"))
    office.write(office.text.replace("gio: 9h", "gio: 10h"))
    outcome = office.workspace.undo()
    assert isinstance(outcome, EditRefused)
    assert outcome.problems[0].problem.kind == "undo-conflict"
    assert "gio: 10h" in office.text
    assert len(office.workspace.journal.entries()) == 1


def test_an_earlier_edit_is_undone_by_its_number(office: EditedOffice) -> None:
    office.workspace.save(FILE, edit("b2", gio="9h"))
    item = {"ngay": "10-12", "buoi": "ca_ngay", "noi_dung": "Họp"}
    office.workspace.save(FILE, AddItem(values=item))
    first, _ = office.workspace.journal.entries()
    assert isinstance(office.workspace.undo(first.number), EditSaved)
    assert "gio: 08:00" in office.text
    assert "noi_dung: Họp\n" in office.text


def test_a_new_file_is_undone_by_removing_it(office: EditedOffice) -> None:
    june = MAY.replace("2021-05", "2021-06")
    made = office.workspace.replace("Tạo tháng 6", {"2021-06.yml": june}, {"2021-06.yml": ""})
    assert isinstance(made, EditSaved)
    assert (office.folder / "2021-06.yml").exists()
    office.workspace.undo()
    assert not (office.folder / "2021-06.yml").exists()


def test_an_unchanged_folder_is_not_read_again(office: EditedOffice) -> None:
    first = office.workspace.load()
    assert office.workspace.load() is first
    office.write(MAY.replace("Tập huấn", "Tập luyện"))
    assert office.workspace.load() is not first
