"""Draw the pages of a PDF as images."""

import io
from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped]

from agenda.importer.datamodel.page_images import PageImage, PageImages
from agenda.importer.datamodel.refusal import ImportRefused

DPI = 110
"""The resolution of an image: print of 13 points is easy to read, a page takes about 100 kB."""

MAX_IMAGES = 60
"""The most pages that are drawn; a month takes fewer than 20."""

MAX_PIXELS = 4_000_000
"""The most pixels of an image. A larger page is drawn at a lower resolution."""

_POINTS_PER_INCH = 72


def draw_pages(content: bytes, progress: Callable[[str], None] = lambda _: None) -> PageImages:
    """Return the pages in the bytes of a PDF. Raise `ImportRefused` if they cannot be drawn."""
    try:
        with pypdfium2.PdfDocument(content) as pdf:
            count = len(pdf)
            pages = []
            for number in range(min(count, MAX_IMAGES)):
                progress(f"Đang vẽ trang {number + 1} …")
                pages.append(_draw(pdf[number]))
    except (pypdfium2.PdfiumError, ValueError, OSError) as error:
        raise ImportRefused(
            "không vẽ được các trang của tệp PDF",
            "hãy mở tệp bằng chương trình đọc PDF",
        ) from error
    return PageImages(pages=tuple(pages), more=count - len(pages))


def _draw(page: pypdfium2.PdfPage) -> PageImage:
    width, height = page.get_size()
    scale = DPI / _POINTS_PER_INCH
    scale *= min(1.0, (MAX_PIXELS / max(1.0, width * height * scale**2)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    image = bitmap.to_pil()
    file = io.BytesIO()
    image.save(file, "PNG")
    drawn = PageImage(width=image.width, height=image.height, png=file.getvalue())
    bitmap.close()
    page.close()
    return drawn
