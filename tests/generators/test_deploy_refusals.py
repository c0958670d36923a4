"""No way of deploying leads past the check of the live site."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.generators.conftest import MAY, amend, new_deployment
from tests.generators.deployment import BRANCH, Deployment, Run, run
from tests.generators.test_ledger_check import clone, stopped
from tests.project import GENERATOR


@pytest.mark.parametrize("option", ["--force", "--no-history", "--dirty", "--message=Tháng 6"])
def test_options_that_lead_past_the_check_are_refused(option: str, published: Deployment) -> None:
    before = published.live()
    done = published.deploy(option)
    assert done.code != 0
    assert f"Không đăng được với {option.partition('=')[0]}" in done.said
    assert published.live() == before


def test_a_deploy_between_check_and_push_refuses_the_push_in_plain_words(
    published: Deployment, tmp_path: Path
) -> None:
    other = clone(published, tmp_path / "other")
    amend(other)
    other.commit("Điều chỉnh")
    other.git("push", "--quiet", "origin", "main")
    hook = published.folder / ".git/hooks/pre-push"
    hook.write_text(
        f'#!/bin/sh\nrm "$0"\nunset GIT_DIR\ncd "{other.folder}"\n'
        f'"{GENERATOR[0]}" -m {GENERATOR[2]} gh-deploy --quiet >&2\n'
    )
    hook.chmod(0o755)
    done = published.mkdocs("gh-deploy")
    assert done.code != 0, done.said
    assert "Kho không nhận bản đăng này." in done.said
    assert "Traceback" not in done.said
    assert b"/2021/05/ban-goc/" in published.published("ho-so.json")


def test_a_deploy_from_outside_the_repository_is_refused(
    published: Deployment, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(["git", "init", "--quiet"], elsewhere)
    command = [*GENERATOR, "gh-deploy", "--config-file", str(published.folder / "mkdocs.yml")]
    done = run(command, elsewhere)
    assert done.code != 0
    assert f'cd "{published.folder}"' in done.said


@pytest.mark.parametrize(
    "setting",
    [
        ("remote", "set-url", "--push", "origin", "{other}"),
        ("remote", "set-url", "--add", "origin", "{other}"),
        ("config", "url.{other}.pushInsteadOf", "{remote}"),
    ],
)
def test_another_url_to_push_to_is_refused_until_it_is_removed(
    setting: tuple[str, ...], published: Deployment, tmp_path: Path
) -> None:
    other = tmp_path / "other.git"
    run(["git", "clone", "--quiet", "--bare", str(published.remote), str(other)], tmp_path)
    published.git(*(each.format(other=other, remote=published.remote) for each in setting))
    before = published.live()
    refused = published.mkdocs("gh-deploy")
    assert refused.code != 0
    assert published.live() == before
    remedy = next(line.strip() for line in refused.said.splitlines() if "git config" in line)
    published.git(*shlex.split(remedy)[1:])
    done = published.deploy()
    assert done.code == 0, done.said


def test_a_machine_without_git_does_not_deploy(published: Deployment, tmp_path: Path) -> None:
    done = _with_path(published, tmp_path)
    assert done.code != 0
    assert "máy chưa cài git" in done.said
    assert "Traceback" not in done.said


def _with_path(published: Deployment, path: Path) -> Run:
    python = Path(GENERATOR[0])
    command = f'PATH="{path}" "{python}" -m {GENERATOR[2]} gh-deploy'
    return run(["/bin/sh", "-c", command], published.folder)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files to others"
)
def test_a_checkout_of_another_user_builds_and_does_not_deploy(published: Deployment) -> None:
    for path in (published.folder, published.folder / ".git"):
        os.chown(path, 12345, 12345)
    built = published.mkdocs("build", "--strict")
    assert built.code == 0, built.said
    assert "thư mục thuộc người dùng khác" in built.said
    assert "không thuộc kho git" not in built.said
    done = published.mkdocs("gh-deploy")
    assert done.code != 0
    assert "git config --global --add safe.directory" in done.said


def test_files_that_others_put_on_the_branch_stay(published: Deployment, tmp_path: Path) -> None:
    with_branch(published, tmp_path, {"CNAME": "lich.example.invalid\n", "xac/minh.txt": "x"})
    for _ in range(2):
        amend(published)
        done = published.deploy()
        assert done.code == 0, done.said
        assert "Giữ nguyên tệp có sẵn trên nhánh đang đăng: CNAME, xac/minh.txt." in done.said
        assert published.published("CNAME") == b"lich.example.invalid\n"
        assert published.published("xac/minh.txt") == b"x"


def test_files_of_others_among_those_of_the_theme_and_the_search_stay(
    published: Deployment, tmp_path: Path
) -> None:
    others = {
        "assets/agenda/so-do.png": "a",
        "assets/quyet-dinh.pdf": "b",
        "tim-kiem/huong-dan.txt": "c",
    }
    with_branch(published, tmp_path, {**others, "tim-kiem/viec/999.json": "[]"})
    script = published.folder / "overrides/assets/agenda/absolute_urls.js"
    assert script.exists()
    script.unlink()
    for _ in range(2):
        amend(published)
        done = published.deploy()
        assert done.code == 0, done.said
        assert f"Giữ nguyên tệp có sẵn trên nhánh đang đăng: {', '.join(others)}." in done.said
        for name, text in others.items():
            assert published.published(name) == text.encode()
        files = published.files()
        assert files >= others.keys()
        assert "assets/agenda/absolute_urls.js" not in files
        assert "tim-kiem/viec/999.json" not in files


def test_a_file_of_others_that_cannot_stay_stops_the_deploy_until_it_is_removed(
    published: Deployment, tmp_path: Path
) -> None:
    with_branch(published, tmp_path, {"huong-dan/them": "x"})
    (published.folder / "docs/huong-dan/them.md").write_text("# Thêm\n", encoding="utf-8")
    said = stopped(published)
    assert "Không giữ được tệp đó" in said
    for line in said.splitlines():
        if line.startswith("  git "):
            published.git(*shlex.split(line)[1:])
    done = published.deploy()
    assert done.code == 0, done.said
    with published.served() as site:
        assert "Thêm" in site.page("huong-dan/them/")


def test_a_file_of_others_is_not_replaced_by_one_of_the_same_name(
    published: Deployment, tmp_path: Path
) -> None:
    with_branch(published, tmp_path, {"CNAME": "lich.example.invalid\n", "xac-minh.txt": "x"})
    docs = published.folder / "docs"
    (docs / "CNAME").write_bytes(b"khac.example.invalid\n")
    (docs / "xac-minh.txt").write_bytes(b"x")
    assert "Người khác đã đặt tệp CNAME trên nhánh" in stopped(published)
    (docs / "CNAME").write_bytes(b"lich.example.invalid\n")
    done = published.deploy()
    assert done.code == 0, done.said
    assert {"/CNAME", "/xac-minh.txt"} <= published.ledger().keys()
    (docs / "CNAME").write_bytes(b"khac.example.invalid\n")
    done = published.deploy()
    assert done.code == 0, done.said


def test_a_symbolic_link_of_others_stops_the_deploy_until_it_is_removed(
    published: Deployment, tmp_path: Path
) -> None:
    with_branch(published, tmp_path, {"goc.txt": "x"}, links={"lien-ket": "goc.txt"})
    said = stopped(published)
    assert "Người khác đã đặt tệp lien-ket trên nhánh" in said
    for line in said.splitlines():
        if line.startswith("  git "):
            published.git(*shlex.split(line)[1:])
    done = published.deploy()
    assert done.code == 0, done.said
    assert "goc.txt" in published.files()
    assert "lien-ket" not in published.files()


def with_branch(
    deployment: Deployment,
    tmp_path: Path,
    files: dict[str, str | None],
    links: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Commit files, or their removal, and links to the deployed branch from another clone."""
    other = clone(deployment, tmp_path / "branch", f"--branch={BRANCH}")
    for name, text in files.items():
        path = other.folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name, target in links.items():
        (other.folder / name).symlink_to(target)
    other.commit("Sửa trên nhánh")
    other.git("push", "--quiet", "origin", BRANCH)
    shutil.rmtree(other.folder)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"ho-so.json": None}, "có trang nhưng không có hồ sơ địa chỉ"),
        (
            {"ho-so.json": None, "HO-SO.json": '{"phien_ban":1,"dia_chi":{}}'},
            "có trang nhưng không có hồ sơ địa chỉ",
        ),
        ({"ho-so.json": '{"phien_ban":1,"dia_chi":{}}'}, "thiếu trang đang đăng"),
    ],
)
def test_a_branch_without_its_ledger_is_not_taken_for_an_empty_one(
    files: dict[str, str | None], why: str, published: Deployment, tmp_path: Path
) -> None:
    with_branch(published, tmp_path, files)
    assert why in stopped(published)


