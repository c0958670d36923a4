"""A process that is killed while it saves loses nothing and leaves nothing to publish."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agenda.editing.workspace import Workspace
from tests.editing.offices import FILE, MAY
from tests.editing.random_months import DIRECTORY
from tests.project import REPOSITORY

SAVE = f"""
import os, sys
from pathlib import Path
from agenda.editing.items import EditItem, read_item
from agenda.editing.workspace import Workspace

folder, number, when = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
replaced, replace = 0, Path.replace

def replace_or_die(self, target):
    global replaced
    replaced += 1
    if (replaced, when) == (number, "before"):
        os._exit(9)
    replace(self, target)
    if (replaced, when) == (number, "after"):
        os._exit(9)

Path.replace = replace_or_die
workspace = Workspace(folder / "agendas", folder / "state")
values = read_item(workspace.open("{FILE}"), "b2")
workspace.save("{FILE}", EditItem(code="b2", base=values, values={{**values, "gio": "09:15"}}))
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_killed_save_is_whole_or_not_there(tmp_path: Path, number: int, when: str) -> None:
    agendas = tmp_path / "agendas"
    agendas.mkdir()
    (agendas / FILE).write_text(MAY, "utf-8", newline="\n")
    (agendas / "danh-ba.yml").write_text(DIRECTORY, "utf-8", newline="\n")
    command = [sys.executable, "-c", SAVE, str(tmp_path), str(number), when]
    assert subprocess.run(command, check=False).returncode == 9
    saved = (number, when) == (2, "after")
    assert ("gio: 09:15" in (agendas / FILE).read_text("utf-8")) is saved
    workspace = Workspace(agendas, tmp_path / "state")
    workspace.undo()
    assert workspace.read(FILE) == MAY

    shutil.copy(REPOSITORY / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "agendas"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert sorted(listed.stdout.split()) == [f"agendas/{FILE}", "agendas/danh-ba.yml"]
