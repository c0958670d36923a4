"""Give the codes that new items and names of a file need."""

from collections.abc import Callable
from pathlib import Path

from agenda.history.identity import identify
from agenda.model import Severity
from agenda.source.file_names import DIRECTORY, display_path
from agenda.source.folder import LoadedAgenda
from agenda.source.writing.codes import write_codes
from agenda.source.writing.directory_codes import write_directory_codes

Load = Callable[[str, str], LoadedAgenda]

_OF_CODES = frozenset({"missing-code", "bad-code", "duplicate-code"})


def with_codes(load: Load, folder: Path, name: str, text: str) -> str:
    """Return the text of a file with a code for each entry; itself if it has other errors.

    Raise `CodesNotWritable` if an item is written in a way that leaves no place for a code.
    """
    if name == DIRECTORY:
        return write_directory_codes(text)
    reading = load(name, text)
    source = display_path(folder / name)
    problems = [each for each in reading.problems if each.location.file == source]
    blocking = [
        each
        for each in problems
        if each.severity is Severity.ERROR and not each.previewable and each.kind not in _OF_CODES
    ]
    if blocking or not any(each.kind in _OF_CODES for each in problems):
        return text
    revisions = (
        revision for month in identify(reading.agenda).agenda.months for revision in month.revisions
    )
    revision = next((each for each in revisions if each.source == source), None)
    return text if revision is None else write_codes(text, revision)
