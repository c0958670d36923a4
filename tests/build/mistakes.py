"""Random single mistakes in a published archive: `python -m tests.build.mistakes 200 SEED`.

Each mistake is made in a copy of the files. Reading or the ledger check has to report it, unless
nothing published changed.
"""

import csv
import io
import json
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from agenda.build.ledger_check.violations import describe_violations, find_violations
from agenda.build.site import build_site
from agenda.history.identity import identify
from agenda.history.ledger import Ledger
from agenda.site.artifact import Page
from agenda.site.context import build_context
from agenda.source.folder import load_agenda
from tests.exports.settings import SETTINGS
from tests.project import REPOSITORY
from tests.synthetic import write_years

MONTHS = 4
"""The number of published months of a synthetic year, with amendments among them."""

WORDS = ("Họp", "Kiểm tra", "Hội nghị", "Làm việc", "Văn phòng", "Đ/c")


@dataclass(frozen=True, slots=True)
class Published:
    """The parts of a publication that the comparison needs."""

    ledger: Ledger
    files: Mapping[str, bytes]

    def read(self, url: str) -> bytes | None:
        return self.files.get(url)

    def versions(self, url: str) -> Iterator[bytes]:
        """Yield the only version of a file."""
        if url in self.files:
            yield self.files[url]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome of a mistake: `told` is the message to the clerk, `changed` the changed URLs."""

    mistake: str
    told: str
    changed: tuple[str, ...]

    @property
    def is_silent(self) -> bool:
        return bool(self.changed) and not self.told


def write_archive(folder: Path) -> None:
    """Write the first months of a synthetic year, a signed file among them."""
    write_years(folder, 2021, 1, seed=7)
    for number in range(MONTHS + 1, 13):
        for path in folder.glob(f"2021-{number:02}*.yml"):
            path.unlink()
    (folder / "tep").mkdir()
    shutil.copy(REPOSITORY / "docs/huong-dan/anh/thang.png", folder / "tep/2021-01.png")
    first = folder / "2021-01.yml"
    text = first.read_text(encoding="utf-8")
    first.write_text(
        text.replace("van_ban:\n", "van_ban:\n  tep: tep/2021-01.png\n", 1), encoding="utf-8"
    )


def publish(folder: Path) -> tuple[Published, str, Callable[[Published], str]] | str:
    """Return what the files publish and what reading says; only the problems if they stop it."""
    reading = load_agenda(folder)
    told = "\n".join(map(str, reading.problems))
    if reading.failed:
        return told
    agenda = identify(reading.agenda).agenda
    templates = REPOSITORY / "overrides" / "agenda"
    site = build_site(build_context(agenda, SETTINGS.agency, folder, templates), SETTINGS, {})
    files = {asset.url: asset.content for asset in site.files}
    files |= {
        page.url: page.body.encode()
        for page in site.artifacts
        if isinstance(page, Page) and page.frozen
    }

    def compare(live: Published) -> str:
        found = find_violations(site.ledger, agenda, live.ledger, live.read, live.versions)
        return describe_violations(found)

    return Published(site.ledger, files), told, compare


def make_mistake(folder: Path, rng: random.Random) -> str:
    """Make one mistake in the folder and return its name."""
    mistake = rng.choice(MISTAKES)
    paths = sorted(folder.glob("*.yml"))
    while not mistake(rng.choice(paths), rng):
        mistake = rng.choice(MISTAKES)
    return mistake.__name__


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def _write(path: Path, lines: list[str]) -> bool:
    path.write_text("".join(lines), encoding="utf-8")
    return True


def delete_file(path: Path, _: random.Random) -> bool:
    path.unlink()
    return True


def rename_file(path: Path, rng: random.Random) -> bool:
    path.rename(path.with_name(rng.choice(["2021-09.yml", f"{path.stem}.txt", f"x{path.name}"])))
    return True


def delete_line(path: Path, rng: random.Random) -> bool:
    lines = _lines(path)
    del lines[rng.randrange(len(lines))]
    return _write(path, lines)


def repeat_line(path: Path, rng: random.Random) -> bool:
    lines = _lines(path)
    number = rng.randrange(len(lines))
    lines.insert(rng.randrange(len(lines)), lines[number])
    return _write(path, lines)


def swap_lines(path: Path, rng: random.Random) -> bool:
    lines = _lines(path)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return _write(path, lines)


def retype_letter(path: Path, rng: random.Random) -> bool:
    text = path.read_text(encoding="utf-8")
    places = [match.start() for match in re.finditer(r"[^\W_]", text)]
    place = rng.choice(places)
    new = rng.choice("aăâbcdđeê0123456789")
    path.write_text(text[:place] + new + text[place + 1 :], encoding="utf-8")
    return True


def retype_words(path: Path, rng: random.Random) -> bool:
    text = path.read_text(encoding="utf-8")
    places = [match.span() for word in WORDS for match in re.finditer(word, text)]
    if not places:
        return False
    start, end = rng.choice(places)
    path.write_text(text[:start] + rng.choice(WORDS) + text[end:], encoding="utf-8")
    return True


def swap_codes(path: Path, rng: random.Random) -> bool:
    text = path.read_text(encoding="utf-8")
    codes = re.findall(r"\bma: (\S+)", text)
    if len(codes) < 2:
        return False
    one, other = rng.sample(codes, 2)
    text = re.sub(
        rf"\bma: ({one}|{other})$",
        lambda match: f"ma: {other if match[1] == one else one}",
        text,
        flags=re.MULTILINE,
    )
    path.write_text(text, encoding="utf-8")
    return True


def change_signed_file(path: Path, _: random.Random) -> bool:
    signed = path.parent / "tep/2021-01.png"
    signed.write_bytes(signed.read_bytes().replace(b"IEND", b"IENd"))
    return True


def swap_files(path: Path, rng: random.Random) -> bool:
    others = [each for each in path.parent.glob("*.yml") if each != path]
    other = rng.choice(others)
    mine, theirs = path.read_bytes(), other.read_bytes()
    path.write_bytes(theirs)
    other.write_bytes(mine)
    return True


MISTAKES: tuple[Callable[[Path, random.Random], bool], ...] = (
    *(delete_file, rename_file, change_signed_file, swap_files),
    *(delete_line, repeat_line, swap_lines, swap_codes) * 3,
    *(retype_letter, retype_words) * 6,
)


def changed(before: Published, after: Published) -> Iterator[str]:
    """Return what the public would read otherwise, told by the published files alone."""
    for url, content in before.files.items():
        now = after.files.get(url)
        if url.endswith(".json") and url.startswith("du-lieu/2021"):
            if now is None or _month(content) != _month(now):
                yield url
        elif url.endswith(".csv"):
            lost = _rows(content) - _rows(now or b"")
            if lost:
                yield f"{url}: {min(lost)}"
        elif (
            url in before.ledger
            and before.ledger[url].frozen
            and (now is None or _words(now) != _words(content))
        ):
            yield url
    for url in before.ledger.keys() - after.ledger.keys():
        yield url


def _words(page: bytes) -> list[bytes]:
    """Return what a page says, without the explanations that the directory gives of its words."""
    return re.sub(rb"</?abbr[^>]*>", b"", page).split()


def _month(content: bytes) -> object:
    data = json.loads(content)
    for day in data["ngay"]:
        for row in day["muc"]:
            for status in ("trang_thai", "doi_sang", "ly_do"):
                del row[status]
    return [data[key] for key in ("ban", "van_ban", "trong_tam", "luu_y", "ngay", "noi_nhan")]


def _rows(content: bytes) -> set[str]:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    kept = ("ma", "ngay", "ten", "ma_lanh_dao", "noi_dung")
    return {"|".join(row.get(name) or "" for name in kept) for row in rows}


def outcomes(count: int, seed: int) -> Iterator[Outcome]:
    """Publish an archive, then make mistakes in it, one at a time."""
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name) / "archive" / "agendas"
        write_archive(archive)
        published = publish(archive)
        assert not isinstance(published, str), published
        live, said, _ = published
        assert not said, said
        for number in range(count):
            folder = Path(name) / str(number) / "agendas"
            shutil.copytree(archive, folder)
            mistake = make_mistake(folder, random.Random(f"{seed}-{number}"))
            result = publish(folder)
            if isinstance(result, str):
                yield Outcome(mistake=mistake, told=result, changed=())
            else:
                after, told, compare = result
                yield Outcome(
                    mistake=f"{number} {mistake}",
                    told=told + compare(live),
                    changed=tuple(changed(live, after)),
                )
            shutil.rmtree(folder.parent)


def main(count: int, seed: int) -> int:
    found = list(outcomes(count, seed))
    silent = [each for each in found if each.is_silent]
    counts = Counter("told" if each.told else "harmless" for each in found)
    sys.stdout.write(f"{count} mistakes, seed {seed}: {dict(counts)}, {len(silent)} silent\n")
    for each in silent:
        sys.stdout.write(f"{each.mistake}: {', '.join(each.changed[:3])}\n")
    return len(silent)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
