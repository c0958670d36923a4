"""Random interleavings of two windows, a text editor and git on one file: nothing is lost.

Run `python -m tests.editing.interleavings 100 1` for 100 interleavings from seed 1.
"""

import codecs
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from unittest.mock import patch

from agenda.editing.action import Action
from agenda.editing.items import AddItem, EditItem, PlaceItem, read_items
from agenda.editing.outcomes import EditConflict, EditSaved, Values
from agenda.editing.workspace import Workspace
from agenda.source.writing.files import replace_file
from tests.editing.random_months import DIRECTORY, HALF_DAYS

FILE = "2021-05.yml"
STEPS = 14
MAY = """\
thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-04}
lich:
  - ngay: 4
    sang:
      # gc1.
      - ma: b1
        noi_dung: Việc một
      - ma: b2
        noi_dung: Việc hai   # gc2.
        gio: 08:00
    chieu: {ma: b3, noi_dung: Việc ba}
  # gc3.
  - ngay: 5
    sang: [{ma: b4, noi_dung: Việc bốn}, {ma: b5, noi_dung: Việc năm}]
  - ngay: 6-7
    ca_ngay:
      - ma: b6
        noi_dung: |
          Việc sáu
"""
FIELDS = ("noi_dung", "ghi_chu", "dia_diem")


def main(number: int, seed: int) -> None:
    """Run interleavings and print what happened in all of them, or fail at the first loss."""
    counts: Counter[str] = Counter()
    for index in range(number):
        counts += check_interleaving(seed * 1_000_000 + index)
    for kind, count in sorted(counts.items()):
        sys.stdout.write(f"{count:5} {kind}\n")
    sys.stdout.write(f"{number:5} interleavings, seed {seed}: nothing lost\n")


def check_interleaving(seed: int) -> Counter[str]:
    """Run one interleaving, check the file after each step, and count what happened."""
    with tempfile.TemporaryDirectory() as name:
        story = Interleaving(Random(seed), Path(name))
        with patch("agenda.editing.workspace.replace_file", story.replace_file):
            for _ in range(STEPS):
                story.step()
                story.check(f"seed {seed}")
        return story.counts


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForm:
    """A form that a window shows: an item with the values that the file had then."""

    window: Workspace
    code: str
    base: Values


