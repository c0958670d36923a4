"""Keep what a published file declares in the draft that replaces it."""

from agenda.editing.corrections import SetCorrection, read_corrections
from agenda.editing.months import SetHeader, read_header
from agenda.source.writing.updates import add_updates, read_updates

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
    rows = read_updates(published)[len(read_updates(text)) :]
    return add_updates(text, rows) if rows else text
