"""No text of the data can add an element or attribute to a page."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda import model
from agenda.site.artifact import Page
from agenda.site.context import build_context
from agenda.site.pages import make_pages
from agenda.site.rendering import Renderer
from tests.project import REPOSITORY
from tests.site.conftest import AGENCY
from tests.site.elements import Element, parse
from tests.site.sample import ORIGINAL, make_sample

TEMPLATES = REPOSITORY / "overrides" / "agenda"

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></tr></table><h1>",
    "javascript:alert(1)",
    "{{ config }}{% raw %}{#",
    "]]><!--",
    "&lt;b&gt; &amp; &#60;i&#62; &nbsp",
    "a\x00b\u2028c\u202ed\ufeff",
    "Đỗ Khoa Văn\nGiám đốc\r\n\tSở",
]
"""Texts that each do harm in some place if they are not escaped there."""

NO_FREE_TEXT = {
    *("Person.code", "Unit.code", "Group.code", "Item.code"),
    *("Person.former_codes", "Unit.former_codes", "Group.former_codes", "Unit.predecessors"),
    *("SignedDocument.file", "Revision.source", "Update.target", "Withdrawal.urls"),
}
"""Codes and paths, which the reader accepts only if they fit into a URL."""

HIDDEN = {"Title.abbreviation", "Revision.public_words"}
"""Texts that no page shows."""

Parts: TypeAlias = list[tuple[str, Mapping[str, str]] | str]


class Sample:
    """The site of an agenda with the caller's texts."""

    def __init__(self, folder: Path) -> None:
        (folder / ORIGINAL).write_bytes(b"%PDF-1.7")
        self._folder = folder
        self._renderer = Renderer(TEMPLATES)
        self.fields: set[str] = set()
        self.harmless = self.pages(word)

    def pages(self, text: Callable[[str], str]) -> list[Page]:
        def asked(field: str) -> str:
            self.fields.add(field)
            return text(field)

        context = build_context(make_sample(asked), AGENCY, self._folder, TEMPLATES)
        artifacts = make_pages(replace(context, renderer=self._renderer))
        return [each for each in artifacts if isinstance(each, Page)]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("agendas"))


def test_the_sample_has_every_text_of_the_model(sample: Sample) -> None:
    assert sorted(sample.fields | NO_FREE_TEXT) == sorted(text_fields())


def test_every_text_of_the_model_is_shown_on_some_page(sample: Sample) -> None:
    shown = "\n".join(parse(page.body).content for page in sample.harmless)
    assert {field for field in sample.fields if word(field) not in shown} == HIDDEN


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text_wherever_it_stands(sample: Sample, text: str) -> None:
    check(sample, dict.fromkeys(sample.fields, text))


any_text = st.one_of(
    st.sampled_from(HOSTILE), st.text("<>&\"'`={}%/!-[]; a\n", min_size=1), st.text(min_size=1)
)


# An example renders a whole site.
@settings(max_examples=settings().max_examples // 4)
@given(st.data())
def test_any_texts_stay_texts_wherever_they_stand(sample: Sample, data: st.DataObject) -> None:
    check(sample, {field: data.draw(any_text, label=field) for field in sorted(sample.fields)})


def check(sample: Sample, texts: Mapping[str, str]) -> None:
    """Check that pages with these texts differ from harmless ones in nothing but the texts."""
    texts = {field: fit(field, text) for field, text in texts.items()}
    by_word = {word(field): text for field, text in texts.items()}
    pattern = re.compile("|".join(map(re.escape, by_word)))

    def put_in(said: str) -> str:
        return pattern.sub(lambda match: by_word[match[0]], said)

    for harmless, page in zip(sample.harmless, sample.pages(texts.__getitem__), strict=True):
        assert page.url == harmless.url
        for said in ("name", "title", "description"):
            assert getattr(page, said) == put_in(getattr(harmless, said))
        expected = [
            put_in(part)
            if isinstance(part, str)
            else (part[0], {name: put_in(value) for name, value in part[1].items()})
            for part in parts(parse(harmless.body))
        ]
        assert parts(parse(page.body)) == expected


def fit(field: str, text: str) -> str:
    """Return the text as a field may hold it without another meaning."""
    if field == "Abbreviation.short":
        return f"☞{text}"  # is found in no other text
    if field == "Mention.joiner":
        return f",{text}"  # a line break alone is the mark of another text of the list
    return text


def word(field: str) -> str:
    """Return a harmless text that differs from that of any other field."""
    return fit(field, f"q{field.replace('.', '-').replace('_', '-').lower()}q")


def parts(element: Element) -> Parts:
    """Return the elements with their attributes and texts, in the order of the page."""
    found: Parts = []
    for child in element.children:
        if isinstance(child, Element):
            found += [(child.tag, child.attributes), *parts(child), (f"/{child.tag}", {})]
        elif found and isinstance(found[-1], str):
            found[-1] += child
        else:
            found.append(child)
    return found


def text_fields() -> Iterator[str]:
    """Return the fields of the model that hold texts, as `Item.venue`."""
    for name in model.__all__:
        kind = getattr(model, name)
        if is_dataclass(kind) and name not in ("Location", "Problem"):
            hints = get_type_hints(kind)
            for field in fields(kind):
                if holds_text(hints[field.name]):
                    yield f"{name}.{field.name}"


def holds_text(hint: Any) -> bool:
    return hint is str or any(holds_text(inner) for inner in get_args(hint))
