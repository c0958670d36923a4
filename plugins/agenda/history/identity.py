"""Who is who: a code for every item that has none, the same in every revision of its month."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from agenda.history.matching import MatchBasis, Matching, Pair, match_items
from agenda.model import Agenda, Item, Month, Revision, YearMonth
from agenda.vietnam.text import matching_key

_LETTERS = "bcdfghjkmnpqrstvwxz"
_SYMBOLS = _LETTERS + "23456789"
_LENGTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """An agenda whose items all have codes, and by what they were told in each amendment.

    `matchings` are by month and number of the revision, each against the one before it.
    """

    agenda: Agenda
    matchings: Mapping[tuple[YearMonth, int], Matching]

    @property
    def doubtful(self) -> Iterable[tuple[Revision, Pair]]:
        """The pairs that a person should look at, with the revisions that they are in."""
        for month in self.agenda.months:
            for revision in month.revisions[1:]:
                for pair in self.matchings[month.month, revision.number].pairs:
                    if pair.doubtful:
                        yield revision, pair


def identify(agenda: Agenda) -> Identified:
    """Give each item without a code the one it has in the revision before, or a fresh one.

    An item that an earlier revision had and dropped gets its code back if it returns as it was.
    A fresh code was never in any revision of the month, and depends on the item alone unless
    that code is taken: a preview and the file agree on it before anything is written.
    """
    matchings: dict[tuple[YearMonth, int], Matching] = {}
    by_month = [_identify_month(month, matchings) for month in agenda.months]
    entries = {
        id(old): new
        for month, revisions in zip(agenda.months, by_month, strict=True)
        for old, new in zip(month.current.entries, revisions[-1].entries, strict=True)
    }
    months = tuple(
        replace(
            month,
            revisions=tuple(revisions),
            days=tuple(
                replace(day, entries=tuple(entries[id(entry)] for entry in day.entries))
                for day in month.days
            ),
        )
        for month, revisions in zip(agenda.months, by_month, strict=True)
    )
    return Identified(agenda=replace(agenda, months=months), matchings=matchings)


def _identify_month(
    month: Month, matchings: dict[tuple[YearMonth, int], Matching]
) -> list[Revision]:
    taken = {item.code for revision in month.revisions for item in revision.items if item.code}
    revisions: list[Revision] = []
    gone: dict[str, Item] = {}
    for revision in month.revisions:
        earlier = revisions[-1].items if revisions else ()
        matching = match_items(earlier, revision.items)
        known = {id(pair.after): pair.before.code for pair in matching.pairs}
        written = {item.code for item in revision.items}
        gone |= {item.code: item for item in matching.dropped}
        absent = [item for code, item in gone.items() if code not in written]
        new = [item for item in matching.added if not item.code]
        for pair in match_items(absent, new).pairs:
            if pair.basis is MatchBasis.EXACT:
                known[id(pair.after)] = pair.before.code
        coded = _coded(revision.items, known, taken)
        matchings[month.month, revision.number] = _renewed(matching, coded)
        gone = {code: item for code, item in gone.items() if code not in known.values()}
        entries = tuple(
            replace(entry, items=tuple(coded[id(item)] for item in entry.items))
            for entry in revision.entries
        )
        revisions.append(replace(revision, entries=entries))
    return revisions


def _coded(items: Sequence[Item], known: Mapping[int, str], taken: set[str]) -> dict[int, Item]:
    """The items with their codes, by the `id` of what they were; fresh ones join the `taken`."""
    coded = {}
    for item in items:
        code = item.code or known.get(id(item)) or make_code(item, taken)
        taken.add(code)
        coded[id(item)] = item if item.code else replace(item, code=code)
    return coded


def _renewed(matching: Matching, coded: Mapping[int, Item]) -> Matching:
    return Matching(
        pairs=tuple(replace(pair, after=coded[id(pair.after)]) for pair in matching.pairs),
        added=tuple(coded[id(item)] for item in matching.added),
        dropped=matching.dropped,
    )


def make_code(item: Item, taken: Set[str]) -> str:
    """A code for an item that has none, not among those `taken` in its month.

    It is drawn from the item's own day and words. Without vowels it spells no word, and its
    first letter keeps other YAML readers from taking it for a number.
    """
    seed = f"{item.month}|{item.first}|{item.half_day.value}|{matching_key(item.text)}"
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{seed}|{attempt}".encode()).digest()
        number = int.from_bytes(digest[:8])
        number, index = divmod(number, len(_LETTERS))
        code = _LETTERS[index]
        for _ in range(_LENGTH - 1):
            number, index = divmod(number, len(_SYMBOLS))
            code += _SYMBOLS[index]
        if code not in taken:
            return code
        attempt += 1