def test_a_branch_that_was_rewound_or_deleted_is_not_taken_for_an_older_or_empty_one(
    published: Deployment,
) -> None:
    first = published.live()
    amend(published)
    assert published.deploy().code == 0
    published.git("push", "--quiet", "--force", "origin", f"{first}:refs/heads/{BRANCH}")
    assert "đã bị lùi hoặc bị ghi đè" in stopped(published)
    published.git("push", "--quiet", "origin", f":refs/heads/{BRANCH}")
    assert published.git("for-each-ref", f"refs/remotes/origin/{BRANCH}") == ""
    said = stopped(published)
    assert "không còn nhánh gh-pages" in said
    assert "lần đăng đầu tiên" not in said


def test_a_clone_that_lacks_the_published_sources_does_not_deploy(
    published: Deployment, tmp_path: Path
) -> None:
    stale = clone(published, tmp_path / "stale")
    published.edit("2021-05.yml", "Họp giao ban", '"Họp [không công bố]"')
    done = published.deploy()
    assert done.code == 0, done.said
    published.git("push", "--quiet", "origin", "main")
    assert "git pull --no-rebase --no-edit origin main" in stopped(stale)
    with_branch(published, tmp_path, {"CNAME": "lich.example.invalid\n"})
    assert "git pull --no-rebase --no-edit origin main" in stopped(stale)
    stale.git("pull", "--quiet", "--rebase", "origin", "main")
    assert stale.deploy().code == 0


