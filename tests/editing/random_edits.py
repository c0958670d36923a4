"""Random edits of random files: each changes its own lines, and nothing else.

Run `python -m tests.editing.random_edits 300 1` for 300 edits from seed 1.
"""

import codecs
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

from agenda.editing.action import Action
from agenda.editing.corrections import SetCorrection, read_corrections
from agenda.editing.items import (
    AddItem,
    EditItem,
    PlaceItem,
    RemoveItem,
    duplicate,
    move,
    read_items,
    set_status,
)
from agenda.editing.months import (
    AddDay,
    RemoveDay,
    SetHeader,
    SetLabel,
    read_header,
    read_labels,
)
from agenda.editing.outcomes import EditSaved
from agenda.editing.workspace import Workspace
from agenda.model import Item, PlainValue, Revision, Status
from tests.editing.random_months import (
    DIRECTORY,
    HALF_DAYS,
    NAMES,
    TIMES,
    RandomMonth,
    words,
)

FILE = "2021-05.yml"
TEXTS = (
    *("Lễ chào cờ", "Họp: bàn về KH&CN", "- gạch đầu dòng", "– gạch dài", "Mục # 1", "[nháp]"),
    *('Nói "thẳng"', "a, b; c", "null", "2021", "08:30", "gio： 8h", "x " * 80 + "x", "'nháy'"),
    *("{a}", "| dọc", "> lớn", "@ai", "%", "100%", "a: b: c", "kết thúc:", "Đ/c An = le-van-an."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomEdit:
    """An edit, the items that it may change by code, and the line that may go with it."""

    action: Action
    code: str | None = None
    expected: dict[str, PlainValue] | None = None
    clears: bool = False


def main(number: int, seed: int) -> None:
    """Make edits and print what each kind did, or fail at the first fault."""
    counts: Counter[str] = Counter()
    for index in range(number):
        counts[check_random_edit(seed * 1_000_000 + index)] += 1
    for kind, count in sorted(counts.items()):
        sys.stdout.write(f"{count:4} {kind}\n")
    sys.stdout.write(f"{number:4} edits, seed {seed}: each changed its own lines only\n")


def check_random_edit(seed: int) -> str:
    """Make one random edit, check all that it did, undo it, and return its kind."""
    random = Random(seed)
    text = RandomMonth(random).text()
    newline, mark = random.choice(("\n", "\n", "\r\n")), random.choice((b"", b"", codecs.BOM_UTF8))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "agendas"
        folder.mkdir()
        (folder / "danh-ba.yml").write_text(DIRECTORY, "utf-8", newline="\n")
        (folder / FILE).write_bytes(mark + text.replace("\n", newline).encode())
        workspace = Workspace(folder, Path(name) / "state")
        before = workspace.open(FILE)
        revision = _revision(workspace)
        edit = _random_edit(random, before)
        kind = type(edit.action).__name__
        written = (folder / FILE).read_bytes()
        outcome = workspace.save(FILE, edit.action)
        where = f"seed {seed}, {kind}: {edit.action}\n{before}"
        assert isinstance(outcome, EditSaved), f"{where}\n{outcome}"
        after = workspace.read(FILE)
        content = (folder / FILE).read_bytes()
        assert content.startswith(codecs.BOM_UTF8) == bool(mark), where
        if newline == "\r\n":
            assert not re.search(r"(?<!\r)\n", after), where
        _check_model(revision, _revision(workspace), edit, outcome.new_codes, where + after)
        _check_values(after, _revision(workspace), edit, outcome.new_codes, where)
        _check_lines(before, after, edit, where + "\n-----\n" + after)
        if outcome.changed:
            assert isinstance(workspace.undo(), EditSaved), where
        assert (folder / FILE).read_bytes() == written, where
    return kind


def _revision(workspace: Workspace) -> Revision:
    (month,) = workspace.load().agenda.months
    return month.newest


def _check_model(
    before: Revision, after: Revision, edit: RandomEdit, new: tuple[str, ...], where: str
) -> None:
    """Check that all but the edited item is as before, and that item as it should be."""
    changed = {edit.code, *new}
    for one in (before, after):
        codes = [item.code for item in one.items]
        assert len(codes) == len(set(codes)), where
    assert _kept(before, changed) == _kept(after, changed), where
    if isinstance(edit.action, SetHeader | SetCorrection):
        return
    headers = [replace(each, entries=(), source="") for each in (before, after)]
    assert headers[0] == headers[1], where
    if not isinstance(edit.action, SetLabel | AddDay | RemoveDay):
        assert _labels(before) == _labels(after), where


def _kept(revision: Revision, changed: set[str | None]) -> list[Item]:
    """Return the items that an edit leaves alone, in their order in each half-day."""
    kept = [item for item in revision.items if item.code not in changed]
    return sorted(kept, key=lambda item: (item.first, item.last, item.half_day.value))


def _labels(revision: Revision) -> list[tuple[object, ...]]:
    return sorted(
        (entry.first.day + n, entry.label)
        for entry in revision.entries
        if entry.label
        for n in range((entry.last - entry.first).days + 1)
    )


def _check_values(
    text: str, revision: Revision, edit: RandomEdit, new: tuple[str, ...], where: str
) -> None:
    """Check that the edited item says what it should, as forms and as pages read it."""
    if isinstance(edit.action, AddItem):
        assert len(new) == 1, where
    if isinstance(edit.action, RemoveItem):
        assert edit.code not in read_items(text), where
    if isinstance(edit.action, SetHeader):
        assert read_header(text) == edit.action.values, where
    if edit.expected is None:
        return
    code = new[0] if edit.code is None else edit.code
    values = read_items(text)[code]
    assert {key: value for key, value in values.items() if value is not None} == {
        key: value for key, value in edit.expected.items() if value is not None
    }, where
    (item,) = (each for each in revision.items if each.code == code)
    assert (item.text, item.half_day.value) == (values["noi_dung"], values["buoi"]), where
    assert [each.text for each in item.leaders[:1]] != [""], where


def _check_lines(before: str, after: str, edit: RandomEdit, where: str) -> None:
    """Check which lines and comments went away."""
    old, new = before.splitlines(), after.splitlines()
    lost = Counter(re.findall(r"# gc\d+\.", before)) - Counter(re.findall(r"# gc\d+\.", after))
    added = Counter(re.findall(r"# gc\d+\.", after)) - Counter(re.findall(r"# gc\d+\.", before))
    assert not added, f"{where}\nnew comments: {added}"
    removed = [
        line
        for tag, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag in ("delete", "replace")
        for line in old[first:last]
    ]
    gone = "\n".join(removed)
    if not edit.clears:
        assert not lost, f"{where}\nlost comments: {lost}"
    assert all(comment in gone for comment in lost), f"{where}\nlost comments: {lost}"
    most = 4 + 2 * _own_lines(before, edit)
    assert len([line for line in removed if line.strip()]) <= most, f"{where}\n{gone}"


def _own_lines(text: str, edit: RandomEdit) -> int:
    """Return the number of lines that an edit may change: those of its item, or of its texts."""
    if edit.code is None:
        return 12
    values = read_items(text)[edit.code]
    return 14 + sum(1 for value in values.values() if value)


def _random_edit(random: Random, text: str) -> RandomEdit:
    """Return an edit of something that the file has."""
    makers: list[Callable[[Random, str], RandomEdit | None]] = [
        *(_edit_values, _edit_values, _edit_values, _clear, _add, _add, _duplicate, _move, _move),
        *(_place, _remove, _status, _header, _header, _label, _day, _correction),
    ]
    while True:
        edit = random.choice(makers)(random, text)
        if edit is not None:
            return edit


def _pick(random: Random, text: str) -> tuple[str, dict[str, PlainValue]] | None:
    items = read_items(text)
    if not items:
        return None
    code = random.choice(sorted(items))
    return code, dict(items[code])


def _new_value(random: Random, key: str) -> PlainValue:
    match key:
        case "gio":
            return random.choice(TIMES)
        case "chuan_bi" | "lanh_dao":
            names = random.sample(NAMES, random.randint(1, 4))
            named = random.random() < 0.2
            return tuple([*names[1:], "Đ/c Văn = van"] if named else names)
    return random.choice((*TEXTS, words(random, 30)))


def _edit_values(random: Random, text: str) -> RandomEdit | None:
    if (picked := _pick(random, text)) is None:
        return None
    code, base = picked
    keys = ("noi_dung", "gio", "dia_diem", "chuan_bi", "lanh_dao", "thanh_phan", "ghi_chu")
    new = {key: _new_value(random, key) for key in random.sample(keys, random.randint(1, 3))}
    values = {**base, **new}
    return RandomEdit(
        action=EditItem(code=code, base=base, values=values), code=code, expected=values
    )


def _clear(random: Random, text: str) -> RandomEdit | None:
    if (picked := _pick(random, text)) is None:
        return None
    code, base = picked
    filled = [key for key, value in base.items() if value and key not in ("ngay", "buoi")]
    key = random.choice([each for each in filled if each != "noi_dung"] or [""])
    if not key:
        return None
    values = {**base, key: None}
    return RandomEdit(
        action=EditItem(code=code, base=base, values=values),
        code=code,
        expected=values,
        clears=True,
    )


def _add(random: Random, text: str) -> RandomEdit:
    values: dict[str, PlainValue] = {
        "ngay": _some_days(random, text),
        "buoi": random.choice(HALF_DAYS),
        "noi_dung": _new_value(random, "noi_dung"),
        "lanh_dao": _new_value(random, "lanh_dao"),
    }
    after = None
    if (picked := _pick(random, text)) is not None and random.random() < 0.4:
        after, beside = picked
        values |= {"ngay": beside["ngay"], "buoi": beside["buoi"]}
    return RandomEdit(action=AddItem(values=values, after=after), expected=values)


def _some_days(random: Random, text: str) -> str:
    """Return days of the file, or others without a row."""
    listed = [days for days, label in read_labels(text).items() if label is None]
    return random.choice((*listed, "2", "31", "29", "30", "26-28", "27", "3-5"))


def _duplicate(random: Random, text: str) -> RandomEdit | None:
    if (picked := _pick(random, text)) is None:
        return None
    code, base = picked
    days = random.choice((None, _some_days(random, text)))
    if days == base["ngay"]:
        days = None
    return RandomEdit(action=duplicate(code, base, days, None))


def _move(random: Random, text: str) -> RandomEdit | None:
    if (picked := _pick(random, text)) is None:
        return None
    code, base = picked
    days, half_day = _some_days(random, text), random.choice(HALF_DAYS)
    action = move(code, base, days, half_day)
    return RandomEdit(action=action, code=code, expected=dict(action.values))


def _place(random: Random, text: str) -> RandomEdit | None:
    codes = sorted(read_items(text))
    if len(codes) < 2:
        return None
    code, beside = random.sample(codes, 2)
    action = PlaceItem(code=code, beside=beside, after=random.random() < 0.5)
    return RandomEdit(action=action, code=code)


def _remove(random: Random, text: str) -> RandomEdit | None:
    if (picked := _pick(random, text)) is None:
        return None
    code, base = picked
    return RandomEdit(action=RemoveItem(code=code, base=base), code=code, clears=True)


def _status(random: Random, text: str) -> RandomEdit | None:
    if (picked := _pick(random, text)) is None:
        return None
    code, base = picked
    status = random.choice((Status.CANCELLED, Status.POSTPONED, Status.MOVED))
    slot = "2021-05-20 chieu" if status is Status.MOVED else None
    action = set_status(code, base, status, random.choice((None, "mưa bão: hoãn")), slot)
    return RandomEdit(action=action, code=code, expected=dict(action.values))


def _header(random: Random, text: str) -> RandomEdit | None:
    base = read_header(text)
    key = random.choice(("trong_tam", "luu_y", "noi_nhan", "so", "nguoi_ky", "noi_ban_hanh"))
    now = base[key]
    value: PlainValue = random.choice((*TEXTS, words(random, 30)))
    clears = False
    if key in ("trong_tam", "noi_nhan"):
        texts = list(now) if isinstance(now, tuple) else []
        for _ in range(random.randint(1, 2)):
            at = random.randint(0, len(texts))
            texts[at : at + random.randint(0, 1)] = [random.choice((*TEXTS, words(random)))]
        if len(texts) > 1 and random.random() < 0.3:
            clears = True
            texts.pop(random.randrange(len(texts)))
        value = tuple(texts)
    if value == now:
        return None
    return RandomEdit(action=SetHeader(base=base, values={**base, key: value}), clears=clears)


def _label(random: Random, text: str) -> RandomEdit | None:
    days, base = random.choice(sorted(read_labels(text).items(), key=str))
    value = random.choice((None, "Nghỉ: bù", "Ngày hội # 1"))
    if base == value or days is None:
        return None
    assert not isinstance(base, tuple)
    return RandomEdit(action=SetLabel(days=days, base=base, value=value), clears=value is None)


def _day(random: Random, text: str) -> RandomEdit | None:
    labels = read_labels(text)
    listed = {values["ngay"] for values in read_items(text).values()}
    empty = [(days, label) for days, label in labels.items() if days not in listed]
    if empty and random.random() < 0.5:
        days, base = random.choice(sorted(empty, key=str))
        assert not isinstance(base, tuple)
        return RandomEdit(action=RemoveDay(days=days, base=base), clears=True)
    free = [str(day) for day in range(1, 26) if str(day) not in labels]
    return RandomEdit(action=AddDay(days=random.choice(free)))


def _correction(random: Random, text: str) -> RandomEdit:
    known = read_corrections(text)
    base = random.choice(known) if known and random.random() < 0.5 else None
    label = next(iter(read_items(text).values()), None)
    kept: dict[str, PlainValue] = {"nguyen_van": "Hợp: x", "sua_thanh": None, "ngay": None}
    kept |= {"giu_nguyen": "ngờ # chữ", "nguyen_van": (label or {}).get("noi_dung") or "Hợp"}
    return RandomEdit(action=SetCorrection(base=base, values=kept))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
