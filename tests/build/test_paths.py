"""Nothing is written outside the folder of the site, whatever a URL says."""

from pathlib import Path

import pytest

from agenda.build.paths import UrlOutsideSite, safe_join


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("", "site"),
        ("2021/05/", "site/2021/05"),
        ("tep/2021..05.pdf", "site/tep/2021..05.pdf"),
        ("a/../b/", "site/b"),
    ],
)
def test_a_url_is_a_path_in_the_folder(url: str, path: str, tmp_path: Path) -> None:
    assert safe_join(tmp_path / "site", url) == tmp_path / path


@pytest.mark.parametrize("url", ["..", "../evil/", "a/../../../evil/", "/evil/", "../site-2/"])
def test_a_url_that_leads_out_of_the_folder_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(UrlOutsideSite, match=f"^Địa chỉ /{url} dẫn ra ngoài"):
        safe_join(tmp_path / "site", url)
