"""The papers of `cases/papers`, each with what a person reads in it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.plain import plain_description

FOLDER = Path(__file__).parent / "cases/papers"
BODIES = {
    "province": "Provinces and their departments",
    "district": "Districts, communes and wards",
    "party": "The Party and mass organisations",
    "school": "Schools and universities",
    "health": "Hospitals, courts and companies",
    "mixed": "Bodies of all kinds",
}
"""The heading of each file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper in the form of `documents.plain`, with its lines and its doubts.

    `refused` is a part of the message with which the importer refuses it, or empty.
    """

    name: str
    body: str
    layout: str
    text: str
    items: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    refused: str = ""

    def build(self, path: Path) -> Path:
        """Write the paper as a Word file."""
        return build_docx(plain_description(self.text), path)


def load_papers() -> list[Paper]:
    """Return the papers of all files."""
    return [
        Paper(
            name=case["paper"],
            body=body,
            layout=case["layout"],
            text=case["text"],
            items=tuple(case.get("items", ())),
            doubts=tuple(case.get("doubts", ())),
            refused=case.get("refused", ""),
        )
        for body in BODIES
        for case in yaml.safe_load((FOLDER / f"{body}.yml").read_text("utf-8"))
    ]
