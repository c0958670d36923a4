"""Inline markup loses no text."""

from hypothesis import given
from hypothesis import strategies as st

from agenda.model import Abbreviation, Mention, Person
from agenda.site.inline import Abbreviations, NameRun, TextRun, name_runs

KNOWN = {
    "KH": "Kế hoạch",
    "KH&CN": "Khoa học và Công nghệ",
    "KH-TC": "Kế hoạch - Tài chính",
    "UBND": "Ủy ban nhân dân",
    "Đ/c": "Đồng chí",
}
SOME = Abbreviations(Abbreviation(short=short, full=full) for short, full in KNOWN.items())

words = st.one_of(st.text(), st.sampled_from([*KNOWN, " ", ", ", "/", "&", "-", "ngành", "KHCN"]))
texts = st.lists(words).map("".join)


@given(texts)
def test_runs_joined_are_the_text(text: str) -> None:
    assert "".join(run.text for run in SOME.runs(text)) == text


@given(texts)
def test_an_abbreviation_is_explained_at_most_once_a_text(text: str) -> None:
    explained = [run.text for run in SOME.runs(text) if run.full is not None]
    assert sorted(set(explained)) == sorted(explained)


@given(texts)
def test_every_explanation_is_that_of_the_directory(text: str) -> None:
    explained = {run.text: run.full for run in SOME.runs(text) if run.full is not None}
    assert explained.items() <= KNOWN.items()


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)), st.text())
def test_any_abbreviations_leave_any_text_as_it_is(known: dict[str, str], text: str) -> None:
    some = Abbreviations(Abbreviation(short=short, full=full) for short, full in known.items())
    assert "".join(run.text for run in some.runs(text)) == text


def test_the_longest_abbreviation_counts_and_only_whole_words() -> None:
    assert SOME.runs("Ngày KH&CN, KH-TC, KH của UBND; UBND, KHKT, UBND/KH") == (
        TextRun(text="Ngày "),
        TextRun(text="KH&CN", full="Khoa học và Công nghệ"),
        TextRun(text=", "),
        TextRun(text="KH-TC", full="Kế hoạch - Tài chính"),
        TextRun(text=", "),
        TextRun(text="KH", full="Kế hoạch"),
        TextRun(text=" của "),
        TextRun(text="UBND", full="Ủy ban nhân dân"),
        TextRun(text="; UBND, KHKT, UBND/KH"),
    )


def test_without_abbreviations_a_text_is_one_run() -> None:
    assert Abbreviations([]).runs("Ngày KH&CN") == (TextRun(text="Ngày KH&CN"),)


def test_names_keep_the_words_between_them_and_link_whom_the_directory_knows() -> None:
    an = Person(code="an", name="An")
    mentions = (
        Mention(text="Đ/c An", entry=an),
        Mention(text="Minh", entry=None, joiner=", "),
        Mention(text="Báo", entry=None, joiner="\n"),
    )
    assert name_runs(mentions) == (
        NameRun(text="Đ/c An", url="lanh-dao/an/"),
        NameRun(text="Minh", url=None, joiner=", "),
        NameRun(text="Báo", url=None, breaks=True),
    )
