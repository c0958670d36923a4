"""The package can be imported from a checkout in any folder."""

import shutil
import sys
from pathlib import Path

from tests.project import REPOSITORY, run_in

IMPORT = "import site, sys; site.addsitedir(sys.argv[1]); import agenda; print(agenda.__file__)"


def test_a_checkout_below_vietnamese_letters_is_found_whatever_the_locale(tmp_path: Path) -> None:
    checkout = tmp_path / "Lịch công tác"
    checkout.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, checkout)
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(REPOSITORY / "plugins", checkout / "plugins", ignore=ignored)
    prefix = tmp_path / "prefix"
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--ignore-installed")
    install = ("install", *options, "--prefix", str(prefix), "--editable", ".")
    run = run_in(checkout, sys.executable, "-m", "pip", *install, LC_ALL="C")
    assert run.code == 0, run.output
    (packages,) = prefix.rglob("site-packages")
    for pth in packages.glob("*.pth"):
        assert pth.read_bytes().isascii()
    # Without the packages of this environment, which has the package too.
    for locale in ("C", "C.UTF-8"):
        command = (sys.executable, "-S", "-c", IMPORT, str(packages))
        found = run_in(checkout, *command, LC_ALL=locale, PYTHONIOENCODING="utf-8")
        assert Path(found.output.strip()) == checkout / "plugins" / "agenda" / "__init__.py"
