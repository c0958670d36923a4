"""What `mkdocs.yml` says of the site, read without MkDocs for the generators after it."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from agenda.export.terms import Hours, Licence, Terms
from agenda.model import HalfDay
from agenda.publishing.headings import heading_id
from agenda.publishing.options import HALF_DAYS, OptionRefused, hours_of, licence_of, record_of
from agenda.source.writing import reason

FILE = "mkdocs.yml"

T = TypeVar("T")

_HEADING_ID = f"{heading_id.__module__}.{heading_id.__qualname__}"


class Unsettled(ValueError):
    """Settings that cannot be used; the message is Vietnamese and says where and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script that every page loads; `type` is empty or that of its element."""

    path: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page of the menu, by its file in `docs/`; `title` is empty where it is the page's own."""

    title: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings as far as pages and files depend on them; addresses end in a slash."""

    folder: Path
    """Where `mkdocs.yml` lies."""
    name: str
    description: str
    copyright: str
    home: str
    """The site's public address; empty where none is known."""
    sources: str
    """The address at which the files of `docs/` are edited; empty where there is none."""
    docs: Path
    templates: Path
    favicon: str
    logo: str
    styles: tuple[str, ...]
    scripts: tuple[Script, ...]
    menu: tuple[Entry, ...]
    extensions: Mapping[str, Mapping[str, object]]
    """Of Python-Markdown, each with its options."""
    agendas: Path
    terms: Terms
    remote: str
    branch: str
    ledger: Path | None


def read_settings(file: Path) -> Settings:
    """The settings of the site; raises `Unsettled`."""
    try:
        with file.open("rb") as opened:
            tree = yaml.load(opened, _Loader)
    except OSError as error:
        raise Unsettled(f"không đọc được {file} ({reason(error)})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line = _line(error)
        raise Unsettled(f"{FILE}{line} không phải là YAML đúng") from error
    return _settings(file.resolve().parent, _Node(tree, ""))


class _Loader(yaml.SafeLoader):
    """YAML with the two tags that `mkdocs.yml` uses; no name in it is ever imported."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """`!ENV NAME` or `!ENV [NAME, …, default]`, as MkDocs understands it."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
    else:
        names, default = [loader.construct_scalar(node)], None  # type: ignore[arg-type]
    found = (os.environ[str(name)] for name in names if str(name) in os.environ)
    return next(found, default)


def _python_name(loader: yaml.SafeLoader, name: str, node: yaml.Node) -> object:  # noqa: ARG001
    if name == _HEADING_ID:
        return heading_id
    raise Unsettled(
        f"{FILE}:{node.start_mark.line + 1}: không dùng được {name} khi không có MkDocs"
    )


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _python_name)


class _Node:
    """A value of the file and where it stands, for what is to be said of it."""

    def __init__(self, value: object, place: str) -> None:
        self.value = value
        self._place = place

    def __getitem__(self, key: str) -> "_Node":
        match self.value:
            case None:
                return _Node(None, self._inside(key))
            case dict():
                return _Node(self.value.get(key), self._inside(key))
        raise self.refused("phải là các dòng tên: giá trị")

    def text(self, default: str = "") -> str:
        match self.value:
            case None:
                return default
            case str():
                return self.value
        raise self.refused("phải là chữ")

    def needed(self) -> str:
        if not self.text():
            raise self.refused("chưa ghi")
        return self.text()

    def items(self) -> Iterator["_Node"]:
        match self.value:
            case None:
                return
            case list():
                for number, each in enumerate(self.value, 1):
                    yield _Node(each, f"{self._place}, mục {number}")
            case _:
                raise self.refused("phải là danh sách")

    def parsed(self, parse: Callable[[object], T]) -> T:
        try:
            return parse(self.value)
        except OptionRefused as error:
            raise self.refused(str(error)) from error

    def refused(self, why: str) -> Unsettled:
        return Unsettled(f"{FILE}: {self._place}: {why.rstrip('.')}")

    def _inside(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key


def _settings(folder: Path, tree: _Node) -> Settings:
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
        templates=folder / theme["custom_dir"].needed(),
        favicon=theme["favicon"].needed(),
        logo=theme["logo"].needed(),
        styles=tuple(each.needed() for each in tree["extra_css"].items()),
        scripts=tuple(map(_script, tree["extra_javascript"].items())),
        menu=tuple(map(_entry, tree["nav"].items())),
        extensions=dict(map(_extension, tree["markdown_extensions"].items())),
        agendas=folder / options["agendas"].text("agendas"),
        terms=Terms(
            agency=options["agency"].needed(),
            record=options["record"].parsed(record_of),
            home=home,
            hours=dict(_hours(options["office_hours"])),
            licence=_licence(options["licence"]),
        ),
        remote=tree["remote_name"].text("origin"),
        branch=tree["remote_branch"].text("gh-pages"),
        ledger=folder / ledger if ledger else None,
    )


def _options(tree: _Node) -> _Node:
    """Those of the plugin `agenda`."""
    for plugin in tree["plugins"].items():
        match plugin.value:
            case "agenda":
                return _Node(None, "plugins.agenda")
            case {"agenda": options}:
                return _Node(options, "plugins.agenda")
    raise Unsettled(f"{FILE}: plugins: chưa có agenda")


def _hours(node: _Node) -> Iterator[tuple[HalfDay, Hours]]:
    for name, usual in HALF_DAYS.items():
        set_ = node[name]
        yield usual.half_day, set_.parsed(hours_of) if set_.value else hours_of(usual.hours)


def _licence(node: _Node) -> Licence | None:
    return None if node.value is None else node.parsed(licence_of)


def _sources(tree: _Node) -> str:
    repository = _with_slash(tree["repo_url"].text())
    return repository and repository + _with_slash(tree["edit_uri"].text("edit/master/docs/"))


def _script(node: _Node) -> Script:
    if isinstance(node.value, str):
        return Script(path=node.value, type="")
    return Script(path=node["path"].needed(), type=node["type"].text())


def _entry(node: _Node) -> Entry:
    match node.value:
        case str(file):
            return Entry(title="", file=file)
        case dict() if len(node.value) == 1:
            match next(iter(node.value.items())):
                case (str(title), str(file)):
                    return Entry(title=title, file=file)
    raise node.refused("chỉ dùng được tên một trang, hoặc tiêu đề: tên trang; không có mục con")


def _extension(node: _Node) -> tuple[str, dict[str, object]]:
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


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _line(error: Exception) -> str:
    mark: Any = getattr(error, "problem_mark", None)
    return f":{mark.line + 1}" if mark else ""
