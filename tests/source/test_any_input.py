"""Any text comes back unchanged, and any file gives problems or an agenda, never an exception."""

import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from agenda.model import Correction, Mention, Title
from agenda.source.folder import LoadedAgenda, load_agenda
from agenda.source.yaml.problems import split_lines
from tests.project import MAY_2021

SEED = {path.name: path.read_text("utf-8") for path in sorted(MAY_2021.glob("*.yml"))}


def read(files: dict[str, bytes]) -> LoadedAgenda:
    with TemporaryDirectory() as name:
        folder = Path(name) / "agendas"
        folder.mkdir()
        for file, content in files.items():
            (folder / file).write_bytes(content)
        reading = load_agenda(folder)
    for problem in reading.problems:
        lines = split_lines(
            files[problem.location.file.partition("/")[2]].decode("utf-8", "replace")
        )
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
        assert len(str(problem).splitlines()) == 1
        assert problem.kind
        assert problem.message
        assert problem.remedy
    return reading


# Texts -------------------------------------------------------------------------------------------

LOOKALIKES = "".join(map(chr, [*range(0x2010, 0x2016), 0xB7, 0x2022, 0x2212, 0x3001, 0xFF0C]))
"""Characters that are read as a dash or a comma at the start of a line or between brackets."""

TEXTS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc"],
        include_characters="\t\n\x85",
        exclude_characters="\ufffe\uffff" + LOOKALIKES,
    )
).filter(str.strip)
STYLES = st.fixed_dictionaries(
    {
        "allow_unicode": st.booleans(),
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.booleans(),
        "indent": st.integers(2, 9),
        "width": st.integers(20, 120),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


def written(value: Any, style: dict[str, Any]) -> bytes:
    """Return YAML for `value`. Reject values for which PyYAML writes wrong line breaks."""
    text: str = yaml.safe_dump(value, sort_keys=False, **style)
    assume(yaml.load(text, Loader=yaml.BaseLoader) == value)
    return text.encode()


def kept(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def printed(mentions: Sequence[Mention]) -> str:
    return "".join(mention.joiner + mention.text for mention in mentions)


ITEM_TEXTS = ("noi_dung", "dia_diem", "thanh_phan", "ghi_chu", "ly_do")
PAPER_TEXTS = ("so", "noi_ban_hanh", "nguoi_ky", "chuc_vu", "nguon")


@given(
    style=STYLES,
    item=st.fixed_dictionaries(dict.fromkeys(ITEM_TEXTS, TEXTS)),
    paper=st.fixed_dictionaries(dict.fromkeys(PAPER_TEXTS, TEXTS)),
    names=st.lists(TEXTS, min_size=2, max_size=3),
    others=st.lists(TEXTS, min_size=6, max_size=6),
)
def test_any_text_of_a_month_comes_back_unchanged(
    style: dict[str, Any],
    item: dict[str, str],
    paper: dict[str, str],
    names: list[str],
    others: list[str],
) -> None:
    label, caveat, focus, recipient, original, doubt = others
    month = {
        "thang": "2021-05",
        "van_ban": {"ngay_ban_hanh": "2021-05-04", **paper},
        "trong_tam": [focus, caveat],
        "luu_y": caveat,
        "lich": [
            {
                "ngay": "4",
                "nghi": label,
                "sang": [{**item, "chuan_bi": names[0], "lanh_dao": names}],
            },
            {"ngay": "5", "chieu": names[1]},
        ],
        "noi_nhan": recipient,
        "hieu_dinh": [
            {"nguyen_van": original, "sua_thanh": label},
            {"ngay": "4", "nguyen_van": label, "giu_nguyen": doubt},
        ],
    }
    reading = read({"2021-05.yml": written(month, style)})
    # "noi_dung:x" alone is a key without its space, and no text
    assert not reading.failed, reading.problems
    (revision,) = reading.agenda.months[0].revisions
    first, second = revision.items
    assert {
        "noi_dung": first.text,
        "dia_diem": first.venue,
        "thanh_phan": first.participants,
        "ghi_chu": first.note,
        "ly_do": first.reason,
    } == {key: kept(text) for key, text in item.items()}
    assert printed(first.preparers) == kept(names[0])
    assert printed(first.leaders) == "\n".join(map(kept, names))
    assert second.text == kept(names[1])
    assert {
        "so": revision.document.number,
        "noi_ban_hanh": revision.document.place,
        "nguoi_ky": revision.document.signer,
        "chuc_vu": revision.document.signer_title,
        "nguon": revision.document.origin,
    } == {key: kept(text) for key, text in paper.items()}
    assert (revision.focus, revision.caveat) == ((kept(focus), kept(caveat)), kept(caveat))
    assert (revision.entries[0].label, revision.recipients) == (kept(label), (kept(recipient),))
    assert revision.corrections == (
        Correction(printed=kept(original), corrected=kept(label)),
        Correction(printed=kept(label), day=revision.entries[0].first, doubt=kept(doubt)),
    )


@given(style=STYLES, texts=st.lists(TEXTS, min_size=6, max_size=6, unique_by=kept))
def test_any_text_of_the_directory_comes_back_unchanged(
    style: dict[str, Any], texts: list[str]
) -> None:
    name, title, abbreviation, short, full, unit = texts
    directory = {
        "lanh_dao": [
            {
                "ma": "a",
                "ten": name,
                "chuc_vu": [title, {"ten": title, "viet_tat": abbreviation}],
            }
        ],
        "co_quan": [{"ma": "b", "ten": unit, "viet_tat": [short, abbreviation]}],
        "nhom": [{"ma": "c", "ten": name, "viet_tat": short}],
        "viet_tat": {short: full, full: short},
    }
    reading = read({"danh-ba.yml": written(directory, style)})
    assert not reading.failed, reading.problems
    read_back = reading.agenda.directory
    (person,), (body,), (group,) = read_back.people, read_back.units, read_back.groups
    assert (person.name, person.titles) == (
        kept(name),
        (
            Title(name=kept(title)),
            Title(name=kept(title), abbreviation=kept(abbreviation)),
        ),
    )
    assert (body.name, body.abbreviations) == (kept(unit), (kept(short), kept(abbreviation)))
    assert (group.name, group.abbreviations) == (kept(name), (kept(short),))
    assert [(pair.short, pair.full) for pair in read_back.abbreviations] == [
        (kept(short), kept(full)),
        (kept(full), kept(short)),
    ]


# Files -------------------------------------------------------------------------------------------

CHARACTERS = st.one_of(
    st.sampled_from(list("\t\n\r \"'#%&*!|>-?:,[]{}@`\\~=<\x00\x85\u2028\u0301\ufeff😀")),
    st.characters(codec="utf-8"),
)
SNIPPETS = st.sampled_from(
    [
        "---\n",
        "...\n",
        "- ",
        "  - ngay: 4\n",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "!!binary ",
        "<<: *a\n",
        "%YAML 1.1\n",
        "? ",
        "{a: [",
        "]}",
        "[" * 50,
        "{" * 50,
        "- " * 50,
        "? " * 50,
        "[" + "a, " * 2000 + "]",
        "|\n",
        ">2-\n",
        "null",
        "ngay: 99\n",
        "\r\n",
    ]
)


KEYS = ["ngay:", "noi_dung:", "ma:", "sang:", "lich:", "ten:"]
BREAKS = ["\r\n", "\r", "\x85", "\u2028"]


@st.composite
def damaged_lines(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    line = lines.pop(number)
    indent = " " * draw(st.integers(0, 9))
    instead = draw(st.sampled_from([[], [line, line], [indent + line.lstrip()]]))
    return "\n".join([*lines[:number], *instead, *lines[number:]])


@st.composite
def damaged_characters(draw: st.DrawFn, text: str) -> str:
    place = draw(st.integers(0, len(text)))
    inserted = draw(st.just("") | st.text(CHARACTERS, max_size=8) | SNIPPETS)
    return text[:place] + inserted + text[place + draw(st.integers(0, 30)) :]


@st.composite
def damaged_values(draw: st.DrawFn, text: str) -> str:
    key = draw(st.sampled_from(KEYS))
    return text.replace(key, key + draw(st.text(CHARACTERS, max_size=8)), 1)


@st.composite
def other_breaks(draw: st.DrawFn, text: str) -> str:
    return text.replace("\n", draw(st.sampled_from(BREAKS)))


DAMAGE = [damaged_lines, damaged_characters, damaged_values, other_breaks]


@st.composite
def damaged_seeds(draw: st.DrawFn) -> dict[str, bytes]:
    """Return the files of the seed, one of them damaged several times."""
    name = draw(st.sampled_from(sorted(SEED)))
    text = SEED[name]
    for _ in range(draw(st.integers(1, 6))):
        text = draw(draw(st.sampled_from(DAMAGE))(text))
    content = text.encode()
    if draw(st.booleans()):
        offset = draw(st.integers(0, len(content)))
        content = content[:offset] + draw(st.binary(max_size=4)) + content[offset:]
    return {file: text.encode() for file, text in SEED.items()} | {name: content}


@given(damaged_seeds())
def test_a_damaged_file_gives_problems_or_an_agenda(files: dict[str, bytes]) -> None:
    reading = read(files)
    months = {str(month.month) for month in reading.agenda.months}
    assert reading.failed or months == {"2021-05"}


@given(st.sampled_from([*sorted(SEED), "2021-06.dc1.yml"]), st.binary(max_size=300))
@example("2021-05.yml", b"\xef\xbb\xbf")
@example("2021-05.yml", b"\xef\xbb\xbf\xff")
@example("danh-ba.yml", b"\x00")
def test_any_bytes_give_problems_or_an_agenda(name: str, content: bytes) -> None:
    read({name: content})


ALL_KEYS = {
    line.partition(":")[0].strip(" -{") for text in SEED.values() for line in text.splitlines()
} | {"gio", "giu_nguyen", "tep", "trang_thai", "doi_sang", "den", "tu", "tien_than", "ten_cu"}


@given(
    st.sampled_from(sorted(SEED)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(sorted(ALL_KEYS)) | st.text(max_size=4),
                inner,
                max_size=6,
            )
        ),
        max_leaves=30,
    ),
)
def test_any_structure_gives_problems_or_an_agenda(name: str, value: Any) -> None:
    read({name: yaml.safe_dump(value, allow_unicode=True).encode()})


LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60)
)
HOSTILE = {
    "brackets": "[" * 400_000,
    "braces": "{a: " * 200_000,
    "closed brackets": "[" * 400_000 + "]" * 400_000,
    "mixed brackets": "[{a: " * 100_000,
    "dashes": "- " * 400_000 + "x",
    "question marks": "? " * 400_000 + "x",
    "question marks and dashes": "? - " * 200_000 + "x",
    "colons": ": " * 400_000 + "x",
    "indentation": "".join(f"{' ' * n}a:\n" for n in range(1_300)),
    "indentation after carriage returns": "".join(f"{' ' * n}a:\r" for n in range(1_300)),
    "dashes after a carriage return": "a:\r" + "- " * 400_000 + "x",
    "dashes after a line separator": "a:\u2028" + "- " * 400_000 + "x",
    "dashes after next line": "a:\x85" + "- " * 400_000 + "x",
    "lists at the place of their keys": "".join(
        f"{' ' * (2 * n)}- a:\n{' ' * (2 * n + 2)}- b\n" for n in range(600)
    ),
    "tags": "!!map " * 150_000 + "x",
    "anchors": "&a " * 300_000 + "x",
    "aliases": LAUGHS,
    "an alias of itself": "a: &a [*a]\n",
    "a long list": "lich: [" + "a," * 150_000 + "]",
    "a long table": "lich: [{" + ",".join(f"k{n}" for n in range(40_000)) + "}]",
    "a long text": "luu_y: " + "a" * 300_000,
    "a long time": "lich: [{ngay: 4, sang: {noi_dung: a, gio: '" + "8 " * 490_000 + "'}}]",
    "a long day": "lich: [{ngay: '" + "4 " * 490_000 + "'}]",
    "long spaces in a day": "lich: [{ngay: '4" + " " * 990_000 + "x'}]",
    "a long name": "lich: [{ngay: 4, sang: {noi_dung: a, lanh_dao: '" + "a" * 300_000 + "'}}]",
    "a long code": "lich: [{ngay: 4, sang: {noi_dung: a, ma: '" + "a-" * 450_000 + "!'}}]",
    "a long key": "a" * 900_000 + ": x",
    "a long path": "van_ban: {tep: " + "a/" * 490_000 + "}",
    "many keys without spaces": "a:b\n" * 200_000 + "c: d\n",
    "many quotes": '"' * 999_000,
    "many tabs": "\t" * 999_000,
    "many lines": "\n" * 999_000 + "\t- x",
    "many other dashes": "a: [" + "– a, " * 150_000 + "]",
    "many other dashes in lines": "a:\n" + " – a\n" * 150_000,
    "many other colons": "gio：8h\n" * 90_000,
    "many other spaces": "gio:\u00a08h\n" * 90_000,
    "many other commas": "a: [" + "b，" * 200_000 + "]\n\t: c",
    "many brackets in quotes": "a: '" + "[" * 900_000 + "，，，\n",
    "spaces before another dash": " " * 900_000 + "– a",
    "long spaces after a colon": ("a:" + " " * 900) * 1_000 + "“",
    "many marks of conflicts": "<<<<<<\n" * 100_000 + "=======" * 10_000,
}
READING = """
import sys
from pathlib import Path
from agenda.source.folder import load_agenda
for folder in map(Path, sys.argv[1:]):
    print(folder.name, len(load_agenda(folder).problems), sep=": ", flush=True)
"""


@pytest.mark.long
def test_no_hostile_file_ends_the_process(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in HOSTILE]
    for folder in folders:
        folder.mkdir()
        (folder / "2021-05.yml").write_bytes(HOSTILE[folder.name].encode())
    run = subprocess.run(
        [sys.executable, "-c", READING, *map(str, folders)],
        capture_output=True,
        encoding="utf-8",
        timeout=900,  # many times what a slow machine needs
    )
    problems = dict(line.split(": ") for line in run.stdout.splitlines())
    assert (run.returncode, run.stderr) == (0, ""), f"after {list(problems)[-1:]}"
    assert problems.keys() == HOSTILE.keys()
    assert [name for name, count in problems.items() if not int(count)] == []
