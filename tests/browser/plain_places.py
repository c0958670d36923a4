"""Texts that a month prints outside of its items: the reference of `places.py`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from agenda.history.update_words import update_line
from agenda.model import DirectoryEntry, Month, Revision
from tests.browser.plain_times import Meaning


@dataclass(frozen=True)
class Place:
    """A paragraph, a document or a note of a month, or the label of days."""

    url: str
    first: date
    last: date
    of_month: bool
    texts: tuple[str, ...]
    shown: date | None = None
    """The day that a result shows, if another than the first."""

    half_day = None
    status = None

    def entries(self) -> Iterator[DirectoryEntry]:
        return iter(())

    def holds(self, meaning: Meaning) -> bool:
        """Return whether a place is on the days; what belongs to a month, with all its days."""
        if meaning.values or (self.of_month and meaning.weekday is not None):
            return False
        count = (self.last - self.first).days + 1
        days = [self.first + timedelta(number) for number in range(count)]
        if meaning.weekday is not None and meaning.weekday not in {day.weekday() for day in days}:
            return False
        return meaning.ranges is None or any(
            all(first <= day <= last for day in days)
            if self.of_month
            else any(first <= day <= last for day in days)
            for first, last in meaning.ranges
        )


def places_of(month: Month) -> Iterator[Place]:
    url, current = f"{month.month.year:04}/{month.month.month:02}/", month.current
    begin, end = month.month.first, month.month.last
    for number, paragraph in enumerate(current.focus, 1):
        yield Place(f"{url}#trong-tam-{number}", begin, end, True, (paragraph,))
    if current.caveat:
        yield Place(f"{url}#luu-y", begin, end, True, (current.caveat,))
    yield Place(f"{url}#nguon", begin, end, True, tuple(map(words_of, month.revisions)))
    if current.corrections:
        texts = tuple(
            f"{each.printed} sửa thành {each.corrected}"
            if each.corrected is not None
            else f"{each.printed} {each.doubt}"
            for each in current.corrections
        )
        yield Place(f"{url}#hieu-dinh", begin, end, True, texts)
    for revision in month.revisions:
        for number, update in enumerate(revision.updates, 1):
            anchor = f"{url}thay-doi/#cap-nhat-{revision.number}-{number}"
            yield Place(anchor, begin, end, True, (update_line(update),))
    for entry in current.entries:
        if entry.label:
            first = max(entry.first, begin)
            day = f"{first.year:04}/{first.month:02}/#ngay-{first.day:02}"
            yield Place(day, first, entry.last, False, (entry.label,))


def words_of(revision: Revision) -> str:
    """Return the words about a document, in the order of the page."""
    document, month = revision.document, revision.month
    words = f"Chương trình công tác tháng {month.month} năm {month.year}"
    if revision.number:
        words += f" điều chỉnh lần {revision.number}"
    if document.number:
        words += f" Số {document.number}"
    issued = document.issued
    words += f" {document.place or ''} ngày {issued.day} tháng {issued.month} năm {issued.year}"
    if document.signer or document.signer_title:
        words += f" Người ký {document.signer_title or ''} {document.signer or ''}"
    words += f" {document.origin or ''}"
    if revision.recipients:
        words += f" Nơi nhận {' '.join(revision.recipients)}"
    return words
