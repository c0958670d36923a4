"""Compare a published month with its document, item by item, in Vietnamese."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from agenda.importer.datamodel.draft import Draft
from agenda.importer.output.comparable_item import ComparableItem, item_of_draft, item_of_revision
from agenda.model import Revision
from agenda.source.scope import format_days
from agenda.source.writing.schedule.rows import format_span
from agenda.vietnam.dates import full_date
from agenda.vietnam.privacy.detector import is_redaction
from agenda.vietnam.text import TYPOGRAPHY

MIN_SIMILARITY = 0.5
"""Two texts with less similarity are of different items."""


@dataclass(slots=True, kw_only=True)
class Comparison:
    """The differences in the order of the document, and the tolerated differences.

    `corrected` are declared corrections that were found. `withheld` counts fields that differ
    only in withheld words, `typographic` those that differ only in spaces, composition of letters,
    quotation marks or dashes.
    """

    differences: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    withheld: int = 0
    typographic: int = 0
    items: int = 0


def compare(draft: Draft, revision: Revision) -> Comparison:
    """Compare a draft of the document with the published `revision`."""
    return _Comparer(draft, revision).compare()


class _Comparer:
    """The comparison of one draft with one revision."""

    def __init__(self, draft: Draft, revision: Revision) -> None:
        self._draft, self._revision = draft, revision
        self._found = Comparison(items=len(draft.items))

    def compare(self) -> Comparison:
        self._compare_paper()
        self._compare_scope()
        printed = [
            item_of_draft(item, entry.first, entry.last, half.half_day)
            for entry in self._draft.entries
            for half in entry.halves
            for item in half.items
        ]
        published = list(map(item_of_revision, self._revision.items))
        if self._of_one_week:
            days = {(entry.first, entry.last) for entry in self._draft.entries}
            published = [item for item in published if (item.first, item.last) in days]
        pairs = _pair(printed, published)
        for number, item in enumerate(printed):
            if number in pairs:
                self._compare_items(item, published[pairs[number]])
            else:
                self._differ(f'thiếu trên trang: {item.where}: "{item.text}"')
        for number, item in enumerate(published):
            if number not in pairs.values():
                self._differ(f'thừa trên trang: {item.where}: "{item.text}"')
        self._compare_order(pairs, printed)
        self._compare_labels()
        return self._found

    def _compare_paper(self) -> None:
        paper, published = self._draft.paper, self._revision.document
        for name, draft_value, published_value in (
            ("số văn bản", paper.number, published.number),
            ("nơi ban hành", paper.place, published.place),
            ("người ký", paper.signer, published.signer),
            ("chức vụ", paper.signer_title, published.signer_title),
            ("lưu ý", self._draft.caveat, self._revision.caveat),
        ):
            self._compare_texts(name, draft_value or "", published_value or "", None)
        if paper.issued is not None and paper.issued != published.issued:
            self._differ(
                f"ngày ký: văn bản ghi {full_date(paper.issued)}, trang ghi "
                f"{full_date(published.issued)}"
            )
        for name, printed, shown in (
            ("nội dung trọng tâm", self._draft.focus, self._revision.focus),
            ("nơi nhận", self._draft.recipients, self._revision.recipients),
        ):
            for number, (one, other) in enumerate(zip_longest(printed, shown, fillvalue="")):
                self._compare_texts(f"{name}, đoạn {number + 1}", one, other, None)

    @property
    def _of_one_week(self) -> bool:
        """Return whether the file also has the days of other weeks' documents."""
        return self._draft.weekly and self._draft.scope != self._revision.scope

    def _compare_scope(self) -> None:
        ours, theirs = self._draft.scope, self._revision.scope
        if self._revision.number == 0 or ours is None or ours == theirs:
            return
        if not (self._draft.weekly and ours and theirs and set(ours) <= set(theirs)):
            self._differ(f"phạm vi: văn bản là {_scope(ours)}, trang là {_scope(theirs)}")

    def _compare_items(self, printed: ComparableItem, published: ComparableItem) -> None:
        where = f'{printed.where}: "{_short(printed.text)}"'
        if (printed.first, printed.last, printed.half_day) != (
            published.first,
            published.last,
            published.half_day,
        ):
            self._differ(f"{where}: trang ghi {published.where}")
        published_fields = dict(published.fields)
        for name, text in printed.fields:
            days = (printed.first, printed.last)
            self._compare_texts(f"{where}: {name}", text, published_fields[name], days)

    def _compare_texts(
        self, name: str, printed: str, published: str, days: tuple[date, date] | None
    ) -> None:
        if printed == published:
            return
        if _plain(printed) == _plain(published):
            self._found.typographic += 1
            return
        corrected, used = self._corrected(printed, days)
        withheld = is_redaction(_plain(corrected), _plain(published))
        if withheld or (used and _plain(corrected) == _plain(published)):
            self._found.corrected += used
            self._found.withheld += withheld
            return
        self._differ(
            f'{name}: văn bản ghi "{printed}", trang ghi "{published}"'
            if printed and published
            else f'{name}: văn bản ghi "{printed}", trang không ghi'
            if printed
            else f'{name}: văn bản không ghi, trang ghi "{published}"'
        )

    def _corrected(self, printed: str, days: tuple[date, date] | None) -> tuple[str, list[str]]:
        """Apply the declared corrections of these days; return the text and those applied."""
        text, used = " ".join(printed.split()), []
        for correction in self._revision.corrections:
            if correction.corrected is None or not correction.printed:
                continue
            if correction.day and (days is None or not days[0] <= correction.day <= days[1]):
                continue
            if correction.printed in text:
                text = text.replace(correction.printed, correction.corrected)
                used.append(f"{correction.printed} → {correction.corrected}")
        return text, used

    def _compare_order(self, pairs: dict[int, int], printed: Sequence[ComparableItem]) -> None:
        last = -1
        for number, item in enumerate(printed):
            if number in pairs:
                if pairs[number] < last:
                    self._differ(f'{item.where}: "{_short(item.text)}": khác thứ tự trên trang')
                last = max(last, pairs[number])

    def _compare_labels(self) -> None:
        month = self._draft.month
        published_entries = {
            format_span(entry.first, entry.last, month): entry for entry in self._revision.entries
        }
        draft_entries = {format_span(e.first, e.last, month): e for e in self._draft.entries}
        for days, entry in draft_entries.items():
            if days not in published_entries:
                if not entry.items:
                    self._differ(f"ngày {days}: văn bản có, trang không có")
            else:
                self._compare_texts(
                    f"ngày {days}: nhãn",
                    entry.label or "",
                    published_entries[days].label or "",
                    (entry.first, entry.last),
                )
        for days, published in published_entries.items():
            if days not in draft_entries and not published.items and not self._of_one_week:
                self._differ(f"ngày {days}: trang có, văn bản không có")

    def _differ(self, message: str) -> None:
        self._found.differences.append(message)


