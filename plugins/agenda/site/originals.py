"""The signed files that months publish."""

from collections.abc import Iterator

from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import original_file


def originals(context: SiteContext) -> Iterator[Asset]:
    """Each once."""
    files = dict.fromkeys(
        revision.document.file
        for month in context.agenda.months
        for revision in month.revisions
        if revision.document.file is not None
    )
    for file in files:
        make = (context.folder / file).read_bytes
        yield Asset.lazy(original_file(file), make, frozen=True)
