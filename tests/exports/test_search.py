"""Test the files of the search index."""

import json
from pathlib import Path
from typing import Any

import pytest

from agenda.model import Agenda, Directory
from agenda.search import files as search
from agenda.search.files import search_files
from agenda.source.folder import load_agenda
from tests.exports.sample import agenda
from tests.exports.settings import context_of
from tests.synthetic import write_years


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
        "do_dai": "ErBL",
        "tu_ngay": "2021-05-04",
        "ngay": "AAO",
        "keo_dai": {"2": 2},
        "tu": ["ai"],
        "thang": {"2021": [5]},
        "dong_nghia": [
            ["TU", "Tỉnh ủy"],
            ["Phòng Thông tin - Thống kê", "Phòng TT-TK"],
            ["GĐ", "Giám đốc"],
        ],
    }
    assert sorted(found) == [
        "tim-kiem/bo-loc.json",
        "tim-kiem/muc-luc.json",
        "tim-kiem/tu/0.json",
        "tim-kiem/viec/0.json",
    ]


def test_an_acronym_and_a_syllable_have_separate_postings() -> None:
    words = files(agenda())["tim-kiem/tu/0.json"]
    assert {word for word in words if word.lower() in {"tu", "ủy"}} == {"TU", "ủy"}


def test_a_facet_lists_the_records_that_have_each_value() -> None:
    assert files(agenda())["tim-kiem/bo-loc.json"] == {
        "nam": {"2021": "ABB"},
        "lanh-dao": {"do-khoa-van": "B"},
        "co-quan": {"phong-tt-tk": "B"},
        "nhom": {"lanh-dao-so": "C"},
        "buoi": {"ca_ngay": "C", "chieu": "B", "sang": "A"},
        "trang-thai": {"doi": "B", "theo-lich": "AC"},
    }


def test_words_are_sharded_alphabetically(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "CHARACTERS_PER_SHARD", 20)
    found = files(agenda())
    first = found["tim-kiem/muc-luc.json"]["tu"]
    assert first == sorted(first)
    assert len(first) == sum(url.startswith("tim-kiem/tu/") for url in found) > 2


def test_an_agenda_without_months_has_an_empty_index() -> None:
    found = files(Agenda(months=(), directory=Directory()))
    assert sorted(found) == ["tim-kiem/bo-loc.json", "tim-kiem/muc-luc.json"]
    assert found["tim-kiem/muc-luc.json"]["do_dai"] == ""


def test_equal_agendas_give_equal_bytes_and_other_agendas_another_version(tmp_path: Path) -> None:
    write_years(tmp_path, 2020, 1)
    once, again = (search_files(context_of(load_agenda(tmp_path).agenda)) for _ in range(2))
    assert once == again
    versions = [
        json.loads(each[0].content)["ban"] for each in (once, search_files(context_of(agenda())))
    ]
    assert len(set(versions)) == 2
