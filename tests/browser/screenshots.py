"""`python -m tests.browser.screenshots`: take the pictures of the README and the guides.

Each picture is of the real site in a real browser.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.editor_pictures import take_editor
from tests.browser.launch import launch_chromium
from tests.browser.run_pictures import take_run
from tests.browser.server import served
from tests.conftest import SUBPATH, build_site
from tests.project import REPOSITORY, Project

FOLDER = REPOSITORY / "docs" / "huong-dan" / "anh"
SHARED = REPOSITORY / "overrides" / "assets" / "agenda" / "share.png"
"""The picture that link previews show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page on a screen of that size in CSS pixels, on a day of the agenda."""

    name: str
    path: str
    width: int
    height: int
    day: str = "2021-05-04T09:00:00+07:00"
    dark: bool = False


PICTURES = (
    Picture(name="trang-chu", path="", width=1280, height=800),
    Picture(name="thang", path="2021/05/", width=1280, height=800),
    Picture(name="trang-chu-dien-thoai", path="", width=360, height=640),
    Picture(name="thang-dien-thoai", path="2021/05/#ngay-04", width=360, height=640),
    Picture(name="thang-nen-toi", path="2021/05/#ngay-14", width=360, height=640, dark=True),
    Picture(name="nam", path="2021/", width=1280, height=800),
    Picture(name="lanh-dao", path="lanh-dao/do-khoa-van/", width=360, height=640),
    Picture(name="tim-kiem", path="tim-kiem/?q=ky+lac", width=1280, height=800),
    Picture(name="tim-kiem-dien-thoai", path="tim-kiem/?q=chuyen+doi+so", width=360, height=640),
    Picture(name="theo-doi", path="lich/", width=360, height=640),
)


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, launch_chromium() as browser:
        site = build_site(Project.copy_to(Path(folder) / "lich"), SUBPATH)
        with served(site) as home:
            for picture in PICTURES:
                page = browser.new_page(
                    viewport={"width": picture.width, "height": picture.height},
                    color_scheme="dark" if picture.dark else "light",
                )
                page.clock.set_fixed_time(picture.day)
                page.goto(home + picture.path)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=FOLDER / f"{picture.name}.png")
                page.close()
        take_run(browser, FOLDER)
        take_editor(browser, FOLDER)
        take_shared(browser)
    return 0


def take_shared(browser: Browser) -> None:
    """Take the picture of the site's name on its colour."""
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.goto(Path(__file__).with_name("share.html").as_uri())
    page.screenshot(path=SHARED)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
