"""Help and errors are in Vietnamese for any input and any terminal."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.cli import agenda as command
from agenda.cli import main
from tests.cli.conftest import Agenda

# fmt: off
ENGLISH = frozenset(
    [
        "Aborted", "Argument", "Command", "Commands", "Did", "Error", "Invalid", "Missing",
        "No", "Option", "Options", "Traceback", "Try", "Usage", "and", "argument",
        "command", "does", "exist", "extra", "file", "for", "help", "is",
        "mean", "not", "option", "path", "required", "requires", "such", "take",
        "the", "unexpected", "value",
    ]
)
# fmt: on
SEE = "Xem cách dùng: agenda"


def assert_vietnamese(text: str) -> None:
    words = {word.strip(".,:;()[]'\"?") for word in text.split()}
    assert words.isdisjoint(ENGLISH), text


COMMANDS = "changes, check, compare, edit, export, import, new, publish, update, verify"


@pytest.mark.parametrize(
    ("arguments", "said", "see"),
    [
        (
            ["kiem"],
            f"không có lệnh kiem; các lệnh: {COMMANDS}",
            "",
        ),
        (
            ["CHECK"],
            f"không có lệnh CHECK; các lệnh: {COMMANDS}",
            "",
        ),
        (["--strict"], "không có tùy chọn --strict", ""),
        (["--version"], "không có tùy chọn --version", ""),
        (["-h"], "không có tùy chọn -h", ""),
        (["check", "--fx"], "không có tùy chọn --fx (có phải là --fix?)", " check"),
        (["check", "--qqqq"], "không có tùy chọn --qqqq", " check"),
        (["check", "-s"], "không có tùy chọn -s", " check"),
        (["check", "--json=3"], "tùy chọn --json không nhận giá trị", " check"),
        (["check", "--help=3"], "tùy chọn --help không nhận giá trị", " check"),
        (["--help=3"], "tùy chọn --help không nhận giá trị", ""),
        (["import", "a.docx", "--revision"], "thiếu LẦN sau tùy chọn --revision", " import"),
        (["import", "a.docx", "-o"], "thiếu TỆP_YML sau tùy chọn -o", " import"),
        (["import", "a.docx", "--output"], "thiếu TỆP_YML sau tùy chọn --output", " import"),
        (
            ["compare", "a.docx", "2021-05", "--revision"],
            "thiếu LẦN sau tùy chọn --revision",
            " compare",
        ),
        (["check", "nowhere.yml"], "không có tệp nowhere.yml", " check"),
        (["check", "agendas"], "không có tệp agendas", " check"),
        (["check", "a\udcff.yml"], "không có tệp a\\udcff.yml", " check"),
        (["check", "x" * 5000], f"không có tệp {'x' * 5000}", " check"),
        (
            ["check", "note.txt"],
            "note.txt không phải là tệp .yml trong thư mục agendas",
            " check",
        ),
        (
            ["check", "agendas/2021-05.yml", "mkdocs.yml"],
            "các tệp phải nằm trong cùng một thư mục",
            " check",
        ),
        (["export"], "thiếu THƯ_MỤC", " export"),
        (["new"], "thiếu THÁNG", " new"),
        (["new", "2021-05", "2021-06"], "thừa tham số", " new"),
        (["new", "--force", "2021-05"], "không có tùy chọn --force", " new"),
        (["new", "2021-6"], '"2021-6" không phải là tháng, hãy viết như 2021-06', " new"),
        (["new", "06/2021"], '"06/2021" không phải là tháng, hãy viết như 2021-06', " new"),
        (["new", "0021-06"], '"0021-06" không phải là tháng, hãy viết như 2021-06', " new"),
        (["new", "9999-12"], '"9999-12" không phải là tháng, hãy viết như 2021-06', " new"),
        (["new", ""], '"" không phải là tháng, hãy viết như 2021-06', " new"),
    ],
)
def test_wrong_use_is_told_and_ends_with_two(
    agendas: Path, agenda: Agenda, arguments: list[str], said: str, see: str
) -> None:
    for name in ("note.txt", "mkdocs.yml", "agendas/2021-05.yml"):
        (agendas.parent / name).touch()
    run = agenda(*arguments)
    assert (run.status, run.out) == (2, "")
    assert run.err == f"Lỗi: {said}.\n{SEE}{see} --help\n"
    assert_vietnamese(run.err)


@pytest.mark.parametrize("arguments", [[], ["--"]])
def test_the_command_alone_shows_its_help(agenda: Agenda, arguments: list[str]) -> None:
    alone = agenda(*arguments)
    assert (alone.status, alone.out, alone.err) == (2, "", agenda("--help").out)


WORDS = st.sampled_from(
    [
        "check",
        "new",
        "--help",
        "--strict",
        "--fix",
        "--json",
        "--",
        "-",
        "--x=y",
        "-x",
        "=",
        "",
        "2021-05",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS | st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=4))
def test_nothing_that_is_typed_brings_english_or_a_traceback(
    agendas: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    typed = {word for argument in arguments for word in argument.split()}
    for path in agendas.glob("*.yml"):
        path.unlink()
    status = main(arguments)
    printed = capfd.readouterr()
    assert status in (0, 1, 2)
    if typed.isdisjoint(ENGLISH):
        assert_vietnamese(printed.err)
        if "--json" not in arguments:
            assert_vietnamese(printed.out)


def test_every_command_has_its_help(agenda: Agenda) -> None:
    run = agenda("--help")
    assert (run.status, run.err) == (0, "")
    assert run.out == (
        "Cách dùng: agenda [TÙY CHỌN] LỆNH [THAM SỐ]...\n"
        "\n"
        "  Công cụ cho người đăng chương trình công tác của Sở.\n"
        "\n"
        "  Các lệnh đọc và ghi thư mục agendas; publish đăng trang. Để xem thử và dựng\n"
        "  trang, dùng mkdocs serve và mkdocs build.\n"
        "\n"
        "Tùy chọn:\n"
        "  --help  Hiện hướng dẫn này.\n"
        "\n"
        "Các lệnh:\n"
        "  changes  Cho xem các lần điều chỉnh, cập nhật một tháng đổi những gì.\n"
        "  check    Kiểm tra các tệp chương trình công tác.\n"
        "  compare  So tháng đã nhập với văn bản đã ký, từng việc một.\n"
        "  edit     Mở trang biên tập trong trình duyệt.\n"
        "  export   Xuất cả trang ra THƯ_MỤC để dựng bằng Zensical, không cần MkDocs.\n"
        "  import   Chuyển văn bản đã ký (Word, PDF) thành tệp tháng để xem lại.\n"
        "  new      Tạo tệp mẫu cho một tháng.\n"
        "  publish  Kiểm tra, lưu, đẩy lên kho và đăng trang.\n"
        "  update   Ghi lại những thay đổi sau khi đăng mà không có văn bản mới.\n"
        "  verify   Cho biết TỆP có đúng là bản ký đã đăng hay không.\n"
    )
    assert ", ".join(sorted(command.commands)) == COMMANDS


@pytest.mark.parametrize("name", sorted(command.commands))
def test_the_help_of_a_command_tells_every_option(agenda: Agenda, name: str) -> None:
    run = agenda(name, "--help")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"Cách dùng: agenda {name} [TÙY CHỌN]")
    assert "\n  --help" in run.out
    for param in command.commands[name].params:
        named = param.opts[0] if param.param_type_name == "option" else (param.metavar or "?")
        assert named in run.out
    assert_vietnamese(run.out)


def test_no_folder_of_agendas_is_told(
    tmp_path: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (["check"], ["new", "2021-06"]):
        run = agenda(*arguments)
        assert run.status == 2
        assert run.err == (
            f"Lỗi: không thấy thư mục agendas trong {tmp_path} hay các thư mục chứa nó.\n"
            f"{SEE} {arguments[0]} --help\n"
        )


def test_an_interrupt_is_told(
    agendas: Path, agenda: Agenda, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    assert agendas.is_dir()
    monkeypatch.setattr(Path, "iterdir", interrupt)
    run = agenda("check")
    assert (run.status, run.out, run.err.strip()) == (1, "", "Đã dừng theo yêu cầu.")


# In another process -----------------------------------------------------------------------------

SCRIPT = "import sys; from agenda.cli import main; sys.exit(main())"
WINDOWS = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"}


def run_alone(
    folder: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
    )


def test_a_pipe_that_knows_no_vietnamese_gets_utf_8(agendas: Path) -> None:
    (agendas / "2021-05.yml").write_text("thang: 2021-05\n", "utf-8")
    for arguments, status in ((["check"], 1), (["check", "--json"], 1), (["--help"], 0)):
        run = run_alone(agendas.parent, *arguments, **WINDOWS)
        assert (run.returncode, run.stderr) == (status, b"")
        assert any(word in run.stdout.decode("utf-8") for word in ("thiếu khóa", "Công cụ"))
    run = run_alone(agendas.parent, "kiem", **WINDOWS)
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode("utf-8").startswith("Lỗi: không có lệnh kiem")


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs a system that takes any bytes for a name"
)
def test_names_of_files_in_no_encoding_are_printed_somehow(agendas: Path) -> None:
    (agendas / os.fsdecode(b"th\xe1ng.yml")).touch()
    run = run_alone(agendas.parent, "check")
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.decode("utf-8").startswith("agendas/th\\xe1ng.yml:1:1: cảnh báo: ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a closed pipe")
def test_a_reader_that_stops_early_is_no_trouble(agendas: Path) -> None:
    (agendas / "2021-05.yml").write_text("x: 1\n" * 1 + "".join(f"k{n}: 1\n" for n in range(9999)))
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "check"],
        cwd=agendas.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_the_command_is_installed(agendas: Path) -> None:
    script = shutil.which("agenda", path=Path(sys.executable).parent)
    assert script is not None
    run = subprocess.run(
        [script, "check"], cwd=agendas.parent, capture_output=True, encoding="utf-8"
    )
    assert (run.returncode, run.stderr) == (0, "")