CHANGES = {
    "text": ("Họp giao ban", "Họp báo", "/2021/05/#cv-b2 (chỗ trên trang: nội dung)"),
    "hour": ('"14:00"', '"15:00"', "/2021/05/#cv-b3 (chỗ trên trang: giờ)"),
    "leader": ("Đ/c An PGĐ", "Đ/c Bình", "/2021/05/#cv-b1 (chỗ trên trang: lãnh đạo)"),
    "codes": ("ma: b1", "ma: bx", "/2021/05/#cv-b1 (chỗ trên trang"),
    "removed": (
        "      - {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}\n",
        "",
        "/2021/05/#cv-b2 (chỗ trên trang",
    ),
    "order": (
        "- {ma: b1, noi_dung: Lễ chào cờ, lanh_dao: Đ/c An PGĐ}\n"
        "      - {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}",
        "- {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}\n"
        "      - {ma: b1, noi_dung: Lễ chào cờ, lanh_dao: Đ/c An PGĐ}",
        "/2021/05/#ngay-04 (chỗ trên trang: thứ tự việc)",
    ),
    "label": ("Nghỉ lễ 30/4, 01/5", "Nghỉ lễ", "/2021/05/#ngay-01 (chỗ trên trang: chữ ghi cho"),
    "focus": ("Bầu cử", "Bầu cử đại biểu", "/2021/05/ (trang: trọng tâm, đoạn 2)"),
    "caveat": ("Có thể thay đổi", "Không thay đổi", "/2021/05/ (trang: lưu ý)"),
    "recipients": ("Lưu VT", "Lưu", "/2021/05/ (trang: nơi nhận)"),
    "place": ("Hà Tĩnh", "Vinh", "/2021/05/ (trang: nơi ban hành)"),
    "rows": ("ngay: 5-31\n", "ngay: 5-30\n  - ngay: 31\n", "/2021/05/ (trang: cách viết"),
}


@pytest.mark.parametrize(("old", "new", "named"), CHANGES.values(), ids=CHANGES)
def test_an_edit_in_place_that_leaves_no_trace_is_refused(
    old: str, new: str, named: str, published: Deployment
) -> None:
    published.edit("2021-05.yml", old, new)
    assert named in stopped(published)
    published.write("2021-05.yml", MAY)
    amend(published)
    published.edit("2021-05.yml", old, new)
    assert named in stopped(published)


