"""Turn a draft into the text of a file, with codes and the problems of the check."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from agenda.editing.drafts.listed_days import (
    listed_days,
    month_before,
    omits_days,
    repeated_days,
    with_unlisted_days,
)
from agenda.editing.drafts.withholding import withhold_as_before
from agenda.history.identity import identify
from agenda.history.matching import MatchBasis, match_items
from agenda.importer.datamodel.draft import Draft, DraftEntry
from agenda.importer.output.merge import Unmergeable, merge_days
from agenda.importer.output.yaml_text import comment, write_draft
from agenda.model import Agenda, Item, Problem, Revision
from agenda.source.file_names import display_path
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.scope import format_days
from agenda.source.writing.codes import read_record, write_codes
from agenda.source.yaml.contents import read_lines
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import scalars_in
from agenda.vietnam.dates import short_date
from agenda.vietnam.privacy.detector import WITHHELD

_NO_DATE = "  ngay_ban_hanh:\n"
REVIEW = "review-comment"
UNLISTED = "unlisted-day"
"""The kind of a working day without a row; a weekly document has many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFile:
    """The text of a file to be written, and the problems of the check."""

    name: str
    text: str
    problems: tuple[Problem, ...]


def file_name(draft: Draft) -> str:
    return f"{draft.month}.dc{draft.number}.yml" if draft.number else f"{draft.month}.yml"


def find_revision(agenda: Agenda, source: str) -> Revision | None:
    """Return the revision with that source file, if any."""
    for month in agenda.months:
        for revision in month.revisions:
            if revision.source == source:
                return revision
    return None


def build_draft_file(folder: Path, draft: Draft, *, merging: bool = False) -> DraftFile:
    """Return the file of a draft for `folder`, with the codes of its items.

    A code comes from the file to be replaced, else from the month before. If `merging`, the file
    is the existing one with the days that it lacks. Raises `Unmergeable`.
    """
    name = file_name(draft)
    loaded = load_agenda(folder)
    agenda, before = loaded.agenda, month_before(loaded.agenda, draft)
    draft = with_unlisted_days(draft, loaded.calendar)
    draft, redacted = _withheld_as_before(agenda, folder, name, draft)
    existing = find_revision(agenda, display_path(folder / name))
    if existing is not None and not merging:
        draft = _with_codes_of(existing.items, folder, name, draft, frozenset(MatchBasis))
    elif before is not None and draft.is_addition:
        draft = _with_codes_of(before.items, folder, name, draft, {MatchBasis.EXACT})
    repeated = repeated_days(draft, before)

    def problems_of(text: str) -> tuple[Problem, ...]:
        return _problems(folder, name, text, draft, redacted, repeated)

    text = write_draft(draft)
    if not merging:
        text = _coded(folder, name, text, draft)
    text = _commented(text, problems_of(text), omits_days(draft, before, loaded.calendar))
    if merging:
        text = _coded(folder, name, _merged(folder / name, text), draft)
    return DraftFile(name=name, text=text, problems=problems_of(text))


def _merged(path: Path, added: str) -> str:
    """Return the text of the file with the days of `added`; `added` itself without a file."""
    if not path.exists():
        return added
    try:
        return merge_days("\n".join(read_lines(path)), added)
    except UnicodeDecodeError as error:
        raise Unmergeable(
            f"{path.name} không ở bảng mã UTF-8; chạy agenda check để biết cách sửa"
        ) from error


def _problems(
    folder: Path,
    name: str,
    text: str,
    draft: Draft,
    redacted: Collection[str],
    repeated: Sequence[date],
) -> tuple[Problem, ...]:
    """Return the problems of a draft's text.

    Warn at each withheld text and, in an addition, of days with items that the month has already.
    """
    found = problems_in(
        load_agenda(folder, drafts={name: text}), folder / name, partial=draft.partial
    )
    record = read_record(_dated(text, draft)) if redacted or repeated else None
    if record is None:
        return found
    collector = ProblemCollector(display_path(folder / name))
    for scalar in scalars_in(record):
        if scalar.text in redacted:
            collector.warning(
                "withheld-as-before",
                scalar.position,
                f"ở chỗ này bản khác của tháng ghi {WITHHELD}, nên bản này cũng ghi vậy",
                "xem lại văn bản; chữ ấy được công khai thì ghi vào đây và vào cong_khai",
                scalar.text,
            )
    if repeated and (addition := record.scalar("bo_sung")) is not None:
        collector.warning(
            "repeated-in-addition",
            addition.position,
            f"lịch bổ sung ghi lại việc đã có trong tháng, ở ngày {_listed(repeated)}",
            "văn bản thay cả lịch của các ngày nó nêu thì thay dòng bo_sung bằng dòng "
            f"pham_vi: {format_days(listed_days(draft))}; nếu chỉ thêm việc thì xóa việc ghi lại",
            addition.text,
        )
    return (*found, *collector.problems)


