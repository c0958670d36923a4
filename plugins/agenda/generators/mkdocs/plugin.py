"""Wire the events of a MkDocs build to the layers below."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from agenda.build.docs.tables import finish_tables
from agenda.build.garbage import collect_earlier_garbage, disable_collector, enable_collector
from agenda.build.paths import UrlOutsideSite
from agenda.build.site import Site, build_site
from agenda.build.staging import AnotherBuild, Staging
from agenda.cache.store import FileCache
from agenda.generators.mkdocs import epoch
from agenda.generators.mkdocs.deploying import prepare_push
from agenda.generators.mkdocs.docs_pages import (
    docs_entries,
    docs_problems,
    neighbours_of,
    normalise_names,
    outline_of,
)
from agenda.generators.mkdocs.generated import GeneratedPage, add_artifacts, check_free
from agenda.generators.mkdocs.incremental import Built, Stamp, can_update, stamp, update_pages
from agenda.generators.mkdocs.ledger_check import (
    NOT_COMPARED,
    check_deploy_command,
    check_ledger,
    read_live,
    violations,
)
from agenda.generators.mkdocs.options import AgendaConfig
from agenda.generators.mkdocs.paths import (
    all_sources,
    check_sources,
    home_of,
    open_cache,
    others,
    templates_of,
)
from agenda.generators.mkdocs.preview import explain_taken_port, poll_often, show_problems
from agenda.generators.mkdocs.reading import read_agendas, report_problems
from agenda.generators.mkdocs.strictness import has_warnings
from agenda.generators.mkdocs.theme import leave_out_theme, put_frame
from agenda.generators.mkdocs.write_assets import write_assets
from agenda.history.identity import identify
from agenda.history.ledger import LedgerEntry
from agenda.site.context import build_context
from agenda.site.pages import UrlTaken
from agenda.source.folder import LoadedAgenda
from agenda.source.writing.files import error_reason

log = get_plugin_logger("agenda")


class AgendaPlugin(BasePlugin[AgendaConfig]):
    """The MkDocs plugin `agenda`."""

    def __init__(self) -> None:
        self._command: str = "build"
        self._dirty = False
        self._staging: Staging | None = None
        self._site_dir = ""
        self._own_epoch = not epoch.is_set()
        self._cache: FileCache | None = None
        self._reading: LoadedAgenda | None = None
        self._stopped = ""
        self._documents: Mapping[str, LedgerEntry] = {}
        self._site: Site | None = None
        self._others: Stamp = {}
        self._nav: Navigation | None = None
        self._made: tuple[Environment, Files] | None = None
        self._built: Built | None = None
        self._live = NOT_COMPARED

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._command = command
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._stopped = ""
        self._built = None
        epoch.check_epoch()
        collect_earlier_garbage()
        disable_collector()
        check_ledger(config, deploying=self._deploying)
        if self._deploying:
            check_deploy_command(config)
        leave_out_theme(config)
        self._site_dir = config.site_dir
        if not self._dirty:
            self._build_aside(config)
        self._others = stamp(others(config))
        check_sources(config)
        self._cache = open_cache(config)
        folder = Path(self.config.agendas)
        write_codes = self._command != "serve" and not config.strict
        self._reading = read_agendas(
            folder, self._cache, write_codes=write_codes, preview=self._command == "serve"
        )
        if self._own_epoch:
            epoch.set_epoch(self._reading.agenda)
        config.watch += [str(folder), str(templates_of(config))]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        assert self._reading is not None, "on_config comes first"
        assert self._cache is not None
        normalise_names(files)
        report_problems(docs_problems(files, config), preview=self._command == "serve")
        self._documents = docs_entries(files, config, self._cache)
        self._add_site(self._reading, self._cache, files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav = nav
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        return normalize("NFC", markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, GeneratedPage):
            return html
        page.meta.update(outline_of(page.toc) | neighbours_of(page))
        return finish_tables(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        assert self._cache is not None, "on_config comes first"
        put_frame(templates_of(config), files, config, self._cache)
        env.globals["preview"] = self._command == "serve"
        # MiniJinja, which renders the frame for Zensical, has these built in.
        env.filters["split"] = str.split
        env.tests["startingwith"] = str.startswith
        env.trim_blocks = env.lstrip_blocks = True  # no empty lines from tags
        self._made = env, files
        return env

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if isinstance(page, GeneratedPage):
            page.fill()
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        if isinstance(page, GeneratedPage):
            page.empty()
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the new site in place, after everything that writes into it."""
        assert self._cache is not None, "on_config comes first"
        enable_collector()
        self._cache.close()
        if self._staging is None:
            return
        config.site_dir = self._site_dir
        if config.strict and has_warnings():
            self._staging.abandon()  # MkDocs is about to refuse this build
            return
        if self._deploying:
            sources = all_sources(config, Path(self.config.agendas))
            prepare_push(config, self._staging.folder, self._live, sources)
        self._staging.finish()
        if not self._deploying:  # a deploy still has to read the site
            self._staging.release()
        if self._site is not None:
            self._built = self._as_built(config, self._site)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        poll_often(server, [config.docs_dir, config.config_file_path])
        explain_taken_port(server)
        build = server.builder

        def update_or_build() -> None:
            if not self._update():
                build()

        server.builder = update_or_build
        show_problems(server, lambda: self._stopped)
        return server

    def on_shutdown(self) -> None:
        if self._command == "serve" and self._staging is not None:
            self._staging.clear()

    def on_build_error(self, *, error: Exception) -> None:
        enable_collector()
        self._stopped = str(error)
        if self._cache is not None:
            self._cache.abandon()
        if self._staging is not None:
            self._staging.abandon()
        if isinstance(error, OSError):
            raise PluginError(
                f"Không dựng được trang: {described(error)}. Trang dựng lần trước còn nguyên."
            ) from error

    def _add_site(
        self, reading: LoadedAgenda, cache: FileCache, files: Files, config: MkDocsConfig
    ) -> None:
        """Add the site to `files`. Only a preview keeps the site in memory."""
        try:
            site = self._build_site(reading, cache, config)
            add_artifacts(site, files, config)
            check_free(site.index, files)
            write_assets(site.files, Path(config.site_dir), Path(self._site_dir))
        except UrlTaken as error:
            raise PluginError(
                f"Hai trang cùng có địa chỉ /{error}. Đổi tên tệp trong docs, "
                "hoặc đổi mã trong agendas/danh-ba.yml."
            ) from error
        except UrlOutsideSite as error:
            raise PluginError(str(error)) from error
        if self._command == "serve":
            self._site = site

    def _build_site(self, reading: LoadedAgenda, cache: FileCache, config: MkDocsConfig) -> Site:
        """Build the site. Raise `UrlTaken`, or `PluginError` if a deploy would lose URLs."""
        context = build_context(
            identify(reading.agenda).agenda,
            self.config.agency,
            Path(self.config.agendas),
            templates_of(config) / "agenda",
            home_of(config),
            digests=reading.digests,
            context_digest=reading.context_digest,
            cache=cache,
        )
        site = build_site(context, self.config.terms(home_of(config)), self._documents)
        self._live = read_live(config, self.config.ledger, deploying=self._deploying)
        if lost := violations(site, context.agenda, self._live, deploying=self._deploying):
            self._stop(lost)
        return site

    def _as_built(self, config: MkDocsConfig, site: Site) -> Built | None:
        if self._made is None or self._nav is None or config.strict:
            return None
        env, files = self._made
        return Built(
            config=config,
            files=files,
            nav=self._nav,
            env=env,
            site=site,
            others=self._others,
        )

    def _update(self) -> bool:
        """Rebuild the changed pages; return False if a full build is needed.

        Raise `PluginError` if the agendas have errors, for the preview to show.
        """
        built, self._built = self._built, None  # until all that differs is in place
        if built is None or built.others != stamp(others(built.config)):
            return False
        cache = open_cache(built.config)
        disable_collector()
        try:
            reading = read_agendas(
                Path(self.config.agendas), cache, write_codes=False, preview=True
            )
            site = self._build_site(reading, cache, built.config)
            if not can_update(built, site):
                return False
            count = update_pages(built, site)
        except (UrlTaken, UrlOutsideSite, OSError):
            return False  # a full build reports it
        else:
            cache.close()
        finally:
            cache.abandon()
            enable_collector()
        log.info("Đã dựng lại %d trang có thay đổi.", count)
        self._built = replace(built, site=site)
        return True

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

    @property
    def _deploying(self) -> bool:
        return self._command == "gh-deploy"

    def _stop(self, message: str) -> None:
        """Stop a deploy; only warn in any other build."""
        if self._deploying:
            raise PluginError(message)
        log.warning("%s", message)


def described(error: OSError) -> str:
    """Return the reason of a failure, with the file if it is known."""
    return f"{error_reason(error)} ({error.filename})" if error.filename else error_reason(error)