def test_swapped_codes_are_refused_in_place_and_in_an_amendment(published: Deployment) -> None:
    swapped = MAY.replace("ma: b1", "ma: x").replace("ma: b2", "ma: b1").replace("ma: x", "ma: b2")
    published.write("2021-05.yml", swapped)
    said = stopped(published)
    assert "/2021/05/#cv-b1" in said
    assert "/2021/05/#cv-b2" in said
    published.write("2021-05.yml", MAY)
    published.write("2021-05.dc1.yml", swapped.replace("05-04,", "05-11,"))
    assert "mã đổi chỗ với b2" in stopped(published)


def test_swapped_codes_of_the_directory_are_refused(tmp_path: Path) -> None:
    deployment = new_deployment(tmp_path)
    directory = "co_quan: [{ma: %s, ten: Văn phòng}, {ma: %s, ten: Thanh tra}]\n"
    deployment.write(
        "2021-05.yml",
        MAY.replace("noi_dung: Hợp soát xét", "noi_dung: Soát xét, chuan_bi: Thanh tra"),
    )
    deployment.write("danh-ba.yml", directory % ("van-phong", "thanh-tra"))
    first = deployment.deploy()
    assert first.code == 0, first.said
    deployment.write("danh-ba.yml", directory % ("thanh-tra", "van-phong"))
    said = stopped(deployment)
    assert "/co-quan/van-phong/ (trang: nay dẫn tới Thanh tra)" in said
    assert "/co-quan/thanh-tra/ (trang: nay dẫn tới Văn phòng)" in said


def test_an_item_that_passes_to_another_person_or_unit_is_refused(tmp_path: Path) -> None:
    deployment = new_deployment(tmp_path)
    deployment.edit(
        "danh-ba.yml",
        "co_quan:\n  - {ma: van-phong, ten: Văn phòng}\n",
        "  - {ma: binh, ten: Bình, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}\n"
        "co_quan:\n  - {ma: van-phong, ten: Văn phòng, viet_tat: [Tổ CĐS]}\n"
        "  - {ma: thanh-tra, ten: Thanh tra}\n",
    )
    more = "    toi: [{ma: b4, noi_dung: Trực, chuan_bi: Tổ CĐS, lanh_dao: Đ/c An PGĐ}]\n"
    may = MAY.replace("  - ngay: 5-31", f"{more}  - ngay: 5-31")
    deployment.write("2021-05.yml", may)
    first = deployment.deploy()
    assert first.code == 0, first.said

    deployment.edit(
        "2021-05.yml",
        "chào cờ, lanh_dao: Đ/c An PGĐ",
        "chào cờ, lanh_dao: {ten: Đ/c An PGĐ, ma: binh}",
    )
    said = stopped(deployment)
    assert "/2021/05/#cv-b1 (chỗ trên trang:" in said
    assert "đã đăng là An, nay là Bình" in said

    deployment.write("2021-05.yml", may)
    directory = deployment.read("danh-ba.yml")
    alias = ", viet_tat: [Tổ CĐS]"
    moved = directory.replace(alias, "").replace("ten: Thanh tra", f"ten: Thanh tra{alias}")
    deployment.write("danh-ba.yml", moved)
    said = stopped(deployment)
    assert (
        '/2021/05/#cv-b4 (chỗ trên trang: "Tổ CĐS" đã đăng là Văn phòng, nay là Thanh tra)' in said
    )
    deployment.write(
        "da-go.yml", "da_go:\n- {dia_chi: [/2021/05/#cv-b4], ngay: 2021-06-01, ly_do: Nhầm}\n"
    )
    done = deployment.deploy()
    assert done.code == 0, done.said

    # The unit that takes over another one may have its names.
    row = "  - {ma: van-phong, ten: Văn phòng}\n"
    merged = moved.replace(row, "").replace(alias, f"{alias[:-1]}, Văn phòng], ten_cu: [van-phong]")
    deployment.write("danh-ba.yml", merged)
    done = deployment.deploy()
    assert done.code == 0, done.said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("noi_dung: Lễ chào cờ,", "noi_dung: Lễ chào cờ, trang_thai: huy, ly_do: Mưa,"),
        ("Họp giao ban", '"Họp [không công bố]"'),
        (
            "Hợp soát xét}\n",
            "Họp soát xét}\nhieu_dinh: [{ngay: 4, nguyen_van: Hợp, sua_thanh: Họp}]\n",
        ),
    ],
)
def test_a_change_that_the_page_tells_itself_passes(
    old: str, new: str, published: Deployment
) -> None:
    published.edit("2021-05.yml", old, new)
    if "hieu_dinh" in new:  # which stands beside `lich`
        row = "hieu_dinh: [{ngay: 4, nguyen_van: Hợp, sua_thanh: Họp}]\n"
        published.edit("2021-05.yml", row, "")
        published.write("2021-05.yml", published.read("2021-05.yml") + row)
    done = published.deploy()
    assert done.code == 0, done.said


