"""Attribute a printed name to an entry of the directory, with a finding if in doubt."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from agenda.model import Directory, DirectoryEntry, Person, Unit
from agenda.vietnam.names.bodies import BodyIndex, existing_on
from agenda.vietnam.names.people import NameReading, PersonIndex, without_honorific
from agenda.vietnam.names.titles import office_keys, titles_held

PUNCTUATION = " \t\r\n.;,:-–+•*"
"""Characters of a list that may surround a name."""

ROLE = r"(?:đồng )?chủ (?:trì|tọa|toạ)|phối hợp|(?:tham |cùng )?dự|chỉ đạo"
ROLE_BEFORE = re.compile(rf"(?i:{ROLE})\s*[:–-]\s*")
ROLE_AFTER = re.compile(rf"\s*(?:[–-]\s*|\s|\()(?:{ROLE})\)?$")
"""A role after a name, in lower case only, as "Dự" is also a given name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A doubt about one printed name.

    unknown: the directory has no such name on that day. `suggestion` is the most similar name,
    `candidates` are units of this name on other days, `relatives` are their predecessors and
    successors on that day.
    title: the name matches one person, whose offices on that day are `expected`, or None.
    ambiguous: the name matches all `candidates`.
    """

    kind: Literal["unknown", "title", "ambiguous"]
    text: str
    suggestion: str | None = None
    candidates: tuple[DirectoryEntry, ...] = ()
    relatives: tuple[Unit, ...] = ()
    expected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The entry that a printed name means, a finding about it, or both."""

    entry: DirectoryEntry | None = None
    finding: Finding | None = None

    @property
    def certain(self) -> bool:
        return self.entry is not None and self.finding is None

    @property
    def uncertain(self) -> bool:
        """True if the directory has the name, but not certainly for this person or unit."""
        return self.finding is not None and self.finding.kind != "unknown"

    @property
    def plausible(self) -> bool:
        """True if the directory has the name or a similar one."""
        return self.finding is None or bool(
            self.entry or self.finding.candidates or self.finding.suggestion
        )


class NameMatcher:
    """A matcher of printed names against the names of a directory."""

    def __init__(self, directory: Directory) -> None:
        people = PersonIndex(directory.people)
        self._person_read = lru_cache(maxsize=1 << 14)(people.read)
        self._person_near = lru_cache(maxsize=1 << 14)(people.nearest)
        self._bodies = BodyIndex(directory.units, directory.groups)

    def attribute(self, text: str, day: date, *, allow_given_name: bool) -> Attribution:
        """Attribute `text`, read as one name, on a day.

        See `PersonIndex.read` for `allow_given_name`.
        """
        printed = text.strip(PUNCTUATION)
        name = ROLE_AFTER.sub("", ROLE_BEFORE.sub("", printed))
        bodies = (
            self._bodies.find(printed)
            or self._bodies.find(name)
            or self._bodies.find(without_honorific(name))
        )
        present = existing_on(bodies, day)
        if len(present) == 1:
            return Attribution(entry=present[0])
        if present:
            return Attribution(finding=Finding(kind="ambiguous", text=text, candidates=present))
        reading = self._person_read(name, allow_given_name=allow_given_name)
        if reading is not None:
            return _attribute_person(text, reading, day)
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
            suggestion = self._person_near(
                name, allow_given_name=allow_given_name
            ) or self._bodies.nearest(name, day)
            finding = Finding(kind="unknown", text=text, suggestion=suggestion)
        return Attribution(finding=finding)


def _attribute_person(text: str, reading: NameReading, day: date) -> Attribution:
    """Attribute a name to the person of `reading` whose offices on that day match."""
    people = reading.people
    agreeing = tuple(person for person in people if _holds_office(person, reading.offices, day))
    if len(agreeing) == 1:
        return Attribution(entry=agreeing[0])
    if len(people) > 1:
        candidates = agreeing or people
        return Attribution(finding=Finding(kind="ambiguous", text=text, candidates=candidates))
    held = titles_held(people[0], day)
    expected = ", ".join(title.abbreviation or title.name for title in held) or None
    return Attribution(entry=people[0], finding=Finding(kind="title", text=text, expected=expected))


def _holds_office(person: Person, offices: frozenset[str], day: date) -> bool:
    """Return whether a person holds one of the printed `offices`, or any if none is printed."""
    held = titles_held(person, day)
    if offices:
        return not offices.isdisjoint(office_keys(held))
    return bool(held) or not person.titles
