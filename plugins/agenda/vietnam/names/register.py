"""Resolving printed lists of names through the directory: "Đ/c Hoàn PGĐ; P. QLKH"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from agenda.model import Directory, Mention, Title, Unit
from agenda.vietnam.names.attribution import Attribution, Finding, Names
from agenda.vietnam.names.lists import NamePart, cut, join
from agenda.vietnam.names.people import HONORIFIC

__all__ = ["Finding", "Register", "Resolution"]

LONGEST_RUN = 8
"""How many pieces may be one name: "Đ/c Văn, Tỉnh ủy viên, Giám đốc Sở" has three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The names of one printed text, and what is doubtful about them."""

    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sighting:
    """A piece of the text and whom it means."""

    piece: NamePart
    whom: Attribution


_Sight: TypeAlias = Callable[[Sequence[NamePart]], _Sighting]
"""Reads neighbouring pieces as one name."""


class Register:
    """A directory arranged for looking up printed names; answers are remembered."""

    def __init__(self, directory: Directory) -> None:
        self._turns = _turns(directory)
        self._attributed = lru_cache(maxsize=1 << 15)(Names(directory).attribute)
        self._resolved = lru_cache(maxsize=1 << 15)(self._resolve)

    def resolve_leaders(self, text: str, day: date) -> Resolution:
        """Whom `text` names on that day, where people are expected: a given name will do.

        `joiner + text` over the mentions is the text given, to the letter. Each mention has at
        most one finding, which repeats its text.
        """
        return self._resolved(text, self._turn_before(day), bare=True)

    def resolve_units(self, text: str, day: date) -> Resolution:
        """As `resolve_leaders`, where units are expected: people need "Đ/c" or an office."""
        return self._resolved(text, self._turn_before(day), bare=False)

    def _turn_before(self, day: date) -> date:
        """The first day of the span around that day in which the directory is the same."""
        return self._turns[bisect_right(self._turns, day) - 1]

    def _resolve(self, text: str, day: date, *, bare: bool) -> Resolution:
        pieces = cut(text)
        if not pieces or re.search(r"\w", text) is None:
            nobody = (Mention(text=text, entry=None),) if text else ()
            return Resolution(mentions=nobody, findings=())
        bare = bare or HONORIFIC.search(text) is not None

        def sight(run: Sequence[NamePart]) -> _Sighting:
            piece = join(run)
            return _Sighting(piece=piece, whom=self._attributed(piece.text, day, bare=bare))

        sightings = _best_sightings(pieces, sight)
        return Resolution(
            mentions=tuple(
                Mention(text=seen.piece.text, entry=seen.whom.entry, joiner=seen.piece.joiner)
                for seen in sightings
            ),
            findings=tuple(seen.whom.finding for seen in sightings if seen.whom.finding),
        )


def _best_sightings(pieces: Sequence[NamePart], sight: _Sight) -> Sequence[_Sighting]:
    """The whole if the directory has it, else its parts if it has any of them."""
    whole = sight(pieces)
    if whole.whom.certain or len(pieces) == 1:
        return [whole]
    parts = _longest_names(pieces, sight)
    if all(part.whom.entry for part in parts):
        return parts
    if whole.whom.finding and whole.whom.finding.suggestion:
        return [whole]
    parts = _unknown_joined(parts, sight)
    return parts if any(part.whom.near for part in parts) else [whole]


def _longest_names(pieces: Sequence[NamePart], sight: _Sight) -> Sequence[_Sighting]:
    """From the left, always the longest run of pieces that is one name, or else one piece."""
    names: list[_Sighting] = []
    while pieces:
        runs = (pieces[:size] for size in range(min(len(pieces), LONGEST_RUN), 1, -1))
        run = next((run for run in runs if _is_one_name(run, sight)), pieces[:1])
        names.append(sight(run))
        pieces = pieces[len(run) :]
    return names


def _is_one_name(run: Sequence[NamePart], sight: _Sight) -> bool:
    """Whether `run` means somebody; with a doubt only if no later piece of it certainly does."""
    whom = sight(run).whom
    return whom.certain or (
        whom.doubted and not any(sight([piece]).whom.certain for piece in run[1:])
    )


def _unknown_joined(sightings: Sequence[_Sighting], sight: _Sight) -> Sequence[_Sighting]:
    """Unknown neighbours as one where the second reads on from the first."""
    joined: list[_Sighting] = []
    for seen in sightings:
        if joined and _reads_on(joined[-1], seen):
            joined[-1] = sight([joined[-1].piece, seen.piece])
        else:
            joined.append(seen)
    return joined


def _reads_on(before: _Sighting, seen: _Sighting) -> bool:
    """Whether nobody's name goes on from nobody's name: after "và", or in lower case."""
    joiner, text = seen.piece.joiner.strip().casefold(), seen.piece.text
    lower_case = text[0].islower() and not HONORIFIC.match(text)
    return (
        before.whom.entry is None
        and seen.whom.entry is None
        and (joiner.endswith("và") or (joiner == "," and lower_case))
    )


def _turns(directory: Directory) -> Sequence[date]:
    """The days on which an office or a unit begins or has ended, in order, from the first day."""
    spans: list[Title | Unit] = [*directory.units]
    spans.extend(title for person in directory.people for title in person.titles)
    since = {span.since for span in spans if span.since}
    after = {span.until + timedelta(1) for span in spans if span.until and span.until < date.max}
    return sorted({date.min} | since | after)
