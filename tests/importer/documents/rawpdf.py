"""Make PDF files from their objects, for what no program prints."""

import zlib

UNMAPPED = (
    "<</Type/Font/Subtype/Type0/BaseFont/La/Encoding/Identity-H/DescendantFonts[<<"
    "/Type/Font/Subtype/CIDFontType2/BaseFont/La/CIDSystemInfo<</Registry(Adobe)"
    "/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/La"
    "/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700"
    "/StemV 80>>>>]>>"
)
"""A font without a mapping from glyphs to letters."""
TIMES = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"


def pdf_file(drawing: bytes, font: str = TIMES) -> bytes:
    """Return a page of A4 with this content, in which /F1 is the font."""
    packed = zlib.compress(drawing, 9)
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"{page}/Resources<</Font<</F1 5 0 R>>>>>>".encode(),
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed),
        font.encode(),
    ]
    content, places = b"%PDF-1.7\n", b""
    for number, written in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(content))
    return content + table + end
