"""Describe doubtful pairs of items, and ask which item of the earlier revision an item was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agenda.history.matching import MatchBasis, Matching, Pair, match_items
from agenda.history.similarity import text_similarity
from agenda.model import Item
from agenda.vietnam.dates import day_heading, half_day_name

MAX_CHOICES = 5
"""The most earlier items to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An item of a later revision that its words alone do not identify.

    `current` is the earlier item that it is taken for; None if it is taken for a new one.
    """

    item: Item
    current: Item | None

    def choices(self, free: Iterable[Item]) -> tuple[Item, ...]:
        """Return the earlier items that it may be, the current one first, then the most similar."""
        others = sorted(
            (each for each in free if each is not self.current),
            key=lambda each: text_similarity(each.text, self.item.text),
            reverse=True,
        )
        first = (self.current,) if self.current is not None else ()
        return (*first, *others)[:MAX_CHOICES]


def open_questions(matching: Matching) -> tuple[Question, ...]:
    """Return a question for each item that would be matched doubtfully without its code.

    Codes that a tool has written in the meantime do not answer a question.
    """
    earlier = (*(pair.before for pair in matching.pairs), *matching.dropped)
    later = (*(pair.after for pair in matching.pairs), *matching.added)
    current = {id(pair.after): pair for pair in matching.pairs}
    uncoded = [replace(item, code="") for item in later]
    by_words = match_items(earlier, uncoded)
    doubtful = {id(pair.after) for pair in by_words.pairs if pair.doubtful}
    questions = []
    for item, same in zip(later, uncoded, strict=True):
        pair = current.get(id(item))
        if id(same) in doubtful or (pair is not None and pair.doubtful):
            questions.append(Question(item=item, current=pair.before if pair else None))
    return tuple(questions)


def describe_doubt(pair: Pair) -> str:
    """Explain in Vietnamese why two items may differ, and how to separate them."""
    before, after = describe_item(pair.before), describe_item(pair.after)
    if pair.basis is MatchBasis.EXACT:
        doubt = f"việc {after} được coi là không đổi, nhưng có việc cùng chữ đã đổi lịch"
    else:
        doubt = (
            f"việc {after} được coi là việc {before} của bản trước, chữ giống {pair.similarity:.0%}"
        )
    return f"{doubt}; nếu không phải, chạy agenda changes {pair.after.month} --review"


def describe_item(item: Item) -> str:
    """Return the text and time of an item: "Lễ chào cờ" (sáng Thứ Ba, 04/5)."""
    return f'"{item.text}" ({half_day_name(item.half_day).lower()} {day_heading(item.first)})'