class Interleaving:
    """One file with all who write it, and what it must say after each step."""

    def __init__(self, random: Random, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self._random = random
        self._mark = random.choice((b"", codecs.BOM_UTF8))
        self._newline = random.choice(("\n", "\r\n"))
        self._clone, self._other = folder / "clone", folder / "other"
        self._number = 0
        self._forms: list[OpenForm] = []
        self._in_save = False
        agendas = self._clone / "agendas"
        agendas.mkdir(parents=True)
        (agendas / "danh-ba.yml").write_text(DIRECTORY, "utf-8", newline="\n")
        self._path = agendas / FILE
        self._write(self._path, MAY)
        self._git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
        self._git(self._clone, "init", "--quiet", "--initial-branch=main")
        self._git(self._clone, "remote", "add", "origin", str(folder / "remote.git"))
        self._commit(self._clone)
        self._git(self._clone, "push", "--quiet", "--set-upstream", "origin", "main")
        self._git(folder, "clone", "--quiet", str(folder / "remote.git"), "other")
        self.windows = [Workspace(agendas, folder / f"state{n}") for n in (1, 2)]
        self._expected: dict[str, Values] = dict(read_items(self._read(self._path)))
        self._elsewhere: tuple[str, dict[str, Values]] = ("old", dict(self._expected))
        self._git(self._clone, "branch", "old")

    def step(self) -> None:
        """Let one of all writers do something."""
        steps = [self._open_form, self._open_form, self._save_form, self._save_form, self._add]
        steps += [self._place, *([self._type, self._commit_all, self._pull, self._switch])]
        self._random.choice(steps)()

    def check(self, where: str) -> None:
        """Check that the file says what all saved edits made of it, and keeps its comments."""
        text = self._read(self._path)
        content = self._path.read_bytes()
        assert read_items(text) == self._expected, f"{where}: {dict(self.counts)}\n{text}"
        assert content.startswith(self._mark or b"thang"), where
        assert text.count("\n") == text.count(self._newline), where
        assert all(text.count(f"# gc{n}.") == 1 for n in (1, 2, 3)), f"{where}\n{text}"

    def replace_file(self, path: Path, content: bytes, expected: bytes | None = None) -> None:
        """Let others write the file just before it is replaced, then replace it."""
        if path == self._path and not self._in_save and self._random.random() < 0.4:
            self._in_save = True
            self._random.choice((self._type, self._commit_all, self._pull, self._save_form))()
            self._in_save = False
        replace_file(path, content, expected)

    def _open_form(self) -> None:
        window = self._random.choice(self.windows)
        items = read_items(window.open(FILE))
        code = self._random.choice(sorted(items))
        self._forms.append(OpenForm(window=window, code=code, base=items[code]))

    def _save_form(self) -> None:
        if not self._forms:
            return
        form = self._forms.pop(self._random.randrange(len(self._forms)))
        values = {**form.base, self._random.choice(FIELDS): self._words()}
        if self._random.random() < 0.3:
            values |= {"ngay": self._random.choice(("4", "5", "6-7", "12"))}
        edit = EditItem(code=form.code, base=form.base, values=values)
        outcome = self._save(form.window, edit)
        if isinstance(outcome, EditConflict):
            assert outcome.theirs != form.base
            assert outcome.theirs == self._expected.get(form.code)
            if outcome.theirs is not None and self._random.random() < 0.5:
                self._save(form.window, replace(edit, base=outcome.theirs))

    def _save(self, window: Workspace, edit: EditItem) -> object:
        outcome = window.save(FILE, edit)
        if isinstance(outcome, EditSaved):
            self.counts["saved"] += 1
            self._expect(edit.code, edit.values)
        else:
            assert isinstance(outcome, EditConflict), outcome
            self.counts["conflicts"] += 1
        return outcome

    def _expect(self, code: str, values: Values) -> None:
        self._expected = {**self._expected, code: values}

    def _add(self) -> None:
        values: Values = {
            "ngay": self._random.choice(("4", "5", "12")),
            "buoi": self._random.choice(HALF_DAYS),
            "noi_dung": self._words(),
        }
        outcome = self._random.choice(self.windows).save(FILE, AddItem(values=values))
        assert isinstance(outcome, EditSaved), outcome
        self.counts["added"] += 1
        (code,) = outcome.new_codes
        empty = dict.fromkeys(self._expected["b1"])
        self._expect(code, {**empty, **values})

    def _place(self) -> None:
        code, beside = self._random.sample(sorted(self._expected), 2)
        action: Action = PlaceItem(code=code, beside=beside, after=True)
        outcome = self._random.choice(self.windows).save(FILE, action)
        assert isinstance(outcome, EditSaved), outcome
        self.counts["placed"] += 1
        where = {key: self._expected[beside][key] for key in ("ngay", "buoi")}
        self._expect(code, {**self._expected[code], **where})

    def _type(self) -> None:
        """Change the words of an item as a text editor does."""
        text = self._read(self._path)
        code = self._random.choice(sorted(read_items(text)))
        self._write(self._path, self._with_words(text, code))
        self._expected = dict(read_items(self._read(self._path)))
        self.counts["typed"] += 1

    def _with_words(self, text: str, code: str) -> str:
        """Return the text with another note in the line of an item's code."""
        words = self._words()
        start = text.index(f"ma: {code}") + len(f"ma: {code}")
        if text[start : start + 1] == ",":
            end = text.index("}", start)
            return (
                text[:end] + f", thanh_phan: {words}" + text[end:]
                if ("thanh_phan" not in text[start:end])
                else text
            )
        line = text.rfind("\n", 0, start) + 1
        indent = " " * (len(text[line:start].replace("- ", "  ")) - len(f"ma: {code}"))
        item = text[start:]
        stop = item.find("- ma:")
        if "thanh_phan" in item[: stop if stop >= 0 else len(item)]:
            return text
        return f"{text[:start]}{self._newline}{indent}thanh_phan: {words}{text[start:]}"

    def _commit_all(self) -> None:
        self._commit(self._clone)
        self.counts["commits"] += 1

    def _pull(self) -> None:
        """Pull a commit of somebody else that changes one item; git refuses where it must."""
        if self._git(self._clone, "branch", "--show-current") != "main":
            return
        self._git(self._other, "pull", "--quiet", "--ff-only")
        path = self._other / "agendas" / FILE
        text = self._read(path)
        self._write(path, self._with_words(text, self._random.choice(sorted(read_items(text)))))
        self._commit(self._other)
        self._git(self._other, "push", "--quiet")
        self._commit(self._clone)
        before = self._path.read_bytes()
        pulled = self._run(self._clone, "pull", "--quiet", "--no-rebase", "--no-edit")
        if pulled.returncode:
            self._git(self._clone, "merge", "--abort")
            self._git(self._clone, "merge", "--quiet", "--strategy=ours", "origin/main")
            assert self._path.read_bytes() == before
            self.counts["pulls refused by git"] += 1
        else:
            self.counts["pulls"] += 1
        self._git(self._clone, "push", "--quiet")
        merged = dict(read_items(self._read(self._path)))
        for code, values in self._expected.items():  # a merge keeps what was saved here
            kept = {key: value for key, value in values.items() if key != "thanh_phan"}
            assert kept.items() <= merged[code].items()
        self._expected = merged

    def _switch(self) -> None:
        """Check out the other version of the file, after committing this one."""
        self._commit(self._clone)
        branch = self._git(self._clone, "branch", "--show-current")
        other, expected = self._elsewhere
        self._git(self._clone, "checkout", "--quiet", other)
        self._elsewhere, self._expected = (branch, self._expected), dict(expected)
        self.counts["checkouts"] += 1

    def _words(self) -> str:
        self._number += 1
        return f"chữ số {self._number}"

    def _read(self, path: Path) -> str:
        return path.read_bytes().removeprefix(codecs.BOM_UTF8).decode()

    def _write(self, path: Path, text: str) -> None:
        lines = text.replace("\r\n", "\n").replace("\n", self._newline)
        path.write_bytes(self._mark + lines.encode())

    def _commit(self, folder: Path) -> None:
        self._git(folder, "add", "--all")
        self._git(folder, "commit", "--quiet", "--allow-empty", "--message", "Sửa lịch")

    def _git(self, folder: Path, *arguments: str) -> str:
        done = self._run(folder, *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def _run(self, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        identity = ("-c", "user.name=TT-TK", "-c", "user.email=tttk@example.invalid")
        return subprocess.run(
            ["git", *identity, "-c", "core.autocrlf=false", *arguments],
            cwd=folder,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
