"""Convert other formats to .docx with LibreOffice, if it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from agenda.importer.datamodel.refusal import ImportRefused

INSTALL_PATHS = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/snap/bin/libreoffice",
)
"""Install paths of installers that do not change PATH."""

TIMEOUT = 90
"""Timeout in seconds; a month's agenda takes two to five."""

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
SETTING = (
    '<item oor:path="/org.openoffice.Office.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
SECURITY_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Common/Misc", "FirstRun", "false"),
)
"""Settings so that no macro runs and no external reference is fetched."""


def find_libreoffice() -> Path | None:
    """Return the path of LibreOffice, on PATH or where its installers put it, or None."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((path for place in INSTALL_PATHS if (path := Path(place)).is_file()), None)


def convert_to_word(content: bytes, suffix: str) -> bytes:
    """Return a document of this suffix (".doc") as the bytes of a .docx. Raise `ImportRefused`."""
    program = find_libreoffice()
    if program is None:
        raise ImportRefused(
            f"cần LibreOffice để đọc tệp {suffix}, mà máy này chưa cài",
            "hãy mở tệp bằng Word và lưu lại thành .docx, hoặc cài LibreOffice (libreoffice.org)",
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        items = [
            SETTING.format(path=path, name=key, value=value)
            for path, key, value in SECURITY_SETTINGS
        ]
        settings = SETTINGS.format(items="\n".join(items))
        (profile / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        source = folder / f"van-ban{suffix}"
        source.write_bytes(content)
        run(
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
            "--convert-to",
            "docx:Office Open XML Text",
            "--outdir",
            str(folder / "docx"),
            str(source),
        )
        converted = folder / "docx" / "van-ban.docx"
        if not converted.is_file():
            raise ImportRefused(
                f"LibreOffice không mở được tệp {suffix} (tệp hỏng hoặc có mật khẩu)",
                "hãy mở tệp bằng Word, bỏ mật khẩu nếu có, và lưu lại thành .docx",
            )
        return converted.read_bytes()


def run(program: Path, *arguments: str) -> None:
    """Run a program until it ends or times out; end all processes that it started."""
    try:
        process = subprocess.Popen(
            [str(program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise ImportRefused(
            f"không chạy được LibreOffice ({program})",
            "hãy cài lại LibreOffice, hoặc mở tệp bằng Word và lưu lại thành .docx",
        ) from error
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise ImportRefused(
            f"LibreOffice không chuyển xong tệp trong {TIMEOUT} giây",
            "hãy mở tệp bằng Word và lưu lại thành .docx",
        ) from error
    finally:
        if process.poll() is None:
            end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and all processes that it started."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
