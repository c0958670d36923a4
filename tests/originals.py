"""Signed originals: the smallest valid files of each kind."""


def pdf(words: str = "") -> bytes:
    """Make a PDF without a page, which bears the words as a comment."""
    body = f"%PDF-1.7\n% {words}\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n".encode()
    first = body.index(b"1 0 obj")
    second = len(body)
    body += b"2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in (first, second))
    return (
        body
        + b"xref\n0 3\n0000000000 65535 f \n"
        + table
        + b"trailer <</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )
