"""Test that the JSON file of a month follows the contract and its schema."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.exports.fixtures import AGENDA_NAMES, AGENDAS, every_shape
from tests.exports.sample import agenda
from tests.exports.settings import SETTINGS, exported_files
from tests.project import REPOSITORY

SCHEMA = json.loads((REPOSITORY / "docs/du-lieu/thang.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", AGENDA_NAMES)
def test_every_month_fits_the_published_schema(name: str, tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    made = exported_files(AGENDAS[name](tmp_path))
    months = [url for url in made if url.startswith("du-lieu/2")]
    assert months
    for url in months:
        content = json.loads(made[url].content)
        assert [error.message for error in validator.iter_errors(content)] == []


def test_an_item_has_every_field_of_the_contract() -> None:
    month = json.loads(exported_files(agenda())["du-lieu/2021-05.json"].content)
    day = month["ngay"][3]
    assert (day["ngay"], day["nghi"]) == ("2021-05-04", None)
    assert [item["ma"] for item in day["muc"]] == ["bbbb", "cccc"]
    assert day["muc"][0] == {
        "ma": "bbbb",
        "ma_day_du": "2021-05-bbbb",
        "ngay": "2021-05-04",
        "den_ngay": "2021-05-04",
        "buoi": "chieu",
        "gio_bat_dau": "14:00",
        "gio_ket_thuc": "15:30",
        "noi_dung": "Họp Tỉnh ủy",
        "dia_diem": "Hội trường TU",
        "chuan_bi": [
            {"ten": "Phòng TT-TK", "ma": "phong-tt-tk"},
            {"ten": "Tổ giúp việc", "ma": None},
        ],
        "lanh_dao": [{"ten": "Đ/c Văn GĐ", "ma": "do-khoa-van"}, {"ten": "Đ/c Ai", "ma": None}],
        "thanh_phan": "Các phòng",
        "ghi_chu": "Mang tài liệu",
        "trang_thai": "doi",
        "doi_sang": {"ngay": "2021-05-06", "buoi": "sang"},
        "ly_do": "Bận họp",
        "url": "https://example.invalid/lich/2021/05/#cv-bbbb",
    }


def test_a_month_names_its_documents(tmp_path: Path) -> None:
    month = json.loads(exported_files(every_shape(tmp_path))["du-lieu/2021-06.json"].content)
    home = SETTINGS.home
    assert {key: month[key] for key in ("thang", "ban", "url", "van_ban", "cac_ban")} == {
        "thang": "2021-06",
        "ban": 1,
        "url": f"{home}2021/06/",
        "van_ban": {
            "so": "18/CTr-SKHCN",
            "noi_ban_hanh": "Hà Tĩnh",
            "ngay_ban_hanh": "2021-06-08",
            "nguoi_ky": "Đỗ Khoa Văn",
            "chuc_vu": "Giám đốc",
            "tep": f"{home}ban-ky%20%2318.png",
            "nguon": None,
        },
        "cac_ban": [
            {
                "ban": 0,
                "so": "18/CTr-SKHCN",
                "ngay_ban_hanh": "2021-05-31",
                "url": f"{home}2021/06/ban-goc/",
            },
            {
                "ban": 1,
                "so": "18/CTr-SKHCN",
                "ngay_ban_hanh": "2021-06-08",
                "url": f"{home}2021/06/",
            },
        ],
    }


def test_an_item_of_several_days_is_listed_on_each_of_them() -> None:
    month = json.loads(exported_files(agenda())["du-lieu/2021-05.json"].content)
    assert [day["ngay"][-2:] for day in month["ngay"] if "aaaa" in str(day["muc"])] == [
        *("18", "19", "20"),
    ]


def test_without_a_public_url_links_lead_from_the_file() -> None:
    made = exported_files(agenda(), replace(SETTINGS, home=""))
    month = json.loads(made["du-lieu/2021-05.json"].content)
    assert (month["url"], month["ngay"][0]["url"]) == ("../2021/05/", "../2021/05/#ngay-01")
