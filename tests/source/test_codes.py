"""Writing codes into a month's file adds codes to its items and changes nothing else."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from agenda.history.identity import identify
from agenda.model import Agenda, Directory, Revision, YearMonth
from agenda.model.composition import build_months
from agenda.source.folder import load_agenda
from agenda.source.months import ReadContext, read_revision
from agenda.source.writing.codes import CodesNotWritable, write_codes, write_codes_to_files
from agenda.source.yaml.problems import ProblemCollector, split_lines
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.names.name_index import NameIndex
from tests.source.test_any_input import SEED, damaged_seeds

MAY = YearMonth(2021, 5)
DIRECTORY = Directory()
AROUND = ReadContext(
    folder=Path(),
    directory=DIRECTORY,
    name_index=NameIndex(DIRECTORY),
    calendar=WorkCalendar(),
)


def read(text: str) -> tuple[Revision, list[str]]:
    """Return the revision and its problems, without those of missing codes.

    Problems lack their fields: an item that is a text alone becomes the value of a key.
    """
    collector = ProblemCollector("agendas/2021-05.yml")
    revision = read_revision(text, collector, month=MAY, number=0, context=AROUND)
    assert revision is not None, collector.problems
    problems = [each.message for each in collector.problems if each.kind != "missing-code"]
    assert not collector.failed, (text, problems)
    return with_codes(revision), problems


def with_codes(revision: Revision) -> Revision:
    """Return the revision with the expected codes."""
    return (
        identify(Agenda(months=build_months((revision,)), directory=DIRECTORY))
        .agenda.months[0]
        .current
    )


def uncoded(text: str) -> int:
    """Count the items of a month's file that have no code."""
    collector = ProblemCollector("")
    read_revision(text, collector, month=MAY, number=0, context=AROUND)
    counts = [
        int(problem.message.split()[0])
        for problem in collector.problems
        if problem.kind == "missing-code"
    ]
    return sum(counts)


# Shapes ------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "Họp",
        "giao ban",
        "ĐH\tHà Tĩnh",
        "KH&CN",
        "8h30",
        "C#",
        "(đợt 1)",
        "tại HT",
        "a-b",
        "x:y",
        "😀",
        "1",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
COMMENTS = st.sampled_from(["", "", "", " # ghi chú", "   # ma: abc", "\t# sang: x"])
GAPS = st.sampled_from(
    [[], [], [], [""], ["# ghi chú"], ["", "      # - Họp"], ["            # ma: x", ""]]
)


@st.composite
def texts(draw: st.DrawFn, column: int) -> list[str]:
    """Return a text that follows a sign in `column`: the rest of its line, and further lines."""
    first, *more = draw(st.lists(LINES, min_size=1, max_size=3))
    style = draw(st.sampled_from(["plain", "single", "double", "literal", "folded", "below"]))
    event(f"text: {style}, {'several lines' if more else 'one line'}")
    if style in ("literal", "folded"):
        step = draw(st.integers(1, 9))
        header = ("|" if style == "literal" else ">") + draw(
            st.sampled_from(["", "-", "+", str(step), f"{step}-"])
        )
        inside = " " * (column + step)
        deeper = [draw(st.sampled_from(["", "", "  "])) + line for line in more]
        end = draw(st.sampled_from([[], [""], [inside + " "]]))
        return [header + draw(COMMENTS), *(inside + line for line in [first, *deeper]), *end]
    indents = [" " * (column + draw(st.integers(1, 9))) for _ in more]
    lines = [first, *(indent + line for indent, line in zip(indents, more, strict=True))]
    if style == "single":
        lines[0], lines[-1] = "'" + lines[0], lines[-1] + "'"
    if style == "double":
        lines[0], lines[-1] = '"' + lines[0], lines[-1] + '"'
    if style == "below":
        indent = " " * (column + draw(st.integers(1, 9)))
        return [draw(st.sampled_from(["", "# ghi chú"])), indent + first, *lines[1:]]
    return [*lines[:-1], lines[-1] + draw(COMMENTS)]


@st.composite
def flow_items(draw: st.DrawFn, number: int) -> str:
    text = draw(LINES)
    shape = draw(st.sampled_from(["{{noi_dung: {}}}", "{{ noi_dung: {}, gio: 8h }}", "'{}'", "{}"]))
    event(f"flow: {shape}")
    if draw(st.integers(0, 3)) == 0:
        return f"{{noi_dung: {text}, ma: c{number}}}"
    return shape.format(text)


