"""Make one card of each doubt of an import."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from agenda.editing.checks.locating import locate_problems
from agenda.editing.drafts.cards import NOWHERE, Card, CardAnswer, CardSource
from agenda.editing.drafts.draft_file import UNLISTED, DraftFile, problems_in
from agenda.editing.drafts.session import DraftText, ImportSession
from agenda.editing.outcomes import FieldProblem
from agenda.importer.datamodel.diagnostics import Diagnostic, DiagnosticSeverity
from agenda.model import Location, Problem, Severity
from agenda.source.folder import LoadedAgenda
from agenda.source.writing.review_comments import (
    line_without_comments,
    read_review_comments,
    remove_review_comments,
)

ONCE = frozenset({"withheld-as-before", "repeated-in-addition"})
"""The kinds of problems that only an import finds, which the check cannot tell to be gone."""

_LINE = re.compile(r"dòng \d+")
_END = 10_000


def collect(
    diagnostics: Iterable[Diagnostic],
    files: Sequence[DraftFile],
) -> tuple[tuple[str, ...], tuple[Card, ...]]:
    """Return the texts of the drafts without comments, and the cards of all doubts."""
    open_diagnostics = [
        each for each in diagnostics if each.severity is not DiagnosticSeverity.INFERENCE
    ]
    comments = list(map(_as_comment, open_diagnostics))
    located: dict[int, tuple[int, FieldProblem]] = {}
    cards: list[Card] = []
    texts = []
    for index, file in enumerate(files):
        text = remove_review_comments(file.text)[0]
        texts.append(text)
        problems = locate_problems(file.name, text, _moved(file))
        known = _problem_comments(file.problems)
        cards += problem_cards(index, problems)
        rest: list[FieldProblem] = []
        for comment, place in _located_comments(file, text):
            matching = [n for n, told in enumerate(comments) if told == comment]
            if matching:
                free = next((n for n in matching if n not in located), None)
                if free is not None:
                    located[free] = (index, place)
            elif _LINE.sub("", comment) not in known and not _is_explained(place, problems):
                rest.append(place)
        cards += [_comment_card(index, place) for place in rest]
    cards += [
        _diagnostic_card(each, *located.get(number, (0, None)))
        for number, each in enumerate(open_diagnostics)
    ]
    ordered = sorted(cards, key=lambda card: _order(card, texts))
    return tuple(texts), tuple(
        replace(card, number=number) for number, card in enumerate(ordered, 1)
    )


def problem_cards(draft: int, problems: Iterable[FieldProblem]) -> Iterator[Card]:
    """Yield a card for each kind and value of the problems that a person has to judge."""
    known = set()
    for each in problems:
        problem = each.problem
        if problem.severity >= Severity.NOTE:
            continue
        card = Card(
            number=0,
            draft=draft,
            source=CardSource.PROBLEM,
            label=problem.severity.label,
            kind=problem.kind,
            value=_value(problem),
            is_error=problem.severity is Severity.ERROR,
            message=f"{problem.field}: {problem.message}" if problem.field else problem.message,
            remedy=problem.remedy,
            quoted=problem.value,
            target=each.target,
            key=each.key,
        )
        if _identity(card) not in known:
            known.add(_identity(card))
            yield card


def current_problems(path: Path, reading: LoadedAgenda, draft: DraftText) -> Sequence[FieldProblem]:
    """Return the problems that the check finds in a draft now."""
    return locate_problems(path.name, draft.text, problems_in(reading, path, partial=draft.partial))


def with_current_problems(
    session: ImportSession, current: Mapping[int, Sequence[FieldProblem]]
) -> ImportSession:
    """Return the session with a card for each problem that its drafts have now.

    A card whose problem is gone is closed; that of an error is open as long as the error is there.
    """
    now = {
        _identity(card): card
        for draft, problems in current.items()
        for card in problem_cards(draft, problems)
    }
    cards = []
    for card in session.cards:
        known = now.pop(_identity(card), None) if card.source is CardSource.PROBLEM else None
        if card.source is not CardSource.PROBLEM or card.kind in ONCE:
            cards.append(card)
        elif known is None:
            cards.append(replace(card, answer=card.answer or CardAnswer.RESOLVED))
        else:
            answer = None if known.is_error or card.answer is CardAnswer.RESOLVED else card.answer
            place = card.place if known.target == card.target else NOWHERE
            cards.append(replace(known, number=card.number, place=place, answer=answer))
    last = max((card.number for card in cards), default=0)
    cards += [replace(card, number=last + n) for n, card in enumerate(now.values(), 1)]
    return replace(session, cards=tuple(cards))


def _identity(card: Card) -> tuple[int, str, str]:
    return card.draft, card.kind, card.value


def _value(problem: Problem) -> str:
    """Return what tells two problems of one kind apart."""
    return "" if problem.kind == UNLISTED else problem.value or problem.field


def _moved(file: DraftFile) -> list[Problem]:
    """Return the problems of a file at their lines in the text without comments."""
    lines = file.text.split("\n")

    def moved(problem: Problem) -> Problem:
        before = "".join(f"{line}\n" for line in lines[: problem.location.line - 1])
        location = replace(problem.location, line=line_without_comments(before))
        return replace(problem, location=location)

    return list(map(moved, file.problems))


def _problem_comments(problems: Iterable[Problem]) -> set[str]:
    """Return the comments that an import writes for problems, without numbers of lines."""
    told: set[str] = set()
    for problem in problems:
        comment = f"{problem.message}; {problem.remedy}"
        if problem.previewable:
            comment = comment.replace(problem.value, "…")
        told.add(_LINE.sub("", " ".join(comment.split())))
    return told


def _located_comments(file: DraftFile, text: str) -> Iterator[tuple[str, FieldProblem]]:
    """Yield the comments of a draft with the places that they stand above."""
    lines = text.split("\n")
    for comment in read_review_comments(file.text):
        line = min(comment.line, len(lines))
        asked = Problem(
            location=Location(file=file.name, line=line, column=_END),
            severity=Severity.WARNING,
            kind="review-comment",
            field="",
            value="",
            message=comment.message,
            remedy="",
        )
        yield comment.message, locate_problems(file.name, text, [asked])[0]


def _is_explained(place: FieldProblem, problems: Iterable[FieldProblem]) -> bool:
    """Return whether the check reports an empty value at the place of a comment."""
    return any(
        not each.problem.value and (each.target, each.key) == (place.target, place.key)
        for each in problems
    )


def _as_comment(diagnostic: Diagnostic) -> str:
    place = f" ({diagnostic.place})" if str(diagnostic.place) else ""
    return " ".join(f"{diagnostic.message}{place}".split())


def _diagnostic_card(diagnostic: Diagnostic, draft: int, place: FieldProblem | None) -> Card:
    return Card(
        number=0,
        draft=draft,
        source=CardSource.DIAGNOSTIC,
        label=diagnostic.severity.label,
        kind=diagnostic.kind,
        message=diagnostic.message,
        quoted=diagnostic.source_text,
        place=diagnostic.place,
        target=place.target if place else "",
        key=_field_key(place) if place else "",
    )


def _comment_card(draft: int, place: FieldProblem) -> Card:
    return Card(
        number=0,
        draft=draft,
        source=CardSource.COMMENT,
        label=DiagnosticSeverity.DOUBT.label,
        kind="comment",
        message=place.problem.message,
        target=place.target,
        key=_field_key(place),
    )


def _order(card: Card, texts: Sequence[str]) -> tuple[int, int, int]:
    """Order cards as their items stand in the drafts; those without an item come first."""
    code = card.target.removeprefix("cv-")
    at = texts[card.draft].find(f"ma: {code}") if card.target.startswith("cv-") else -1
    return card.draft, at, card.place.row or 0


def _field_key(place: FieldProblem) -> str:
    """Return the field below a comment; a comment above an item is about the whole item."""
    return "" if place.key == "ma" else place.key
