"""`make scale`: what changes for all departments of a province, or of the country.

Writes the tables of `docs/huong-dan/quy-mo.md`: one department over decades, several departments in
one agenda and as many with a site each, all of them built; then what is worked out from these for a
province and for the country. Every build is one process, run after the other.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from agenda.source.folder import load_agenda
from tests.benchmarks.build import FIRST_YEAR
from tests.benchmarks.compare import empty_project, ours, project_of
from tests.benchmarks.footprint import Footprint, chromium, footprint
from tests.benchmarks.guides import GUIDES, machine, number, renewed, table
from tests.benchmarks.running import Cost, file_sizes, run
from tests.benchmarks.together import write_directory_of, write_together
from tests.project import Project
from tests.synthetic import write_years
from tests.synthetic.vocabulary import GIVEN_NAMES

COMMAND = "make scale"
PAGE = GUIDES / "quy-mo.md"

PROVINCE, PROVINCES, COMMUNES = 14, 34, 3_321
"""What is reckoned with, no statistics: about so many agencies has a province's People's Committee,
and so many provinces and communes there have been since 01/7/2025."""

BUILDING = (
    *("Trang", "Số việc", "Dựng lần đầu (giây)", "Sau khi sửa (giây)", "Đồng hồ lần đầu (giây)"),
    "Bộ nhớ (MB)",
)
PUBLISHING = (
    *("Trang", "Tệp", "Trang (MB)", "Trang lớn nhất (kB)", "Tìm lần đầu (kB)"),
    *("Tìm lần đầu (giây)", "Đẩy lần đầu (MB)", "Đẩy sau khi sửa (kB)"),
)
NAMES = ("Số sở chung một danh bạ", "Tên không còn chỉ đúng một người (%)")
LARGER = (
    *("Quy mô", "Số trang", "Số việc", "Số tệp", "Trang (GB)", "Dựng mới tất cả (giờ)"),
    *("Mỗi nơi sửa một tháng (giờ)", "Đầu mục lục tìm kiếm (MB)"),
)

ON_BUILDING = (
    "**Dựng.** Số giây là của bộ xử lý, trừ cột đồng hồ. Nhiều trang riêng thì dựng lần lượt: số "
    "giây cộng lại, bộ nhớ là của trang lớn nhất, sửa một tháng chỉ dựng lại trang của sở ấy."
)
ON_PUBLISHING = (
    "**Đăng và xem.** Trang lớn nhất tính khi chưa nén. Tìm lần đầu là số byte đã nén của riêng "
    "việc tìm và số giây từ lúc mở trang tìm kiếm đến kết quả đầu tiên, trong trình duyệt thật. "
    "Đẩy là gói Git thật. Ở dòng nhiều trang riêng, trừ tệp và cỡ cả trang, là số của một trang."
)
ON_NAMES = (
    "**Tên người.** Phần tên lãnh đạo in trong lịch không còn chỉ đúng một người khi danh bạ có "
    f"lãnh đạo của nhiều sở; tên gọi lấy từ {len(GIVEN_NAMES)} tên hay gặp."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """Sites of a department each, built in turn: the sum of the seconds, the most memory."""

    items: int
    cost: Cost
    files: int
    size: int


def one_department(years: int, browser: Browser) -> Footprint:
    return _footprint(lambda folder: project_of(folder, years), browser)


def together(departments: int, years: int, browser: Browser) -> Footprint:
    """All departments in one agenda and one build."""

    def project(folder: Path) -> Project:
        project = empty_project(folder)
        write_together(project.folder / "agendas", FIRST_YEAR, years, departments)
        return project

    return _footprint(project, browser)


def _footprint(make: Callable[[Path], Project], browser: Browser) -> Footprint:
    with tempfile.TemporaryDirectory() as temporary:
        return footprint(make(Path(temporary, "lich")), browser, Path(temporary, "day"))


def apart(departments: int, years: int) -> Sites:
    """Each department with an agenda and a site of its own; none is kept once it is measured."""
    items = files = size = 0
    costs = []
    for department in range(departments):
        with tempfile.TemporaryDirectory() as temporary:
            project = project_of(Path(temporary), years, seed=department)
            items += sum(1 for _ in load_agenda(project.folder / "agendas").agenda.items)
            costs.append(run(ours(project)[0]))
            sizes = file_sizes(project.site)
            files += len(sizes)
            size += sum(sizes)
    return Sites(items=items, cost=in_turn(costs), files=files, size=size)


def in_turn(costs: Sequence[Cost]) -> Cost:
    """Of builds after one another, of which only one holds memory at a time."""
    return Cost(
        computing=sum(cost.computing for cost in costs),
        lasting=sum(cost.lasting for cost in costs),
        memory=max(cost.memory for cost in costs),
    )


def lost_names(departments: int, seeds: int = 10) -> float:
    """The share of the leaders printed who are no longer certain in a directory of all."""
    printed = lost = 0
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            write_years(folder, FIRST_YEAR, 1, seed=seed)
            sure = _leaders_known(folder)
            write_directory_of(folder, FIRST_YEAR, 1, departments, seed=seed)
            printed += sure
            lost += sure - _leaders_known(folder)
    return lost / printed


def _leaders_known(folder: Path) -> int:
    return sum(
        mention.party is not None
        for item in load_agenda(folder).agenda.items
        for mention in item.leaders
    )


def building(measured: Sequence[tuple[str, Footprint]], name: str, sites: Sites) -> str:
    """The seconds are the processor's, but for the clock's; a site of many is edited alone."""
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
        number(cold.computing, 1),
        number(edited.computing, 1),
        number(cold.lasting, 1),
        number(cold.memory / 1e6),
    )


def publishing(measured: Sequence[tuple[str, Footprint]], name: str, sites: Sites) -> str:
    """Many sites have the pages, the search and the pushes of the first, a small one, each."""
    return table(
        [
            PUBLISHING,
            *(_publishing(each, some.files, some.size, some) for each, some in measured),
            _publishing(name, sites.files, sites.size, measured[0][1]),
        ]
    )


def _publishing(name: str, files: int, size: int, some: Footprint) -> tuple[str, ...]:
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


def on_larger(years: int) -> str:
    return (
        "**Tính ra, không phải đo.** Nhân số của một trang một sở đã có lịch "
        f"{years} năm với số nơi; giờ là của một nhân bộ xử lý."
    )


def larger(site: Footprint) -> str:
    """So many sites like `site`: nothing of this table was built."""
    scales = (
        (f"Một tỉnh: {PROVINCE} sở", PROVINCE),
        (f"Cả nước: {PROVINCES} tỉnh, thành phố × {PROVINCE} sở", PROVINCES * PROVINCE),
        (
            f"… và {number(COMMUNES)} xã, phường, đặc khu, mỗi nơi nhiều việc như một sở",
            PROVINCES * PROVINCE + COMMUNES,
        ),
    )
    return table(
        [
            LARGER,
            *(
                (
                    name,
                    number(count),
                    number(count * site.items),
                    number(count * site.files),
                    number(count * site.size / 1e9, 1),
                    number(count * site.cold.computing / 3600, 2),
                    number(count * site.edited.computing / 3600, 2),
                    number(count * site.index / 1e6, 1),
                )
                for name, count in scales
            ),
        ]
    )


def names(departments: Sequence[int]) -> str:
    return table(
        [NAMES, *((number(count), number(100 * lost_names(count))) for count in departments)]
    )


def report(years: int, decades: Sequence[int], departments: Sequence[int]) -> str:
    """All tables; the larger scales are of sites as old as the first of `decades`."""
    with chromium() as browser:
        alone = [
            (f"1 sở, {count} năm", one_department(count, browser)) for count in (years, *decades)
        ]
        shared = [
            (f"{count} sở chung một trang, {years} năm", together(count, years, browser))
            for count in departments
        ]
    sites = apart(departments[-1], years)
    name = f"{departments[-1]} sở, mỗi sở một trang, {years} năm"
    return "\n".join(
        (
            f"{ON_BUILDING}\n\n{building([*alone, *shared], name, sites)}",
            f"{ON_PUBLISHING}\n\n{publishing([*alone, *shared], name, sites)}",
            f"{ON_NAMES}\n\n{names([1, *departments])}",
            f"{on_larger(decades[0])}\n\n{larger(alone[1][1])}",
            f"{machine()}\n",
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale", description=__doc__)
    parser.add_argument("--years", type=int, default=5, help="of the agendas of many departments")
    parser.add_argument("--decades", type=int, nargs="+", default=[20, 40], help="of one alone")
    parser.add_argument("--departments", type=int, nargs="+", default=[2, 4, 8, PROVINCE])
    options = parser.parse_args()
    text = report(options.years, options.decades, options.departments)
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), COMMAND, text), encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
