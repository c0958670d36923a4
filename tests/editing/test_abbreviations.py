"""Abbreviations are added, changed and removed, each in its own line."""

import pytest

from agenda.editing.directory.abbreviations import SetAbbreviation, read_abbreviations
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved
from agenda.source.file_names import DIRECTORY
from tests.editing.offices import EditedOffice
from tests.editing.test_directory import TEXT

OLD = ("NTM", "Nông thôn mới")
LINE = "  NTM: Nông thôn mới\n"
TABLES = {
    "block": "viet_tat:\n  NTM: Nông thôn mới\n",
    "flow": "viet_tat: {NTM: Nông thôn mới}\n",
    "empty": "viet_tat:\n",
    "missing": "",
}


def written(office: EditedOffice, text: str) -> EditedOffice:
    (office.folder / DIRECTORY).write_text(text, "utf-8", newline="")
    return office


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        (("NTM", "Nông thôn: mới"), '  NTM: "Nông thôn: mới"\n'),
        (("NTM 2", "Nông thôn mới"), "  NTM 2: Nông thôn mới\n"),
        (None, ""),
    ],
)
def test_an_abbreviation_changes_in_its_line(
    office: EditedOffice, new: tuple[str, str] | None, lines: str
) -> None:
    text = TEXT + "  KH&CN: Khoa học và Công nghệ  # tên ngành\n"
    written(office, text)
    outcome = office.workspace.save(DIRECTORY, SetAbbreviation(base=OLD, new=new))
    assert isinstance(outcome, EditSaved), outcome
    after = office.workspace.read(DIRECTORY)
    kept = text.replace(LINE, "")
    assert after in (text.replace(LINE, lines), kept + lines)
    assert isinstance(office.workspace.undo(), EditSaved)
    assert office.workspace.read(DIRECTORY) == text


@pytest.mark.parametrize("table", TABLES)
def test_an_abbreviation_is_added_and_removed_again(office: EditedOffice, table: str) -> None:
    start = TEXT[: TEXT.index("viet_tat:\n  NTM")] + TABLES[table]
    written(office, start)
    before = read_abbreviations(start)
    added = SetAbbreviation(base=None, new=("ĐMST", "Đổi mới sáng tạo"))
    assert isinstance(office.workspace.save(DIRECTORY, added), EditSaved)
    now = read_abbreviations(office.workspace.read(DIRECTORY))
    assert now == {**before, "ĐMST": "Đổi mới sáng tạo"}
    removed = SetAbbreviation(base=added.new, new=None)
    assert isinstance(office.workspace.save(DIRECTORY, removed), EditSaved)
    assert read_abbreviations(office.workspace.read(DIRECTORY)) == before


@pytest.mark.parametrize(
    ("base", "new"),
    [
        (None, OLD),
        (None, ("", "Nông thôn")),
        (None, ("A: b", "Nông thôn")),
        (None, ("yes", "Nông thôn")),
        (None, ("A\u202e", "Nông thôn")),
        (None, ("A", "Nông \u202ethôn")),
    ],
)
def test_what_cannot_be_an_abbreviation_is_refused(
    office: EditedOffice, base: tuple[str, str] | None, new: tuple[str, str]
) -> None:
    written(office, TEXT)
    outcome = office.workspace.save(DIRECTORY, SetAbbreviation(base=base, new=new))
    assert isinstance(outcome, EditRefused)
    assert office.workspace.read(DIRECTORY) == TEXT


def test_an_abbreviation_that_changed_elsewhere_is_a_conflict(office: EditedOffice) -> None:
    written(office, TEXT.replace("Nông thôn mới", "Nông thôn"))
    outcome = office.workspace.save(DIRECTORY, SetAbbreviation(base=OLD, new=("NTM", "X")))
    assert isinstance(outcome, EditConflict)
