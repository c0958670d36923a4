"""Check the files to publish as `agenda check --strict` does, and give codes to new items."""

from pathlib import Path

from agenda.build.checks.privacy import with_privacy
from agenda.build.docs.pages import docs_problems_beside
from agenda.cache.store import Cache
from agenda.editing.publishing.progress import Obstacle
from agenda.editing.updates import write_missing_codes
from agenda.history.identity import identify
from agenda.history.review import describe_doubt
from agenda.model import Severity
from agenda.source.folder import load_agenda
from agenda.source.name_problems import join_repeated
from agenda.source.writing.codes import CodesNotWritable

_MISSING_CODE = "missing-code"
"""The problem that a publication solves by itself."""


def find_problems(agendas: Path, cache: Cache) -> tuple[Obstacle, ...]:
    """Return the errors and warnings of the agendas and of the hand-written pages."""
    reading = with_privacy(load_agenda(agendas, cache), agendas, cache)
    problems = join_repeated((*reading.problems, *docs_problems_beside(agendas)))
    return tuple(
        Obstacle(message=str(problem), problem=problem)
        for problem in problems
        if problem.severity <= Severity.WARNING and problem.kind != _MISSING_CODE
    )


def give_codes(agendas: Path, cache: Cache) -> tuple[Obstacle, ...]:
    """Write the missing codes; return the items that may be those of an earlier document.

    A published code is permanent, so a person decides on these first.
    """
    reading = load_agenda(agendas, cache)
    uncoded = {each.location.file for each in reading.problems if each.kind == _MISSING_CODE}
    if reading.failed or not uncoded:
        return ()
    doubts = [
        Obstacle(
            message=f"{revision.source}: xem lại: {describe_doubt(pair)}. Chưa rõ thì chạy agenda "
            f"changes {revision.month} --review; đúng là một việc thì chạy agenda check --fix."
        )
        for revision, pair in identify(reading.agenda).doubtful
        if revision.source in uncoded
    ]
    try:
        write_missing_codes(agendas, reading)
    except CodesNotWritable as error:
        message = f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng."
        return (*doubts, Obstacle(message=message))
    return tuple(doubts)