def test_a_declaration_counts_once(published: Deployment) -> None:
    item = "      - {ma: b2, noi_dung: Họp giao ban, chuan_bi: Văn phòng}\n"
    row = "- {dia_chi: [%s], ngay: 2021-06-01, ly_do: %s}\n"
    urls = "/2021/05/#cv-b2, /co-quan/van-phong/2021/"
    published.edit("2021-05.yml", item, "")
    published.write("da-go.yml", "da_go:\n" + row % (urls, "Đăng nhầm"))
    done = published.deploy()
    assert done.code == 0, done.said
    published.write("2021-05.yml", MAY)
    assert published.deploy().code == 0
    published.edit("2021-05.yml", item, "")
    said = stopped(published)
    assert "/2021/05/#cv-b2 (chỗ trên trang)" in said
    assert "/co-quan/van-phong/2021/ (trang)" in said
    published.write("da-go.yml", "da_go:\n" + row % (urls, "Đăng nhầm một việc"))
    said = stopped(published)
    assert "/2021/05/#cv-b2 (chỗ trên trang: mục cũ ở agendas/da-go.yml bị sửa" in said
    twice = "da_go:\n" + row % (urls, "Đăng nhầm") + row % (urls, "Lại nhầm")
    published.write("da-go.yml", twice)
    done = published.deploy()
    assert done.code == 0, done.said
    with published.served() as site:
        assert "Lại nhầm" in site.page("co-quan/van-phong/2021/")


def test_a_declaration_of_what_was_never_published_is_refused(published: Deployment) -> None:
    published.write(
        "da-go.yml",
        "da_go:\n- {dia_chi: [/.git/x/, /CNAME, /2021/05/#cv-zz], ngay: 2021-06-01, ly_do: x}\n",
    )
    said = stopped(published)
    assert "khai địa chỉ chưa từng đăng" in said
    assert "  - /.git/x/\n  - /CNAME\n  - /2021/05/#cv-zz" in said


def test_files_and_anchors_of_docs_are_published_urls(published: Deployment) -> None:
    docs = published.folder / "docs"
    (docs / "huong-dan/anh/thang.png").rename(docs / "huong-dan/anh/khac.png")
    guide = docs / "huong-dan/dang-lich.md"
    guide.write_text(
        guide.read_text(encoding="utf-8").replace("## Danh bạ", "## Sổ danh bạ"), encoding="utf-8"
    )
    for page in docs.rglob("*.md"):
        text = page.read_text(encoding="utf-8").replace("anh/thang.png", "anh/khac.png")
        text = text.replace('<a id="cho-cu"></a>', "")
        page.write_text(text.replace("#danh-ba", "#so-danh-ba"), encoding="utf-8")
    said = stopped(published)
    assert "/huong-dan/anh/thang.png (tệp)" in said
    assert "/huong-dan/dang-lich/#danh-ba (chỗ trên trang)" in said
    assert "/gioi-thieu/#cho-cu (chỗ trên trang)" in said
    published.write(
        "da-go.yml",
        "da_go:\n- dia_chi: [/huong-dan/anh/thang.png, /huong-dan/dang-lich/#danh-ba,"
        " /gioi-thieu/#cho-cu]\n  ngay: 2021-06-01\n  ly_do: Viết lại hướng dẫn\n",
    )
    done = published.deploy()
    assert done.code == 0, done.said
