"""Types for defining the fields of a YAML file, used by the readers and the JSON Schemas."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agenda.vietnam.text import matching_key, slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A text. The `pattern` is for editors only; the reader has its own parsers."""

    pattern: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField:
    """A choice of words, each with its meaning in Vietnamese.

    `spellings` maps other words of one certain meaning to the word of the choice.
    """

    meanings: dict[str, str]
    spellings: Mapping[str, str] = field(default_factory=dict)

    def find(self, written: str) -> str | None:
        """Return the choice that a text names in any of its spellings: "Hủy" is `huy`."""
        if written in self.meanings:
            return written
        spellings = {matching_key(word): choice for word, choice in self.spellings.items()}
        return spellings.get(matching_key(written))


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagField:
    """A key that is either absent or `true`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableField:
    """A free mapping from text to text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListField:
    """A list. If `or_one`, a single value may be written without the list."""

    shape: "Shape"
    or_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A mapping with known keys.

    Messages name a mapping by its `noun` and its number in the list or, if `title_key` is set,
    the text of that key ("việc 2", "Ngày 4"). If `shorthand` is set, plain text is read as a
    mapping with that key alone.
    """

    name: str
    noun: str
    fields: "tuple[Field, ...]"
    title_key: str | None = None
    shorthand: str | None = None

    def field(self, key: str) -> "Field | None":
        return next((field for field in self.fields if field.key == key), None)

    def find(self, written: str) -> "Field | None":
        """Return the field that a key names, with or without diacritics: "Cả ngày" is `ca_ngay`."""
        return self.field(written) or self.field(_fold(written))


def _fold(written: str) -> str:
    """Return a key in lower case without diacritics: "Cả ngày" gives "ca_ngay"."""
    return slugify(written).replace("-", "_")


Shape = TextField | ChoiceField | FlagField | TableField | ListField | Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key of a form, with its `label` in the words of the document and its description."""

    key: str
    label: str
    about: str
    shape: Shape
    required: bool = False


ONE_DAY = r"\d{1,2}(\s*/\s*\d{1,2})?"
ONE_DATE = r"(\d{4}-\d{2}-\d{2}|\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4})"
DATE = rf"^{ONE_DATE}$"
DAY = rf"^{ONE_DAY}$|{DATE}"
DAYS = rf"^{ONE_DAY}(\s*[-–—]\s*{ONE_DAY})?$|{DATE}"
MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
DATE_OR_MONTH = rf"^\d{{4}}-(0[1-9]|1[0-2])$|{DATE}"
SLOT = (
    rf"^{ONE_DATE}(\s*[-–—]\s*{ONE_DATE})?"
    r"(\s+([Ss]áng|[Ss]ang|[Cc]hiều|[Cc]hieu|[Tt]ối|[Tt]oi|[Cc]ả\s+ngày|[Cc]a[_ ]ngay))?"
    r"(\s+\d{1,2}\s*([:hHgG]|giờ).*)?$"
)
COUNT = r"^\d+$"
CODE = r"^(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9]+(-[a-z0-9]+)*$"
