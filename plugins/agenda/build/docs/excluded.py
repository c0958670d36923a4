"""Which files of `docs/` are kept back: MkDocs publishes neither hidden ones nor drafts."""

from dataclasses import dataclass

from pathspec import GitIgnoreSpec

from agenda.build.settings.yaml_tree import Node

ALWAYS = (".*", "/templates/")
"""The patterns that MkDocs begins `exclude_docs` with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedDocs:
    """What `mkdocs.yml` excludes and what it calls drafts, each as in a file `.gitignore`."""

    excluded: GitIgnoreSpec
    drafts: GitIgnoreSpec

    def __contains__(self, file: str) -> bool:
        """Whether a file is kept back, by its path in `docs/`."""
        return self.excluded.match_file(file) or self.drafts.match_file(file)


def excluded_docs(tree: Node) -> ExcludedDocs:
    """What the settings keep back; raises `Unsettled`."""
    return ExcludedDocs(
        excluded=_patterns(tree["exclude_docs"], *ALWAYS), drafts=_patterns(tree["draft_docs"])
    )


def _patterns(node: Node, *before: str) -> GitIgnoreSpec:
    lines = node.text().splitlines()
    try:
        return GitIgnoreSpec.from_lines([*before, *lines])
    except ValueError as error:
        raise node.refused("có mẫu không viết được như trong .gitignore") from error
