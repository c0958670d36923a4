"""Anchors of a page are the ids of its elements, and nothing else."""

from agenda.build.docs.anchors import anchors_in


def test_places_are_ids_of_elements_and_names() -> None:
    html = (
        '<h1 id="noi-dung">a</h1><li class="x" id="cv-a1"><a name="cu"></a>'
        '<input data-id="b" name="c"> id="d" <p id="e&amp;f">'
    )
    assert anchors_in(html) == {"noi-dung", "cv-a1", "cu", "e&f"}


def test_ids_are_found_however_html_writes_them() -> None:
    html = """<A ID='a'></A> <p title="x > y" id=b> <!-- <p id="c"> --> &lt;p id="d"&gt;"""
    assert anchors_in(html) == {"a", "b"}
