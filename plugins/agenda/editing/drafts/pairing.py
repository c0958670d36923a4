"""Compare an amendment with the month as it stands, and correct which items are the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.editing.action import EditScope
from agenda.editing.items import read_item
from agenda.editing.outcomes import EditConflict
from agenda.history.diff import Amendment, amendments, differences
from agenda.history.identity import make_code
from agenda.history.review import describe_item
from agenda.history.similarity import text_similarity
from agenda.model import Agenda, Item
from agenda.source.writing.fields import NotWritable, set_key
from agenda.source.writing.schedule.items import find_item, read_month


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedItem:
    """An item of an amendment. `earlier` describes what it was; empty for a new item.

    `differences` are the changed fields with their values before and after. `choices` are the
    codes of the earlier items that it may be instead.
    """

    code: str
    words: str
    earlier: str = ""
    differences: tuple[tuple[str, str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentComparison:
    """An amendment beside the month as it stands."""

    unchanged: tuple[str, ...]
    changed: tuple[ComparedItem, ...]
    added: tuple[ComparedItem, ...]
    removed: tuple[str, ...]


def compare_amendment(agenda: Agenda, file: str) -> AmendmentComparison | None:
    """Return what a file changes in its month; None for the first document of a month."""
    found = (
        amendment
        for month in agenda.months
        for amendment in amendments(month)
        if amendment.document.file == file
    )
    amendment = next(found, None)
    return None if amendment is None else _compare(amendment)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetItemCode:
    """An item of a draft that is the earlier item `earlier`, or a new one with that code."""

    code: str
    earlier: str

    @property
    def label(self) -> str:
        return "Ghép lại việc với bản trước"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code, self.earlier}))

    def conflict(self, text: str) -> EditConflict | None:
        if read_item(text, self.code) is not None and read_item(text, self.earlier) is None:
            return None
        return EditConflict(target=f"cv-{self.code}", base=None, ours=None, theirs=None)

    def apply(self, text: str) -> str:
        place = find_item(read_month(text), self.code)
        if place is None:
            raise NotWritable("không thấy việc")
        return set_key(text, place.record, "ma", self.earlier)


def new_code(agenda: Agenda, file: str, code: str) -> str | None:
    """Return a code for an item of a file that no item of its month has."""
    for month in agenda.months:
        for revision in month.revisions:
            item = next((item for item in revision.items if item.code == code), None)
            if revision.file == file and item is not None:
                taken = {item.code for each in month.revisions for item in each.items}
                return make_code(item, taken)
    return None


def _compare(amendment: Amendment) -> AmendmentComparison:
    changed, unchanged = [], []
    free = amendment.matching.dropped
    for pair in amendment.matching.pairs:
        found = differences(pair.before, pair.after)
        if not found:
            unchanged.append(describe_item(pair.after))
            continue
        changed.append(
            ComparedItem(
                code=pair.after.code,
                words=describe_item(pair.after),
                earlier=describe_item(pair.before),
                differences=tuple(
                    (each.field.label, each.before or "", each.after or "") for each in found
                ),
                choices=tuple(_choices(pair.after, free)),
            )
        )
    return AmendmentComparison(
        unchanged=tuple(unchanged),
        changed=tuple(changed),
        added=tuple(
            ComparedItem(
                code=item.code, words=describe_item(item), choices=tuple(_choices(item, free))
            )
            for item in amendment.matching.added
        ),
        removed=tuple(map(describe_item, free)),
    )


def _choices(item: Item, free: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    """Yield the earlier items that no item of the amendment is, the most similar first."""
    similar = sorted(free, key=lambda each: text_similarity(each.text, item.text), reverse=True)
    for each in similar:
        yield each.code, describe_item(each)
