"""Report withheld words that other revisions or signed files of a month show."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, product
from pathlib import Path

from agenda.build.checks.positions import FilePositions
from agenda.build.checks.signed_files import check_original
from agenda.cache.store import NULL_CACHE, Cache
from agenda.history.matching import match_items
from agenda.history.revealed import revealed_words, withholds
from agenda.history.updates import former_revisions
from agenda.model import Agenda, Problem, Revision
from agenda.source.folder import LoadedAgenda
from agenda.source.privacy import how_to_publish, how_to_withhold
from agenda.source.yaml.problems import Position
from agenda.vietnam.privacy.detector import WITHHELD


def with_privacy(reading: LoadedAgenda, folder: Path, cache: Cache = NULL_CACHE) -> LoadedAgenda:
    """Add the problems about withheld words to the problems of a loaded folder."""
    found = () if reading.failed else dict.fromkeys(_problems(reading.agenda, folder, cache))
    problems = sorted((*reading.problems, *found), key=lambda each: (each.location, each.severity))
    return replace(reading, problems=tuple(problems)) if found else reading


def _problems(agenda: Agenda, folder: Path, cache: Cache) -> Iterator[Problem]:
    for month in agenda.months:
        former = tuple(chain.from_iterable(map(former_revisions, month.revisions)))
        if any(map(withholds, (*month.revisions, *former))):
            for before, after in combinations(month.revisions, 2):
                yield from _revealed(before, after, folder)
                yield from _revealed(after, before, folder)
            for withholding, state in product(month.revisions, former):
                yield from _revealed(withholding, state, folder)
            for revision in month.revisions:
                others = [each for each in (*month.revisions, *former) if each is not revision]
                yield from check_original(folder, revision, others, cache)


def _revealed(withholding: Revision, other: Revision, folder: Path) -> Iterator[Problem]:
    """Yield a problem for words of `other` that `withholding` withholds."""
    if not withholds(withholding):
        return
    matching = match_items(withholding.items, other.items)
    revealed = revealed_words(withholding, other, matching)
    if not revealed:
        return
    file = FilePositions.read(folder, other)
    for each in revealed:
        scalar = file.find(each.text)
        file.collector.error(
            "restored-words",
            scalar.position if scalar else Position(),
            f'"{each.words}" đứng ở chỗ mà {withholding.source} ghi {WITHHELD}',
            f"{how_to_withhold(scalar)}; {how_to_publish(each.words, file.public_words)}",
            each.words,
        )
    yield from file.collector.problems
