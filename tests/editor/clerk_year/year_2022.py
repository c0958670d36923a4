"""The agendas of 2022 as signed documents, and the record of a clerk who publishes six times."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.generators.office_year import (
    AMENDED_AUGUST,
    AMENDED_MARCH,
    APRIL,
    FIRST_MONTHS,
    LATER_MONTHS,
    MORE_OF_APRIL,
    NAME,
    SECOND_HALF_OF_APRIL,
    WITHHELD,
    PrintedItem,
    SignedAgenda,
)
from tests.importer.documents.batch import print_all
from tests.importer.documents.docx_builder import build_docx

_HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
_HALF_DAYS = {"sang": "Sáng", "chieu": "Chiều"}
_AMENDMENT = re.compile(r"\.dc(\d)\.")


def print_year(folder: Path) -> dict[str, Path]:
    """Write the signed documents by the names of their files: Word and PDF by turns."""
    folder.mkdir()
    paths = {
        name: build_docx(_document(name, agenda), folder / f"{name.removesuffix('.yml')}.docx")
        for agendas in (
            FIRST_MONTHS,
            AMENDED_MARCH,
            APRIL,
            SECOND_HALF_OF_APRIL,
            MORE_OF_APRIL,
            LATER_MONTHS,
            AMENDED_AUGUST,
        )
        for name, agenda in agendas.items()
    }
    names = list(paths)[1::2]
    return paths | dict(zip(names, print_all([paths[name] for name in names]), strict=True))


def _document(name: str, agenda: SignedAgenda) -> list[dict[str, Any]]:
    days: dict[int, list[PrintedItem]] = {}
    for item in agenda.printed():
        days.setdefault(item.day, []).append(item)
    rows = [
        [
            str(day),
            "\n".join(map(_words, items)),
            "\n".join(item.values.get("chuan_bi", "") for item in items).rstrip(),
            "\n".join(item.values.get("lanh_dao", "") for item in items).rstrip(),
        ]
        for day, items in days.items()
    ]
    amendment = _AMENDMENT.search(name)
    kind = "Bổ sung" if agenda.addition else "Điều chỉnh"
    span = f", từ ngày {agenda.first}/{agenda.month} đến ngày {agenda.last}/{agenda.month}/2022"
    note = f"({kind} lần {amendment[1]}{span * agenda.is_partial})" if amendment else ""
    dated = f"Ngày {agenda.day:02} tháng {agenda.month} năm 2022"
    return [
        {"sides": [f"SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: {agenda.number}", dated]},
        {"p": [f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG {agenda.month} NĂM 2022", *filter(None, [note])]},
        {"table": [_HEAD, *rows]},
    ]


def _words(item: PrintedItem) -> str:
    text = item.values["noi_dung"].replace(WITHHELD, NAME)
    time = f"{item.values['gio']}: " if "gio" in item.values else ""
    return f"<u>{_HALF_DAYS[item.half_day]}:</u> {time}{text}"


def recorded(today: date) -> Mapping[str, str]:
    """Return what the files record of the changes after publication."""
    rows = {
        "2022-01.yml": [
            "cho: cv-gb1, truoc: {noi_dung: Giao ban}, vi: Sửa lỗi khi nhập",
        ],
        "2022-02.yml": [
            "cho: cv-kt2, truoc: {trang_thai: null, ly_do: null}, vi: Mưa",
            'cho: cv-hop2, truoc: {gio: "08:00"}, vi: Theo thông báo',
            "cho: cv-tap2, truoc: {trang_thai: null}",
            "cho: cv-tap2, truoc: {trang_thai: hoan, doi_sang: null}",
            "cho: cv-kt2, truoc: {trang_thai: huy, ly_do: Mưa}",
            "cho: cv-tap2, truoc: {doi_sang: 2022-02-17 sang}",
        ],
        "2022-05.yml": ["cho: cv-hop5, truoc: {ngay: 12}"],
        "2022-12.yml": [
            'cho: cv-dan12, truoc: {noi_dung: "[không công bố]"}, vi: Tên riêng của công dân'
        ],
        "2022-11.yml": ["cho: cv-hop11, truoc: {trang_thai: null, ly_do: null}, vi: Trùng lịch"],
    }
    return {
        name: "cap_nhat:\n" + "".join(f"  - {{luc: {today}, {row}}}\n" for row in listed)
        for name, listed in rows.items()
    }
