"""Ask which item of the earlier revision each doubtful item was, and write the answers."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from agenda.history.identity import identify, make_code
from agenda.history.review import Question, describe_item, open_questions
from agenda.model import Agenda, Item, Month, Revision, YearMonth
from agenda.source.folder import load_agenda
from agenda.source.writing.codes import write_codes_to_files


def review_month(folder: Path, wanted: YearMonth) -> int:
    """Ask about every amendment of a month, the oldest first. Return the number of questions."""
    asked = 0
    for number in range(1, _revision_count(folder, wanted)):
        identified = identify(load_agenda(folder).agenda)
        month = next(each for each in identified.agenda.months if each.month == wanted)
        questions = open_questions(identified.matchings[wanted, number])
        if not questions:
            continue
        revision = month.revisions[number]
        click.echo(f"{revision.source}, {len(questions)} việc cần xem lại:")
        free = [*identified.matchings[wanted, number].dropped]
        codes = _ask(questions, free, month)
        answered = _with_codes(identified.agenda, revision, codes)
        for written in write_codes_to_files(folder, answered, {revision.source}):
            click.echo(f"Đã ghi câu trả lời vào {written.source}.")
        asked += len(questions)
    return asked


def _revision_count(folder: Path, wanted: YearMonth) -> int:
    months = load_agenda(folder).agenda.months
    return next(len(each.revisions) for each in months if each.month == wanted)


def _ask(questions: tuple[Question, ...], free: list[Item], month: Month) -> Mapping[int, str]:
    """Return the code of each item in question, by its `id`.

    An earlier item can be chosen once. An item whose earlier item went to another is asked about
    without it.
    """
    taken = {item.code for revision in month.revisions for item in revision.items}
    free += [question.current for question in questions if question.current is not None]
    codes: dict[int, str] = {}
    for number, question in enumerate(questions, 1):
        current = question.current if question.current in free else None
        question = replace(question, current=current)
        click.echo(f"\n{number}/{len(questions)}. Việc {describe_item(question.item)}")
        chosen = _choose(question, question.choices(free))
        if chosen is not None:
            free.remove(chosen)
            codes[id(question.item)] = chosen.code
        elif current is None and question.item.code not in {each.code for each in free}:
            codes[id(question.item)] = question.item.code  # a new item before, and still
        else:
            code = make_code(question.item, taken)
            taken.add(code)
            codes[id(question.item)] = code
    return codes


def _choose(question: Question, choices: tuple[Item, ...]) -> Item | None:
    click.echo("   Ở bản trước, việc này là:")
    for number, choice in enumerate(choices, 1):
        mark = "  ← đang coi là việc này" if choice is question.current else ""
        click.echo(f"   {number}  {describe_item(choice)}{mark}")
    mark = "" if question.current else "  ← đang coi là vậy"
    click.echo(f"   0  không có: đây là việc mới{mark}")
    default = 1 if question.current else 0
    while True:
        answer = click.prompt("   Chọn một số", default=str(default)).strip()
        if answer.isdecimal() and int(answer) <= len(choices):
            return choices[int(answer) - 1] if int(answer) else None
        click.echo(f"   Ghi một số từ 0 đến {len(choices)}.")


def _with_codes(agenda: Agenda, revision: Revision, codes: Mapping[int, str]) -> Agenda:
    """Return the agenda with other codes on some items of a revision, by their `id`."""
    entries = tuple(
        replace(
            entry,
            items=tuple(replace(item, code=codes.get(id(item), item.code)) for item in entry.items),
        )
        for entry in revision.entries
    )
    changed = replace(revision, entries=entries)
    months = tuple(
        replace(
            month,
            revisions=tuple(changed if each is revision else each for each in month.revisions),
        )
        for month in agenda.months
    )
    return replace(agenda, months=months)
