"""Give every item a code that stays the same in all revisions of its month."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from agenda.history.matching import MatchBasis, Matching, Pair, match_items
from agenda.history.similarity import similarity
from agenda.model import Agenda, Item, Month, Revision, YearMonth
from agenda.model.composition import build_months, compose, replaced_items
from agenda.vietnam.text import matching_key

_CONSONANTS = "bcdfghjkmnpqrstvwxz"
_CODE_CHARACTERS = _CONSONANTS + "23456789"
_CODE_LENGTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """An agenda whose items all have codes, with the matching behind each amendment.

    `matchings` are by month and number of the revision, each against the previous revision.
    """

    agenda: Agenda
    matchings: Mapping[tuple[YearMonth, int], Matching]

    @property
    def doubtful(self) -> Iterable[tuple[Revision, Pair]]:
        """Yield the doubtful pairs for review, each with its later revision."""
        for month in self.agenda.months:
            for revision in month.revisions[1:]:
                for pair in self.matchings[month.month, revision.number].pairs:
                    if pair.doubtful:
                        yield revision, pair


def identify(agenda: Agenda) -> Identified:
    """Give each item without a code the code of its earlier revision, or a new one.

    A dropped item gets its code back if it returns unchanged. A new code never occurs in another
    revision of the month. The code depends on the item alone unless it is taken. Previews
    therefore show the codes that are written to the files later.
    """
    matchings: dict[tuple[YearMonth, int], Matching] = {}
    revisions = [
        revision for month in agenda.months for revision in _identify_month(month, matchings)
    ]
    return Identified(agenda=replace(agenda, months=build_months(revisions)), matchings=matchings)


def _identify_month(
    month: Month, matchings: dict[tuple[YearMonth, int], Matching]
) -> list[Revision]:
    taken = {item.code for revision in month.revisions for item in revision.items if item.code}
    taken |= {
        update.code for revision in month.revisions for update in revision.updates if update.code
    }
    revisions: list[Revision] = []
    dropped: dict[str, Item] = {}
    for revision in month.revisions:
        earlier = replaced_items(compose(revisions)[-1], revision) if revisions else ()
        revision = _without_duplicate_codes(revision, earlier)
        matching = match_items(earlier, revision.items)
        known = {id(pair.after): pair.before.code for pair in matching.pairs}
        written_codes = {item.code for item in revision.items}
        dropped |= {item.code: item for item in matching.dropped}
        absent = [item for code, item in dropped.items() if code not in written_codes]
        new = [item for item in matching.added if not item.code]
        for pair in match_items(absent, new).pairs:
            if pair.basis is MatchBasis.EXACT:
                known[id(pair.after)] = pair.before.code
        coded_items = _assign_codes(revision.items, known, taken)
        matchings[month.month, revision.number] = _with_codes(matching, coded_items)
        dropped = {code: item for code, item in dropped.items() if code not in known.values()}
        entries = tuple(
            replace(entry, items=tuple(coded_items[id(item)] for item in entry.items))
            for entry in revision.entries
        )
        revisions.append(replace(revision, entries=entries))
        dropped |= _removed_by_updates(revisions[-1])
    return revisions


def _removed_by_updates(revision: Revision) -> dict[str, Item]:
    """Return the items that updates removed from a file, by their codes."""
    listed = {item.code for item in revision.items}
    return {
        update.code: update.former_item
        for update in revision.updates
        if update.code and update.former_item and update.code not in listed
    }


def _without_duplicate_codes(revision: Revision, earlier: Sequence[Item]) -> Revision:
    """Return the revision with each code on one item only; the copies have none.

    A code stays on the item that is most like the earlier one with it, else on the item from
    whose words it was made, else on the first.
    """
    by_code: dict[str, list[Item]] = defaultdict(list)
    for item in revision.items:
        by_code[item.code].append(item)
    copies: set[int] = set()
    for code, items in by_code.items():
        if code and len(items) > 1:
            before = next((each for each in earlier if each.code == code), None)
            original = (
                max(items, key=partial(similarity, before))
                if before
                else next((each for each in items if make_code(each, ()) == code), items[0])
            )
            copies |= {id(each) for each in items if each is not original}
    if not copies:
        return revision
    entries = tuple(
        replace(
            entry,
            items=tuple(
                replace(item, code="") if id(item) in copies else item for item in entry.items
            ),
        )
        for entry in revision.entries
    )
    return replace(revision, entries=entries)


def _assign_codes(
    items: Sequence[Item], known: Mapping[int, str], taken: set[str]
) -> dict[int, Item]:
    """Return the items with codes, by the `id` of the items without; add new codes to `taken`."""
    coded_items = {}
    for item in items:
        code = item.code or known.get(id(item)) or make_code(item, taken)
        taken.add(code)
        coded_items[id(item)] = item if item.code else replace(item, code=code)
    return coded_items


def _with_codes(matching: Matching, coded_items: Mapping[int, Item]) -> Matching:
    return Matching(
        pairs=tuple(replace(pair, after=coded_items[id(pair.after)]) for pair in matching.pairs),
        added=tuple(coded_items[id(item)] for item in matching.added),
        dropped=matching.dropped,
    )


def make_code(item: Item, taken: Collection[str]) -> str:
    """Return a code for an item that is not among the codes `taken` in its month.

    The code is derived from the day and the words of the item. Codes have no vowels, so that they
    never spell a word. The first character is a letter, so that no YAML parser reads a number.
    """
    seed = f"{item.month}|{item.first}|{item.half_day.value}|{matching_key(item.text)}"
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{seed}|{attempt}".encode()).digest()
        number = int.from_bytes(digest[:8])
        number, index = divmod(number, len(_CONSONANTS))
        code = _CONSONANTS[index]
        for _ in range(_CODE_LENGTH - 1):
            number, index = divmod(number, len(_CODE_CHARACTERS))
            code += _CODE_CHARACTERS[index]
        if code not in taken:
            return code
        attempt += 1
