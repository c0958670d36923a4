"""Publish a folder of agendas in memory, and compare later builds with it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agenda.build.ledger_check.violations import CheckResult, find_violations
from agenda.build.site import Site, build_site
from agenda.history.identity import identify
from agenda.history.ledger import Ledger
from agenda.model import Agenda
from agenda.site.context import build_context
from agenda.source.folder import load_agenda
from tests.exports.settings import SETTINGS
from tests.project import REPOSITORY


@dataclass(slots=True)
class PublishedMonths:
    """A folder of agendas and what was last published of it."""

    folder: Path
    live: Ledger = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: str, text: str) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self, old: str, new: str, name: str = "2021-05.yml") -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def build(self) -> tuple[Agenda, Site]:
        reading = load_agenda(self.folder)
        assert not reading.failed, reading.problems
        agenda = identify(reading.agenda).agenda
        templates = REPOSITORY / "overrides" / "agenda"
        return agenda, build_site(
            build_context(agenda, SETTINGS.agency, self.folder, templates), SETTINGS, {}
        )

    def compare(self) -> tuple[Site, CheckResult]:
        """Return what a deploy would publish, and what it would refuse."""
        agenda, site = self.build()
        return site, find_violations(site.ledger, agenda, self.live, self.files.get, lambda _: ())

    def publish(self) -> None:
        site, found = self.compare()
        assert not found.violations
        self.live = site.ledger
        self.files = {asset.url: asset.content for asset in site.files}

    def month(self, month: str = "2021-05") -> dict[str, Any]:
        """Return the published data of a month."""
        data: dict[str, Any] = json.loads(self.files[f"du-lieu/{month}.json"])
        return data
