"""Draw the pages of an untrusted file in a sandboxed process."""

from collections.abc import Callable

from agenda.importer.datamodel.page_images import PageImages
from agenda.importer.loading.formats import Format, detect_format
from agenda.importer.loading.sandbox import read_sandboxed

_DRAW = "agenda.importer.backends.pdf.images:draw_pages"


def read_page_images(
    content: bytes, progress: Callable[[str], None] = lambda _: None
) -> PageImages:
    """Return the pages of a PDF; of other formats, which have no pages, none.

    Raise `ImportRefused` for pages that cannot be drawn.
    """
    if detect_format(content) is not Format.PDF:
        return PageImages(pages=())
    return read_sandboxed(_DRAW, content, progress, PageImages)
