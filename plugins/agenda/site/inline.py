"""Split texts into runs for templates: explained abbreviations and linked names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agenda.model import Abbreviation, Mention
from agenda.site.urls import entry_url


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRun:
    """A piece of text; `full` is the long form of an abbreviation."""

    text: str
    full: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """A printed name; `url` is the page of its directory entry, if there is one.

    `joiner` is the text before the name on its line. `breaks` is set where the name begins a line.
    """

    text: str
    url: str | None
    joiner: str = ""
    breaks: bool = False


class Abbreviations:
    """A finder of the directory's abbreviations; each one is explained once per text."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        self._full = {abbreviation.short: abbreviation.full for abbreviation in abbreviations}
        longest_first = sorted(self._full, key=len, reverse=True)
        self._pattern = re.compile(
            r"(?<![\w&/])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w&/])"
            if longest_first
            else r"(?!)"
        )

    def runs(self, text: str) -> tuple[TextRun, ...]:
        runs: list[TextRun] = []
        explained: set[str] = set()
        end = 0
        for match in self._pattern.finditer(text):
            if match[0] in explained:
                continue
            explained.add(match[0])
            if match.start() > end:
                runs.append(TextRun(text=text[end : match.start()]))
            runs.append(TextRun(text=match[0], full=self._full[match[0]]))
            end = match.end()
        if end < len(text):
            runs.append(TextRun(text=text[end:]))
        return tuple(runs)


def name_runs(mentions: Iterable[Mention]) -> tuple[NameRun, ...]:
    return tuple(
        NameRun(
            text=mention.text,
            url=entry_url(mention.entry) if mention.entry is not None else None,
            joiner=mention.joiner.removeprefix("\n"),
            breaks=mention.joiner.startswith("\n"),
        )
        for mention in mentions
    )