def _scope(days: tuple[date, ...] | None) -> str:
    if days is None:
        return "cả tháng"
    return f"các ngày {format_days(days)}" if days else "lịch bổ sung"


def _pair(printed: Sequence[ComparableItem], published: Sequence[ComparableItem]) -> dict[int, int]:
    """Pair items by index: the most similar first, if similar enough."""
    scores = sorted(_score_pairs(printed, published), reverse=True)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in scores:
        if -number not in pairs and -other not in taken:
            pairs[-number] = -other
            taken.add(-other)
    return pairs


def _score_pairs(
    printed: Sequence[ComparableItem], published: Sequence[ComparableItem]
) -> Iterator[tuple[float, int, int]]:
    """Yield the score of each pair: text similarity up to 1, plus day and half-day.

    Indices are negative, so that sorting puts the first items first.
    """
    for number, printed_item in enumerate(printed):
        words = difflib.SequenceMatcher(autojunk=False)
        words.set_seq2(_plain(printed_item.text).lower())
        for other, item in enumerate(published):
            same_day = (printed_item.first, printed_item.last) == (item.first, item.last)
            same_half = same_day and printed_item.half_day is item.half_day
            if same_half and is_redaction(_plain(printed_item.text), _plain(item.text)):
                yield 2.5, -number, -other
                continue
            words.set_seq1(_plain(item.text).lower())
            if words.real_quick_ratio() < MIN_SIMILARITY or words.quick_ratio() < MIN_SIMILARITY:
                continue
            ratio = words.ratio()
            if ratio >= MIN_SIMILARITY and (same_day or ratio > 0.8):
                yield ratio + same_day + 0.5 * same_half, -number, -other


def _plain(text: str) -> str:
    """Normalise the typography of a text; keep case and diacritics."""
    plain = unicodedata.normalize("NFC", text).translate(TYPOGRAPHY)
    return " ".join(re.sub(r"\s*([-;,:])\s*", r" \1 ", plain).split()).strip(" ;,.")


def _short(text: str, max_length: int = 60) -> str:
    return text if len(text) <= max_length else text[: max_length - 1] + "…"