@st.composite
def mappings(draw: st.DrawFn, column: int, number: int) -> list[str]:
    """Return an item as keys in `column`; the first line has no indentation."""
    indent = " " * column
    head, *tail = draw(texts(column))
    content = [f"noi_dung: {head}".rstrip(" "), *tail]
    other = draw(st.sampled_from([[], ["gio: 8h"], ["ma:"], ["ma: # chưa có"], [f"ma: c{number}"]]))
    event(f"mapping with {other[0].split(':')[0] if other else 'no other key'}")
    if not other or draw(st.booleans()):
        return content + [indent + line for line in other]
    return other + draw(GAPS) + [indent + content[0], *content[1:]]


@st.composite
def block_lists(draw: st.DrawFn, column: int, start: int) -> list[str]:
    """Return a list whose dashes are in `column`."""
    lines: list[str] = []
    for number in range(start, start + draw(st.integers(1, 3))):
        lines += draw(GAPS)
        space = draw(st.integers(1, 4))
        dash = " " * column + "-"
        shape = draw(st.sampled_from(["text", "mapping", "flow", "mapping below"]))
        if shape == "text":
            head, *tail = draw(texts(column))
            lines += [(dash + " " * space + head).rstrip(" "), *tail]
        elif shape == "mapping":
            head, *tail = draw(mappings(column + 1 + space, number))
            lines += [dash + " " * space + head, *tail]
        elif shape == "mapping below":
            inner = column + draw(st.integers(1, 8))
            head, *tail = draw(mappings(inner, number))
            lines += [dash, *draw(GAPS), " " * inner + head, *tail]
        else:
            lines.append(dash + " " + draw(flow_items(number)) + draw(COMMENTS))
    return lines


@st.composite
def half_days(draw: st.DrawFn, key: str, column: int, start: int) -> list[str]:
    """Return a half-day whose key is in `column`; the first line has no indentation."""
    shape = draw(st.sampled_from(["list", "text", "mapping", "flow list", "flow", "empty"]))
    event(f"half-day: {shape}")
    match shape:
        case "list":
            inner = column + draw(st.integers(0, 8))
            return [f"{key}:{draw(COMMENTS)}", *draw(block_lists(inner, start))]
        case "text":
            head, *tail = draw(texts(column))
            return [f"{key}:{' ' * draw(st.integers(1, 3))}{head}".rstrip(" "), *tail]
        case "mapping":
            inner = column + draw(st.integers(1, 8))
            head, *tail = draw(mappings(inner, start))
            return [f"{key}:{draw(COMMENTS)}", *draw(GAPS), " " * inner + head, *tail]
        case "flow list":
            items = [draw(flow_items(start + n)) for n in range(draw(st.integers(1, 3)))]
            joint = draw(st.sampled_from([", ", ",", " ,\n" + " " * (column + 2)]))
            return f"{key}: [{joint.join(items)}]{draw(COMMENTS)}".split("\n")
        case "flow":
            return [f"{key}: {draw(flow_items(start))}{draw(COMMENTS)}"]
    return [f"{key}:{draw(COMMENTS)}"]


@st.composite
def rows(draw: st.DrawFn, day: int, column: int) -> list[str]:
    """Return a row whose dash is in `column`."""
    dash, space = " " * column + "-", draw(st.integers(1, 8))
    if draw(st.integers(0, 5)) == 0:
        return [f"{dash} {{ngay: {day}, sang: {draw(flow_items(day * 100))}}}{draw(COMMENTS)}"]
    inner = column + 1 + space
    lines = [f"{dash}{' ' * space}ngay: {day}{draw(COMMENTS)}"]
    for index, key in enumerate(draw(st.permutations(["sang", "chieu", "toi", "ca_ngay"]))):
        if draw(st.booleans()):
            head, *tail = draw(half_days(key, inner, day * 100 + index * 10))
            lines += [*draw(GAPS), " " * inner + head, *tail]
    return lines


