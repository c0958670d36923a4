"""A clone with agendas that were published to a bare repository."""

import subprocess
from pathlib import Path

from agenda.site.artifact import Page
from tests.build.published_months import PublishedMonths
from tests.project import REPOSITORY


class PublishedClone:
    """A clone whose agendas are published without MkDocs."""

    def __init__(self, root: Path) -> None:
        self.months = PublishedMonths(root / "clone" / "agendas")
        self._root = root
        self.months.folder.mkdir(parents=True)
        (root / "clone/mkdocs.yml").write_text(
            (REPOSITORY / "mkdocs.yml").read_text("utf-8"), "utf-8"
        )
        self._git(root, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
        self._git(root / "clone", "init", "--quiet", "--initial-branch=main")
        self._git(root / "clone", "remote", "add", "origin", str(root / "remote.git"))

    def _git(self, folder: Path, *arguments: str) -> str:
        identity = ("-c", "user.name=TT-TK", "-c", "user.email=tttk@example.invalid")
        return subprocess.run(
            ["git", *identity, *arguments],
            cwd=folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout.strip()

    def publish(self) -> None:
        """Publish the files as they stand, as a deploy would."""
        self.months.publish()
        clone, tree = self._root / "clone", self._root / "tree"
        self._git(clone, "add", "agendas", "mkdocs.yml")
        self._git(clone, "commit", "--quiet", "--allow-empty", "--message", "Đăng")
        commit = self._git(clone, "rev-parse", "HEAD")
        _, site = self.months.build()
        if not tree.exists():
            self._git(clone.parent, "init", "--quiet", "--initial-branch=gh-pages", str(tree))
            self._git(tree, "remote", "add", "origin", str(self._root / "remote.git"))
        for page in site.artifacts:
            if isinstance(page, Page):
                (tree / page.url).mkdir(parents=True, exist_ok=True)
                (tree / page.url / "index.html").write_text(page.body, "utf-8")
        for url, content in self.months.files.items():
            (tree / url).parent.mkdir(parents=True, exist_ok=True)
            (tree / url).write_bytes(content)
        self._git(tree, "add", "--all")
        self._git(tree, "commit", "--quiet", "--message", f"Deployed {commit} with MkDocs")
        self._git(tree, "push", "--quiet", "origin", "gh-pages")
        self._git(clone, "fetch", "--quiet", "origin")
