"""Only the browser window that the command opened may use the editor."""

import http.client
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.editor.conftest import HOME, PORT, Office, serving, words

FOREIGN = "https://example.invalid"


def test_the_first_url_opens_a_session_that_scripts_and_other_sites_cannot_use(
    closed_office: Office,
) -> None:
    response = closed_office.get(closed_office.first_url)
    cookie = response.headers["Set-Cookie"]
    assert (response.status_code, response.headers["Location"]) == (303, "/")
    assert cookie.startswith(f"agenda_{PORT}=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert urlsplit(closed_office.first_url).path.removeprefix("/mo/") not in cookie


@pytest.mark.parametrize("path", ["/", "/thang/2021-05/", "/xem/", "/static/editor.css"])
def test_without_the_token_nothing_is_shown(closed_office: Office, path: str) -> None:
    response = closed_office.get(path)
    assert response.status_code == 401
    assert "agenda edit" in words(response)
    assert "2021" not in words(response)


def test_a_wrong_token_opens_nothing(closed_office: Office) -> None:
    response = closed_office.get("/mo/" + "a" * 43)
    assert (response.status_code, "Set-Cookie" in response.headers) == (401, False)


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("example.invalid", id="foreign"),
        pytest.param(f"example.invalid:{PORT}", id="foreign-with-our-port"),
        pytest.param("127.0.0.1", id="without-a-port"),
        pytest.param(f"127.0.0.1:{PORT + 1}", id="another-port"),
    ],
)
def test_a_foreign_host_name_is_refused(office: Office, host: str) -> None:
    assert office.get("/", Host=host).status_code == 403
    assert office.get(office.first_url, Host=host).status_code == 403


def test_both_names_of_the_own_machine_are_accepted(office: Office) -> None:
    assert office.get("/", Host=f"127.0.0.1:{PORT}").status_code == 200
    assert office.get(office.first_url, Host=f"localhost:{PORT}").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": FOREIGN},
        {"Origin": "null"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_request_of_another_site_is_refused(office: Office, headers: dict[str, str]) -> None:
    assert office.get("/", **headers).status_code == 403
    assert office.post("/hoan-tac/", **headers).status_code == 403


def test_a_form_without_an_origin_is_refused(office: Office) -> None:
    response = office.client.post("/hoan-tac/", base_url=HOME, data={"phieu": office.form_token})
    assert response.status_code == 403


@pytest.mark.parametrize("token", ["", "sai", "ộ"])
def test_a_form_without_its_token_is_refused(office: Office, token: str) -> None:
    response = office.post("/hoan-tac/", {"phieu": token})
    assert response.status_code == 403
    assert "Chưa lưu gì" in words(response)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_another_method_is_refused(office: Office, method: str) -> None:
    headers = {"Origin": HOME}
    response = office.client.open("/", method=method, base_url=HOME, headers=headers)
    assert response.status_code == 405


def test_a_page_may_not_be_framed_nor_load_anything_from_elsewhere(office: Office) -> None:
    headers = office.get("/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_no_page_has_a_script_or_a_style_of_its_own(office: Office) -> None:
    for path in ("/", "/khong-co/"):
        page = office.get(path).get_data(as_text=True)
        assert re.findall(r"<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=", page) == []


def test_an_oversized_form_is_refused(office: Office) -> None:
    response = office.post("/hoan-tac/", {"noi_dung": "a" * 600_000})
    assert response.status_code == 413
    assert "quá lớn" in words(response)


def test_a_form_with_an_oversized_file_is_refused(office: Office) -> None:
    head = '--x\r\nContent-Disposition: form-data; name="tep"; filename="lich.pdf"\r\n\r\n'
    response = office.client.post(
        "/hoan-tac/",
        base_url=HOME,
        data=head.encode() + bytes(22_000_000) + b"\r\n--x--\r\n",
        content_type="multipart/form-data; boundary=x",
        headers={"Origin": HOME},
    )
    assert response.status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/giao-dien/../../mkdocs.yml",
        "/giao-dien/..%2f..%2fmkdocs.yml",
        "/giao-dien/agenda/..\\..\\..\\mkdocs.yml",
        "/giao-dien/%2fetc/hostname",
        "/static/../access.py",
        "/xem/../../../mkdocs.yml",
        "/xem/%2e%2e/%2e%2e/mkdocs.yml",
        "/xem/C:/Windows/win.ini",
    ],
)
def test_no_path_leads_out_of_a_folder(office: Office, path: str) -> None:
    assert office.get(path).status_code in (308, 404, 503)


@pytest.fixture
def server(office: Office) -> Iterator[None]:
    """Serve the application on a socket; the test client does not parse request lines."""
    with serving(office):
        yield


@pytest.mark.usefixtures("server")
def test_the_real_server_refuses_what_is_too_large_and_answers_on(office: Office) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    cookie = office.client.get_cookie(f"agenda_{PORT}", domain="127.0.0.1")
    assert cookie is not None
    headers = {
        "Cookie": f"{cookie.key}={cookie.value}",
        "Origin": HOME,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", "/hoan-tac/", b"a" * 22_000_000, headers)
    assert connection.getresponse().status == 413
    connection.close()
    connection.request("GET", "/", headers=headers)
    assert connection.getresponse().status == 200
    connection.close()
