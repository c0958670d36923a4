"""Test the YAML text of a draft."""

import tempfile
import unicodedata
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.importer.datamodel.diagnostics import Diagnostic, DiagnosticSeverity
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.datamodel.draft import (
    Draft,
    DraftDocument,
    DraftEntry,
    DraftHalfDay,
    DraftItem,
)
from agenda.importer.output.yaml_text import write_draft
from agenda.model import HalfDay, Slot, Status, YearMonth
from agenda.source.folder import load_agenda
from agenda.source.writing.block import WIDTH, write_scalar
from agenda.source.writing.schedule.rows import format_span

MAY = YearMonth(2021, 5)
DAY = date(2021, 5, 4)


def month_of(*items: DraftItem, **paper: str) -> Draft:
    return Draft(
        month=MAY,
        paper=DraftDocument(issued=DAY, **paper),
        entries=(
            DraftEntry(
                first=DAY, last=DAY, halves=(DraftHalfDay(half_day=HalfDay.MORNING, items=items),)
            ),
        ),
    )


def test_every_field_is_written() -> None:
    diagnostic = Diagnostic(
        severity=DiagnosticSeverity.DOUBT,
        kind="x",
        place=BlockLocation(table=1, row=2),
        source_text="riêng",
        message="xem lại",
    )
    item = DraftItem(
        text="Họp: bàn việc",
        start=time(8),
        end=time(9, 30),
        venue="HT",
        preparers=("VP", "P. QLKH"),
        leaders=("Đ/c An",),
        participants="Các phòng",
        note="chuyển từ sáng 3",
        status=Status.MOVED,
        moved_to=Slot(date(2021, 5, 20), HalfDay.AFTERNOON),
        diagnostics=(diagnostic,),
    )
    assert (
        write_draft(month_of(item))
        == """\
# yaml-language-server: $schema=../docs/du-lieu/agenda.schema.json
thang: 2021-05
van_ban:
  ngay_ban_hanh: 2021-05-04

lich:
  - ngay: 4
    sang:
      # kiểm tra: xem lại (bảng 1, hàng 2)
      - noi_dung: "Họp: bàn việc"
        gio: 08:00-09:30
        dia_diem: HT
        chuan_bi:
          - VP
          - P. QLKH
        lanh_dao: Đ/c An
        thanh_phan: Các phòng
        ghi_chu: chuyển từ sáng 3
        trang_thai: doi
        doi_sang: 2021-05-20 chieu
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Lễ chào cờ", "Lễ chào cờ"),
        ("Họp: bàn", '"Họp: bàn"'),
        ("- Họp", '"- Họp"'),
        ("Việc#1", "Việc#1"),
        ("Việc # 1", '"Việc # 1"'),
        ('"Mục tiêu kép"', '"\\"Mục tiêu kép\\""'),
        ("null", '"null"'),
        ("[không công bố]", '"[không công bố]"'),
        ("Họp:", '"Họp:"'),
        ("", '""'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    assert write_scalar(text) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2021, 5, 4), date(2021, 5, 4), "4"),
        (date(2021, 5, 1), date(2021, 5, 3), "1-3"),
        (date(2021, 4, 30), date(2021, 5, 3), "30/4-3/5"),
    ],
)
def test_days_are_written_as_files_have_them(first: date, last: date, written: str) -> None:
    assert format_span(first, last, MAY) == written


def test_lines_are_folded_where_words_allow() -> None:
    text = write_draft(month_of(DraftItem(text="một hai ba bốn " * 30)))
    assert max(map(len, text.splitlines())) <= WIDTH


_TEXTS = (
    st.text(
        st.one_of(
            st.characters(exclude_categories=["C", "Z"]), st.sampled_from(" -:#'\"[]{},&*!|>%@`")
        ),
        min_size=1,
        max_size=150,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(_TEXTS, st.lists(_TEXTS, min_size=1, max_size=3))
def test_any_text_reads_back_as_it_was(text: str, names: list[str]) -> None:
    draft = month_of(DraftItem(text=text, venue=text, preparers=tuple(names)), place=text)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "2021-05.yml").write_text(write_draft(draft), encoding="utf-8")
        reading = load_agenda(Path(name))
    assert [str(problem) for problem in reading.problems if problem.severity == 0] == []
    (month,) = reading.agenda.months
    (item,) = month.items
    assert (
        unicodedata.normalize("NFC", text)
        == item.text
        == item.venue
        == month.current.document.place
    )
