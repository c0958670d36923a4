"""A served site with a plain search to compare with."""

from dataclasses import dataclass

from tests.browser.plain_search import PlainSearch


@dataclass(frozen=True)
class Record:
    """A served site and a plain search over the agenda that it was built from."""

    home: str
    plain: PlainSearch
