"""The tables of `docs/phat-trien/scale.md`, each with a note on how to read it."""

from collections.abc import Mapping, Sequence

from tests.benchmarks.generated_sections import number, table
from tests.benchmarks.runner import Cost
from tests.benchmarks.site_size import SiteMeasurement, SitesInTurn
from tests.synthetic.vocabulary import GIVEN_NAMES

PROVINCE, PROVINCES, COMMUNES = 14, 34, 3_321
"""Numbers for estimates: agencies of a province, about; provinces and communes since July 2025."""

BUILDING = (
    *("Site", "Items", "First build (s)", "After an edit (s)", "First build, wall time (s)"),
    "Memory (MB)",
)
PUBLISHING = (
    *("Site", "Files", "Size (MB)", "Largest page (kB)", "First search (kB)"),
    *("First search (s)", "First push (MB)", "Push after an edit (kB)"),
)
NAMES = ("Departments in one directory", "Ambiguous names (%)")
ESTIMATES = (
    *("Scale", "Sites", "Items", "Files", "Size (GB)", "First builds (h)"),
    *("One edit each (h)", "Heads of the search indexes (MB)"),
)

BUILDING_NOTE = (
    "**Building.** Seconds are CPU time, except in the column of wall time. Separate sites are "
    "built in turn: seconds are summed, memory is the largest site's, and an edit rebuilds one."
)
PUBLISHING_NOTE = (
    "**Publishing.** The largest page is uncompressed. A first search counts the compressed bytes "
    "of the search alone, and the seconds from opening its page to the first result, in Chromium. "
    "Pushes are Git bundles. In the row of separate sites, only files and size are of all sites."
)
NAMES_NOTE = (
    "**Names.** The share of printed leaders that are ambiguous when one directory has the leaders "
    f"of several departments. Given names are drawn from {len(GIVEN_NAMES)} common ones."
)


def building(measured: Sequence[tuple[str, SiteMeasurement]], name: str, sites: SitesInTurn) -> str:
    """Return the table of builds; of separate sites, an edit concerns the first only."""
    first = measured[0][1]
    return table(
        [
            BUILDING,
            *(_building(each, some.items, some.cold, some.edited) for each, some in measured),
            _building(name, sites.items, sites.cost, first.edited),
        ]
    )


def _building(name: str, items: int, cold: Cost, edited: Cost) -> tuple[str, ...]:
    return (
        name,
        number(items),
        number(cold.cpu_seconds, 1),
        number(edited.cpu_seconds, 1),
        number(cold.wall_seconds, 1),
        number(cold.memory / 1e6),
    )


def publishing(
    measured: Sequence[tuple[str, SiteMeasurement]], name: str, sites: SitesInTurn
) -> str:
    """Return the table of sizes; separate sites have the pages and the search of the first."""
    return table(
        [
            PUBLISHING,
            *(_publishing(each, some.files, some.size, some) for each, some in measured),
            _publishing(name, sites.files, sites.size, measured[0][1]),
        ]
    )


def _publishing(name: str, files: int, size: int, some: SiteMeasurement) -> tuple[str, ...]:
    return (
        name,
        number(files),
        number(size / 1e6),
        number(some.page / 1e3),
        number(some.found / 1e3),
        number(some.waiting, 1),
        number(some.first.size / 1e6, 1),
        number(some.later.size / 1e3),
    )


def estimates_note(years: int) -> str:
    return (
        "**Estimates, not measured.** The figures of one department's site with "
        f"{years} years, times the number of sites. Hours are of one core."
    )


def estimates(site: SiteMeasurement) -> str:
    """Return the table of many sites like `site`; none of them is built."""
    scales = (
        (f"A province: {PROVINCE} departments", PROVINCE),
        (f"The country: {PROVINCES} provinces × {PROVINCE} departments", PROVINCES * PROVINCE),
        (
            f"… and {number(COMMUNES)} communes, each with as many items as a department",
            PROVINCES * PROVINCE + COMMUNES,
        ),
    )
    return table(
        [
            ESTIMATES,
            *(
                (
                    name,
                    number(count),
                    number(count * site.items),
                    number(count * site.files),
                    number(count * site.size / 1e9, 1),
                    number(count * site.cold.cpu_seconds / 3600, 2),
                    number(count * site.edited.cpu_seconds / 3600, 2),
                    number(count * site.index / 1e6, 1),
                )
                for name, count in scales
            ),
        ]
    )


def names(shares: Mapping[int, float]) -> str:
    """Return the table of the shares of ambiguous names, by the number of departments."""
    return table(
        [NAMES, *((number(count), number(100 * share)) for count, share in shares.items())]
    )
