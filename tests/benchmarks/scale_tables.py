"""The tables of `docs/huong-dan/quy-mo.md`, each with the words that say how to read it."""

from collections.abc import Mapping, Sequence

from tests.benchmarks.guides import number, table
from tests.benchmarks.running import Cost
from tests.benchmarks.site_size import SiteMeasurement, SitesInTurn
from tests.synthetic.vocabulary import GIVEN_NAMES

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


def building(measured: Sequence[tuple[str, SiteMeasurement]], name: str, sites: SitesInTurn) -> str:
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


def publishing(
    measured: Sequence[tuple[str, SiteMeasurement]], name: str, sites: SitesInTurn
) -> str:
    """Many sites have the pages, the search and the pushes of the first, a small one, each."""
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


def on_larger(years: int) -> str:
    return (
        "**Tính ra, không phải đo.** Nhân số của một trang một sở đã có lịch "
        f"{years} năm với số nơi; giờ là của một nhân bộ xử lý."
    )


def larger(site: SiteMeasurement) -> str:
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


def names(shares: Mapping[int, float]) -> str:
    """By departments the share of names, from 0 to 1, that no longer say whom they mean."""
    return table(
        [NAMES, *((number(count), number(100 * share)) for count, share in shares.items())]
    )
