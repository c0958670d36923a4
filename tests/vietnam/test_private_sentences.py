"""Precision and recall of the detector of private details on labelled sentences."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
import yaml

from agenda.vietnam.privacy.detector import find_private_details

FOLDER = Path(__file__).parent / "privacy"
LISTS = {
    "tuned": ("tuned.yml",),
    "held back": ("held-back.yml",),
    "whole": ("tuned.yml", "held-back.yml"),
}
KINDS = ("phone", "plate", "identity", "account", "email", "birth", "illness", "citizen")


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words that are private, or were taken for private, with their kind."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Score:
    """The numbers of passages that were found, missed, and found wrongly."""

    found: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)


def sentences(*names: str) -> Iterator[tuple[str, list[Passage]]]:
    """Yield each sentence of the lists with the passages that are private in it."""
    lists = (yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")) for name in names)
    for row in chain.from_iterable(lists):
        text = row["text"]
        yield (
            text,
            [
                Passage(kind=kind, start=text.index(words), end=text.index(words) + len(words))
                for words, kind in row.get("private", {}).items()
            ],
        )


def is_found(passage: Passage, detected: list[Passage]) -> bool:
    """Return True if every character of a passage is detected, of an illness at least one."""
    characters = set(range(passage.start, passage.end))
    seen = {
        place
        for each in detected
        if each.kind == passage.kind
        for place in range(each.start, each.end)
    }
    return bool(seen & characters) if passage.kind == "illness" else characters <= seen


def is_wrong(detected: Passage, passages: list[Passage]) -> bool:
    """Return True if nothing private of that kind is where something was detected."""
    return not any(
        each.kind == detected.kind and each.start < detected.end and detected.start < each.end
        for each in passages
    )


def measure(*names: str) -> tuple[dict[str, Score], list[str]]:
    """Return the score of each kind and of all, and the sentences that were misjudged."""
    found: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    misjudged = []
    for text, passages in sentences(*names):
        detected = [
            Passage(kind=each.kind, start=each.offset, end=each.offset + len(each.text))
            for each in find_private_details(text)
        ]
        lost = [each for each in passages if not is_found(each, detected)]
        false = [each for each in detected if is_wrong(each, passages)]
        found.update(each.kind for each in passages if each not in lost)
        missed.update(each.kind for each in lost)
        wrong.update(each.kind for each in false)
        misjudged += [
            f"missed {each.kind}: {text[each.start : each.end]} | {text}" for each in lost
        ]
        misjudged += [
            f"wrong {each.kind}: {text[each.start : each.end]} | {text}" for each in false
        ]
    scores = {
        kind: Score(found=found[kind], missed=missed[kind], wrong=wrong[kind]) for kind in KINDS
    }
    scores["all"] = Score(found=found.total(), missed=missed.total(), wrong=wrong.total())
    return scores, misjudged


def test_half_of_the_sentences_are_harmless() -> None:
    rows = [passages for _, passages in sentences(*LISTS["whole"])]
    assert len(rows) >= 150
    assert abs(sum(not passages for passages in rows) / len(rows) - 0.5) < 0.02


@pytest.mark.parametrize("name", LISTS)
def test_precision_and_recall_on_labelled_sentences(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    scores, misjudged = measure(*LISTS[name])
    rows = [
        f"  {kind:8} precision {score.precision:.2f}, recall {score.recall:.2f}"
        f" ({score.found} found, {score.missed} missed, {score.wrong} wrong)"
        for kind, score in scores.items()
    ]
    with capsys.disabled():
        sys.stdout.write("\n".join(["", name, *rows, *misjudged, ""]))
    assert scores["all"].precision >= 0.9


def test_the_guide_promises_what_was_measured() -> None:
    guide = (FOLDER.parents[2] / "docs/huong-dan/dang-lich.md").read_text(encoding="utf-8")
    score = measure("held-back.yml")[0]["all"]
    count = len(list(sentences("held-back.yml")))
    assert f"Thử với {count} câu" in guide
    assert (
        f"có {score.found + score.missed} chỗ riêng tư: công cụ tìm ra {score.found} chỗ, "
        f"sót {score.missed} chỗ, báo nhầm {score.wrong} chỗ."
    ) in guide
