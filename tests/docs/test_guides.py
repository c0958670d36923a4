"""What the guides show must work: their files are read, their commands exist."""

import re
import shutil
from pathlib import Path

import pytest

from agenda.cli import agenda as command
from agenda.model import Severity
from agenda.source.folder import load_agenda

ROOT = Path(__file__).parents[2]
GUIDES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[tuple[str, str]]:
    """Every fenced block of a language, with the name of its page."""
    return [
        (path.name, body)
        for path in GUIDES
        for found, body in _BLOCK.findall(path.read_text(encoding="utf-8"))
        if found == language
    ]


def folder_with(tmp_path: Path, text: str) -> Path:
    """The real directory, and the text of a guide as the file it is an example of."""
    folder = tmp_path / "agendas"
    folder.mkdir()
    month = re.search(r"^thang: (\S+)", text, re.MULTILINE)
    if month is not None:
        shutil.copy(ROOT / "agendas/danh-ba.yml", folder)
    others = "da-go.yml" if text.startswith("da_go:") else "danh-ba.yml"
    name = f"{month[1]}.yml" if month else others
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", [text for _, text in blocks("yaml")])
def test_every_file_shown_in_a_guide_is_read_without_an_error(text: str, tmp_path: Path) -> None:
    reading = load_agenda(folder_with(tmp_path, text))
    tolerated = {"unlisted-day", "missing-code"}  # an example is not a whole month
    assert [
        str(problem)
        for problem in reading.problems
        if problem.severity is not Severity.NOTE and problem.kind not in tolerated
    ] == []


def test_every_agenda_command_in_a_guide_exists() -> None:
    lines = [line for _, body in blocks("console") for line in body.splitlines()]
    shown = {words[1] for words in map(str.split, lines) if words and words[0] == "agenda"}
    assert shown
    assert shown <= set(command.commands)


def test_the_guide_shows_the_message_that_is_really_printed(tmp_path: Path) -> None:
    (page, example), *_ = [(page, body) for page, body in blocks("yaml") if "gio: 08:00" in body]
    (_, shown) = next((name, body) for name, body in blocks("text") if name == page)
    reading = load_agenda(folder_with(tmp_path, example.replace("08:00", "8h3x")))
    errors = [str(problem) for problem in reading.problems if problem.kind == "bad-time"]
    assert errors == [shown.strip()]
