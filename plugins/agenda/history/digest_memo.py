"""Memoise the content digests of items."""

from agenda.history.content import item_content
from agenda.history.ledger import ContentDigest, digest_content
from agenda.model import Item


class DigestMemo:
    """A memo of item digests: several pages need the digest of the same item."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Item, ContentDigest]] = {}

    def of(self, item: Item) -> ContentDigest:
        """Return the digest of an item.

        The key is the identity of the item, because hashing an item takes as long as its digest.
        """
        known = self._known.get(id(item))
        if known is None:
            known = self._known[id(item)] = item, digest_content(item_content(item))
        return known[1]
