"""Sort people by precedence: the head, the deputies, the others, then who has left."""

import re
from collections.abc import Iterable

from agenda.model import Person
from agenda.vietnam.names.titles import office_key
from agenda.vietnam.text import fold

HEAD = re.compile(
    r"(?:q |quyen )?(?:(?:tong )?giam doc|chu tich|(?:(?:chi )?cuc|vien|hieu) truong)\b"
)
DEPUTY = re.compile(r"pho\b")


def in_precedence(people: Iterable[Person]) -> list[Person]:
    """Sort people by the titles they hold; equals stay in the order of the directory."""
    return sorted(people, key=_rank)


def _rank(person: Person) -> int:
    present = [fold(office_key(title.name)) for title in person.titles if title.until is None]
    if any(map(HEAD.match, present)):
        return 0
    if any(map(DEPUTY.match, present)):
        return 1
    return 3 if person.titles and not present else 2
