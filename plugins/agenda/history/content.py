"""What a revision says as plain values, free of templates and of the directory."""

from agenda.model import Item, Mention, Revision, ScheduleEntry

Content = dict[str, object]


def revision_content(revision: Revision) -> Content:
    """Everything that the paper says, in its order, and what was corrected against it."""
    document = revision.document
    return {
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
        "entries": [_entry(entry) for entry in revision.entries],
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


def item_content(item: Item) -> Content:
    """Everything that the paper says of an item; names as printed, whoever bears them."""
    return {
        "code": item.code,
        "days": [item.first.isoformat(), item.last.isoformat()],
        "half_day": item.half_day.value,
        "times": [each.isoformat() if each else None for each in (item.start, item.end)],
        "text": item.text,
        "venue": item.venue,
        "preparers": _printed(item.preparers),
        "leaders": _printed(item.leaders),
        "participants": item.participants,
        "note": item.note,
        "status": item.status.value,
        "moved_to": [
            item.moved_to.day.isoformat(),
            item.moved_to.half_day.value if item.moved_to.half_day else None,
        ]
        if item.moved_to
        else None,
        "reason": item.reason,
    }


def _entry(entry: ScheduleEntry) -> Content:
    return {
        "days": [entry.first.isoformat(), entry.last.isoformat()],
        "label": entry.label,
        "items": [item_content(item) for item in entry.items],
    }


def _printed(mentions: tuple[Mention, ...]) -> str:
    return "".join(mention.joiner + mention.text for mention in mentions)
