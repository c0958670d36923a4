"""The source of a page is its metadata and one block of HTML, unchanged by Markdown."""

from datetime import date

import pytest
import yaml

from agenda.build.sources import Source, as_one_block


@pytest.mark.parametrize(
    ("html", "block"),
    [
        ("<p>a</p>\n<p>b</p>\n", "<p>a</p>\n<p>b</p>"),
        ("\n  <p>a</p>\n\n  \n\t<p>b</p>", "<p>a</p>\n\t<p>b</p>"),
        ("<pre>a\n\n  b\n</pre>", "<pre>a&#10;\n  b\n</pre>"),
        (
            "<h1>a</h1>\n\n<pre>b\n \n\nc</pre>\n\n<pre></pre>",
            "<h1>a</h1>\n<pre>b&#10; &#10;\nc</pre>\n<pre></pre>",
        ),
    ],
)
def test_no_line_of_a_block_is_empty_and_preformatted_text_keeps_its_lines(
    html: str, block: str
) -> None:
    assert as_one_block(html) == block


def test_metadata_is_read_back_as_it_was() -> None:
    head = {"title": 'A: "b" #c — &lt;\\', "sections": [{"url": "#d", "title": "đ\u2028"}]}
    source = Source(url="a/", title="", head=head, body="<p>e</p>", updated=None)
    opened, written, body = source.encode().decode().split("---\n")
    assert (opened, yaml.safe_load(written), body) == ("", head, "<p>e</p>\n")


def test_a_date_among_the_metadata_is_written_as_text() -> None:
    head = {"date": date(2021, 5, 4)}
    source = Source(url="a/", title="", head=head, body="", updated=None)
    assert b'\ndate: "2021-05-04"\n' in source.encode()
