"""The golden cases of `tests/cases/source`: files as a clerk might write them, and problems.

A file of a case is its text, or one of: `{base64: …}`, `{encoding: …, text: …}`, `{times: …, text:
…}` (the text repeated), `{folder: true}`.
"""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "cases" / "source"


@dataclass(frozen=True, kw_only=True)
class Case:
    """Files and their problems, one a line; `kind` is the kind of problem that the case tests."""

    name: str
    kind: str | None
    files: dict[str, Any]
    problems: list[str]

    def write(self, folder: Path) -> None:
        for name, content in self.files.items():
            path = folder / name
            if isinstance(content, dict) and content.get("folder"):
                path.mkdir(parents=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(content))


def as_bytes(content: Any) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if "base64" in content:
        return base64.b64decode(content["base64"])
    text: str = content["text"] * content.get("times", 1)
    return text.encode(content.get("encoding", "utf-8"))


def load_cases() -> dict[str, Case]:
    """Return every case by the name of its file."""
    return {
        path.stem: Case(**yaml.safe_load(path.read_text("utf-8")))
        for path in sorted(FOLDER.glob("*.yml"))
    }
