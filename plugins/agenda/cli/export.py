"""`agenda export`: write the whole site as files for Zensical, without MkDocs."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import click

from agenda.build.assets.scripts import UnsupportedImport
from agenda.build.assets.theme import StylesheetMissing
from agenda.build.checks.privacy import with_privacy
from agenda.build.checks.source_files import check_files
from agenda.build.docs.pages import docs_problems, read_docs
from agenda.build.garbage import disable_collector, enable_collector
from agenda.build.ledger_check.refusal import describe_refusal
from agenda.build.live.deployment import Deployment
from agenda.build.live.site import LedgerUnavailable
from agenda.build.paths import UrlOutsideSite, safe_join
from agenda.build.settings.mkdocs_file import Settings, read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.build.site import CACHE, Site, build_site
from agenda.build.staging import AnotherBuild, Staging
from agenda.cache.store import FileCache
from agenda.cli.vietnamese import VietnameseCommand, WrongUse
from agenda.generators.zensical.project import BODIES, MARK, dead_links, project_files
from agenda.history.identity import identify
from agenda.history.ledger import LedgerFile
from agenda.model import Agenda, Problem, Severity
from agenda.site.context import SiteContext, build_context
from agenda.site.pages import UrlTaken
from agenda.source.folder import LoadedAgenda, load_agenda


class ExportRefused(Exception):
    """A refused export; the message gives the reason and the remedy in Vietnamese."""


@click.command(name="export", cls=VietnameseCommand)
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
def export(folder: Path) -> int:
    """Xuất cả trang ra THƯ_MỤC để dựng bằng Zensical, không cần MkDocs.

    THƯ_MỤC chưa có, còn trống, hoặc do lần xuất trước tạo ra; mọi thứ trong đó được thay mới.
    Đứng ở THƯ_MỤC rồi chạy zensical build; trang nằm trong thư mục site ở đó. Địa chỉ đã đăng mà
    sẽ mất thì lệnh dừng, như khi dựng bằng MkDocs. Mã kết thúc: 0 là đã xuất, 1 là chưa xuất vì
    dữ liệu, 2 là dùng lệnh chưa đúng.
    """
    try:
        settings = read_settings(_find_settings())
        _check_target(folder, settings)
        files, messages = _build_files(settings)
        _write(folder, files)
    except Unsettled as error:
        click.echo(f"Lỗi: {error}.", err=True)
        return 1
    except ExportRefused as error:
        click.echo(str(error), err=True)
        return 1
    for line in messages:
        click.echo(line)
    if not settings.home:
        click.echo(
            f"Chưa đặt site_url trong {FILE}: trang sẽ thiếu địa chỉ chính thức và sơ đồ trang."
        )
    pages = sum(name.endswith(".md") for name in files)
    click.echo(f"Đã xuất {pages} trang và {len(files) - pages} tệp khác ra {folder}.")
    click.echo(f"Dựng trang: đứng ở {folder}, chạy zensical build")
    return 0


def _find_settings() -> Path:
    """Return the `mkdocs.yml` here or in the nearest folder above, except that of an export."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file() and not _exported(folder / FILE):
            return folder / FILE
    raise WrongUse(f"không thấy {FILE} trong {here} hay các thư mục chứa nó")


def _check_target(folder: Path, settings: Settings) -> None:
    """Raise `WrongUse` unless the folder is absent, empty, or from an earlier export."""
    target = folder.resolve()
    for source in (settings.docs, settings.templates, settings.agendas):
        if target.is_relative_to(source.resolve()):
            raise WrongUse(f"{folder} nằm trong {source.name}, nơi chứa nguồn của trang")
    if not target.exists():
        return
    if not target.is_dir():
        raise WrongUse(f"{folder} là một tệp, không phải thư mục")
    if any(target.iterdir()) and not _exported(target / FILE):
        raise WrongUse(f"{folder} đang chứa thứ khác; hãy chọn thư mục chưa có hoặc còn trống")


def _exported(settings: Path) -> bool:
    """Tell whether this settings file exists and comes from an export."""
    if not settings.is_file():
        return False
    with settings.open(encoding="utf-8", errors="replace") as file:
        return file.readline() == MARK


