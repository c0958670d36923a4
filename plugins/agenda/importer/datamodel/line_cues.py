"""Define what a backend asks about printed text, without knowing the words of agendas itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum


class ColumnContent(Enum):
    """The kind of text in the cells of a table's column."""

    TEXT = "text"
    NAMES = "names"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCues:
    """Predicates on printed text that tell where lines, names and tables begin.

    `half_day_length` counts the characters of a half-day's label at the start, 0 if there is none.
    `opens_appointment` is stricter than `begins_appointment`: it rejects words of mid-sentence.
    `expects_more` and `names_another` take the text before a break and the text behind it.
    `splits_word` takes the parts of a word on both sides of a break, put together.
    `column_content` takes the texts of a column from top to bottom.
    """

    begins_day: Callable[[str], bool]
    half_day_length: Callable[[str], int]
    begins_time: Callable[[str], bool]
    names_group: Callable[[str], bool]
    begins_appointment: Callable[[str], bool]
    opens_appointment: Callable[[str], bool]
    expects_body_name: Callable[[str], bool]
    expects_more: Callable[[str, str], bool]
    splits_word: Callable[[str], bool]
    names_column: Callable[[str], bool]
    column_content: Callable[[Iterable[str]], ColumnContent]
    names_another: Callable[[ColumnContent | None, str, str], bool]
