"""Import a signed Word or PDF file: the entry point of the importer.

The function is not in `__init__.py`, because the sandboxed reader imports this package too and
must not load the interpretation of agendas.
"""

from collections.abc import Callable
from pathlib import Path

from agenda.importer.datamodel.draft import ImportResult
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.loading.reader import read_document
from agenda.model import YearMonth


def import_document(
    path: Path,
    month: YearMonth | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> ImportResult:
    """Return the drafts of a file; `month` applies if the document names none.

    `progress` receives each step in Vietnamese. Raises `ImportRefused` if the file cannot be
    read, has no agenda, or its month is unknown.
    """
    return interpret_document(read_document(path, progress), month)
