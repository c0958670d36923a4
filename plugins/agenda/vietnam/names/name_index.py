"""Resolve printed lists of names through the directory: "Đ/c Hoàn PGĐ; P. QLKH"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from agenda.model import Directory, Mention, Title, Unit
from agenda.vietnam.names.attribution import Attribution, Finding, NameMatcher
from agenda.vietnam.names.lists import NamePart, join_parts, split_names
from agenda.vietnam.names.people import HONORIFIC

__all__ = ["Finding", "NameIndex", "Resolution"]

MAX_NAME_PARTS = 8
"""The most parts of one name: "Đ/c Văn, Tỉnh ủy viên, Giám đốc Sở" has three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The names in one printed text, and the findings about them."""

    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NameMatch:
    """A part of the text and its attribution."""

    part: NamePart
    attribution: Attribution


_MatchName: TypeAlias = Callable[[Sequence[NamePart]], _NameMatch]
"""A function that attributes neighbouring parts as one name."""


class NameIndex:
    """A resolver of printed names through a directory, with cached results."""

    def __init__(self, directory: Directory) -> None:
        self._change_dates = _change_dates(directory)
        self._attribute = lru_cache(maxsize=1 << 15)(NameMatcher(directory).attribute)
        self._cached_resolve = lru_cache(maxsize=1 << 15)(self._resolve)

    def resolve_leaders(self, text: str, day: date) -> Resolution:
        """Resolve the names in `text` on a day where people are expected.

        A given name is enough. Joining `joiner + text` of all mentions gives `text` exactly.
        Each mention has at most one finding, which repeats the text of the mention.
        """
        return self._cached_resolve(text, self._last_change(day), allow_given_name=True)

    def resolve_units(self, text: str, day: date) -> Resolution:
        """Resolve names as `resolve_leaders` does, but require "Đ/c" or an office for people."""
        return self._cached_resolve(text, self._last_change(day), allow_given_name=False)

    def _last_change(self, day: date) -> date:
        """Return the latest date, up to `day`, on which the valid titles and units changed."""
        return self._change_dates[bisect_right(self._change_dates, day) - 1]

    def _resolve(self, text: str, day: date, *, allow_given_name: bool) -> Resolution:
        parts = split_names(text)
        if not parts or re.search(r"\w", text) is None:
            mentions = (Mention(text=text, entry=None),) if text else ()
            return Resolution(mentions=mentions, findings=())
        allow_given_name = allow_given_name or HONORIFIC.search(text) is not None

        def match_name(candidate: Sequence[NamePart]) -> _NameMatch:
            part = join_parts(candidate)
            attribution = self._attribute(part.text, day, allow_given_name=allow_given_name)
            return _NameMatch(part=part, attribution=attribution)

        matches = _best_matches(parts, match_name)
        return Resolution(
            mentions=tuple(
                Mention(
                    text=match.part.text, entry=match.attribution.entry, joiner=match.part.joiner
                )
                for match in matches
            ),
            findings=tuple(
                match.attribution.finding for match in matches if match.attribution.finding
            ),
        )


def _best_matches(parts: Sequence[NamePart], match_name: _MatchName) -> Sequence[_NameMatch]:
    """Return the whole text as one match if the directory has it, otherwise its parts.

    If the directory resembles none of the parts, the whole text is one unknown name.
    """
    whole = match_name(parts)
    if whole.attribution.certain or len(parts) == 1:
        return [whole]
    matches = _longest_names(parts, match_name)
    if all(match.attribution.entry for match in matches):
        return matches
    if whole.attribution.finding and whole.attribution.finding.suggestion:
        return [whole]
    matches = _join_unknown(matches, match_name)
    return matches if any(match.attribution.plausible for match in matches) else [whole]


def _longest_names(parts: Sequence[NamePart], match_name: _MatchName) -> Sequence[_NameMatch]:
    """Match the parts from the left, each time as many as form one name, at least one."""
    matches: list[_NameMatch] = []
    while parts:
        candidates = (parts[:size] for size in range(min(len(parts), MAX_NAME_PARTS), 1, -1))
        candidate = next((each for each in candidates if _is_one_name(each, match_name)), parts[:1])
        matches.append(match_name(candidate))
        parts = parts[len(candidate) :]
    return matches


def _is_one_name(candidate: Sequence[NamePart], match_name: _MatchName) -> bool:
    """Return whether neighbouring parts form one name.

    An uncertain name counts only if none of its later parts is certain by itself.
    """
    attribution = match_name(candidate).attribution
    return attribution.certain or (
        attribution.uncertain
        and not any(match_name([part]).attribution.certain for part in candidate[1:])
    )


def _join_unknown(matches: Sequence[_NameMatch], match_name: _MatchName) -> Sequence[_NameMatch]:
    """Join neighbouring unknown names where the second continues the first."""
    joined: list[_NameMatch] = []
    for match in matches:
        if joined and _continues(joined[-1], match):
            joined[-1] = match_name([joined[-1].part, match.part])
        else:
            joined.append(match)
    return joined


def _continues(previous: _NameMatch, match: _NameMatch) -> bool:
    """Return whether an unknown name continues an unknown one: after "và", or in lower case."""
    joiner, text = match.part.joiner.strip().casefold(), match.part.text
    lower_case = text[0].islower() and not HONORIFIC.match(text)
    return (
        previous.attribution.entry is None
        and match.attribution.entry is None
        and (joiner.endswith("và") or (joiner == "," and lower_case))
    )


def _change_dates(directory: Directory) -> Sequence[date]:
    """Return the sorted dates on which the valid titles and units change, with `date.min`."""
    validities: list[Title | Unit] = [*directory.units]
    validities.extend(title for person in directory.people for title in person.titles)
    since = {validity.since for validity in validities if validity.since}
    ends = {validity.until for validity in validities if validity.until} - {date.max}
    return sorted({date.min} | since | {end + timedelta(1) for end in ends})
