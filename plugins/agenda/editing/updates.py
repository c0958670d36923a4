"""Compare the files with what is published, and record or undo what differs."""

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from agenda.build.edited_months import Edit, Json, Values, find_place_edits
from agenda.build.ledger_check.edits import read_published
from agenda.build.live.deployment import Deployment
from agenda.build.live.site import LedgerUnavailable, Live
from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.cache.store import Cache
from agenda.history.identity import identify
from agenda.model import PlainValue, YearMonth
from agenda.source.file_names import DIRECTORY, display_path
from agenda.source.folder import NO_DRAFTS, LoadedAgenda, load_agenda
from agenda.source.writing.codes import write_codes_to_files
from agenda.source.writing.directory_codes import write_directory_codes_to_file
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.files import replace_file
from agenda.source.writing.restoring import restore
from agenda.source.writing.updates import add_updates
from agenda.source.yaml.contents import MAX_BYTES, read_prefix


class NotPublished(Exception):
    """Nothing published is known to compare with; the message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An edit with the answer to it, and the reason for a change."""

    edit: Edit
    is_change: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveComparison:
    """The files of a folder and the published data of its months."""

    folder: Path
    cache: Cache
    published: Mapping[YearMonth, Json]

    def edits(self, drafts: Mapping[str, str] = NO_DRAFTS) -> list[Edit]:
        """Return the edits in the files, with some replaced. Raise `NotWritable` for errors."""
        reading = load_agenda(self.folder, self.cache, drafts)
        if reading.failed:
            raise NotWritable("tệp sẽ có lỗi")
        return [
            edit
            for month in reading.agenda.months
            if month.month in self.published
            for edit in find_place_edits(month, self.published[month.month])
        ]


def read_live(folder: Path) -> Live:
    """Return the live site. Raise `NotPublished` if it is not known, or publishes nothing."""
    try:
        settings = read_settings(folder.parent / FILE)
        live = Deployment(
            folder=settings.folder,
            remote=settings.remote,
            branch=settings.branch,
            file=settings.ledger,
        ).read_remote()
    except Unsettled as error:
        raise NotPublished(f"{error}.") from error
    except LedgerUnavailable as error:
        raise NotPublished(f"Không biết trang đang đăng. {error}") from error
    if live.ledger is None or live.commit is None:
        raise NotPublished(f"Không có dữ liệu của trang đang đăng. {live.message}")
    return live


def write_missing_codes(folder: Path, reading: LoadedAgenda) -> None:
    """Write the codes that new items and names need. Raise `CodesNotWritable` where that fails."""
    uncoded = {each.location.file for each in reading.problems if each.kind == "missing-code"}
    if display_path(folder / DIRECTORY) in uncoded:
        write_directory_codes_to_file(folder)
    if uncoded:
        write_codes_to_files(folder, identify(reading.agenda).agenda, uncoded)


def published_months(reading: LoadedAgenda, live: Live) -> dict[YearMonth, Json]:
    """Return the published data of each month that has any."""
    months = (
        (month.month, read_published(month.month, live.ledger or {}, live.read))
        for month in reading.agenda.months
    )
    return {month: data for month, data in months if data is not None}


def write_decisions(
    comparison: LiveComparison, name: str, decisions: Sequence[Decision]
) -> tuple[bool, list[tuple[Decision, NotWritable]]]:
    """Write the decisions on one file. Return whether the file changed, and what failed."""
    path = comparison.folder / name
    content = read_prefix(path, MAX_BYTES)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content[len(mark) :].decode()
    changed, failures = text, []
    for decision in decisions:
        try:
            decided = _apply(changed, decision)
            _check(decision, comparison.edits({name: decided}))
        except NotWritable as problem:
            failures.append((decision, problem))
        else:
            changed = decided
    if changed != text:
        replace_file(path, mark + changed.encode())
    return changed != text, failures


def _apply(text: str, decision: Decision) -> str:
    edit = decision.edit
    if not decision.is_change:
        return restore(text, edit.file.month, edit.target, edit.published, edit.position)
    return add_updates(text, [update_row(edit, decision.reason)])


def update_row(edit: Edit, reason: str | None) -> dict[str, PlainValue | Values]:
    """Return the row of `cap_nhat` that records an edit today, after the rows before it."""
    days = [update.day for update in edit.file.updates]
    row: dict[str, PlainValue | Values] = {
        "luc": max(date.today(), *days).isoformat() if days else date.today().isoformat(),
        "cho": edit.target,
        "truoc": edit.before,
    }
    return row | ({"vi": reason} if reason else {})


def _check(decision: Decision, left: Sequence[Edit]) -> None:
    """Raise `NotWritable` unless the decision settles its edit."""
    edit = decision.edit
    if any((each.file.month, each.target) == (edit.file.month, edit.target) for each in left):
        raise NotWritable("chữ trong tệp vẫn khác chữ đã đăng")
