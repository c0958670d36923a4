"""The inputs of forms, as the templates show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from agenda.model import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FormInput:
    """One labelled input of a form.

    `kind` is "text", "long", "choice", "flag", "several", "names", "list" or "paragraphs".
    `choices` are pairs of the value and its meaning. `problems` are sentences.
    """

    name: str
    label: str
    about: str = ""
    kind: str = "text"
    required: bool = False
    values: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    form: str = "m"
    """A prefix of the id, so that two forms on one page differ."""

    @property
    def id(self) -> str:
        return f"{self.form}-{self.name}"


def filled(inputs: Iterable[FormInput], sent: "SentForm") -> tuple[FormInput, ...]:
    """Return inputs with the values that were sent, to show a form again."""
    return tuple(replace(each, values=sent.values(each)) for each in inputs)


@dataclass(frozen=True, slots=True)
class SentForm:
    """The values of a form as sent, by name."""

    fields: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """Return a value without surrounding space; empty if it was not sent."""
        values = self.fields.get(name, ())
        return _clean(values[0]) if values else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the values of a list without empty ones."""
        return tuple(text for value in self.fields.get(name, ()) if (text := _clean(value)))

    def values(self, each: FormInput) -> tuple[str, ...]:
        """Return the values for an input."""
        return self.texts(each.name)


def problem_sentence(problem: Problem) -> str:
    """Return a problem and its remedy as a sentence, for a place that names the field already."""
    text = f"{problem.message}; {problem.remedy}."
    return f"{text[:1].upper()}{text[1:]}"


def _clean(value: str) -> str:
    """Return a value with the line breaks of files; forms send CR LF, and Word others."""
    return "\n".join(value.splitlines()).strip()