@st.composite
def months(draw: st.DrawFn) -> str:
    lines = ["# tháng 5", "thang: 2021-05", "van_ban: {ngay_ban_hanh: 2021-05-04}", "lich:"]
    column = draw(st.integers(0, 8))
    for day in range(4, 4 + draw(st.integers(1, 3))):
        lines += draw(GAPS)
        lines += draw(rows(day, column))
    lines += draw(st.sampled_from([[], ["noi_nhan: [Lưu VT]"], ["# hết"], ["", ""]]))
    line_break = draw(st.sampled_from(["\n", "\r\n"]))
    return line_break.join(lines) + draw(st.sampled_from(["", line_break]))


# Properties --------------------------------------------------------------------------------------


@given(months())
def test_every_shape_of_item_is_given_its_code(text: str) -> None:
    before, problems = read(text)
    coded = write_codes(text, before)
    assert read(coded) == (before, problems)
    assert uncoded(coded) == 0
    assert (coded == text) == (uncoded(text) == 0)
    assert write_codes(coded, before) == coded


@given(months())
def test_nothing_but_codes_is_added(text: str) -> None:
    revision, _ = read(text)
    coded = write_codes(text, revision)
    assert is_left(text, coded)
    new = [item.code for item in revision.items if item.code not in text]
    added = Counter(coded) - Counter(text) - Counter("".join(new))
    assert len(new) == uncoded(text)
    assert set(added) <= set("ma: noi_dung:{,}\r\n")
    assert added["a"] <= len(new)
    assert added["_"] <= len(new)
    assert added["{"] == added["}"] <= len(new)
    assert comments(coded) == comments(text)
    assert line_breaks(coded) == line_breaks(text)


@given(damaged_seeds(), st.sets(st.integers(0, 35), min_size=1))
def test_a_damaged_file_is_coded_whole_or_refused(files: dict[str, bytes], drop: set[int]) -> None:
    try:
        text = files["2021-05.yml"].decode()
    except UnicodeDecodeError:
        text = SEED["2021-05.yml"]
    between, *parts = re.split(r"(ma: \w+\s*)", text)
    kept = [
        following if number in drop else code + following
        for number, (code, following) in enumerate(zip(parts[::2], parts[1::2], strict=True))
    ]
    text = between + "".join(kept)
    collector = ProblemCollector("agendas/2021-05.yml")
    revision = read_revision(text, collector, month=MAY, number=0, context=AROUND)
    assume(revision is not None and not collector.failed)
    assert revision is not None
    revision = with_codes(revision)
    try:
        coded = write_codes(text, revision)
    except CodesNotWritable:
        event("refused")
        return
    event("written" if coded != text else "nothing to write")
    assert read(coded)[0] == revision
    assert uncoded(coded) == 0


def is_left(text: str, coded: str) -> bool:
    """Return True if `text` is `coded` without some of its characters."""
    characters = iter(coded)
    return all(character in characters for character in text)


def line_breaks(text: str) -> set[str]:
    return set(re.findall("\r\n|\r|\n", text))


def comments(text: str) -> list[str]:
    return [match[0] for line in split_lines(text) if (match := re.search(r"(?:^|\s)#.*", line))]


# Examples ----------------------------------------------------------------------------------------

HEAD = "thang: 2021-05\nvan_ban: {ngay_ban_hanh: 2021-05-04}\nlich:\n"


def coded(text: str) -> str:
    revision, _ = read(text)
    return write_codes(text, revision)


def test_codes_stand_where_a_clerk_would_write_them() -> None:
    assert coded(
        HEAD
        + """\
  - ngay: 4   # Thứ Ba
    sang:
      - noi_dung: Lễ chào cờ   # cả cơ quan
        lanh_dao: CBCCVC Sở

      # việc thứ hai
      - Họp giao ban
        đầu tuần
    chieu: Duyệt Bản tin
    toi: {noi_dung: Trực}
  - {ngay: 5, sang: [Họp A, {gio: 8h, noi_dung: Họp B}]}
"""
    ) == (
        HEAD
        + """\
  - ngay: 4   # Thứ Ba
    sang:
      - ma: gdmm
        noi_dung: Lễ chào cờ   # cả cơ quan
        lanh_dao: CBCCVC Sở

      # việc thứ hai
      - ma: kbdg
        noi_dung: Họp giao ban
          đầu tuần
    chieu:
      ma: vgp7
      noi_dung: Duyệt Bản tin
    toi: {ma: x9dj, noi_dung: Trực}
  - {ngay: 5, sang: [{ma: n3xw, noi_dung: Họp A}, {ma: jkdv, gio: 8h, noi_dung: Họp B}]}
"""
    )


