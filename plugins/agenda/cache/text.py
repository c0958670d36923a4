"""Texts that are made on demand."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CachedText:
    """A text made on demand, so that a large site holds one page in memory at a time.

    Two texts of the same `key` are equal.
    """

    key: str
    make: Callable[[], str] = field(compare=False, repr=False)

    def encoded(self) -> bytes:
        """Return the text in UTF-8."""
        return self.make().encode()

    @classmethod
    def of(cls, text: str) -> "CachedText":
        """Wrap a text that exists already."""
        return cls(text, lambda: text)


NO_TEXT = CachedText.of("")
