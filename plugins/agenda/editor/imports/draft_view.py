"""Prepare a draft beside its document: its days and items, each with its doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agenda.editing.drafts.cards import Card
from agenda.editing.drafts.session import ImportSession
from agenda.editing.items import read_items
from agenda.editing.months import read_header, read_labels
from agenda.editing.outcomes import Values
from agenda.editor.field_inputs import as_texts
from agenda.importer.datamodel.document import BlockLocation
from agenda.schema.month import MONTH_FILE
from agenda.schema.schedule import HALF_DAY_LABELS, ITEM
from agenda.schema.signed_document import DOCUMENT

_TEXT = "noi_dung"
_HALF_DAYS = {str(half_day.value): label for half_day, label in HALF_DAY_LABELS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItemView:
    """An item of a draft with its other fields in words, and its place in the document."""

    code: str
    time: str
    text: str
    facts: tuple[tuple[str, str], ...]
    place: str
    place_words: str
    cards: tuple[Card, ...]
    before: str = ""
    after: str = ""
    """The codes of its neighbours in the half-day; empty at an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDayView:
    """A row of a draft: days as written, a label, and the items of each half-day by its name."""

    days: str
    label: str
    half_days: tuple[tuple[str, tuple[DraftItemView, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft: the facts of its document, its days, and the doubts that belong to no item."""

    index: int
    name: str
    facts: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    days: tuple[DraftDayView, ...]


def view_draft(session: ImportSession, index: int) -> DraftView:
    """Return a draft of a session for its page."""
    draft = session.drafts[index]
    cards = [card for card in session.cards if card.draft == index]
    items = read_items(draft.text)
    targets = {f"cv-{code}" for code in items}
    return DraftView(
        index=index,
        name=draft.name,
        facts=tuple(_header_facts(read_header(draft.text))),
        cards=tuple(card for card in cards if card.target not in targets),
        days=tuple(_days(session, index, cards)),
    )


def place_anchor(place: BlockLocation, session: ImportSession) -> str:
    """Return the id of a place in the document as its page shows it; empty if it is unknown."""
    if place.table is not None and place.row is not None and not session.pages:
        return f"bang-{place.table}-hang-{place.row}"
    if place.page is not None and place.page <= session.pages:
        return f"trang-{place.page}"
    return ""


def _days(session: ImportSession, index: int, cards: Sequence[Card]) -> Iterator[DraftDayView]:
    draft = session.drafts[index]
    labels = read_labels(draft.text)
    rows: dict[str, dict[str, list[DraftItemView]]] = {days: {} for days in labels}
    for code, values in read_items(draft.text).items():
        place = draft.places.get(code, BlockLocation())
        half_day = _HALF_DAYS.get(str(values.get("buoi")), "")
        item = DraftItemView(
            code=code,
            time=str(values.get("gio") or ""),
            text=str(values.get(_TEXT) or ""),
            facts=tuple(_facts(values)),
            place=place_anchor(place, session),
            place_words=str(place),
            cards=tuple(card for card in cards if card.target == f"cv-{code}"),
        )
        row = rows.setdefault(str(values.get("ngay") or ""), {})
        row.setdefault(half_day, []).append(item)
    for days, half_days in rows.items():
        yield DraftDayView(
            days=days,
            label=str(labels.get(days) or ""),
            half_days=tuple((name, tuple(_in_order(items))) for name, items in half_days.items()),
        )


def _in_order(items: Sequence[DraftItemView]) -> Iterator[DraftItemView]:
    """Yield the items of a half-day, each with its neighbours."""
    codes = ["", *(item.code for item in items), ""]
    for item, before, after in zip(items, codes, codes[2:], strict=False):
        yield replace(item, before=before, after=after)


def _facts(values: Values) -> Iterator[tuple[str, str]]:
    for field in ITEM.fields:
        if field.key in ("ma", "gio", _TEXT):
            continue
        if texts := as_texts(values.get(field.key)):
            yield field.label, "; ".join(texts)


def _header_facts(values: Values) -> Iterator[tuple[str, str]]:
    for field in (*DOCUMENT.fields, *MONTH_FILE.fields):
        if texts := as_texts(values.get(field.key)):
            yield field.label, "\n".join(texts)
