"""The directory of people, units, groups and abbreviations."""

from dataclasses import dataclass
from datetime import date
from itertools import chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title of a person, held from `since` to `until`, both included. None means unknown."""

    name: str
    abbreviation: str | None = None
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader. `name` is the name in documents, which may be only a given name."""

    code: str
    name: str
    titles: tuple[Title, ...] = ()
    former_codes: tuple[str, ...] = ()

    @property
    def given_name(self) -> str:
        """The last word, as Vietnamese names end with the given name."""
        return self.name.rsplit(maxsplit=1)[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An office or agency that prepares items. `predecessors` are codes of former units."""

    code: str
    name: str
    abbreviations: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    predecessors: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()

    def exists_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People or units named collectively, such as "Lãnh đạo Sở"."""

    code: str
    name: str
    abbreviations: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()


DirectoryEntry = Person | Unit | Group
"""A person, unit or group that an item may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    short: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All people, units, groups and abbreviations, in the order of the file."""

    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    groups: tuple[Group, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    @property
    def entries(self) -> tuple[DirectoryEntry, ...]:
        return (*self.people, *self.units, *self.groups)

    def find(self, code: str) -> DirectoryEntry | None:
        """Return the entry with this code, or else with this former code, or None."""
        entries = self.entries
        current = (entry for entry in entries if entry.code == code)
        former = (entry for entry in entries if code in entry.former_codes)
        return next(chain(current, former), None)
