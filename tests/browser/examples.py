"""`python -m tests.browser.examples FOLDER`: take pictures of every component in every state.

The components are those of the site that has every shape an agenda can have, put on one page.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.launch import launch_chromium
from tests.browser.server import served
from tests.conftest import SUBPATH, add_every_shape, build_site
from tests.project import Project

JUNE, FIRST, CHANGES = "2021/06/", "2021/06/ban-goc/", "2021/06/thay-doi/"
LEADER = "lanh-dao/binh/"

EXAMPLES = {
    "Đường dẫn": {"của một bản": (FIRST, ".trail"), "trước, sau": ("2021/05/", ".neighbours")},
    "Đầu trang của tháng": {
        "đã điều chỉnh, có lưu ý": (JUNE, ".month-head"),
        "bản đã được thay thế": (FIRST, ".month-head"),
    },
    "Trọng tâm": {"gập lại": (JUNE, ".priorities")},
    "Hàng ngày": {"của một tháng": (JUNE, ".day-row")},
    "Ngày và việc": {
        "hủy, hoãn, đổi lịch": (JUNE, "#ngay-01"),
        "nhiều ngày, cả ngày": (JUNE, "#ngay-02"),
        "có giờ, nhiều dòng": (JUNE, "#ngay-03"),
        "để trống": ("2021/05/", "#ngay-24"),
        "nghỉ": (JUNE, "#ngay-05"),
        "có chữ ghi, có điều chỉnh": (JUNE, "#ngay-07"),
        "không ghi": (JUNE, "#ngay-09"),
        "nghỉ nhiều ngày": ("2021/05/", "#ngay-01"),
    },
    "Nguồn": {"có bản ký và các bản": (JUNE, ".provenance")},
    "Hiệu đính": {"đã sửa, còn ngờ": (JUNE, ".corrections")},
    "Tháng nhỏ": {"của một năm": ("2021/", ".months")},
    "Dòng việc": {"có việc hủy, hoãn": (f"{LEADER}2021/", '[aria-labelledby="thang-06"] .lines')},
    "Danh bạ": {
        "lãnh đạo": ("lanh-dao/", ".parties"),
        "chức vụ": (LEADER, ".party__titles"),
        "các năm": (LEADER, ".years"),
    },
    "Theo dõi": {"một lịch": (LEADER, ".follow"), "mã nhúng": ("lich/", ".follow__snippet")},
    "Chọn nhanh": {"các năm": ("lich/", '[aria-labelledby="ca-nam"] .chips')},
    "Thay đổi": {
        "của một tháng": (CHANGES, ".amendment"),
        "mọi lần": ("thay-doi/", ".events"),
        "trên trang chủ": ("", ".home__changes"),
    },
    "Tháng mới đăng": {"trên trang chủ": ("", '[aria-labelledby="cac-thang"] .latest')},
    "Chữ viết tắt": {"": ("chu-viet-tat/", ".glossary")},
    "Tìm kiếm": {"mọi lựa chọn": ("tim-kiem/", "form.search")},
    "Trang đã gỡ": {"lý do": ("2021/04/", ".item__facts")},
}
"""The page and the selector of each state of each component."""

_ASSEMBLE = """async ([home, examples]) => {
    const pages = new Map();
    const load = async (path) => {
        const text = await (await fetch(home + path)).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        for (const link of page.querySelectorAll("a[href]")) {
            link.href = new URL(link.getAttribute("href"), home + path);
        }
        pages.set(path, page);
        return page;
    };
    const whole = (part) => {
        if (part.localName !== "tbody") return part;
        const table = part.closest("table"), copy = table.cloneNode(false);
        copy.append(table.tHead.cloneNode(true), part);
        return copy;
    };
    const heading = (name, words) => {
        const made = document.createElement(name);
        made.textContent = words;
        return made;
    };
    const article = document.querySelector("article"), title = article.querySelector("h1");
    title.textContent = "Các thành phần";
    article.replaceChildren(title);
    for (const [component, states] of Object.entries(examples)) {
        article.append(heading("h2", component));
        for (const [state, [path, selector]] of Object.entries(states)) {
            const part = (pages.get(path) || (await load(path))).querySelector(selector);
            if (!part) throw new Error(`${path} has no ${selector}`);
            if (state) article.append(heading("h3", state));
            article.append(document.importNode(whole(part), true));
        }
    }
    for (const details of article.querySelectorAll("details")) details.open = true;
}"""


def show_examples(page: Page, home: str) -> None:
    """Replace the words of a page of the site by all examples."""
    page.goto(f"{home}bang-so/")
    page.evaluate(_ASSEMBLE, [home, EXAMPLES])


def main(target: str) -> int:
    Path(target).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, launch_chromium() as browser:
        project = Project.copy_to(Path(folder) / "lich")
        add_every_shape(project)
        with served(build_site(project, SUBPATH, "--no-strict")) as home:
            page = browser.new_page()
            show_examples(page, home)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                for width in (1280, 360):
                    page.set_viewport_size({"width": width, "height": 800})
                    page.screenshot(path=Path(target, f"{scheme}-{width}.png"), full_page=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
