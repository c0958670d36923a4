"""Find units and groups by printed name or abbreviation: "P. QLKH", "Lãnh đạo Sở"."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from agenda.model import Group, Unit
from agenda.vietnam.text import fold, matching_key

Body: TypeAlias = Unit | Group

DIVISION = re.compile(r"p(?:\.\s*|\s+)(?=\w)")
OFFICE = re.compile(r"vp\b\.?")


class BodyIndex:
    """An index of the units and groups of a directory by name and abbreviation."""

    def __init__(self, units: Iterable[Unit], groups: Iterable[Group]) -> None:
        self._units = tuple(units)
        bodies: tuple[Body, ...] = (*self._units, *groups)
        by_key: dict[str, dict[Body, str]] = defaultdict(dict)
        for body in bodies:
            for name in (body.name, *body.abbreviations):
                by_key[_body_key(name)].setdefault(body, name)
        self._by_key = dict(by_key)
        self._folded = {key: fold(key) for key in self._by_key}
        self._in_use = lru_cache(maxsize=1 << 8)(self._in_use_on)
        self._find_similar = lru_cache(maxsize=1 << 14)(self._similar)

    def find(self, text: str) -> tuple[Body, ...]:
        """Return all units and groups with this name or abbreviation, on any day."""
        return tuple(self._by_key.get(_body_key(text), ()))

    def relatives(self, bodies: Iterable[Body], day: date) -> tuple[Unit, ...]:
        """Return the units existing on a day that precede or succeed `bodies`, even indirectly."""
        codes = {body.code for body in bodies}
        related = {
            *_transitive(codes, self._successors),
            *_transitive(codes, self._predecessors),
        } - codes
        return tuple(unit for unit in self._units if unit.code in related and unit.exists_on(day))

    def _successors(self, codes: Set[str]) -> set[str]:
        return {unit.code for unit in self._units if not codes.isdisjoint(unit.predecessors)}

    def _predecessors(self, codes: Set[str]) -> set[str]:
        return {
            predecessor
            for unit in self._units
            if unit.code in codes
            for predecessor in unit.predecessors
        }

    def nearest(self, text: str, day: date) -> str | None:
        """Return the name or abbreviation, in use on a day, that is most similar to `text`."""
        in_use = self._in_use(day)
        return next(
            (in_use[similar] for similar in self._find_similar(text) if similar in in_use), None
        )

    def _in_use_on(self, day: date) -> Mapping[str, str]:
        """Map the folded names and abbreviations in use on a day to their original form."""
        return {
            self._folded[key]: names[body]
            for key, names in self._by_key.items()
            for body in existing_on(names, day)
        }

    def _similar(self, text: str) -> Sequence[str]:
        """Return all folded names similar to `text`, the most similar first."""
        folded = set(self._folded.values())
        return difflib.get_close_matches(fold(_body_key(text)), folded, len(folded) or 1, 0.85)


def existing_on(bodies: Iterable[Body], day: date) -> tuple[Body, ...]:
    return tuple(body for body in bodies if isinstance(body, Group) or body.exists_on(day))


def _transitive(codes: Set[str], step: Callable[[Set[str]], set[str]]) -> set[str]:
    """Return the transitive closure of `codes` under `step`, the codes included."""
    reached, new = set(codes), set(codes)
    while new:
        new = step(new) - reached
        reached |= new
    return reached


def _body_key(text: str) -> str:
    """Return a key that ignores abbreviations ("P.", "VP") and spaces around dashes."""
    key = re.sub(r"\s*([-&/])\s*", r"\1", matching_key(text))
    key = DIVISION.sub(matching_key("phòng") + " ", key, count=1) if DIVISION.match(key) else key
    return OFFICE.sub(matching_key("văn phòng"), key, count=1) if OFFICE.match(key) else key
