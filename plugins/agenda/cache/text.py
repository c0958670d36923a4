"""Texts that are made when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CachedText:
    """A text to be made: of a large site one page is held at a time.

    Those of equal `key` are equal.
    """

    key: str
    make: Callable[[], str] = field(compare=False, repr=False)

    def encoded(self) -> bytes:
        """Its bytes in UTF-8."""
        return self.make().encode()

    @classmethod
    def of(cls, text: str) -> "CachedText":
        """One that is there already."""
        return cls(text, lambda: text)


NO_TEXT = CachedText.of("")
