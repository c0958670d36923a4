"""Convert revisions and items to plain values for content digests."""

from collections.abc import Sequence
from datetime import date

from agenda.history.ledger import digest_of
from agenda.model import Item, Mention, Revision, ScheduleEntry, Slot, Update

Content = dict[str, object]


def revision_content(revision: Revision) -> Content:
    """Return all that a revision says as plain values: texts, numbers, None, lists and mappings.

    The values include the corrections. They depend on neither the templates nor the directory.
    A key that older digests do not know is only there if it is set.
    """
    document = revision.document
    content: Content = {
        "month": str(revision.month),
        "number": revision.number,
        "document": [
            document.issued.isoformat(),
            document.number,
            document.place,
            document.signer,
            document.signer_title,
            document.file,
            document.origin,
        ],
        "focus": list(revision.focus),
        "caveat": revision.caveat,
        "entries": [_entry_content(entry) for entry in revision.entries],
        **(
            {"scope": [day.isoformat() for day in revision.scope]}
            if revision.scope is not None
            else {}
        ),
        "recipients": list(revision.recipients),
        "corrections": [
            [
                correction.day.isoformat() if correction.day else None,
                correction.printed,
                correction.corrected,
                correction.doubt,
            ]
            for correction in revision.corrections
        ],
    }
    if revision.updates:
        # A digest, so that former words do not count as withheld places of the page.
        content["updates"] = digest_of([update_content(update) for update in revision.updates])
    return content


def update_content(update: Update) -> Content:
    """Return all that a file says of an update as plain values."""
    return {
        "day": update.day.isoformat(),
        "target": update.target,
        "before": None if update.before is None else dict(update.before),
        "reason": update.reason,
    }


def item_content(item: Item) -> Content:
    """Return all that the document says of an item as plain values, with names as printed."""
    return {
        "code": item.code,
        "days": [item.first.isoformat(), item.last.isoformat()],
        **_skipped_content(item.skipped),
        "half_day": item.half_day.value,
        "times": [clock.isoformat() if clock else None for clock in (item.start, item.end)],
        "text": item.text,
        "venue": item.venue,
        "preparers": _printed_names(item.preparers),
        "leaders": _printed_names(item.leaders),
        "participants": item.participants,
        "note": item.note,
        "status": item.status.value,
        "moved_to": _slot_content(item.moved_to) if item.moved_to else None,
        "reason": item.reason,
    }


def _slot_content(slot: Slot) -> list[str | None]:
    """Return the values of a slot. Only a set range or time lengthens the list of day and half-day.

    The digests of slots published without these stay valid.
    """
    content = [slot.day.isoformat(), slot.half_day.value if slot.half_day else None]
    further = (slot.last, slot.start, slot.end)
    if any(value is not None for value in further):
        content += [None if value is None else value.isoformat() for value in further]
    return content


def _entry_content(entry: ScheduleEntry) -> Content:
    return {
        "days": [entry.first.isoformat(), entry.last.isoformat()],
        **_skipped_content(entry.skipped),
        "label": entry.label,
        "items": [item_content(item) for item in entry.items],
    }


def _skipped_content(days: Sequence[date]) -> Content:
    """Return the days left out; nothing if there are none, so that older digests stay valid."""
    return {"skipped": [day.isoformat() for day in days]} if days else {}


def _printed_names(mentions: tuple[Mention, ...]) -> str:
    return "".join(mention.joiner + mention.text for mention in mentions)
