"""Attributing one printed name to an entry of the directory, with the doubt about it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from agenda.model import Directory, DirectoryEntry, Person, Unit
from agenda.vietnam.names.bodies import Bodies, existing
from agenda.vietnam.names.people import NameReading, People, without_honorific
from agenda.vietnam.names.titles import office_keys, titles_held

MARKS = " \t\r\n.;,:-–+•*"
"""What a list leaves around a name."""

ROLE = r"(?:đồng )?chủ (?:trì|tọa|toạ)|phối hợp|(?:tham |cùng )?dự|chỉ đạo"
ROLE_BEFORE = re.compile(rf"(?i:{ROLE})\s*[:–-]\s*")
ROLE_AFTER = re.compile(rf"\s*(?:[–-]\s*|\s|\()(?:{ROLE})\)?$")
"""In lower case only: "Dự" is also a given name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is doubtful about one printed name.

    unknown: the directory has no such name that day; `suggestion` is the nearest it has,
    `candidates` are the units of this name that existed on other days, and `relatives` those of
    that day that these became or came from.
    title: the name fits one person, whose offices that day are `expected` (None: none known).
    ambiguous: the name fits all `candidates`.
    """

    kind: Literal["unknown", "title", "ambiguous"]
    text: str
    suggestion: str | None = None
    candidates: tuple[DirectoryEntry, ...] = ()
    relatives: tuple[Unit, ...] = ()
    expected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whom a printed name means: somebody, or a finding that says why nobody, or both."""

    entry: DirectoryEntry | None = None
    finding: Finding | None = None

    @property
    def certain(self) -> bool:
        return self.entry is not None and self.finding is None

    @property
    def doubted(self) -> bool:
        """Whether the directory has the name, but leaves a doubt whose it is here."""
        return self.finding is not None and self.finding.kind != "unknown"

    @property
    def near(self) -> bool:
        """Whether the directory has the name, or one like it."""
        return self.finding is None or bool(
            self.entry or self.finding.candidates or self.finding.suggestion
        )


class Names:
    """All names of a directory, to attribute printed ones by."""

    def __init__(self, directory: Directory) -> None:
        people = People(directory.people)
        self._person_read = lru_cache(maxsize=1 << 14)(people.read)
        self._person_near = lru_cache(maxsize=1 << 14)(people.nearest)
        self._bodies = Bodies(directory.units, directory.groups)

    def attribute(self, text: str, day: date, *, bare: bool) -> Attribution:
        """Whom `text` means on that day, read as one name; for `bare` see `People.read`."""
        printed = text.strip(MARKS)
        name = ROLE_AFTER.sub("", ROLE_BEFORE.sub("", printed))
        bodies = (
            self._bodies.named(printed)
            or self._bodies.named(name)
            or self._bodies.named(without_honorific(name))
        )
        there = existing(bodies, day)
        if len(there) == 1:
            return Attribution(entry=there[0])
        if there:
            return Attribution(finding=Finding(kind="ambiguous", text=text, candidates=there))
        reading = self._person_read(name, bare=bare)
        if reading is not None:
            return _person_meant(text, reading, day)
        if bodies:
            relatives = self._bodies.relatives(bodies, day)
            finding = Finding(
                kind="unknown",
                text=text,
                suggestion=relatives[0].name if len(relatives) == 1 else None,
                candidates=bodies,
                relatives=relatives,
            )
        else:
            near = self._person_near(name, bare=bare) or self._bodies.nearest(name, day)
            finding = Finding(kind="unknown", text=text, suggestion=near)
        return Attribution(finding=finding)


def _person_meant(text: str, reading: NameReading, day: date) -> Attribution:
    """The one person of `reading` whose offices that day agree, or the one it can only be."""
    people = reading.people
    agreeing = tuple(person for person in people if _agrees(person, reading.offices, day))
    if len(agreeing) == 1:
        return Attribution(entry=agreeing[0])
    if len(people) > 1:
        candidates = agreeing or people
        return Attribution(finding=Finding(kind="ambiguous", text=text, candidates=candidates))
    held = titles_held(people[0], day)
    expected = ", ".join(title.abbreviation or title.name for title in held) or None
    return Attribution(entry=people[0], finding=Finding(kind="title", text=text, expected=expected))


def _agrees(person: Person, offices: frozenset[str], day: date) -> bool:
    """Whether one of the printed `offices` is held; without any, that some office is."""
    held = titles_held(person, day)
    if offices:
        return not offices.isdisjoint(office_keys(held))
    return bool(held) or not person.titles
