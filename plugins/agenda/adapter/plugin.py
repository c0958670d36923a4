"""The MkDocs plugin `agenda`: wires the events of a build to the layers below."""

import os
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from agenda.adapter.garbage import leave_garbage, look_for_garbage
from agenda.adapter.generated import (
    GeneratedPage,
    add_artifacts,
    check_free,
    hand_written,
    outline_of,
)
from agenda.adapter.options import AgendaConfig
from agenda.adapter.placing import place_files
from agenda.adapter.preview import look_often, show_problems
from agenda.adapter.strictness import has_warnings
from agenda.adapter.theme import take_stylesheet
from agenda.cache.store import NOTHING, Store
from agenda.model import Agenda, Severity
from agenda.publishing.edition import CACHE, make_edition
from agenda.publishing.guard import describe_faults
from agenda.publishing.live import Deployment, NoAnswer
from agenda.publishing.staging import AnotherBuild, Staging
from agenda.publishing.tables import align_by_class
from agenda.record.identity import identify
from agenda.record.ledger import Ledger, compare
from agenda.record.review import describe_doubt
from agenda.site.artifact import Asset
from agenda.site.pages import AddressTaken
from agenda.site.publication import prepare
from agenda.source.codes import CodesNotWritable, write_missing_codes
from agenda.source.folder import Reading, load_agenda
from agenda.source.writing import reason

log = get_plugin_logger("agenda")

EPOCH = "SOURCE_DATE_EPOCH"


