"""The examples in the guides work: files are read, commands exist."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agenda.cli import agenda as command
from agenda.cli import main
from agenda.exports.table_columns import ATTENDANCE_COLUMNS, ITEM_COLUMNS
from agenda.generators.mkdocs.options import AgendaConfig
from agenda.history.identity import identify
from agenda.model import Severity
from agenda.source.folder import load_agenda
from tests.exports.settings import exported_files
from tests.project import MAY_2021, REPOSITORY

GUIDES = [*sorted((REPOSITORY / "docs").rglob("*.md")), REPOSITORY / "README.md"]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[tuple[str, str]]:
    """Return every fenced block of a language with the name of its page."""
    return [
        (path.name, body)
        for path in GUIDES
        for found, body in _BLOCK.findall(path.read_text(encoding="utf-8"))
        if found == language
    ]


def folder_with(tmp_path: Path, text: str) -> Path:
    """Write the real directory of names and a guide's example as the file that it shows."""
    folder = tmp_path / "agendas"
    folder.mkdir()
    month = re.search(r"^thang: (\S+)", text, re.MULTILINE)
    if month is not None:
        shutil.copy(MAY_2021 / "danh-ba.yml", folder)
    if month is not None and re.search(r"^(?:pham_vi|bo_sung):", text, re.MULTILINE):
        issued = f"van_ban: {{ngay_ban_hanh: {month[1]}-01}}"
        first = f"thang: {month[1]}\n{issued}\nlich: [{{ngay: 1}}]\n"
        (folder / f"{month[1]}.yml").write_text(first, encoding="utf-8")
        (folder / f"{month[1]}.dc1.yml").write_text(text, encoding="utf-8")
        return folder
    others = "da-go.yml" if text.startswith("da_go:") else "danh-ba.yml"
    name = f"{month[1]}.yml" if month else others
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", [text for _, text in blocks("yaml")])
def test_every_file_shown_in_a_guide_is_read_without_an_error(text: str, tmp_path: Path) -> None:
    reading = load_agenda(folder_with(tmp_path, text))
    # An example is not a whole month, and may show a comment of an import.
    tolerated = {"unlisted-day", "missing-code", "review-comment"}
    assert [
        str(problem)
        for problem in reading.problems
        if problem.severity is not Severity.NOTE and problem.kind not in tolerated
    ] == []


def test_no_block_of_code_on_a_published_page_is_indented() -> None:
    """Python-Markdown reads a fence within a list as words of a sentence."""
    published = [path for path in GUIDES if not {"phat-trien", "README.md"} & {*path.parts}]
    assert published
    indented = re.compile(r"^ +```", re.MULTILINE)
    assert [path for path in published if indented.search(path.read_text("utf-8"))] == []


def test_every_agenda_command_in_a_guide_exists() -> None:
    lines = [line for _, body in blocks("console") for line in body.splitlines()]
    shown = {words[1] for words in map(str.split, lines) if words and words[0] == "agenda"}
    assert shown
    assert shown <= set(command.commands)


def test_the_guide_shows_the_message_that_is_really_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (page, example), *_ = [(page, body) for page, body in blocks("yaml") if "gio: 08:00" in body]
    (_, shown) = next((name, body) for name, body in blocks("text") if name == page)
    folder = folder_with(tmp_path, example.replace("08:00", "8h3x"))
    main(["check", str(folder / "2021-06.yml")])
    printed = capsys.readouterr().out.splitlines()
    found = next(number for number, line in enumerate(printed) if "8h3x" in line)
    assert printed[found : found + 3] == shown.rstrip().splitlines()


@pytest.mark.parametrize("text", [text for page, text in blocks("python") if page == "index.md"])
def test_every_program_shown_beside_the_open_data_works(text: str, tmp_path: Path) -> None:
    known = identify(load_agenda(MAY_2021).agenda).agenda
    for url, asset in exported_files(known).items():
        if url.startswith("du-lieu/"):
            (tmp_path / url.removeprefix("du-lieu/")).write_bytes(asset.content)
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", text],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    said = run.stdout.splitlines()
    assert said[0] in ("Đỗ Khoa Văn: 6 việc", "sang Lễ chào cờ – CBCCVC Sở")
    assert len(said) == 4


def test_the_page_of_the_open_data_tells_the_meaning_of_every_column() -> None:
    page = (REPOSITORY / "docs/du-lieu/index.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE)
    own = [column for column in ATTENDANCE_COLUMNS if column not in ITEM_COLUMNS]
    assert told == [(column.name, column.about) for column in (*ITEM_COLUMNS, *own)]


def test_the_guide_names_every_option_of_the_plugin_but_those_of_folders() -> None:
    guide = (REPOSITORY / "docs/huong-dan/dang-lich.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \|", guide.partition("## Các lựa chọn")[2], re.MULTILINE)
    options = [name for name, _ in AgendaConfig._schema]
    assert told == [name for name in options if name not in ("agendas", "ledger")]
