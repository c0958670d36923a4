"""Nothing is written outside the folder of the site, whatever an address says."""

from pathlib import Path

import pytest

from agenda.build.paths import AddressOutside, path_inside


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "site"),
        ("2021/05/", "site/2021/05"),
        ("tep/2021..05.pdf", "site/tep/2021..05.pdf"),
        ("a/../b/", "site/b"),
    ],
)
def test_an_address_is_a_path_in_the_folder(address: str, path: str, tmp_path: Path) -> None:
    assert path_inside(tmp_path / "site", address) == tmp_path / path


@pytest.mark.parametrize("address", ["..", "../evil/", "a/../../../evil/", "/evil/", "../site-2/"])
def test_an_address_that_leads_out_of_the_folder_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(AddressOutside, match=f"^Địa chỉ /{address} dẫn ra ngoài"):
        path_inside(tmp_path / "site", address)
