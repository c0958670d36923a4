"""A change of a published month counts if `cap_nhat` gives what was published."""

from pathlib import Path

import pytest

from agenda.build.checks.privacy import with_privacy
from agenda.build.ledger_check.violations import describe_violations
from agenda.source.folder import load_agenda
from tests.build.published_months import PublishedMonths

MAY = """thang: 2021-05
van_ban: {ngay_ban_hanh: 2021-05-01, nguoi_ky: Trần An}
trong_tam: [Một, Hai]
lich:
  - ngay: 4
    sang:
      - {ma: b1, noi_dung: Lễ chào cờ, gio: 08:00}
      - {ma: b2, noi_dung: Tiếp công dân Nguyễn Văn Ba}
      - {ma: b3, noi_dung: Họp giao ban, lanh_dao: "Đ/c An, Minh"}
  - {ngay: 5-9, nghi: Nghỉ}
  - {ngay: 10-31}
cong_khai: [Nguyễn Văn Ba]
"""
UPDATES = "cap_nhat:\n"


@pytest.fixture
def published(tmp_path: Path) -> PublishedMonths:
    months = PublishedMonths(tmp_path / "agendas")
    months.write("2021-05.yml", MAY)
    months.publish()
    return months


def record(months: PublishedMonths, *rows: str) -> None:
    name = "2021-05.yml"
    text = (months.folder / name).read_text(encoding="utf-8")
    if UPDATES not in text:
        text += UPDATES
    months.write(name, text + "".join(f"  - {{luc: 2021-05-03, cho: {row}}}\n" for row in rows))


BEFORE = "{ngay: 4, buoi: sang, thu_tu: 2, noi_dung: Tiếp công dân Nguyễn Văn Ba}"
VISIT = "      - {ma: b2, noi_dung: Tiếp công dân Nguyễn Văn Ba}\n"
TENTH = "  - {ngay: 10, sang: {ma: b5, noi_dung: Họp}}\n  - {ngay: 11-31}"
FOCUS = "trong_tam, truoc: {trong_tam: [Một, Hai]}"
CHANGES = [
    ("08:00", "09:00", "cv-b1, truoc: {gio: 08:00}", "#cv-b1"),
    ("gio: 08:00", "dia_diem: Sân", "cv-b1, truoc: {gio: 8h, dia_diem: null}", "#cv-b1"),
    (VISIT, "", f"cv-b2, truoc: {BEFORE}", "#cv-b2"),
    (VISIT, f"{VISIT}      - {{ma: b4, noi_dung: Họp kín}}\n", "cv-b4, truoc: null", "#ngay-04"),
    ("  - {ngay: 10-31}", TENTH, "cv-b5, truoc: null", "#ngay-10"),
    ('"Đ/c An, Minh"', "Đ/c An", 'cv-b3, truoc: {lanh_dao: "Đ/c An, Minh"}', "#cv-b3"),
    ("nghi: Nghỉ", "nghi: Nghỉ bù", "ngay-05, truoc: {ngay: 5-9, nghi: Nghỉ}", "#ngay-05"),
    ("[Một, Hai]", "[Một, Ba]", "trong-tam-2, truoc: {noi_dung: Hai}", ""),
    ("[Một, Hai]", "[Một, Hai, Ba]", "trong-tam-3, truoc: null", ""),
    ("[Một, Hai]", "[Hai]", FOCUS, ""),
    ("Trần An", "Trần Ân", "nguoi_ky, truoc: {nguoi_ky: Trần An}", ""),
    ("trong_tam:", "luu_y: Có thể đổi\ntrong_tam:", "luu_y, truoc: {luu_y: null}", ""),
]


@pytest.mark.parametrize(("old", "new", "row", "anchor"), CHANGES)
def test_a_change_stops_the_deploy_until_it_is_recorded(
    published: PublishedMonths, old: str, new: str, row: str, anchor: str
) -> None:
    published.edit(old, new)
    _, found = published.compare()
    assert f"2021/05/{anchor}" in {each.url for each in found.violations}
    assert "agenda update" in describe_violations(found)
    record(published, row)
    published.publish()
    (shown,) = published.month()["cap_nhat"]
    assert (shown["luc"], shown["ban"]) == ("2021-05-03", 0)


def test_a_recorded_value_that_was_not_published_counts_for_nothing(
    published: PublishedMonths,
) -> None:
    published.edit("08:00", "09:00")
    record(published, "cv-b1, truoc: {gio: 07:00}")
    assert refused(published) == {"2021/05/#cv-b1: giờ"}


