"""What items say, each worked out once however many pages hold it."""

from agenda.history.content import item_content
from agenda.history.ledger import ContentDigest, digest_content
from agenda.model import Item


class DigestMemo:
    """Items as the ledger keeps them."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Item, ContentDigest]] = {}

    def of(self, item: Item) -> ContentDigest:
        """Known by identity, since hashing an item takes as long."""
        known = self._known.get(id(item))
        if known is None:
            known = self._known[id(item)] = item, digest_content(item_content(item))
        return known[1]
