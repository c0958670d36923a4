"""Test the files of the search index."""

import json
from pathlib import Path
from typing import Any

import pytest

from agenda.history.identity import identify
from agenda.model import Agenda, Directory
from agenda.search import files as search
from agenda.search.files import search_files
from agenda.site.views.search import FACETS
from agenda.source.folder import load_agenda
from tests.browser.plain_superseded import superseded_of
from tests.exports.sample import agenda
from tests.exports.settings import context_of
from tests.history.revisions import read_months
from tests.project import MAY_2021
from tests.synthetic import write_years

SIGNED = """
trong_tam: [Chào mừng ngày lễ, Cải cách hành chính]
lich:
- {ngay: 3, nghi: Nghỉ lễ}
- ngay: 4
  sang:
    - {ma: giu, noi_dung: Lễ chào cờ}
    - {ma: bo, noi_dung: Việc sẽ bỏ, dia_diem: Nhà khách}
    - {ma: sua, noi_dung: Họp ban, dia_diem: Hội trường A}
    - {ma: them, noi_dung: Kiểm tra cơ sở}
"""
AMENDED = """
trong_tam: [Cải cách hành chính, Phòng chống lụt bão]
lich:
- {ngay: 3, nghi: Làm bù}
- ngay: 4
  sang:
    - {ma: giu, noi_dung: Lễ chào cờ}
    - {ma: sua, noi_dung: Họp ban, dia_diem: Hội trường B}
    - {ma: them, noi_dung: Kiểm tra cơ sở; mời báo chí}
"""

FACET_FILES = sorted(f"tim-kiem/loc/{facet.name}.json" for facet in FACETS)


def files(all_files: Agenda) -> dict[str, Any]:
    return {asset.url: json.loads(asset.content) for asset in search_files(context_of(all_files))}


def test_the_index_describes_the_other_files() -> None:
    found = files(agenda())
    head = found["tim-kiem/muc-luc.json"]
    assert head.pop("hieu")["danh_ba"][0] == {
        "loc": "lanh-dao",
        "ma": "do-khoa-van",
        "ten": "Đỗ Khoa Văn",
        "chuc_vu": [["Giám đốc", "GĐ", "", ""]],
    }
    assert head | {"ban": ""} == {
        "ban": "",
        "khoi": 8,
        "do_dai": "iBEErBL",
        "tu_ngay": "2021-05-01",
        "ngay": "AADAO",
        "keo_dai": {"4": 2},
        "ngoai_viec": {"thang": "AB", "nghi": ""},
        "tu": ["1"],
        "thang": {"2021": [5]},
        "dia_chi": {
            "year": "{year}/",
            "month": "{year}/{month}/",
            "day": "{year}/{month}/#ngay-{day}",
            "entry": "{section}/{code}/",
            "calendar": "lich/{section}/{code}.ics",
        },
        "dong_nghia": [
            ["TU", "Tỉnh ủy"],
            ["Phòng Thông tin - Thống kê", "Phòng TT-TK"],
            ["GĐ", "Giám đốc"],
        ],
    }
    assert sorted(found) == [
        *FACET_FILES,
        "tim-kiem/muc-luc.json",
        "tim-kiem/tu-vung.json",
        "tim-kiem/tu/0.json",
        "tim-kiem/viec/0.json",
    ]


def test_an_acronym_and_a_syllable_have_separate_postings() -> None:
    words = files(agenda())["tim-kiem/tu/0.json"]
    assert {word for word in words if word.lower() in {"tu", "ủy"}} == {"TU", "ủy"}


def test_a_facet_lists_the_records_that_have_each_value() -> None:
    found = files(agenda())
    assert {url.split("/")[-1].removesuffix(".json"): found[url] for url in FACET_FILES} == {
        "nam": {"2021": "ABBBB"},
        "lanh-dao": {"do-khoa-van": "D"},
        "co-quan": {"phong-tt-tk": "D"},
        "nhom": {"lanh-dao-so": "E"},
        "buoi": {"ca_ngay": "E", "chieu": "D", "sang": "C"},
        "trang-thai": {"doi": "D", "theo-lich": "CC"},
    }


