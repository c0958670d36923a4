"""Keep what a published file declares in the draft that replaces it."""

from yaml.nodes import MappingNode

from agenda.editing.months import SetCorrection, SetHeader, read_corrections, read_header
from agenda.source.updates.values import plain_values
from agenda.source.writing.schedule.items import read_month
from agenda.source.writing.updates import Row, add_updates
from agenda.source.yaml.records import Record

_UPDATES = "cap_nhat"
_DECLARED = ("tep", "tep_da_che", "nguon")
"""The keys of a document that no import reads from its words."""


def with_declarations(text: str, published: str) -> str:
    """Return the text of a draft with the updates, corrections and files of a published text.

    The page has shown them, and a publication that drops them is refused.
    """
    base, header = read_header(text), read_header(published)
    kept = {key: base.get(key) or header.get(key) for key in _DECLARED}
    text = SetHeader(base=base, values={**base, **kept}).apply(text)
    for correction in read_corrections(published):
        if correction not in read_corrections(text):
            text = SetCorrection(base=None, values=correction).apply(text)
    known = len(read_month(text).records(_UPDATES))
    rows = [_row(record) for record in read_month(published).records(_UPDATES)[known:]]
    return add_updates(text, rows) if rows else text


def _row(record: Record) -> Row:
    """Return an update as its file writes it."""
    former, reason = record.record("truoc"), record.text("vi")
    return {
        "luc": record.text("luc"),
        "cho": record.text("cho"),
        "truoc": dict(plain_values(former)) if former and _is_mapping(former) else None,
        **({"vi": reason} if reason else {}),
    }


def _is_mapping(record: Record) -> bool:
    """Return whether a record has keys; that of an added place is `null`."""
    return isinstance(record.node, MappingNode)
