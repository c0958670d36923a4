"""Test that a warm build equals a cold build after any edit."""

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from agenda.cache.store import NULL_CACHE, Cache, FileCache
from agenda.exports.files import files
from agenda.exports.jsonld import jsonld_months
from agenda.history.identity import identify
from agenda.history.ledger import Ledger
from agenda.model import Problem
from agenda.search.files import search_files
from agenda.site.artifact import Asset, Page
from agenda.site.context import build_context
from agenda.site.ledger import make_ledger
from agenda.site.pages import make_pages
from agenda.source.folder import load_agenda
from tests.exports.settings import SETTINGS
from tests.originals import pdf
from tests.project import REPOSITORY
from tests.synthetic import write_years

pytestmark = pytest.mark.build

FEW = 4
"""Months left unamended below which a year of new ones comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The results of a build."""

    problems: tuple[Problem, ...]
    artifacts: tuple[Page | Asset, ...]
    bodies: tuple[str, ...]
    index: tuple[Asset, ...]
    linked: dict[str, str]
    ledger: Ledger


class Workspace:
    """A folder of agendas and templates to edit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.agendas = folder / "agendas"
        self.templates = folder / "mau"
        self.agency = "Sở Thử nghiệm"
        self.home = "https://example.invalid/lich/"
        write_years(self.agendas, 2022, 1)
        shutil.copytree(REPOSITORY / "overrides" / "agenda", self.templates)

    def build(self, cache: Cache) -> Outcome:
        reading = load_agenda(self.agendas, cache)
        assert not reading.failed, "\n".join(map(str, reading.problems))
        agenda = identify(reading.agenda).agenda
        context = build_context(
            agenda,
            self.agency,
            self.agendas,
            self.templates,
            self.home,
            digests=reading.digests,
            context_digest=reading.context_digest,
            cache=cache,
        )
        settings = replace(SETTINGS, agency=self.agency, home=self.home)
        artifacts = make_pages(context, files(context, settings))
        return Outcome(
            problems=reading.problems,
            artifacts=artifacts,
            bodies=tuple(each.body for each in artifacts if isinstance(each, Page)),
            index=search_files(context),
            linked={url: text.make() for url, text in jsonld_months(context, settings)},
            ledger=make_ledger(artifacts, agenda.withdrawals),
        )

    def months(self) -> list[Path]:
        return sorted(self.agendas.glob("20*.yml"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def any_unamended(workspace: Workspace, chance: random.Random) -> Path:
    paths = workspace.months()
    amended = {path.name[:7] for path in paths if ".dc" in path.name}
    left = [path for path in paths if path.name[:7] not in amended]
    if len(left) < FEW:
        write_years(workspace.agendas, 2022 + chance.randrange(20), 1)
        return any_unamended(workspace, chance)
    return chance.choice(left)


def reword_an_item(workspace: Workspace, chance: random.Random) -> None:
    path = chance.choice(workspace.months())
    edit(path, "noi_dung: ", f"noi_dung: Lần {chance.randrange(10**6)} ")


def date_a_month_anew(workspace: Workspace, chance: random.Random) -> None:
    path = any_unamended(workspace, chance)
    text = path.read_text(encoding="utf-8")
    day = f"{chance.randrange(1, 29):02}"
    path.write_text(re.sub(r"(?<=ngay_ban_hanh: \d{4}-\d\d-)\d\d", day, text), encoding="utf-8")


def amend_a_month(workspace: Workspace, chance: random.Random) -> None:
    path = any_unamended(workspace, chance)
    amended = path.with_name(f"{path.stem}.dc1.yml")
    shutil.copy(path, amended)
    edit(amended, "noi_dung: ", "noi_dung: Đã điều chỉnh ")


def take_a_month_away(workspace: Workspace, chance: random.Random) -> None:
    any_unamended(workspace, chance).unlink()


def move_a_month(workspace: Workspace, chance: random.Random) -> None:
    """Rename a file: the same bytes are then another month."""
    path = any_unamended(workspace, chance)
    text = f"thang: 2031-0{chance.randrange(1, 10)}\nvan_ban:\n  ngay_ban_hanh: 2031-01-01\n"
    path.unlink()
    name = f"{text[7:14]}.yml"
    (workspace.agendas / name).write_text(
        f"{text}lich: [{{ngay: 3, sang: [{{noi_dung: Họp}}]}}]\n", encoding="utf-8"
    )


def write_month(workspace: Workspace, month: str, days: str) -> None:
    (workspace.agendas / f"{month}.yml").write_text(
        f"thang: {month}\nvan_ban:\n  ngay_ban_hanh: {month}-01\n"
        f"lich: [{{ngay: {days}, sang: [{{noi_dung: Đi}}]}}]\n",
        encoding="utf-8",
    )


def reach_into_the_next_month(workspace: Workspace, chance: random.Random) -> None:
    write_month(workspace, "2040-04", f"30/4-{chance.randrange(1, 9)}/5")
    write_month(workspace, "2040-05", "20")


def reach_into_the_next_year(workspace: Workspace, chance: random.Random) -> None:
    write_month(workspace, "2040-12", f"30/12-{chance.randrange(1, 9)}/1")
    write_month(workspace, "2041-01", "20")


def reach_into_the_year_before(workspace: Workspace, chance: random.Random) -> None:
    write_month(workspace, "2042-12", "20")
    write_month(workspace, "2043-01", f"{chance.randrange(20, 29)}/12-2/1")


def rename_an_entry(workspace: Workspace, chance: random.Random) -> None:
    edit(workspace.agendas / "danh-ba.yml", "ten: ", f"ten: Tân {chance.randrange(100)} ")


def explain_an_abbreviation(workspace: Workspace, chance: random.Random) -> None:
    path = workspace.agendas / "danh-ba.yml"
    with path.open("a", encoding="utf-8") as directory:
        directory.write(f"  X{chance.randrange(10**6)}: Xờ\n")


def order_a_day_off(workspace: Workspace, chance: random.Random) -> None:
    day = chance.randrange(1, 29)
    (workspace.agendas / "ngay-nghi.yml").write_text(
        f"nghi:\n  - {{ngay: 2022-03-{day:02}, ten: Nghỉ bù, van_ban: Thông báo 1}}\n",
        encoding="utf-8",
    )


def take_an_item_back(workspace: Workspace, chance: random.Random) -> None:
    (workspace.agendas / "da-go.yml").write_text(
        "da_go:\n  - dia_chi: [/2022/03/#cv-zzzz]\n    ngay: 2022-04-01\n"
        f"    ly_do: Lý do {chance.randrange(100)}\n",
        encoding="utf-8",
    )


def publish_an_original(workspace: Workspace, chance: random.Random) -> None:
    """Publish a signed file or replace a published one, whose checksum is on the page."""
    (workspace.agendas / "tep").mkdir(exist_ok=True)
    (workspace.agendas / "tep" / "ban-ky.pdf").write_bytes(pdf(str(chance.random())))
    path = any_unamended(workspace, chance)
    if "tep:" not in path.read_text(encoding="utf-8"):
        edit(path, "ngay_ban_hanh: ", "tep: tep/ban-ky.pdf\n  ngay_ban_hanh: ")


def change_a_template(workspace: Workspace, chance: random.Random) -> None:
    names = ("month.html", "entry_year.html", "year.html", "changes.html", "components/item.html")
    path = workspace.templates / chance.choice(names)
    edit(path, "</", f"<!-- {chance.randrange(100)} --></")


def call_the_agency_otherwise(workspace: Workspace, chance: random.Random) -> None:
    workspace.agency = f"Sở {chance.randrange(100)}"


def move_the_site(workspace: Workspace, chance: random.Random) -> None:
    workspace.home = f"https://example.invalid/{chance.randrange(100)}/"


EDITS: tuple[Callable[[Workspace, random.Random], None], ...] = (
    reword_an_item,
    date_a_month_anew,
    amend_a_month,
    take_a_month_away,
    move_a_month,
    reach_into_the_next_month,
    reach_into_the_next_year,
    reach_into_the_year_before,
    rename_an_entry,
    explain_an_abbreviation,
    order_a_day_off,
    take_an_item_back,
    publish_an_original,
    change_a_template,
    call_the_agency_otherwise,
    move_the_site,
)


@pytest.mark.long
def test_a_warm_build_equals_a_cold_build_after_any_edits(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    chance = random.Random(2021)
    left = chance.sample(EDITS, k=len(EDITS))
    for number in range(1 + len(EDITS) // 2):
        for change in (left.pop(), left.pop()) if number else ():
            change(workspace, chance)
        cache = FileCache(tmp_path / "cache.sqlite")
        warm = workspace.build(cache)
        cache.close()
        assert warm == workspace.build(NULL_CACHE), f"round {number}"


def test_one_edit_remakes_few_texts(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    write_years(workspace.agendas, 2020, 3)
    first = count_made(workspace)
    edit(workspace.agendas / "2022-11.yml", "noi_dung: ", "noi_dung: Khác ")
    second = count_made(workspace)
    assert (count_made(workspace), count_made(workspace)) == (0, 0)
    edit(workspace.agendas / "2022-11.yml", "noi_dung: ", "noi_dung: Lại ")
    assert 0 < count_made(workspace) <= second < first / 2


def test_a_preview_shares_pages_with_the_build(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first = count_made(workspace)
    workspace.home = "http://127.0.0.1:8000/"
    assert 0 < count_made(workspace) < first / 2


def count_made(workspace: Workspace) -> int:
    """Build with the cache and count the texts that were made."""
    cache = Counting(workspace.folder / "cache.sqlite")
    workspace.build(cache)
    cache.close()
    return cache.made


class Counting(FileCache):
    """A cache that counts the stored texts."""

    made = 0

    def put(self, key: str, text: str) -> None:
        self.made += 1
        super().put(key, text)


def test_a_warm_build_reports_a_damaged_original(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    publish_an_original(workspace, random.Random(2021))
    count_made(workspace)
    (workspace.agendas / "tep" / "ban-ky.pdf").write_bytes(b"")
    cache = FileCache(workspace.folder / "cache.sqlite")
    assert "file-damaged" in {each.kind for each in load_agenda(workspace.agendas, cache).problems}
    cache.abandon()
