"""Read `mkdocs.yml` as a tree of values that know their place, for error messages."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml

from agenda.build.docs.headings import heading_id
from agenda.build.settings.options import OptionRefused
from agenda.source.writing.files import error_reason

FILE = "mkdocs.yml"

T = TypeVar("T")

_HEADING_ID = "agenda.publishing.headings.heading_id"
"""The name of `heading_id` in the `mkdocs.yml` files of existing sites."""


class Unsettled(ValueError):
    """Settings that cannot be used; the message is Vietnamese and has place and remedy."""


class Node:
    """A value of the file and its place, for error messages."""

    def __init__(self, value: object, place: str) -> None:
        self.value = value
        self._place = place

    def __getitem__(self, key: str) -> "Node":
        match self.value:
            case None:
                return Node(None, self._inside(key))
            case dict():
                return Node(self.value.get(key), self._inside(key))
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

    def items(self) -> Iterator["Node"]:
        match self.value:
            case None:
                return
            case list():
                for number, each in enumerate(self.value, 1):
                    yield Node(each, f"{self._place}, mục {number}")
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


def read_tree(file: Path) -> Node:
    """Read the whole file. Raise `Unsettled` if it cannot be read."""
    try:
        with file.open("rb") as opened:
            return Node(yaml.load(opened, _Loader), "")
    except OSError as error:
        raise Unsettled(f"không đọc được {file} ({error_reason(error)})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Unsettled(f"{FILE}{_line(error)} không phải là YAML đúng") from error


class _Loader(yaml.SafeLoader):
    """A loader with the two tags that `mkdocs.yml` uses; it never imports a Python name."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Resolve `!ENV NAME`, `!ENV [NAME]` or `!ENV [NAME, …, default]` as MkDocs does."""
    if isinstance(node, yaml.SequenceNode) and len(node.value) > 1:
        *names, default = loader.construct_sequence(node)
    elif isinstance(node, yaml.SequenceNode):
        names, default = loader.construct_sequence(node), None
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


def _line(error: Exception) -> str:
    mark: Any = getattr(error, "problem_mark", None)
    return f":{mark.line + 1}" if mark else ""
