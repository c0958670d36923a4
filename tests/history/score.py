"""Measure how often items are matched correctly, on amendments with known truth.

`python -m tests.history.score` prints the figures.
"""

import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from agenda.history.matching import Matching, match_items
from agenda.model import Item
from agenda.source.folder import load_agenda
from tests.history.amendments import Amended, amended_items, repeat_inspections
from tests.synthetic import write_years


@dataclass(kw_only=True)
class Score:
    """Counts over many amendments; `wrong` and `missed` are by the change of the item.

    `silent` are wrong matches that are not listed for review.
    """

    items: int = 0
    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    doubtful: int = 0

    def add(self, later: Iterable[Amended], matching: Matching) -> None:
        truth = {id(amended.item): amended for amended in later}
        self.items += len(truth)
        for pair in matching.pairs:
            amended = truth[id(pair.after)]
            self.doubtful += pair.doubtful
            if pair.before.code in amended.truth:
                self.right += 1
                continue
            self.wrong[amended.how] += 1
            if not pair.doubtful:
                self.silent.append(f"{pair.before.text} / {pair.after.text}")
        matched_codes = {pair.before.code for pair in matching.pairs}
        for item in matching.added:
            amended = truth[id(item)]
            if amended.truth and not amended.truth & matched_codes:
                self.missed[amended.how] += 1
            else:
                self.right += 1

    def __str__(self) -> str:
        return (
            f"{self.items} items of amendments: {self.right} matched rightly "
            f"({self.right / self.items:.2%}), {sum(self.wrong.values())} wrongly "
            f"{dict(self.wrong)}, {sum(self.missed.values())} missed {dict(self.missed)}; "
            f"{self.doubtful} listed for review, {len(self.silent)} wrong ones not among them"
        )


def measure(years: int, seed: int) -> Score:
    """Match a generated amendment of each month of some synthetic years."""
    with tempfile.TemporaryDirectory() as name:
        write_years(Path(name), 2016, years, seed=seed)
        months = load_agenda(Path(name)).agenda.months
    score = Score()
    random = Random(seed)
    for month, next_month in zip(months, months[1:] + months[:1], strict=True):
        before: list[Item] = repeat_inspections(month.revisions[0].items, random)
        later = list(amended_items(before, next_month.revisions[0].items, random))
        random.shuffle(later)
        score.add(later, match_items(before, [amended.item for amended in later]))
    return score


if __name__ == "__main__":
    print(measure(years=10, seed=1))  # noqa: T201
