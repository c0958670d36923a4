"""Read the agendas of a build, write missing codes and report problems."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from agenda.build.checks.privacy import with_privacy
from agenda.cache.store import Cache
from agenda.history.identity import identify
from agenda.history.review import describe_doubt
from agenda.model import Problem, Severity
from agenda.source.file_names import DIRECTORY, display_path
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.name_problems import join_repeated
from agenda.source.writing.codes import CodesNotWritable, write_codes_to_files
from agenda.source.writing.directory_codes import write_directory_codes_to_file
from agenda.source.writing.files import error_reason

log = get_plugin_logger("agenda")


def read_agendas(folder: Path, cache: Cache, *, write_codes: bool, preview: bool) -> LoadedAgenda:
    """Read the agendas of `folder` and log warnings. Raise `PluginError` if there are errors.

    `write_codes` writes a code into the file for every item and name without one, since what is
    published needs it. A `preview` tolerates errors that only forbid publishing.
    """
    reading = _load(folder, cache)
    if write_codes and not reading.failed:
        reading = _with_codes(folder, cache, reading)
    reading = with_privacy(reading, folder, cache)
    report_problems(reading.problems, preview=preview)
    return reading


def _load(folder: Path, cache: Cache) -> LoadedAgenda:
    try:
        return load_agenda(folder, cache)
    except OSError as error:
        raise PluginError(f"Không đọc được thư mục {folder} ({error_reason(error)}).") from error


def _with_codes(folder: Path, cache: Cache, reading: LoadedAgenda) -> LoadedAgenda:
    uncoded = {each.location.file for each in reading.problems if each.kind == "missing-code"}
    if not uncoded:
        return reading
    identified = identify(reading.agenda)
    try:
        if display_path(folder / DIRECTORY) in uncoded and write_directory_codes_to_file(folder):
            log.info("Đã ghi mã cho các tên chưa có mã trong %s.", display_path(folder / DIRECTORY))
        written = write_codes_to_files(folder, identified.agenda, uncoded)
    except CodesNotWritable as error:
        raise PluginError(
            f"Không ghi được mã vào {error}: hãy viết mỗi việc ở một dòng."
        ) from error
    except OSError as error:
        raise PluginError(
            f"Không ghi được mã vào {error.filename} ({error_reason(error)}): kiểm tra quyền ghi."
        ) from error
    for revision in written:
        log.info("Đã ghi mã cho các việc chưa có mã trong %s.", revision.source)
    for revision, pair in identified.doubtful:
        if revision in written:
            log.warning("%s: xem lại: %s", revision.source, describe_doubt(pair))
    return _load(folder, cache)


def report_problems(problems: Iterable[Problem], *, preview: bool) -> None:
    """Log the problems. Raise `PluginError` if one of them forbids this build."""
    errors = []
    for problem in join_repeated(problems):
        match problem.severity:
            case Severity.ERROR if preview and problem.previewable:
                log.warning("%s", problem)
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
