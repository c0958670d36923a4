"""Find where a document has each item of a draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agenda.editing.items import read_items
from agenda.importer.datamodel.document import BlockLocation, Document, Paragraph
from agenda.vietnam.text import matching_key

_LENGTH = 40
"""The characters of an item that are looked for; the rest may continue on another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """The words of a row or a paragraph."""

    words: str
    place: BlockLocation


def find_items(document: Document, text: str) -> Mapping[str, BlockLocation]:
    """Return the place of each item by its code, for the items whose words are found.

    Equal items are found in the order of the document.
    """
    passages = list(_passages(document))
    places: dict[str, BlockLocation] = {}
    at = 0
    for code, values in read_items(text).items():
        sought = matching_key(str(values.get("noi_dung") or ""))[:_LENGTH]
        found = next(
            (
                index
                for index in (*range(at, len(passages)), *range(at))
                if sought and sought in passages[index].words
            ),
            None,
        )
        if found is not None:
            places[code] = passages[found].place
            at = found
    return places


def _passages(document: Document) -> Iterator[_Passage]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield _Passage(words=_key(block.text), place=block.place)
            continue
        for row in block.rows:
            cells = {id(cell): cell.text for cell in row.cells}
            words = "\n".join(cells.values())
            yield _Passage(words=_key(words), place=row.place)


def _key(text: str) -> str:
    return matching_key(" ".join(text.split()))
