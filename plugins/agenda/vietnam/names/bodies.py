"""Recognising units and groups in print by name or abbreviation: "P. QLKH", "Lãnh đạo Sở"."""

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

ROOM = re.compile(r"p(?:\.\s*|\s+)(?=\w)")
OFFICE = re.compile(r"vp\b\.?")


class Bodies:
    """The units and groups of a directory by every way to write them."""

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
        self._near = lru_cache(maxsize=1 << 14)(self._resembling)

    def named(self, text: str) -> tuple[Body, ...]:
        """All that `text` is a name or abbreviation of, whenever they existed."""
        return tuple(self._by_key.get(_body_key(text), ()))

    def relatives(self, bodies: Iterable[Body], day: date) -> tuple[Unit, ...]:
        """The units of that day that `bodies` became or came from, through others too."""
        codes = {body.code for body in bodies}
        line = {*_followed(codes, self._heirs), *_followed(codes, self._origins)} - codes
        return tuple(unit for unit in self._units if unit.code in line and unit.exists_on(day))

    def _heirs(self, codes: Set[str]) -> set[str]:
        return {unit.code for unit in self._units if not codes.isdisjoint(unit.predecessors)}

    def _origins(self, codes: Set[str]) -> set[str]:
        return {
            origin for unit in self._units if unit.code in codes for origin in unit.predecessors
        }

    def nearest(self, text: str, day: date) -> str | None:
        """The name or abbreviation in use that day that `text` nearly is."""
        in_use = self._in_use(day)
        return next((in_use[near] for near in self._near(text) if near in in_use), None)

    def _in_use_on(self, day: date) -> Mapping[str, str]:
        """The names and abbreviations of that day, folded and as they are."""
        return {
            self._folded[key]: names[body]
            for key, names in self._by_key.items()
            for body in existing(names, day)
        }

    def _resembling(self, text: str) -> Sequence[str]:
        """All names that `text` nearly is, folded, the nearest first, whenever they are in use."""
        folded = set(self._folded.values())
        return difflib.get_close_matches(fold(_body_key(text)), folded, len(folded) or 1, 0.85)


def existing(bodies: Iterable[Body], day: date) -> tuple[Body, ...]:
    return tuple(body for body in bodies if isinstance(body, Group) or body.exists_on(day))


def _followed(codes: Set[str], step: Callable[[Set[str]], set[str]]) -> set[str]:
    """All that steps lead to from some codes, these included."""
    reached, new = set(codes), set(codes)
    while new:
        new = step(new) - reached
        reached |= new
    return reached


def _body_key(text: str) -> str:
    """Equal for "P.QLKH" and "Phòng QLKH", for "VP" and "Văn phòng", however dashes are spaced."""
    key = re.sub(r"\s*([-&/])\s*", r"\1", matching_key(text))
    key = ROOM.sub(matching_key("phòng") + " ", key, count=1) if ROOM.match(key) else key
    return OFFICE.sub(matching_key("văn phòng"), key, count=1) if OFFICE.match(key) else key