class AgendaPlugin(BasePlugin[AgendaConfig]):
    """Turns `agendas/` into pages; stops the build where the data has errors."""

    def __init__(self) -> None:
        self._command: str = "build"
        self._dirty = False
        self._staging: Staging | None = None
        self._site_dir = ""
        self._own_epoch = EPOCH not in os.environ
        self._store: Store | None = None
        self._reading: Reading | None = None
        self._agenda: Agenda | None = None
        self._stylesheet = ""
        self._stopped = ""
        self._index: tuple[Asset, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._command = command
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._stopped = ""
        leave_garbage()
        self._check_addresses(config)
        self._site_dir = config.site_dir
        if not self._dirty:
            self._build_aside(config)
        self._store = Store(Path(config.config_file_path).parent / CACHE)
        folder = Path(self.config.agendas)
        reading = self._load(folder)
        if self._command != "serve" and not config.strict and not reading.failed:
            reading = self._with_codes(folder, reading)
        self._report(reading)
        self._reading = reading
        self._agenda = identify(reading.agenda).agenda
        self._set_epoch(self._agenda)
        config.watch += [str(folder), self._templates(config)]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        assert self._agenda is not None, "on_config comes first"
        assert self._reading is not None
        self._stylesheet = take_stylesheet(files, config)
        publication = prepare(
            self._agenda,
            self.config.agency,
            Path(self.config.agendas),
            Path(self._templates(config)) / "agenda",
            home_of(config),
            digests=self._reading.digests,
            surroundings=self._reading.surroundings,
            keeper=self._store or NOTHING,
        )
        terms = self.config.terms(home_of(config))
        try:
            edition = make_edition(publication, terms, hand_written(files, config))
            self._guard(edition.ledger, config)
            add_artifacts(edition.artifacts, files, config, edition.linked)
            self._index = edition.index
            check_free(self._index, files)
        except AddressTaken as error:
            raise PluginError(
                f"Hai trang cùng có địa chỉ /{error}. Đổi tên tệp trong docs, "
                "hoặc đổi mã trong agendas/danh-ba.yml."
            ) from error
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, GeneratedPage):
            return html
        page.meta.update(outline_of(page.toc))
        return align_by_class(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.globals["theme_stylesheet"] = self._stylesheet
        env.globals["preview"] = self._command == "serve"
        # What MiniJinja, which renders the frame for Zensical, has of itself.
        env.filters["split"] = str.split
        env.tests["startingwith"] = str.startswith
        env.trim_blocks = env.lstrip_blocks = True  # no line that holds but a tag
        return env

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the new site in place, after everything that writes into it."""
        look_for_garbage()
        place_files(self._index, Path(config.site_dir), Path(self._site_dir))
        if self._store is not None:
            self._store.close()
        if self._staging is None:
            return
        config.site_dir = self._site_dir
        if config.strict and has_warnings():
            self._staging.abandon()  # MkDocs is about to refuse this build
            return
        self._staging.finish()
        if self._command != "gh-deploy":  # which still has to read the site
            self._staging.release()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        look_often(server, [config.docs_dir, config.config_file_path])
        show_problems(server, lambda: self._stopped)
        return server

    def on_shutdown(self) -> None:
        if self._command == "serve" and self._staging is not None:
            self._staging.clear()

    def on_build_error(self, *, error: Exception) -> None:
        look_for_garbage()
        self._stopped = str(error)
        if self._store is not None:
            self._store.abandon()
        if self._staging is not None:
            self._staging.abandon()
        if isinstance(error, OSError):
            raise PluginError(
                f"Không dựng được trang: {described(error)}. Trang dựng lần trước còn nguyên."
            ) from error

    def _build_aside(self, config: MkDocsConfig) -> None:
        self._staging = Staging(Path(config.site_dir))
        try:
            self._staging.begin()
        except AnotherBuild as error:
            raise PluginError(
                f"Một lệnh khác đang dựng trang vào {config.site_dir}. Đợi lệnh đó xong rồi chạy "
                "lại; hai lệnh cùng lúc sẽ ghi đè lên nhau."
            ) from error
        config.site_dir = str(self._staging.folder)

    def _guard(self, ledger: Ledger, config: MkDocsConfig) -> None:
        """Hold what is about to be published against what is."""
        try:
            live = self._deployment(config).read_live(deploying=self._command == "gh-deploy")
        except NoAnswer as error:
            self._stop(str(error))
            return
        log.info("%s", live.said)
        if faults := compare(live.ledger or {}, ledger):
            self._stop(describe_faults(faults))

    def _stop(self, message: str) -> None:
        """End the build; a preview goes on, with a warning."""
        if self._command != "serve":
            raise PluginError(message)
        log.warning("%s", message)

    def _deployment(self, config: MkDocsConfig) -> Deployment:
        folder = Path(config.config_file_path).parent
        return Deployment(
            folder=folder,
            remote=config.remote_name,
            branch=config.remote_branch,
            file=folder / self.config.ledger if self.config.ledger else None,
        )

    def _check_addresses(self, config: MkDocsConfig) -> None:
        if not config.use_directory_urls:
            raise PluginError("Đặt use_directory_urls: true trong mkdocs.yml: địa chỉ là cố định.")
        if not config.site_url and self._command == "gh-deploy":
            log.warning(
                "Chưa đặt site_url trong mkdocs.yml: trang đăng lên sẽ thiếu địa chỉ chính thức "
                "và sơ đồ trang. Ghi địa chỉ công khai của trang vào đó."
            )
        if not config.repo_url:
            config.edit_uri = None  # nothing to edit: MkDocs would warn once a page

    def _load(self, folder: Path) -> Reading:
        try:
            return load_agenda(folder, self._store or NOTHING)
        except OSError as error:
            raise PluginError(f"Không đọc được thư mục {folder} ({reason(error)}).") from error

    def _with_codes(self, folder: Path, reading: Reading) -> Reading:
        """The agenda once every item has its code in its file: what is published has one."""
        uncoded = {each.place.file for each in reading.problems if each.kind == "missing-code"}
        if not uncoded:
            return reading
        identified = identify(reading.agenda)
        try:
            written = write_missing_codes(folder, identified.agenda, uncoded)
        except CodesNotWritable as error:
            raise PluginError(
                f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng."
            ) from error
        except OSError as error:
            raise PluginError(
                f"Không ghi được mã vào {error.filename} ({reason(error)}): kiểm tra quyền ghi."
            ) from error
        for revision in written:
            log.info("Đã ghi mã cho các việc chưa có mã trong %s.", revision.source)
        for revision, pair in identified.doubtful:
            if revision in written:
                log.warning("%s: xem lại: %s", revision.source, describe_doubt(pair))
        return self._load(folder)

    def _report(self, reading: Reading) -> None:
        errors = []
        for problem in reading.problems:
            match problem.severity:
                case Severity.ERROR:
                    errors.append(str(problem))
                case Severity.WARNING:
                    log.warning("%s", problem)
                case Severity.NOTE:
                    log.info("%s", problem)
        if errors:
            raise PluginError(
                "\n".join([f"Có {len(errors)} lỗi trong dữ liệu, chưa dựng được trang:", *errors])
            )

    def _set_epoch(self, agenda: Agenda) -> None:
        """Dates that MkDocs would take from the clock come from the newest document instead.

        See https://reproducible-builds.org/specs/source-date-epoch/.
        """
        if self._own_epoch and agenda.months:
            newest = max(month.current.document.issued for month in agenda.months)
            moment = datetime.combine(newest, time(), tzinfo=UTC)
            os.environ[EPOCH] = str(int(moment.timestamp()))

    def _templates(self, config: MkDocsConfig) -> str:
        folder: Any = config.theme.custom_dir
        if folder is None:
            raise PluginError("Thiếu theme.custom_dir trong mkdocs.yml: nơi chứa các mẫu trang.")
        return str(folder)


def home_of(config: MkDocsConfig) -> str:
    """The public address of the site with a final slash; empty where none is set."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def described(error: OSError) -> str:
    """The reason of a failure, and the file where one is known."""
    return f"{reason(error)} ({error.filename})" if error.filename else reason(error)
