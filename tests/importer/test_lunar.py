"""Test the removal of lunar dates."""

import pytest

from agenda.importer.lexicon.lunar import remove_lunar_dates


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("14/3 (nhằm 12/02 ÂL)", "14/3"),
        ("08/02 (08/01 ÂL)", "08/02"),
        ("07/02 (mùng 7 Tết)", "07/02"),
        ("09/02 (nhằm ngày 09 tháng Giêng)", "09/02"),
        ("09/02 (09 tháng Giêng)", "09/02"),
        ("14/3 nhằm ngày 12/02 ÂL", "14/3"),
        ("14/3 (ÂL: 12/02)", "14/3"),
        ("29/01 (nghỉ Tết)", "29/01 (nghỉ Tết)"),
        ("05/5 (12/5 họp tiếp)", "05/5 (12/5 họp tiếp)"),
    ],
)
def test_lunar_dates_are_removed(text: str, left: str) -> None:
    assert " ".join(remove_lunar_dates(text).split()) == left
