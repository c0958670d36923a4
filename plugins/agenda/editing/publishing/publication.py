"""The steps of one publication."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from agenda.build.live.git import Repository
from agenda.build.live.site import Live
from agenda.build.live.workflow import deploying_workflow, github_pages_url
from agenda.build.settings.mkdocs_file import Settings, read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.build.site import CACHE
from agenda.cache.store import FileCache
from agenda.editing.publishing.checking import find_problems, give_codes
from agenda.editing.publishing.deploying import deploy_commit, finish_earlier_deploy
from agenda.editing.publishing.planned_commit import (
    PlannedCommit,
    PlannedSources,
    commit_sources,
    export_sources,
    plan_sources,
    save_commit,
)
from agenda.editing.publishing.progress import (
    Obstacle,
    PublishingStopped,
    Step,
    StepReport,
    StepState,
)
from agenda.editing.publishing.public_changes import ChangeKind, PublicChange
from agenda.editing.publishing.remote import deployed_tip, fetch_sources, push_sources
from agenda.editing.publishing.trial import TrialSite, build_trial, compare, read_live, warm_export
from agenda.editing.publishing.waiting import wait_for_public, wait_for_workflow
from agenda.editing.publishing.working_copy import WorkingCopy
from agenda.site.urls import LEDGER

STATE = ".cache/editing"
"""The private folder of the editing tools, beside `mkdocs.yml`; git ignores it."""


class Publication:
    """One run through the steps."""

    def __init__(self, *, folder: Path, temporary: Path, dry_run: bool, patience: float) -> None:
        self._folder = folder
        self._temporary = temporary
        self._dry_run = dry_run
        self._patience = patience
        self._found: list[Obstacle] = []

    def run(self) -> Iterator[StepReport]:
        yield _running(Step.FETCH)
        working = self._open()
        tip = fetch_sources(working)
        sources = plan_sources(working, tip, self._temporary)
        export = export_sources(working, sources, self._temporary)
        yield _done(Step.FETCH, _describe_merge(sources))

        yield _running(Step.CHECK)
        settings = _settings(export / working.site)
        warm_export(working.settings, settings)
        with _cache(settings) as cache:
            self._note(find_problems(settings.agendas, cache))
            self._note(give_codes(settings.agendas, cache))
        planned = commit_sources(working, sources, export, self._temporary)
        yield _done(Step.CHECK)

        yield _running(Step.COMPARE)
        workflow = deploying_workflow(export, working.repository, settings.remote, working.branch)
        pages = github_pages_url(working.repository, settings.remote)
        home = settings.home or (pages if workflow else "")
        self._note(_without_home(pages) if not home else ())
        variables = {**working.python_path(export), "SITE_URL": home}
        trial = self._build(settings, variables)
        live = self._read_live(working, settings, planned)
        with _cache(settings) as cache:
            changes, obstacles = compare(settings, trial, live, cache)
        self._note(obstacles)
        yield _done(Step.COMPARE, _describe_changes(changes), changes)
        if self._found:
            raise PublishingStopped(*self._found)
        if self._dry_run:
            return

        yield _running(Step.COMMIT)
        save_commit(working, planned)
        saved = planned.commit != planned.head
        yield _done(Step.COMMIT, "" if saved else "Không có tệp nào mới sửa.")

        yield _running(Step.PUSH)
        push_sources(working, planned.commit, tip)
        yield _done(Step.PUSH)

        yield _running(Step.DEPLOY)
        finish_earlier_deploy(working, self._folder / STATE)
        known = deployed_tip(working, planned.commit)
        if known is not None and live.read(LEDGER) == trial.ledger:
            message = "Bản này đã được đăng."
        elif workflow:
            known = wait_for_workflow(working, planned.commit, workflow, self._patience)
            message = f"{workflow} đã đăng."
        else:
            known = deploy_commit(working, planned.commit, self._folder / STATE)
            message = ""
        yield _done(Step.DEPLOY, message)

        yield _running(Step.WAIT)
        ledger = working.repository.read(known, LEDGER)
        wait_for_public(home, ledger or b"", known, self._patience)
        yield _done(Step.WAIT, f"{home} đã hiện bản mới.")

    def _open(self) -> WorkingCopy:
        """Return the clone. In a dry run git writes its objects into the temporary folder."""
        working = WorkingCopy.open(self._folder, {"GIT_OPTIONAL_LOCKS": "0"})
        if self._dry_run:
            working = replace(working, repository=_read_only(working.repository, self._temporary))
        self._note(working.obstacles())
        if self._dry_run:
            working = replace(working, repository=_with_author(working.repository))
        return working

    def _note(self, obstacles: tuple[Obstacle, ...]) -> None:
        """Stop at obstacles; a dry run collects them to show all at once."""
        self._found += obstacles
        if obstacles and not self._dry_run:
            raise PublishingStopped(*obstacles)

    def _build(self, settings: Settings, variables: Mapping[str, str]) -> TrialSite:
        """Build the site; despite warnings that were found already, if it is possible."""
        try:
            return build_trial(settings, self._temporary, variables, strict=not self._found)
        except PublishingStopped as stopped:
            raise PublishingStopped(*(self._found or stopped.obstacles)) from stopped

    def _read_live(self, working: WorkingCopy, settings: Settings, planned: PlannedCommit) -> Live:
        try:
            return read_live(settings, self._folder, planned.commit, working.repository.variables)
        except PublishingStopped as stopped:
            raise PublishingStopped(*self._found, *stopped.obstacles) from stopped


@contextmanager
def _cache(settings: Settings) -> Iterator[FileCache]:
    """Open the cache of the exported site, so that each month is read from YAML once."""
    cache = FileCache(settings.folder / CACHE)
    try:
        yield cache
    finally:
        cache.close()


def _settings(folder: Path) -> Settings:
    try:
        return read_settings(folder / FILE)
    except Unsettled as error:
        raise PublishingStopped.because(f"{str(error).rstrip('.')}. Chưa đăng gì.") from error


def _read_only(repository: Repository, temporary: Path) -> Repository:
    """Return the repository so that git leaves its folder as it is."""
    objects = Path(repository.text("rev-parse", "--git-path", "objects") or "")
    (temporary / "objects").mkdir()
    return repository.with_variables(
        GIT_OBJECT_DIRECTORY=str(temporary / "objects"),
        GIT_ALTERNATE_OBJECT_DIRECTORIES=str((repository.folder / objects).resolve()),
    )


def _with_author(repository: Repository) -> Repository:
    """Return the repository with an author for commits that nobody will see."""
    return repository.with_variables(
        GIT_AUTHOR_NAME="agenda",
        GIT_AUTHOR_EMAIL="agenda",
        GIT_COMMITTER_NAME="agenda",
        GIT_COMMITTER_EMAIL="agenda",
    )


def _without_home(pages: str) -> tuple[Obstacle, ...]:
    """Return the obstacle of a site without a public URL; `pages` is a likely one."""
    return (
        Obstacle(
            message="Chưa ghi địa chỉ công khai của trang, nên lịch, tin và máy tìm kiếm không có "
            "địa chỉ đầy đủ, và không xem được đã đăng xong chưa. Ghi ở dòng site_url trong "
            f"mkdocs.yml, như:\n  site_url: {pages or 'https://lich.co-quan.gov.vn/'}\n"
            'Rồi lưu: git add mkdocs.yml, git commit -m "Địa chỉ của trang".'
        ),
    )


def _running(step: Step) -> StepReport:
    return StepReport(step=step, state=StepState.RUNNING)


def _done(step: Step, message: str = "", changes: tuple[PublicChange, ...] = ()) -> StepReport:
    return StepReport(step=step, state=StepState.DONE, message=message, changes=changes)


def _describe_merge(sources: PlannedSources) -> str:
    if sources.tree == sources.edited:
        return "Bản sao này có đủ bản mới nhất."
    return "Đã gộp bản mới nhất của kho với việc đã sửa ở máy này."


def _describe_changes(changes: tuple[PublicChange, ...]) -> str:
    if not changes:
        return "Người xem sẽ không thấy gì thay đổi."
    counts = Counter(change.kind for change in changes)
    words = [f"{counts[kind]} {kind.value.lower()}" for kind in ChangeKind if counts[kind]]
    return f"{len(changes)} địa chỉ: {', '.join(words)}."
