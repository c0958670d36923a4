"""LibreOffice as a converter fetches nothing, leaves nothing and ends in time."""

import http.server
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading import libreoffice as office
from agenda.importer.loading.libreoffice import convert_to_word
from tests.importer.documents.raw import zip_file
from tests.machine import require_libreoffice

MANIFEST = """<manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
CONTENT = """<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>chữ
<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{url}"
 xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
</office:text></office:body></office:document-content>"""


@pytest.fixture
def requests() -> Iterator[list[str]]:
    """Serve HTTP; yield the server's URL, followed by the requests that it received."""
    asked = list[str]()

    class Server(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode("latin-1"))

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        asked.append(f"http://127.0.0.1:{server.server_port}/hinh.png")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield asked
        server.shutdown()


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "INSTALL_PATHS", ())


def text_document(url: str) -> bytes:
    return zip_file(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": CONTENT.format(url=url),
            "META-INF/manifest.xml": MANIFEST,
        }
    )


@pytest.mark.office
def test_nothing_that_a_document_refers_to_is_fetched(
    requests: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_libreoffice()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert convert_to_word(text_document(requests[0]), ".odt").startswith(b"PK")
    assert requests[1:] == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("nowhere")
def test_without_libreoffice_the_refusal_says_what_to_do() -> None:
    with pytest.raises(ImportRefused) as caught:
        convert_to_word(b"", ".doc")
    assert str(caught.value) == (
        "cần LibreOffice để đọc tệp .doc, mà máy này chưa cài; hãy mở tệp bằng Word và lưu lại "
        "thành .docx, hoặc cài LibreOffice (libreoffice.org)"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_conversion_that_does_not_end_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n(sleep 3; touch {tmp_path}/outlived) &\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    monkeypatch.setattr(office, "TIMEOUT", 0.5)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(ImportRefused, match=r"không chuyển xong tệp trong 0\.5 giây"):
        convert_to_word(b"", ".doc")
    time.sleep(3)
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a file that is no program")
def test_a_libreoffice_that_does_not_start_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"\x7fELF broken")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ImportRefused, match="không chạy được LibreOffice"):
        convert_to_word(b"", ".doc")


@pytest.mark.office
def test_what_libreoffice_cannot_open_is_refused() -> None:
    require_libreoffice()
    with pytest.raises(ImportRefused, match="LibreOffice không mở được"):
        convert_to_word(b"PK\x03\x04 broken", ".odt")