def test_a_published_update_is_neither_edited_nor_dropped(published: PublishedMonths) -> None:
    published.edit("08:00", "09:00")
    record(published, "cv-b1, truoc: {gio: 08:00}")
    published.publish()
    published.edit("luc: 2021-05-03", "luc: 2021-05-02")
    assert refused(published) == {"2021/05/: dòng cap_nhat đã đăng bị sửa hoặc bị bỏ"}
    published.edit("luc: 2021-05-02", "luc: 2021-05-03")
    record(published, "cv-b1, truoc: {gio: 09:00}")
    published.edit("noi_dung: Lễ chào cờ, gio: 09:00", "noi_dung: Lễ chào cờ, gio: 10:00")
    published.publish()
    assert [row["truoc"] for row in published.month()["cap_nhat"]] == [
        {"gio": "08:00"},
        {"gio": "09:00"},
    ]


def test_an_update_of_nothing_is_refused(published: PublishedMonths) -> None:
    record(published, "cv-b1, truoc: {gio: 07:00}")
    assert refused(published) == {"2021/05/#cv-b1: giờ"}


def test_a_removed_status_needs_an_update(published: PublishedMonths) -> None:
    published.edit("gio: 08:00", "gio: 08:00, trang_thai: huy")
    published.publish()
    published.edit(", trang_thai: huy", "")
    assert refused(published) == {"2021/05/#cv-b1: tình trạng"}
    record(published, "cv-b1, truoc: {trang_thai: huy}")
    published.publish()


def test_swapped_codes_are_refused_even_if_they_are_recorded(published: PublishedMonths) -> None:
    for old, new in (("ma: b1", "ma: x"), ("ma: b2", "ma: b1"), ("ma: x", "ma: b2")):
        published.edit(old, new)
    record(
        published,
        "cv-b1, truoc: {noi_dung: Lễ chào cờ, gio: 08:00}",
        "cv-b2, truoc: {noi_dung: Tiếp công dân Nguyễn Văn Ba, gio: null}",
    )
    assert "2021/05/#cv-b1: mã đổi chỗ với b2" in refused(published)


def test_withheld_words_are_stored_nowhere(published: PublishedMonths) -> None:
    published.edit("Tiếp công dân Nguyễn Văn Ba", '"Tiếp công dân Nguyễn Văn Ba, 8h"')
    record(published, "cv-b2, truoc: {noi_dung: Tiếp công dân Nguyễn Văn Ba}")
    published.publish()
    published.edit("Nguyễn Văn Ba, 8h", "[không công bố], 8h")
    published.edit(
        "noi_dung: Tiếp công dân Nguyễn Văn Ba", 'noi_dung: "Tiếp công dân [không công bố]"'
    )
    published.edit("cong_khai: [Nguyễn Văn Ba]\n", "")
    record(published, 'cv-b2, truoc: {noi_dung: "[không công bố]"}')
    published.publish()
    assert "Nguyễn Văn Ba" not in (published.folder / "2021-05.yml").read_text("utf-8")
    assert not [url for url, file in published.files.items() if "Nguyễn Văn Ba".encode() in file]


def refused(months: PublishedMonths) -> set[str]:
    _, found = months.compare()
    return {f"{each.url}: {each.what}" for each in found.violations}


PARTIAL = """thang: 2021-05
pham_vi: 10-31
van_ban: {ngay_ban_hanh: 2021-05-08}
lich:
  - {ngay: 10-31, sang: {ma: c1, noi_dung: Kiểm tra}}
"""


def test_a_day_outside_a_partial_amendment_is_updated_in_its_own_file(
    published: PublishedMonths,
) -> None:
    published.write("2021-05.dc1.yml", PARTIAL)
    published.publish()
    signed = published.live["2021/05/ban-goc/"]
    published.edit("gio: 08:00", "gio: 09:00")
    assert "2021/05/#cv-b1: giờ" in refused(published)
    record(published, "cv-b1, truoc: {gio: 08:00}")
    published.publish()
    assert published.live["2021/05/ban-goc/"] == signed
    assert [(row["ban"], row["cho"]) for row in published.month()["cap_nhat"]] == [(0, "cv-b1")]


def test_former_words_that_are_withheld_now_stop_the_check(published: PublishedMonths) -> None:
    published.edit("Tiếp công dân Nguyễn Văn Ba", '"Tiếp công dân [không công bố], 8h"')
    published.edit("cong_khai: [Nguyễn Văn Ba]\n", "")
    record(published, "cv-b2, truoc: {noi_dung: 'Tiếp công dân Nguyễn Văn Ba, 7h'}")
    reading = with_privacy(load_agenda(published.folder), published.folder)
    found = [problem for problem in reading.problems if problem.kind == "restored-words"]
    assert [(problem.value, problem.location.line) for problem in found] == [("Nguyễn Văn Ba", 13)]