def test_a_file_of_windows_gets_line_ends_of_windows() -> None:
    text = HEAD + "  - ngay: 4\n    sang: Họp\n    chieu:\n      - noi_dung: Họp\n"
    assert coded(text.replace("\n", "\r\n")) == coded(text).replace("\n", "\r\n")


def test_an_empty_code_is_filled_in() -> None:
    text = HEAD + "  - ngay: 4\n    sang:\n      - noi_dung: Lễ chào cờ\n        ma:   # tự ghi\n"
    assert coded(text) == text.replace("ma:   #", "ma: gdmm   #")


def test_a_key_may_stand_apart_from_its_colon() -> None:
    assert coded(HEAD + '  - ngay: 4\n    "sang"  : Lễ chào cờ\n') == (
        HEAD + '  - ngay: 4\n    "sang"  :\n      ma: gdmm\n      noi_dung: Lễ chào cờ\n'
    )


def test_items_that_have_codes_keep_them() -> None:
    assert coded(SEED["2021-05.yml"]) == SEED["2021-05.yml"]


def test_the_codes_of_the_seed_are_those_it_would_get_again() -> None:
    text = re.sub(r"ma: \w+\n\s*", "", SEED["2021-05.yml"])
    assert coded(text) == SEED["2021-05.yml"]


@pytest.mark.parametrize(
    "row",
    [
        "  - ngay: 4\n    ? sang  # b: c\n    : Họp\n",
        "  - ngay: 4\n    sang:\n      - {noi_dung: Họp, ma: ''}\n",
        "  - ngay: 4\n    sang:\n      - {noi_dung: Họp, ma: ~}\n",
        "  - ngay: 4\n    sang:\n      - ? noi_dung\n        : Họp\n        ma: null\n",
    ],
)
def test_unusual_shapes_are_refused_rather_than_damaged(row: str) -> None:
    with pytest.raises(CodesNotWritable, match=r"^agendas/2021-05\.yml$"):
        coded(HEAD + row)


def test_a_text_that_is_not_the_one_read_is_refused() -> None:
    revision, _ = read(HEAD + "  - {ngay: 4, sang: Họp}\n")
    for text in (HEAD + "  - ngay: 4\n", HEAD + "  - {ngay: 4, x: Họp}\n", "", "thang: ["):
        with pytest.raises(CodesNotWritable):
            write_codes(text, revision)


# Files -------------------------------------------------------------------------------------------

ROW = "  - {ngay: 4, sang: {noi_dung: Họp}}\n"


def test_codes_are_written_into_the_files_that_lack_them(tmp_path: Path) -> None:
    mark = b"\xef\xbb\xbf"
    lacking = (HEAD + ROW).replace("\n", "\r\n").encode()
    whole = (HEAD + "  - {ngay: 4, sang: {ma: a1, noi_dung: Họp}}\n").encode()
    (tmp_path / "2021-05.yml").write_bytes(mark + lacking)
    (tmp_path / "2021-05.dc1.yml").write_bytes(whole)
    before = (tmp_path / "2021-05.dc1.yml").stat()
    agenda = identify(load_agenda(tmp_path).agenda).agenda
    (first, _) = agenda.months[0].revisions
    assert write_codes_to_files(tmp_path, agenda) == (first,)
    code = first.items[0].code
    assert (tmp_path / "2021-05.yml").read_bytes() == mark + lacking.replace(
        b"{noi_dung", f"{{ma: {code}, noi_dung".encode()
    )
    assert (tmp_path / "2021-05.dc1.yml").stat() == before
    assert write_codes_to_files(tmp_path, identify(load_agenda(tmp_path).agenda).agenda) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2021-05.dc1.yml", "2021-05.yml"]


def test_only_the_files_asked_for_are_written(tmp_path: Path) -> None:
    for name in ("2021-05.yml", "2021-05.dc1.yml"):
        (tmp_path / name).write_text(HEAD + ROW, "utf-8")
    agenda = identify(load_agenda(tmp_path).agenda).agenda
    wanted = {f"{tmp_path.name}/2021-05.dc1.yml"}
    changed = write_codes_to_files(tmp_path, agenda, wanted)
    assert [revision.source for revision in changed] == sorted(wanted)
    assert (tmp_path / "2021-05.yml").read_text("utf-8") == HEAD + ROW
