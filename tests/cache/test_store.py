"""Test that a cached text comes back unchanged or not at all."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.cache.store import FileCache, get_or_make

MANY_KEYS = [f"thang {number}" for number in range(24)]


def store_texts(file: Path, **texts: str) -> None:
    cache = FileCache(file)
    for key, text in texts.items():
        cache.put(key, text)
    cache.close()


def read_texts(file: Path, *keys: str) -> list[str | None]:
    cache = FileCache(file)
    texts = [cache.get(key) for key in keys]
    cache.abandon()
    return texts


def test_a_text_comes_back_in_the_next_build(tmp_path: Path) -> None:
    store_texts(tmp_path / "a/b/kept", month="Lễ chào cờ")
    assert read_texts(tmp_path / "a/b/kept", "month", "year") == ["Lễ chào cờ", None]


def test_close_evicts_unused_texts(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    store_texts(file, old="cũ", used="còn dùng")
    cache = FileCache(file)
    assert get_or_make(cache, "used", lambda: "khác") == "còn dùng"
    assert get_or_make(cache, "new", lambda: "mới") == "mới"
    cache.close()
    assert read_texts(file, "old", "used", "new") == [None, "còn dùng", "mới"]


def test_close_keeps_touched_texts(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    store_texts(file, old="cũ", touched="để dành")
    cache = FileCache(file)
    cache.touch("touched")
    cache.touch("never made")
    cache.close()
    assert read_texts(file, "old", "touched", "never made") == [None, "để dành", None]


def test_a_failed_build_does_not_change_the_file(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    store_texts(file, month="Lễ chào cờ")
    cache = FileCache(file)
    cache.put("month", "khác")
    cache.abandon()
    assert read_texts(file, "month") == ["Lễ chào cờ"]


def replaced_by(damage: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(damage)


def after_sql(*statements: str) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        with contextlib.closing(sqlite3.connect(file)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def damaged_key(file: Path) -> None:
    content = file.read_bytes()
    assert content.count(b"month") == 2  # once in the table, once in its index
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
    "no database": replaced_by(b"not a database"),
    "an empty header": replaced_by(b"SQLite format 3\0" + bytes(4000)),
    "a key in no UTF-8": damaged_key,
    "half of the pages": cut_short,
    "a table of another format": after_sql("DROP TABLE kept", "CREATE TABLE kept (key TEXT)"),
    "rows without end": after_sql(
        "DROP TABLE kept",
        "CREATE VIEW kept AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n)"
        " SELECT key, 1 AS sum, 'x' AS text FROM n",
    ),
    "a table beside": after_sql("CREATE TABLE other (key TEXT)"),
    "a key of bytes": after_sql("UPDATE kept SET key = X'00FF' WHERE key = 'month'"),
    "no key": after_sql("UPDATE kept SET key = NULL WHERE key = 'month'"),
    "another text": after_sql("UPDATE kept SET text = X'4c' WHERE key = 'month'"),
    "a text of another type": after_sql("UPDATE kept SET text = 'Lễ' WHERE key = 'month'"),
    "a sum of another type": after_sql("UPDATE kept SET sum = 'Lễ' WHERE key = 'month'"),
    "a pipe": a_pipe,
    "a pipe beside the file": a_pipe_beside,
    "a link to a device": a_link_to_a_device,
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices in folders")
@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_discarded_with_one_sentence(name: str, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    store_texts(file, month="Lễ chào cờ", **dict.fromkeys(MANY_KEYS, "chữ " * 100))
    DAMAGE[name](file)
    reports: list[str] = []
    cache = FileCache(file, reports.append)
    assert cache.get("month") is None
    cache.put("month", "Họp")
    cache.close()
    assert reports == [f"Bỏ bộ nhớ đệm bị hỏng {file}; trang vẫn dựng đúng, chỉ chậm hơn."]
    store_texts(file, month="Lễ chào cờ")
    assert read_texts(file, "month") == ["Lễ chào cờ"]
    assert [path.name for path in tmp_path.iterdir()] in (["kept"], ["kept-journal", "kept"])


def test_a_text_under_another_key_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    store_texts(file, month="Lễ chào cờ")
    after_sql("UPDATE kept SET key = 'year'")(file)
    assert read_texts(file, "year") == [None]


def test_an_empty_file_counts_as_missing(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"")
    reports: list[str] = []
    FileCache(file, reports.append).close()
    assert reports == []


def test_a_folder_in_place_of_the_file_disables_the_cache(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.mkdir()
    assert read_texts(file, "month") == [None]
    assert file.is_dir()


def test_two_builds_at_once_do_not_wait_for_each_other(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    first, second = FileCache(file), FileCache(file)
    first.put("month", "của lệnh trước")
    second.put("month", "của lệnh sau")
    assert second.get("month") is None
    second.close()
    first.close()
    assert read_texts(file, "month") == ["của lệnh trước"]


def test_a_folder_that_cannot_be_created_disables_the_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert read_texts(tmp_path / "file/kept", "month") == [None]