def _listed(days: Iterable[date]) -> str:
    return ", ".join(map(short_date, days))


def problems_in(reading: LoadedAgenda, path: Path, *, partial: bool) -> tuple[Problem, ...]:
    """Return the problems of one file, without its comments that ask for review.

    Ignore days that a weekly document does not list.
    """
    ignored = {REVIEW, UNLISTED} if partial else {REVIEW}
    return tuple(
        problem
        for problem in reading.problems
        if problem.location.file == display_path(path) and problem.kind not in ignored
    )


def _withheld_as_before(
    agenda: Agenda, folder: Path, name: str, draft: Draft
) -> tuple[Draft, Collection[str]]:
    """Return the draft with words withheld as in other files of its month, and those texts."""
    known = [
        each for month in agenda.months if month.month == draft.month for each in month.revisions
    ]
    text = _dated(write_draft(draft), draft)
    drafted = load_agenda(folder, drafts={name: text}).agenda if known else agenda
    as_read = find_revision(drafted, display_path(folder / name))
    return withhold_as_before(draft, as_read, known) if as_read and known else (draft, ())


def _with_codes_of(
    items: Sequence[Item], folder: Path, name: str, draft: Draft, bases: Collection[MatchBasis]
) -> Draft:
    """Return the draft with the codes of the items that its items match for these reasons."""
    text = _dated(write_draft(draft), draft)
    fresh = find_revision(
        load_agenda(folder, drafts={name: text}).agenda, display_path(folder / name)
    )
    if fresh is None or len(fresh.items) != len(draft.items):
        return draft
    codes = {
        id(pair.after): pair.before.code
        for pair in match_items(items, fresh.items).pairs
        if pair.basis in bases
    }
    known = iter([codes.get(id(item), "") for item in fresh.items])
    return replace(draft, entries=tuple(_coded_entry(entry, known) for entry in draft.entries))


def _coded_entry(entry: DraftEntry, codes: Iterable[str]) -> DraftEntry:
    left = iter(codes)
    return replace(
        entry,
        halves=tuple(
            replace(half, items=tuple(replace(item, code=next(left)) for item in half.items))
            for half in entry.halves
        ),
    )


def _coded(folder: Path, name: str, text: str, draft: Draft) -> str:
    dated = _dated(text, draft)
    agenda = identify(load_agenda(folder, drafts={name: dated}).agenda).agenda
    revision = find_revision(agenda, display_path(folder / name))
    if revision is None:
        return text
    coded = write_codes(dated, revision)
    return coded if dated == text else coded.replace(_provisional(draft), _NO_DATE, 1)


def _dated(text: str, draft: Draft) -> str:
    """Return the text with a provisional date, which the reader of files requires."""
    return text.replace(_NO_DATE, _provisional(draft), 1)


def _provisional(draft: Draft) -> str:
    return f"  ngay_ban_hanh: {draft.month.first}\n"


def _commented(text: str, problems: Sequence[Problem], omits_days: bool) -> str:
    """Return the text with a comment above each line with a problem, once for each value.

    Of the working days without a row, only the first has one, if the draft `omits_days` of the
    month before.
    """
    lines = text.split("\n")
    reported: set[tuple[str, str]] = set()
    above: dict[int, list[str]] = {}
    for problem in problems:
        if not problem.value or (problem.kind == UNLISTED and not omits_days):
            continue
        value = "" if problem.kind == UNLISTED else problem.value
        if (problem.kind, value) in reported:
            continue
        reported.add((problem.kind, value))
        number = problem.location.line - 1
        margin = re.match(r" *", lines[number])
        indent = len(margin[0]) if margin else 0
        told = f"{problem.message}; {problem.remedy}"
        if problem.previewable:  # the comment may remain after the private words are withheld
            told = told.replace(problem.value, "…")
        above.setdefault(number, []).extend(comment(told, indent))
    return "\n".join(
        line for number, text in enumerate(lines) for line in (*above.get(number, ()), text)
    )
