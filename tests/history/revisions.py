"""Load revisions of a month from the YAML of their `lich`."""

import tempfile
from pathlib import Path

from agenda.model import Agenda
from agenda.source.folder import load_agenda


def read_months(*months: str, name: str = "2021-05", directory: str = "") -> Agenda:
    """Return the agenda of one month whose revisions have these texts, the first signed first.

    Each text is the YAML of a `lich`. A text that contains `lich:` begins at the top level.
    """
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(months):
            suffix = f".dc{number}" if number else ""
            lich = text if "lich:" in text else f"lich:\n{text}"
            head = f"thang: {name}\nvan_ban: {{ngay_ban_hanh: {name}-{number + 4:02}}}\n"
            (Path(folder) / f"{name}{suffix}.yml").write_text(head + lich, encoding="utf-8")
        (Path(folder) / "danh-ba.yml").write_text(directory, encoding="utf-8")
        reading = load_agenda(Path(folder))
        assert not reading.failed, "\n".join(map(str, reading.problems))
        return reading.agenda
