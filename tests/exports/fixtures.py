"""Provide every agenda of the tests, loaded as for the site."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from agenda.history.identity import identify
from agenda.model import Agenda
from agenda.source.folder import load_agenda
from tests.browser.years import HARD
from tests.conftest import EVERY_SHAPE
from tests.exports.sample import agenda as search_sample
from tests.history.revisions import read_months
from tests.project import MAY_2021
from tests.second_month import write_second_month
from tests.site.sample import ORIGINAL, make_sample
from tests.synthetic import write_years


def signed(_: Path) -> Agenda:
    return _load(MAY_2021)


def every_shape(folder: Path) -> Agenda:
    shutil.copytree(MAY_2021, folder, dirs_exist_ok=True)
    shutil.copytree(EVERY_SHAPE, folder, dirs_exist_ok=True)
    return _load(folder)


def second_month(folder: Path) -> Agenda:
    shutil.copytree(MAY_2021, folder, dirs_exist_ok=True)
    write_second_month(folder)
    return _load(folder)


def no_month(folder: Path) -> Agenda:
    return _load(folder)


def two_years(folder: Path) -> Agenda:
    write_years(folder, 2024, 2)
    return _load(folder)


def hard_to_search(folder: Path) -> Agenda:
    write_years(folder, 2025, 1)
    shutil.copy(HARD, folder)
    return _load(folder)


def amended(_: Path) -> Agenda:
    return identify(read_months(FIRST, SECOND, THIRD)).agenda


def times(_: Path) -> Agenda:
    return identify(read_months(TIMES)).agenda


def updated(_: Path) -> Agenda:
    return identify(read_months(UPDATED)).agenda


def words(folder: Path) -> Agenda:
    (folder / ORIGINAL).write_bytes(b"%PDF-1.7")
    return make_sample(lambda name: {"Mention.joiner": "; "}.get(name, f'<b>{name}</b> & "x"'))


AGENDAS: Mapping[str, Callable[[Path], Agenda]] = {
    "signed": signed,
    "every shape": every_shape,
    "second month": second_month,
    "no month": no_month,
    "amended": amended,
    "times": times,
    "updated": updated,
    "two years": two_years,
    "hard to search": hard_to_search,
    "words": words,
    "search": lambda _: search_sample(),
}
AGENDA_NAMES = (
    "signed",
    "every shape",
    "amended",
    "times",
    "updated",
    pytest.param("two years", marks=pytest.mark.build),
    pytest.param("hard to search", marks=pytest.mark.build),
    "words",
    "search",
)
"""The parameters of tests for all of `AGENDAS`; the agendas of whole years are the slowest."""

FIRST = """
- ngay: 4
  sang:
    - {ma: giu, noi_dung: Lễ chào cờ}
    - {ma: bo, noi_dung: Việc sẽ bỏ}
    - {ma: huy, noi_dung: Họp sẽ hủy, gio: "08:00"}
  chieu: [{ma: sua, noi_dung: Họp sẽ sửa}]
- ngay: 5
  sang: [{ma: chuyen, noi_dung: Kiểm tra cơ sở, gio: 08:00-09:30}]
"""
UPDATED = """
trong_tam: [Một, Hai]
lich:
- ngay: 4
  sang:
    - {ma: giu, noi_dung: Lễ chào cờ, gio: "09:00"}
    - {ma: huy, noi_dung: Họp sẽ hủy, gio: "08:00"}
    - {ma: moi, noi_dung: Việc bổ sung, lanh_dao: Đ/c An}
- ngay: 5
  nghi: Nghỉ bù
- ngay: 10
  sang: [{ma: chuyen, noi_dung: Kiểm tra cơ sở, gio: 08:00-09:30}]
- ngay: 11
  sang: [{ma: hoan, noi_dung: Họp trù bị, trang_thai: hoan, ly_do: Mưa}]
cap_nhat:
  - {luc: 2021-05-05, cho: cv-giu, truoc: {gio: null}, vi: Theo thông báo của Văn phòng}
  - {luc: 2021-05-05, cho: cv-chuyen, truoc: {ngay: 5, buoi: chieu, lanh_dao: Đ/c Bình}}
  - {luc: 2021-05-06, cho: cv-moi, truoc: null}
  - luc: 2021-05-06
    cho: cv-bo
    truoc: {ngay: 4, buoi: sang, thu_tu: 2, noi_dung: Việc đã bỏ, chuan_bi: Văn phòng}
    vi: Trùng lịch
  - {luc: 2021-05-07, cho: cv-giu, truoc: {gio: "08:00"}}
  - {luc: 2021-05-07, cho: cv-hoan, truoc: {trang_thai: null, ly_do: null}}
  - {luc: 2021-05-07, cho: ngay-05, truoc: {nghi: Nghỉ}}
  - {luc: 2021-05-08, cho: trong-tam-2, truoc: {noi_dung: Ba}}
"""
SECOND = """
- ngay: 4
  sang:
    - {ma: giu, noi_dung: Lễ chào cờ}
    - {ma: huy, noi_dung: Họp sẽ hủy, gio: "08:00", trang_thai: huy, ly_do: Mưa}
  chieu: [{ma: sua, noi_dung: Họp sẽ sửa, dia_diem: Phòng 2}]
- ngay: 12
  chieu: [{ma: chuyen, noi_dung: Kiểm tra cơ sở, gio: "14:00"}]
"""
THIRD = """
- ngay: 4
  sang:
    - {ma: giu, noi_dung: Lễ chào cờ}
    - {ma: huy, noi_dung: Họp sẽ hủy, gio: "08:00", trang_thai: huy, ly_do: Mưa}
  chieu:
    - {ma: sua, noi_dung: Họp sẽ sửa, dia_diem: Phòng 2}
    - {ma: moi, noi_dung: Việc mới, trang_thai: doi, doi_sang: 2021-05-20}
- ngay: 12
  chieu: [{ma: chuyen, noi_dung: Kiểm tra cơ sở, gio: "14:00"}]
- ngay: 13-14
  ca_ngay: [{ma: dai, noi_dung: Đoàn công tác, trang_thai: hoan}]
"""
TIMES = """
- ngay: 4
  sang:
    - {ma: gio, noi_dung: Họp đổi giờ, gio: 8h, trang_thai: doi, doi_sang: 2021-05-06 09:00-11:00}
    - {ma: dau, noi_dung: Họp đổi buổi, trang_thai: doi, doi_sang: 2021-05-06 chieu 14:00}
    - {ma: dai, noi_dung: Đoàn đổi ngày, trang_thai: doi, doi_sang: 2021-05-30 - 2021-06-02}
    - {ma: lop, noi_dung: Lớp đổi ngày, trang_thai: doi, doi_sang: 2021-05-10 - 12/5/2021 sang 8h}
  toi:
    - {ma: dem, noi_dung: Diễn tập, gio: 22:00-01:00}
    - {ma: khuya, noi_dung: Diễn tập, gio: 19h, trang_thai: doi, doi_sang: 2021-05-07 22:00-01:00}
- ngay: 5-7
  sang:
    - {ma: tap, noi_dung: Lớp tập huấn, gio: 08:00-11:30}
    - {ma: mo, noi_dung: Điểm danh, gio: 7h}
  toi: [{ma: truc, noi_dung: Trực, gio: 22:00-05:00}]
"""


def _load(folder: Path) -> Agenda:
    reading = load_agenda(folder)
    assert not reading.failed, "\n".join(map(str, reading.problems))
    return identify(reading.agenda).agenda
