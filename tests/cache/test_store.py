"""What is kept comes back as it was, or not at all."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.cache.store import FileCache, get_or_make

MANY = [f"thang {number}" for number in range(24)]


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
    store.touch("held")
    store.touch("never made")
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
