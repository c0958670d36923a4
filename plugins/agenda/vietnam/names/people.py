"""Recognise printed people: "Đ/c Văn GĐ", "PGĐ Hoàn", "đồng chí Đỗ Khoa Văn, Giám đốc"."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agenda.model import Person
from agenda.vietnam.names.titles import is_office, may_be_office, office_key, office_keys
from agenda.vietnam.text import fold, matching_key

HONORIFIC = re.compile(
    r"""
      (?<!\S) (?:các\s+)?
      (?: [đð]\s?/\s?c | d/c\b | đ\.\s?c\b | (?:[đð]c|[đð]ồng\s+chí|ông|bà)(?![^\s.:]) )
      [.:]* \s*
    """,
    re.IGNORECASE | re.VERBOSE,
)

MISSING_SPACE = re.compile(r"(?<=[a-zà-ỹ])(?=(?:P\.?)?G[ĐD]\b)")
"""A missing space between a name and an office: "HoànPGĐ"."""

OFFICE_SEPARATOR = re.compile(r"\s+[-–—]+\s+|[,;:()\[\]\r\n]")
"""A separator between a name and an office, or between offices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReading:
    """The people that a printed name matches, and the keys of the offices printed with it."""

    people: tuple[Person, ...]
    offices: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedName:
    """The words of a text, with "," for every separator, and whether it has an honorific."""

    words: tuple[str, ...]
    has_honorific: bool

    @classmethod
    def of(cls, text: str) -> "PrintedName":
        honorific = HONORIFIC.search(text)
        if honorific is not None:
            text = f"{text[: honorific.start()]} , {text[honorific.end() :]}"
        return cls(
            words=tuple(OFFICE_SEPARATOR.sub(" , ", text).split()),
            has_honorific=honorific is not None,
        )


class PersonIndex:
    """An index of the people of a directory by the last words of their names."""

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
        self._max_words = max((tail.count(" ") + 1 for tail in by_tail), default=0)
        self._offices = frozenset(offices)

    def read(self, text: str, *, allow_given_name: bool) -> NameReading | None:
        """Find the people that `text` names, with or without offices, or return None.

        The longest match counts. Unless `allow_given_name`, a given name needs an honorific or
        an office beside it, as most given names are common words.
        """
        printed = PrintedName.of(text)
        allow_given_name = allow_given_name or printed.has_honorific
        for size in range(min(self._max_words, len(printed.words)), 0, -1):
            for start in range(len(printed.words) - size + 1):
                people = self._by_tail.get(_key(printed.words[start : start + size]))
                before = _split_parts(printed.words[:start])
                after = _split_parts(printed.words[start + size :])
                if (
                    people
                    and all(self._is_office(part, guess=printed.has_honorific) for part in before)
                    and all(self._is_office(part, guess=allow_given_name) for part in after)
                    and (allow_given_name or size > 1 or before or after)
                ):
                    offices = frozenset(office_key(part) for part in (*before, *after))
                    return NameReading(people=people, offices=offices)
        return None

    def nearest(self, text: str, *, allow_given_name: bool) -> str | None:
        """Return the most similar name in the directory if it belongs to exactly one person."""
        printed = PrintedName.of(MISSING_SPACE.sub(" ", text))
        parts = _split_parts(printed.words)
        offices = [part for part in parts if self._is_office(part, guess=False)]
        names = [
            *(
                _words_before_office(part.split(), self._offices)
                for part in parts
                if part not in offices
            )
        ] or [
            words for part in offices if (words := _words_after_office(part.split(), self._offices))
        ]
        if len(names) != 1 or not (allow_given_name or printed.has_honorific):
            return None
        words = names[0]
        same_given_name = self._by_tail.get(_key(words[-1:])) if printed.has_honorific else None
        similar = same_given_name or self._similar(fold(" ".join(words)))
        return similar[0].name if len(similar) == 1 else None

    def _similar(self, folded: str) -> tuple[Person, ...]:
        close = difflib.get_close_matches(folded, self._by_folded, 1, 0.85)
        return tuple(dict.fromkeys(self._by_folded[close[0]])) if close else ()

    def _is_office(self, text: str, *, guess: bool) -> bool:
        return not HONORIFIC.search(text) and (
            is_office(text, self._offices) or (guess and may_be_office(text))
        )


def without_honorific(text: str) -> str:
    honorific = HONORIFIC.match(text)
    return text[honorific.end() :] if honorific else text


def _key(words: Sequence[str]) -> str:
    return matching_key(" ".join(words))


def _split_parts(words: Sequence[str]) -> tuple[str, ...]:
    """Return the texts between separators."""
    return tuple(part.strip() for part in " ".join(words).split(",") if part.strip())


def _words_before_office(words: Sequence[str], offices: frozenset[str]) -> Sequence[str]:
    """Return the words before an office at the end, printed without a separator."""
    for start in range(1, len(words)):
        ending = " ".join(words[start:])
        if is_office(ending, offices) or may_be_office(ending):
            return words[:start]
    return words


def _words_after_office(words: Sequence[str], offices: frozenset[str]) -> Sequence[str]:
    """Return the words after the longest office of the directory at the beginning."""
    for stop in range(len(words) - 1, 0, -1):
        if office_key(" ".join(words[:stop])) in offices:
            return words[stop:]
    return ()
