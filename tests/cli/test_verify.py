"""`agenda verify` tells a published original from any other file."""

import json
from pathlib import Path

import pytest

from agenda.cli import main
from tests.originals import pdf

SIGNED = pdf("bản ký")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "agendas" / "tep").mkdir(parents=True)
    (tmp_path / "agendas/tep/2021-05.pdf").write_bytes(SIGNED)
    (tmp_path / "agendas/2021-05.yml").write_text(
        "thang: 2021-05\nvan_ban: {so: 12/CTr-SKHCN, ngay_ban_hanh: 2021-05-04,"
        " tep: tep/2021-05.pdf}\nlich:\n- ngay: 4\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_copy_of_the_original_is_the_original(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "copy.pdf").write_bytes(SIGNED)
    assert main(["verify", "copy.pdf"]) == 0
    assert (
        "Đúng là bản ký chương trình công tác tháng 5 năm 2021, số 12/CTr-SKHCN ký ngày "
        "04/5/2021 (agendas/tep/2021-05.pdf)."
    ) in capsys.readouterr().out


def test_one_byte_more_is_another_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "copy.pdf").write_bytes(SIGNED + b"\n")
    assert main(["verify", "copy.pdf"]) == 1
    assert "Không phải bản ký nào đã đăng" in capsys.readouterr().out


def test_the_same_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(folder / "agendas/tep/2021-05.pdf"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [each["month"] for each in answer["published"]] == ["2021-05"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "nowhere.pdf"]) == 2
    assert "không có tệp nowhere.pdf" in capsys.readouterr().err
