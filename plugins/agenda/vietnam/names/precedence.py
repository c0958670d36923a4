"""Sort people by precedence: the head, the deputies, the others, then who has left."""

import re
from collections.abc import Iterable
from datetime import date

from agenda.model import Person
from agenda.vietnam.names.titles import office_key, titles_held
from agenda.vietnam.text import fold

HEAD = re.compile(
    r"(?:q |quyen )?(?:(?:tong )?giam doc|chu tich|(?:(?:chi )?cuc|vien|hieu) truong)\b"
)
DEPUTY = re.compile(r"pho\b")


def in_precedence(people: Iterable[Person], day: date) -> list[Person]:
    """Sort people by the titles they hold on a day; equals stay in the order of the directory."""
    return sorted(people, key=lambda person: _rank(person, day))


def _rank(person: Person, day: date) -> int:
    present = [fold(office_key(title.name)) for title in titles_held(person, day)]
    if any(map(HEAD.match, present)):
        return 0
    if any(map(DEPUTY.match, present)):
        return 1
    return 3 if person.titles and not present else 2
