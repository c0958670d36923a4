"""`python -m tests.docs.diagram` draws the diagrams of `docs/phat-trien/architecture.md`.

An arrow leads from a package to one that it imports. Arrows that follow from others are left out.
"""

from collections.abc import Mapping, Sequence, Set

from tests.benchmarks.generated_sections import replace_section
from tests.imports import LAYERS, PACKAGE, STAGES, package_imports
from tests.project import REPOSITORY

PAGE = REPOSITORY / "docs/phat-trien/architecture.md"

DIAGRAMS = {
    "make diagram, layers": (PACKAGE, LAYERS),
    "make diagram, importer": (f"{PACKAGE}.importer", STAGES),
}
"""The package and its parts, the lowest first, by the mark of each diagram."""


def draw_all(page: str) -> str:
    """Return the page with diagrams of the current imports."""
    imports = package_imports()
    for mark, (package, parts) in DIAGRAMS.items():
        page = replace_section(page, mark, mermaid(import_graph(imports, package, parts), parts))
    return page


def import_graph(
    imports: Mapping[str, Set[str]], package: str, parts: Sequence[str]
) -> dict[str, set[str]]:
    """Return the other parts that each part of a package imports."""
    graph: dict[str, set[str]] = {part: set() for part in parts}
    for module, others in imports.items():
        for imported in others:
            here, there = part_of(module, package), part_of(imported, package)
            if here in graph and there in graph and here != there:
                graph[here].add(there)
    return graph


def part_of(module: str, package: str) -> str:
    """Return the part of a package that holds a module; an empty text if the package does not."""
    _, found, inner = f"{module}.".partition(f"{package}.")
    return inner.partition(".")[0] if found and module.startswith(package) else ""


def reduce_graph(graph: Mapping[str, Set[str]]) -> dict[str, set[str]]:
    """Return the transitive reduction of a graph without cycles."""
    reached: dict[str, set[str]] = {}

    def reach(node: str) -> set[str]:
        if node not in reached:
            reached[node] = set().union(*({each} | reach(each) for each in graph[node]))
        return reached[node]

    return {
        node: {each for each in others if not any(each in reach(other) for other in others)}
        for node, others in graph.items()
    }


def mermaid(graph: Mapping[str, Set[str]], parts: Sequence[str]) -> str:
    """Return a diagram in Mermaid's language, the highest part first."""
    reduced = reduce_graph(graph)
    lines = ["```mermaid", "flowchart TD"]
    for part in reversed(parts):
        others = sorted(reduced[part], key=parts.index)
        lines += [f"    {part} --> {other}" for other in others] or [f"    {part}"]
    return "\n".join([*lines, "```"])


if __name__ == "__main__":
    PAGE.write_text(draw_all(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