def _build_files(settings: Settings) -> tuple[Mapping[str, bytes], list[str]]:
    """Return every file by its path, and the sentences to print about them."""
    for folder in (settings.docs, settings.templates):
        check_files(folder)
    cache = FileCache(settings.folder / CACHE, partial(click.echo, err=True))
    disable_collector()
    try:
        reading = _read(settings, cache)
        context = _build_context(settings, reading, cache)
        _refuse_errors(docs_problems(settings))
        documentation = read_docs(settings)
        site = build_site(context, settings.terms, documentation.ledger_entries())
        messages = [_check_against_live(settings, site, context.agenda)]
        files = project_files(settings, site, documentation, _newest_date(context), cache)
        if warned := sum(each.severity is Severity.WARNING for each in reading.problems):
            messages.append(f"Dữ liệu có {warned} cảnh báo; xem bằng lệnh: agenda check")
        messages += [
            f"docs/{page}: liên kết tới /{target}, nhưng không có gì ở đó."
            for page, target in dead_links(files, documentation)
        ]
    except UrlTaken as error:
        raise ExportRefused(
            f"Hai trang cùng có địa chỉ /{error}. Đổi tên tệp trong docs, hoặc đổi mã trong "
            "agendas/danh-ba.yml."
        ) from error
    except UrlOutsideSite as error:
        raise ExportRefused(str(error)) from error
    except StylesheetMissing as error:
        raise ExportRefused(
            "Không thấy tệp định dạng (CSS) của mkdocs-material. Cài lại các thư viện, hoặc chép "
            "tệp assets/stylesheets/main.….css của bản cũ vào cùng chỗ đó trong overrides."
        ) from error
    except UnsupportedImport as error:
        raise ExportRefused(
            f"Không ghép được các tệp JavaScript trong overrides: {error}."
        ) from error
    else:
        cache.close()
        return files, messages
    finally:
        cache.abandon()
        enable_collector()


def _read(settings: Settings, cache: FileCache) -> LoadedAgenda:
    """Load the agenda; raise `ExportRefused` if it has errors or items without codes."""
    if not settings.agendas.is_dir():
        raise ExportRefused(f"Không có thư mục {settings.agendas}, nơi chứa lịch từng tháng.")
    reading = with_privacy(load_agenda(settings.agendas, cache), settings.agendas, cache)
    _refuse_errors(reading.problems)
    if any(problem.kind == "missing-code" for problem in reading.problems):
        raise ExportRefused(
            "Có việc chưa có mã, nên chưa có địa chỉ cố định. Ghi mã rồi xuất lại: "
            "agenda check --fix"
        )
    return reading


def _refuse_errors(problems: Iterable[Problem]) -> None:
    errors = [str(each) for each in problems if each.severity is Severity.ERROR]
    if errors:
        raise ExportRefused(
            "\n".join([f"Có {len(errors)} lỗi trong dữ liệu, chưa xuất được:", *errors])
        )


def _build_context(settings: Settings, reading: LoadedAgenda, cache: FileCache) -> SiteContext:
    return build_context(
        identify(reading.agenda).agenda,
        settings.terms.agency,
        settings.agendas,
        settings.templates / BODIES,
        settings.home,
        digests=reading.digests,
        context_digest=reading.context_digest,
        cache=cache,
    )


def _newest_date(context: SiteContext) -> date | None:
    return max(context.published.values(), default=None)


def _check_against_live(settings: Settings, site: Site, agenda: Agenda) -> str:
    """Check the site against the live one; return a sentence about the comparison.

    Raises `ExportRefused` if a published URL would be lost.
    """
    deployment = Deployment(
        folder=settings.folder,
        remote=settings.remote,
        branch=settings.branch,
        file=settings.ledger,
    )
    try:
        live = deployment.read_clone()
    except LedgerUnavailable as error:
        raise ExportRefused(str(error)) from error
    new = LedgerFile(entries=site.ledger, record=site.record)
    if lost := describe_refusal(new, site.hours, agenda, live, deploying=False):
        raise ExportRefused(lost)
    return live.message


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files into a staging folder, then replace the folder at once."""
    staging = Staging(folder)
    try:
        staging.begin()
    except AnotherBuild as error:
        raise ExportRefused(f"Một lệnh khác đang ghi vào {folder}. Đợi lệnh đó xong.") from error
    try:
        for name, content in files.items():
            path = safe_join(staging.folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        staging.finish()
    finally:
        staging.clear()
