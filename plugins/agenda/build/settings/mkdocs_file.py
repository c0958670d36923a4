"""Read the site's settings from `mkdocs.yml` without MkDocs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from agenda.build.docs.excluded import ExcludedDocs, excluded_docs
from agenda.build.settings.options import licence_of, office_hours_of, record_of
from agenda.build.settings.yaml_tree import FILE, Node, Unsettled, read_tree
from agenda.exports.export_settings import ExportSettings, Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script that every page loads; `type` is that of the script element, or empty."""

    path: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NavEntry:
    """A page of the menu, by its file in `docs/`; an empty `title` means the page's own."""

    title: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings that pages and files depend on; URLs end in a slash."""

    folder: Path
    """The folder of `mkdocs.yml`."""
    name: str
    description: str
    copyright: str
    home: str
    """The site's public URL; empty where none is known."""
    sources: str
    """The URL below which the files of `docs/` are edited; may be empty."""
    docs: Path
    excluded_docs: ExcludedDocs
    """The files of `docs` that are not published."""
    templates: Path
    favicon: str
    logo: str
    styles: tuple[str, ...]
    scripts: tuple[Script, ...]
    menu: tuple[NavEntry, ...]
    extensions: Mapping[str, Mapping[str, object]]
    """The extensions of Python-Markdown with their options."""
    agendas: Path
    terms: ExportSettings
    remote: str
    branch: str
    ledger: Path | None


def read_settings(file: Path) -> Settings:
    """Read the settings of a site. Raise `Unsettled` for a setting that cannot be used."""
    return _settings(file.resolve().parent, read_tree(file))


def _settings(folder: Path, tree: Node) -> Settings:
    theme, options = tree["theme"], _options(tree)
    home = _with_slash(tree["site_url"].text())
    ledger = options["ledger"].text()
    return Settings(
        folder=folder,
        name=tree["site_name"].needed(),
        description=tree["site_description"].text(),
        copyright=tree["copyright"].text(),
        home=home,
        sources=_sources(tree),
        docs=folder / tree["docs_dir"].text("docs"),
        excluded_docs=excluded_docs(tree),
        templates=folder / theme["custom_dir"].needed(),
        favicon=theme["favicon"].needed(),
        logo=theme["logo"].needed(),
        styles=tuple(each.needed() for each in tree["extra_css"].items()),
        scripts=tuple(map(_script, tree["extra_javascript"].items())),
        menu=tuple(map(_entry, tree["nav"].items())),
        extensions=dict(map(_extension, tree["markdown_extensions"].items())),
        agendas=folder / options["agendas"].text("agendas"),
        terms=ExportSettings(
            agency=options["agency"].needed(),
            record=options["record"].parsed(record_of),
            home=home,
            hours=options["office_hours"].parsed(office_hours_of),
            licence=_licence(options["licence"]),
        ),
        remote=tree["remote_name"].text("origin"),
        branch=tree["remote_branch"].text("gh-pages"),
        ledger=folder / ledger if ledger else None,
    )


def _options(tree: Node) -> Node:
    """Return the options of the plugin `agenda`."""
    for plugin in tree["plugins"].items():
        match plugin.value:
            case "agenda":
                return Node(None, "plugins.agenda")
            case {"agenda": options}:
                return Node(options, "plugins.agenda")
    raise Unsettled(f"{FILE}: plugins: chưa có agenda")


def _licence(node: Node) -> Licence | None:
    return None if node.value is None else node.parsed(licence_of)


def _sources(tree: Node) -> str:
    repository = _with_slash(tree["repo_url"].text())
    return repository and repository + _with_slash(tree["edit_uri"].text("edit/master/docs/"))


def _script(node: Node) -> Script:
    if isinstance(node.value, str):
        return Script(path=node.value, type="")
    return Script(path=node["path"].needed(), type=node["type"].text())


def _entry(node: Node) -> NavEntry:
    match node.value:
        case str(file):
            return NavEntry(title="", file=file)
        case dict() if len(node.value) == 1:
            match next(iter(node.value.items())):
                case (str(title), str(file)):
                    return NavEntry(title=title, file=file)
    raise node.refused("chỉ dùng được tên một trang, hoặc tiêu đề: tên trang; không có mục con")


def _extension(node: Node) -> tuple[str, dict[str, object]]:
    match node.value:
        case str(name):
            return name, {}
        case dict() if len(node.value) == 1:
            match next(iter(node.value.items())):
                case (str(name), None):
                    return name, {}
                case (str(name), dict(options)):
                    return name, options
    raise node.refused("phải là tên phần mở rộng, hoặc tên: các lựa chọn")


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""
