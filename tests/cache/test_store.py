"""What is kept comes back as it was, or not at all."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from agenda.cache.store import FEW, FileCache, get_or_make
from tests.subprocess_runner import run_in_subprocess, two_processors

MANY = [f"thang {number}" for number in range(FEW)]


def keep(file: Path, **texts: str) -> None:
    store = FileCache(file)
    for key, text in texts.items():
        store.put(key, text)
    store.close()


def found(file: Path, *keys: str) -> list[str | None]:
    store = FileCache(file)
    texts = [store.get(key) for key in keys]
    store.abandon()
    return texts


def test_a_text_comes_back_in_the_next_build(tmp_path: Path) -> None:
    keep(tmp_path / "a/b/kept", month="Lễ chào cờ")
    assert found(tmp_path / "a/b/kept", "month", "year") == ["Lễ chào cờ", None]


def test_what_a_build_has_no_use_for_goes(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep(file, old="cũ", used="còn dùng")
    store = FileCache(file)
    assert get_or_make(store, "used", lambda: "khác") == "còn dùng"
    assert get_or_make(store, "new", lambda: "mới") == "mới"
    store.close()
    assert found(file, "old", "used", "new") == [None, "còn dùng", "mới"]


def test_what_a_build_may_come_to_need_stays(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep(file, old="cũ", held="để dành")
    store = FileCache(file)
    store.hold("held")
    store.hold("never made")
    store.close()
    assert found(file, "old", "held", "never made") == [None, "để dành", None]


def test_a_build_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep(file, month="Lễ chào cờ")
    store = FileCache(file)
    store.put("month", "khác")
    store.abandon()
    assert found(file, "month") == ["Lễ chào cờ"]


def damaged_whole(damage: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(damage)


def damaged_by(*statements: str) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        with contextlib.closing(sqlite3.connect(file)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def damaged_key(file: Path) -> None:
    content = file.read_bytes()
    assert content.count(b"month") == 2  # in the table and in its index
    file.write_bytes(content.replace(b"month", b"mont\xff"))


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])


def a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def a_pipe_beside(file: Path) -> None:
    journal = file.with_name(f"{file.name}-journal")
    journal.unlink(missing_ok=True)
    os.mkfifo(journal)


def a_link_to_a_device(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no database": damaged_whole(b"not a database"),
    "an empty header": damaged_whole(b"SQLite format 3\0" + bytes(4000)),
    "a key in no UTF-8": damaged_key,
    "half of the pages": cut_short,
    "a table of another make": damaged_by("DROP TABLE kept", "CREATE TABLE kept (key TEXT)"),
    "rows without end": damaged_by(
        "DROP TABLE kept",
        "CREATE VIEW kept AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n)"
        " SELECT key, 1 AS sum, 'x' AS text FROM n",
    ),
    "a table beside": damaged_by("CREATE TABLE other (key TEXT)"),
    "a key of bytes": damaged_by("UPDATE kept SET key = X'00FF' WHERE key = 'month'"),
    "no key": damaged_by("UPDATE kept SET key = NULL WHERE key = 'month'"),
    "another text": damaged_by("UPDATE kept SET text = X'4c' WHERE key = 'month'"),
    "a text of another type": damaged_by("UPDATE kept SET text = 'Lễ' WHERE key = 'month'"),
    "a sum of another type": damaged_by("UPDATE kept SET sum = 'Lễ' WHERE key = 'month'"),
    "a pipe": a_pipe,
    "a pipe beside the file": a_pipe_beside,
    "a link to a device": a_link_to_a_device,
}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are no files there")
@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_discarded_with_one_sentence(name: str, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep(file, month="Lễ chào cờ", **dict.fromkeys(MANY, "chữ " * 100))
    DAMAGE[name](file)
    told: list[str] = []
    store = FileCache(file, told.append)
    assert store.get("month") is None
    store.put("month", "Họp")
    store.close()
    assert told == [f"Bỏ bộ nhớ đệm bị hỏng {file}; trang vẫn dựng đúng, chỉ chậm hơn."]
    keep(file, month="Lễ chào cờ")
    assert found(file, "month") == ["Lễ chào cờ"]
    assert [path.name for path in tmp_path.iterdir()] in (["kept"], ["kept-journal", "kept"])


def test_a_text_under_another_key_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep(file, month="Lễ chào cờ")
    damaged_by("UPDATE kept SET key = 'year'")(file)
    assert found(file, "year") == [None]


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"")
    told: list[str] = []
    FileCache(file, told.append).close()
    assert told == []


def test_a_folder_in_the_place_of_the_file_keeps_nothing(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.mkdir()
    assert found(file, "month") == [None]
    assert file.is_dir()


def test_two_builds_at_once_do_not_wait_for_each_other(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    first, second = FileCache(file), FileCache(file)
    first.put("month", "của lệnh trước")
    second.put("month", "của lệnh sau")
    assert second.get("month") is None
    second.close()
    first.close()
    assert found(file, "month") == ["của lệnh trước"]


def test_nothing_is_kept_where_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert found(tmp_path / "file/kept", "month") == [None]


class Workers:
    """Makers of texts that tell in which process each was made."""

    def __init__(self, store: FileCache) -> None:
        self.store = store

    def of(self, *keys: str) -> dict[str, Callable[[], str]]:
        return {key: partial(self.made, key) for key in keys}

    def made(self, key: str) -> str:
        return get_or_make(self.store, key, lambda: f"{key} {os.getpid()}")


def made_here(*keys: str) -> list[str]:
    return [f"{key} {os.getpid()}" for key in keys]


def aside(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if "aside" in path.name]


def many_ahead(folder: Path) -> None:
    workers = Workers(FileCache(folder / "kept"))
    workers.store.ahead(workers.of(*MANY))
    assert [workers.made("ask for another first")] == made_here("ask for another first")
    texts = [workers.made(key) for key in MANY]
    (there,) = {text.rpartition(" ")[2] for text in texts}
    assert there != str(os.getpid())
    workers.store.close()
    assert found(folder / "kept", *MANY) == texts == [f"{key} {there}" for key in MANY]
    assert aside(folder) == []


@two_processors
def test_many_texts_are_made_ahead_by_another_process(tmp_path: Path) -> None:
    run_in_subprocess(many_ahead, tmp_path)


def never_asked_for(folder: Path) -> None:
    workers = Workers(FileCache(folder / "kept"))
    workers.store.ahead(workers.of(*MANY))
    workers.store.close()
    texts = found(folder / "kept", *MANY)
    assert None not in texts
    assert texts != made_here(*MANY)


@two_processors
def test_what_was_made_ahead_and_never_asked_for_is_kept(tmp_path: Path) -> None:
    run_in_subprocess(never_asked_for, tmp_path)


def failing(folder: Path) -> None:
    workers = Workers(FileCache(folder / "kept"))

    def fail() -> str:
        raise ValueError("hỏng")

    workers.store.ahead(workers.of(*MANY) | {"hỏng": fail})
    assert [workers.made(key) for key in MANY] == made_here(*MANY)
    assert aside(folder) == []


@two_processors
def test_a_second_process_that_fails_leaves_the_work_to_the_first(tmp_path: Path) -> None:
    run_in_subprocess(failing, tmp_path)


def abandoned(folder: Path) -> None:
    workers = Workers(FileCache(folder / "kept"))
    workers.store.ahead(workers.of(*MANY))
    workers.store.abandon()
    assert aside(folder) == []
    with pytest.raises(ChildProcessError):
        os.wait()


@two_processors
def test_a_build_that_fails_leaves_nothing_of_the_second_process(tmp_path: Path) -> None:
    run_in_subprocess(abandoned, tmp_path)


def a_few(folder: Path) -> None:
    workers = Workers(FileCache(folder / "kept"))
    workers.store.ahead(workers.of(*MANY[1:]))
    assert [workers.made(key) for key in MANY] == made_here(*MANY)


def test_a_few_texts_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    run_in_subprocess(a_few, tmp_path)


def test_what_is_kept_is_not_made_ahead(tmp_path: Path) -> None:
    keep(tmp_path / "kept", **dict.fromkeys(MANY, "cũ"))
    workers = Workers(FileCache(tmp_path / "kept"))
    workers.store.ahead(workers.of(*MANY))
    assert [workers.made(key) for key in MANY] == ["cũ"] * FEW
    workers.store.abandon()
