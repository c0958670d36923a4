"""Recognising people in print: "Đ/c Văn GĐ", "PGĐ Hoàn", "đồng chí Đỗ Khoa Văn, Giám đốc"."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agenda.model import Person
from agenda.vietnam.names.titles import may_be_an_office, names_an_office, office_key, office_keys
from agenda.vietnam.text import fold, matching_key

HONORIFIC = re.compile(
    r"""
      (?<!\S) (?:các\s+)?
      (?: [đð]\s?/\s?c | d/c\b | đ\.\s?c\b | (?:[đð]c|[đð]ồng\s+chí|ông|bà)(?![^\s.:]) )
      [.:]* \s*
    """,
    re.IGNORECASE | re.VERBOSE,
)

GLUED = re.compile(r"(?<=[a-zà-ỹ])(?=(?:P\.?)?G[ĐD]\b)")
"""Where the space between a name and an office was left out: "HoànPGĐ"."""

BREAK = re.compile(r"\s+[-–—]+\s+|[,;:()\[\]\r\n]")
"""Between a name and an office, and between offices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReading:
    """The people that a printed name fits, and the keys of the offices printed with it."""

    people: tuple[Person, ...]
    offices: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedName:
    """A text taken apart: its words, with "," for every break, and whether it has an honorific."""

    words: tuple[str, ...]
    honoured: bool

    @classmethod
    def of(cls, text: str) -> "PrintedName":
        honorific = HONORIFIC.search(text)
        if honorific is not None:
            text = f"{text[: honorific.start()]} , {text[honorific.end() :]}"
        return cls(words=tuple(BREAK.sub(" , ", text).split()), honoured=honorific is not None)


class People:
    """The people of a directory by every tail of their names."""

    def __init__(self, people: Iterable[Person]) -> None:
        by_tail = defaultdict(list)
        offices: set[str] = set()
        for person in people:
            offices |= office_keys(person.titles)
            words = matching_key(person.name).split()
            for start in range(len(words)):
                by_tail[" ".join(words[start:])].append(person)
        self._by_tail = {tail: tuple(people) for tail, people in by_tail.items()}
        by_folded: dict[str, list[Person]] = defaultdict(list)
        for tail, bearers in by_tail.items():
            by_folded[fold(tail)].extend(bearers)
        self._by_folded = {folded: tuple(people) for folded, people in by_folded.items()}
        self._longest = max((tail.count(" ") + 1 for tail in by_tail), default=0)
        self._offices = frozenset(offices)

    def read(self, text: str, *, bare: bool) -> NameReading | None:
        """Whom `text` names, or None where it is not a person's name with offices around it.

        The longest name counts. Unless `bare`, a given name alone needs an honorific or an
        office beside it: most given names are common words.
        """
        printed = PrintedName.of(text)
        bare = bare or printed.honoured
        for size in range(min(self._longest, len(printed.words)), 0, -1):
            for start in range(len(printed.words) - size + 1):
                people = self._by_tail.get(_key(printed.words[start : start + size]))
                before = _parts(printed.words[:start])
                after = _parts(printed.words[start + size :])
                if (
                    people
                    and all(self._is_office(part, guess=printed.honoured) for part in before)
                    and all(self._is_office(part, guess=bare) for part in after)
                    and (bare or size > 1 or before or after)
                ):
                    offices = frozenset(office_key(part) for part in (*before, *after))
                    return NameReading(people=people, offices=offices)
        return None

    def nearest(self, text: str, *, bare: bool) -> str | None:
        """The name in the directory that `text` nearly is, if there is just one such person."""
        printed = PrintedName.of(GLUED.sub(" ", text))
        parts = _parts(printed.words)
        offices = [part for part in parts if self._is_office(part, guess=False)]
        names = [
            *(_before_office(part.split(), self._offices) for part in parts if part not in offices)
        ] or [words for part in offices if (words := _after_office(part.split(), self._offices))]
        if len(names) != 1 or not (bare or printed.honoured):
            return None
        words = names[0]
        same_given_name = self._by_tail.get(_key(words[-1:])) if printed.honoured else None
        near = same_given_name or self._resembling(fold(" ".join(words)))
        return near[0].name if len(near) == 1 else None

    def _resembling(self, folded: str) -> tuple[Person, ...]:
        close = difflib.get_close_matches(folded, self._by_folded, 1, 0.85)
        return tuple(dict.fromkeys(self._by_folded[close[0]])) if close else ()

    def _is_office(self, text: str, *, guess: bool) -> bool:
        return not HONORIFIC.search(text) and (
            names_an_office(text, self._offices) or (guess and may_be_an_office(text))
        )


def without_honorific(text: str) -> str:
    honorific = HONORIFIC.match(text)
    return text[honorific.end() :] if honorific else text


def _key(words: Sequence[str]) -> str:
    return matching_key(" ".join(words))


def _parts(words: Sequence[str]) -> tuple[str, ...]:
    """The stretches between breaks."""
    return tuple(part.strip() for part in " ".join(words).split(",") if part.strip())


def _before_office(words: Sequence[str], offices: frozenset[str]) -> Sequence[str]:
    """The words before an office that ends them, as printed without a break."""
    for start in range(1, len(words)):
        ending = " ".join(words[start:])
        if names_an_office(ending, offices) or may_be_an_office(ending):
            return words[:start]
    return words


def _after_office(words: Sequence[str], offices: frozenset[str]) -> Sequence[str]:
    """The words after an office of the directory that begins them, the longest such."""
    for stop in range(len(words) - 1, 0, -1):
        if office_key(" ".join(words[:stop])) in offices:
            return words[stop:]
    return ()
