"""The directory of leaders, units, groups and abbreviations, with dates of validity."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office held; `since` and `until` are included, None where no document says."""

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
    """A leader; `name` is what documents show, be it only a given name."""

    code: str
    name: str
    titles: tuple[Title, ...] = ()
    former_codes: tuple[str, ...] = ()

    @property
    def given_name(self) -> str:
        """The last word: Vietnamese names put the given name last."""
        return self.name.rsplit(maxsplit=1)[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body that prepares items; `predecessors` are the codes of those it came from."""

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
    """People or bodies named collectively ("Lãnh đạo Sở"): neither a person nor a unit."""

    code: str
    name: str
    abbreviations: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()


DirectoryEntry = Person | Unit | Group
"""Whom an item may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    short: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Everybody and everything an agenda may name, in the order of the file."""

    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    groups: tuple[Group, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    @property
    def entries(self) -> tuple[DirectoryEntry, ...]:
        return (*self.people, *self.units, *self.groups)

    def find(self, code: str) -> DirectoryEntry | None:
        """The entry that bears a code now."""
        return next((entry for entry in self.entries if entry.code == code), None)