def test_the_vocabulary_has_words_by_frequency_and_phrases_by_their_initials() -> None:
    vocabulary = files(load_agenda(MAY_2021).agenda)["tim-kiem/tu-vung.json"]
    words = vocabulary["tu"].split(" ")
    assert words[0] == "van"
    assert {"ky", "lac", "covid"} <= set(words)
    assert vocabulary["cum_tu"]["cds"] == ["chuyển đổi số"]
    assert not [each for each in words if each.isdecimal()]


def test_what_a_month_prints_beside_its_items_is_a_record_with_its_place() -> None:
    found = files(load_agenda(MAY_2021).agenda)
    blocks = [records for url, records in found.items() if url.startswith("tim-kiem/viec/")]
    places = {
        record["url"]: (record["loai"], record["noi_dung"])
        for records in blocks
        for record in records
        if "loai" in record
    }
    assert places["2021/05/#trong-tam-4"][1].startswith("Tăng cường công tác quản lý nhà nước")
    assert places["2021/05/#luu-y"] == (
        *("Lưu ý", "Có thể thay đổi theo diễn biến tình hình dịch bệnh Covid-19"),
    )
    assert places["2021/05/#ngay-01"] == ("Ghi ở ngày", "Nghỉ lễ 30/4, 01/5")
    assert "Người ký: Giám đốc Đỗ Khoa Văn" in places["2021/05/#nguon"][1]
    assert "“Hợp soát xét” sửa thành “Họp soát xét”" in places["2021/05/#hieu-dinh"][1]


def test_what_an_amendment_dropped_or_replaced_is_a_record_that_says_so() -> None:
    amended = identify(read_months(SIGNED, AMENDED)).agenda
    found = files(amended)
    blocks = [records for url, records in found.items() if url.startswith("tim-kiem/viec/")]
    records = {
        (record["url"], record.get("trang_thai"), record["noi_dung"], record.get("ly_do"))
        for records in blocks
        for record in records
    }
    of_month = {url for url, *_ in records if url.startswith("2021/05/thay-doi/")}
    assert of_month == {"2021/05/thay-doi/#lan-1"}
    changes, replaced = "2021/05/thay-doi/#lan-1", "Đã thay ở điều chỉnh lần 1"
    assert {each for each in records if each[1]} == {
        ("2021/05/#cv-bo", "Không còn trong bản điều chỉnh lần 1", "Việc sẽ bỏ", None),
        (changes, replaced, "Địa điểm: Hội trường A", "Nay là: Địa điểm: Hội trường B"),
        (changes, replaced, "Nghỉ lễ", "Nay là: Làm bù"),
        (changes, replaced, "Chào mừng ngày lễ", "Nay là: Phòng chống lụt bão"),
    }
    plain = {each.url: each.texts for each in superseded_of(amended.months[0])}
    assert plain["2021/05/#cv-bo"] == ("Việc sẽ bỏ", "Nhà khách")
    searched = set(" ".join(key for url in found if "/tu/" in url for key in found[url]).split())
    assert {"khách", "a", "lễ", "lụt"} <= searched


def test_words_are_sharded_alphabetically(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "CHARACTERS_PER_SHARD", 20)
    found = files(agenda())
    first = found["tim-kiem/muc-luc.json"]["tu"]
    assert first == sorted(first)
    assert len(first) == sum(url.startswith("tim-kiem/tu/") for url in found) > 2


def test_an_agenda_without_months_has_an_empty_index() -> None:
    found = files(Agenda(months=(), directory=Directory()))
    assert sorted(found) == [
        *FACET_FILES,
        "tim-kiem/muc-luc.json",
        "tim-kiem/tu-vung.json",
    ]
    assert found["tim-kiem/muc-luc.json"]["do_dai"] == ""


def test_equal_agendas_give_equal_bytes_and_other_agendas_another_version(tmp_path: Path) -> None:
    write_years(tmp_path, 2020, 1)
    once, again = (search_files(context_of(load_agenda(tmp_path).agenda)) for _ in range(2))
    assert once == again
    versions = [
        json.loads(each[0].content)["ban"] for each in (once, search_files(context_of(agenda())))
    ]
    assert len(set(versions)) == 2
