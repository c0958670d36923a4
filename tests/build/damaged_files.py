"""Damaged caches, ledgers and odd files: `python -m tests.build.damaged_files 3000 SEED`.

None may lead to an exception or a hang. A damaged cache must not change what is read, and a
damaged ledger is either read or refused.
"""

import os
import random
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from agenda.cache.store import FileCache
from agenda.history.ledger import LedgerDamaged, read_ledger, write_ledger
from agenda.source.folder import LoadedAgenda, load_agenda
from tests.build.mistakes import publish
from tests.project import MAY_2021

LIMIT = 20
"""The seconds after which a case counts as a hang, also on a busy machine."""

PIECES = (
    b"\x00",
    b"\xff",
    b"\xff\xfe",
    b"1e999",
    b"[" * 5_000,
    b'{"a":' * 5_000,
    b"&a [*a, *a]",
    b"\xef\xbb\xbf",
    b"<<<<<<< HEAD\n",
    "：".encode(),
    b"\t",
    b"!!python/object/apply:os.system [id]",
    b"- " * 2_000,
)


class Hang(Exception):
    """An error for a case that takes longer than the limit."""


def mutate(content: bytes, rng: random.Random) -> bytes:
    """Change, insert, repeat or remove bytes at some random places."""
    data = bytearray(content)
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(6):
            case 0 if data:
                data[at % len(data)] = rng.randrange(256)
            case 1:
                data[at:at] = rng.choice(PIECES)
            case 2:
                del data[at : at + rng.randrange(1, 200)]
            case 3:
                del data[at:]
            case 4:
                data[at:at] = data[at : at + rng.randrange(1, 500)]
            case _:
                data[at:at] = rng.randbytes(rng.randrange(1, 50))
    return bytes(data)


def put_odd_file(path: Path, content: bytes, rng: random.Random) -> None:
    """Put something that may be no regular file in place of a path."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    match rng.randrange(8):
        case 0:
            os.mkfifo(path)
        case 1:
            path.symlink_to(rng.choice(("/dev/zero", "/dev/full", path.name, "missing", "..")))
        case 2:
            path.mkdir()
        case 3:
            with socket.socket(socket.AF_UNIX) as server:
                server.bind(str(path))
        case 4:
            path.write_bytes(b"")
        case _:
            path.write_bytes(mutate(content, rng))


class Cases:
    """The three kinds of cases, in a folder of valid files."""

    def __init__(self, root: Path) -> None:
        self._agendas = root / "agendas"
        shutil.copytree(MAY_2021, self._agendas)
        self._cache = root / "cache.sqlite"
        self._read()
        self._cache_content = self._cache.read_bytes()
        self._expected = load_agenda(self._agendas)
        published = publish(self._agendas)
        assert not isinstance(published, str), published
        self._ledger = write_ledger(published[0].ledger, "so-thu")

    def damage_cache(self, rng: random.Random) -> None:
        put_odd_file(self._cache, self._cache_content, rng)
        found = self._read()
        assert found.agenda == self._expected.agenda
        assert found.problems == self._expected.problems

    def damage_ledger(self, rng: random.Random) -> None:
        with suppress(LedgerDamaged):
            read_ledger(mutate(self._ledger, rng))

    def add_odd_file(self, rng: random.Random) -> None:
        names = [*(path.name for path in self._agendas.iterdir())]
        others = ["2021-06.yml", "2021-05.dc1.yml", "da-go.yml", "tep", "x\udcff.yml", "CON.yml"]
        path = self._agendas / rng.choice([*names, *others])
        kept = path.read_bytes() if path.is_file() else None
        content = kept or rng.choice([each.read_bytes() for each in MAY_2021.glob("*.yml")])
        put_odd_file(path, content, rng)
        try:
            reading = load_agenda(self._agendas)
            assert all(problem.message and problem.remedy for problem in reading.problems)
            if not reading.failed:
                publish(self._agendas)
        finally:
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            path.unlink(missing_ok=True)
            if kept is not None:
                path.write_bytes(kept)

    def _read(self) -> LoadedAgenda:
        cache = FileCache(self._cache)
        try:
            return load_agenda(self._agendas, cache)
        finally:
            cache.close()


def run(count: int, seed: int) -> list[str]:
    """Run cases of the three kinds in turn, and return a description of each failure."""
    failures: list[str] = []
    signal.signal(signal.SIGALRM, _raise_hang)
    with tempfile.TemporaryDirectory() as folder:
        cases = Cases(Path(folder))
        kinds: list[Callable[[random.Random], None]] = [
            cases.damage_cache,
            cases.damage_ledger,
            cases.add_odd_file,
        ]
        for number in range(count):
            kind = kinds[number % 3]
            signal.alarm(LIMIT)
            try:
                kind(random.Random(seed * 1_000_000 + number))
            except Exception:
                failures.append(f"{kind.__name__} {number}: {traceback.format_exc(limit=-3)}")
            finally:
                signal.alarm(0)
    return failures


def _raise_hang(*_: object) -> None:
    raise Hang


def main() -> None:
    count, seed = (int(argument) for argument in sys.argv[1:])
    failures = run(count, seed)
    kinds = Counter(failure.partition(" ")[0] for failure in failures)
    sys.stdout.write("\n".join([*failures, f"{count} cases, {len(failures)} failed: {kinds}\n"]))


if __name__ == "__main__":
    main()
