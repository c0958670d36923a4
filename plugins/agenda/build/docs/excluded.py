"""Decide which files of `docs/` are not published: excluded files, drafts, hidden files."""

from dataclasses import dataclass

from pathspec import GitIgnoreSpec

from agenda.build.settings.yaml_tree import Node

ALWAYS = (".*", "/templates/")
"""The patterns that MkDocs puts before those of `exclude_docs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedDocs:
    """The patterns of excluded files and drafts, in the syntax of `.gitignore`."""

    excluded: GitIgnoreSpec
    drafts: GitIgnoreSpec

    def __contains__(self, file: str) -> bool:
        """Return True if the file at a path in `docs/` is not published."""
        return self.excluded.match_file(file) or self.drafts.match_file(file)


def excluded_docs(tree: Node) -> ExcludedDocs:
    """Read the patterns from the settings. Raise `Unsettled` for an invalid pattern."""
    return ExcludedDocs(
        excluded=_patterns(tree["exclude_docs"], *ALWAYS), drafts=_patterns(tree["draft_docs"])
    )


def _patterns(node: Node, *before: str) -> GitIgnoreSpec:
    lines = node.text().splitlines()
    try:
        return GitIgnoreSpec.from_lines([*before, *lines])
    except ValueError as error:
        raise node.refused("có mẫu không viết được như trong .gitignore") from error
