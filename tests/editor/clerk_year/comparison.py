"""Compare the files of a clerk with files that a person wrote by hand."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from agenda.editing.workspace import Workspace
from agenda.model import Item, Month
from agenda.source.folder import load_agenda


def assert_same_agenda(made: Path, by_hand: Path) -> None:
    """Assert that two folders say the same, but for the codes of items."""
    one, other = load_agenda(made).agenda, load_agenda(by_hand).agenda
    assert one.directory == other.directory
    assert [month.month for month in one.months] == [month.month for month in other.months]
    for ours, theirs in zip(one.months, other.months, strict=True):
        assert without_codes(ours) == without_codes(theirs)


def without_codes(month: Month) -> str:
    """Return all values of a month, the codes of items replaced by their order."""
    values = repr(month)
    codes = dict.fromkeys(item.code for item in _items(month))
    for number, code in enumerate(codes):
        values = re.sub(rf"(?<=['-]){code}(?=')", f"#{number}", values)
    return values


def _items(month: Month) -> Iterator[Item]:
    for revision in month.revisions:
        yield from revision.items


class HandWrittenFiles:
    """A folder of agendas that a person writes with a text editor."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        self.write(name, text.replace(old, new))

    def append(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            with (self.folder / name).open("a", encoding="utf-8") as file:
                file.write(text)

    def write_codes(self) -> None:
        """Write the codes that items lack, as `agenda check --fix` does."""
        workspace = Workspace(self.folder, self.folder.parent / "state")
        for path in sorted(self.folder.glob("20*.yml")):
            workspace.open(path.name)
