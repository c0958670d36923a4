"""Our reader of mkdocs.yml agrees with MkDocs and reports what it cannot use."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from agenda.build.settings.mkdocs_file import Settings, read_settings
from agenda.build.settings.yaml_tree import Unsettled
from agenda.generators.mkdocs.options import AgendaConfig
from tests.project import REPOSITORY, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.copy_to(tmp_path / "lich")


def test_the_settings_are_those_that_mkdocs_reads(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.invalid/lich")
    monkeypatch.setenv("REPO_URL", "https://github.com/example/lich")
    settings = read_settings(project.folder / "mkdocs.yml")
    config = load_config(str(project.folder / "mkdocs.yml"))
    options = config.plugins["agenda"].config
    assert isinstance(options, AgendaConfig)
    assert settings.terms == options.terms(settings.home)
    assert (settings.home, settings.name) == (config.site_url, config.site_name)
    assert settings.sources == f"{config.repo_url}/{config.edit_uri}"
    assert (str(settings.docs), str(settings.agendas)) == (config.docs_dir, options.agendas)
    assert str(settings.templates) == config.theme.custom_dir
    assert list(settings.styles) == config.extra_css
    assert [(each.path, each.type) for each in settings.scripts] == [
        (each.path, each.type) for each in config.extra_javascript if not isinstance(each, str)
    ]
    assert [entry.file for entry in settings.menu] == config.nav
    assert {name: settings.extensions[name] for name in config.mdx_configs} == config.mdx_configs
    assert (settings.remote, settings.branch) == (config.remote_name, config.remote_branch)


def test_without_its_variables_the_site_has_no_public_url(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    settings = read_settings(project.folder / "mkdocs.yml")
    assert (settings.home, settings.sources) == ("", "")


@pytest.mark.parametrize(
    "written", ["!ENV SITE_URL", "!ENV [SITE_URL]", "!ENV [A_B_C, SITE_URL, x]"]
)
def test_a_variable_is_named_in_any_way_that_mkdocs_knows(
    written: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.invalid/lich")
    project.replace("mkdocs.yml", '!ENV [SITE_URL, ""]', written)
    assert read_settings(project.folder / "mkdocs.yml").home == "https://example.invalid/lich/"


def test_a_menu_may_have_titles_of_its_own(project: Project) -> None:
    project.replace("mkdocs.yml", "  - gioi-thieu.md", "  - Về trang này: gioi-thieu.md")
    settings = read_settings(project.folder / "mkdocs.yml")
    assert [(entry.title, entry.file) for entry in settings.menu][-1] == (
        "Về trang này",
        "gioi-thieu.md",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("site_name: Lịch", "site_name: [Lịch", "mkdocs.yml:2 không phải là YAML đúng"),
        ("site_name: Lịch", "ten: Lịch", "mkdocs.yml: site_name: chưa ghi"),
        ("site_name: Lịch công tác Sở KHCN Hà Tĩnh", "site_name: 1", "site_name: phải là chữ"),
        ("  custom_dir: overrides\n", "", "mkdocs.yml: theme.custom_dir: chưa ghi"),
        ("  - gioi-thieu.md", "  - Nhóm: [a.md]", "nav, mục 8: chỉ dùng được tên một trang"),
        ("  - agenda:", "  - khac:", "mkdocs.yml: plugins: chưa có agenda"),
        ("agenda.publishing.headings.heading_id", "os.system", "mkdocs.yml:38: không dùng được"),
        (
            'sang: "07:30-11:30"',
            "sang: sớm",
            'plugins.agenda.office_hours: "sớm" không phải là giờ làm việc',
        ),
        ("  - admonition\n", "  - [a]\n", "markdown_extensions, mục 1: phải là tên phần mở rộng"),
        ("extra_css:\n", "extra_css: a\nkhac:\n", "mkdocs.yml: extra_css: phải là danh sách"),
        ("theme:\n", "theme: material\nkhac:\n", "mkdocs.yml: theme: phải là các dòng tên"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(
    right: str, wrong: str, told: str, project: Project
) -> None:
    project.replace("mkdocs.yml", right, wrong)
    with pytest.raises(Unsettled) as refused:
        read_settings(project.folder / "mkdocs.yml")
    assert told in str(refused.value)


def test_the_settings_of_the_repository_can_be_read() -> None:
    assert isinstance(read_settings(REPOSITORY / "mkdocs.yml"), Settings)
