"""Printed names resolved through a directory: whom they mean, and what is doubtful."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.model import Directory, Group, Mention, Person, Title, Unit
from agenda.vietnam.names.name_index import Finding, NameIndex, Resolution

DIRECTOR = Title(name="Giám đốc", abbreviation="GĐ")
DEPUTY = Title(name="Phó Giám đốc", abbreviation="PGĐ")

VAN = Person(code="do-khoa-van", name="Đỗ Khoa Văn", titles=(DIRECTOR,))
HOAN = Person(code="hoan", name="Hoàn", titles=(DEPUTY,))
BINH = Person(code="binh", name="Bình", titles=(DEPUTY,))
HOA = Person(code="le-thi-hoa", name="Lê Thị Hòa")
TRAN_NAM = Person(code="tran-nam", name="Trần Nam", titles=(DEPUTY,))
LE_NAM = Person(code="le-nam", name="Lê Nam", titles=(DIRECTOR,))
KHANH = Person(
    code="khanh",
    name="Khánh",
    titles=(
        Title(name="Phó Giám đốc", abbreviation="PGĐ", until=date(2020, 12, 31)),
        Title(name="Giám đốc", abbreviation="GĐ", since=date(2021, 1, 1), until=date(2021, 6, 30)),
    ),
)

OFFICE = Unit(code="van-phong", name="Văn phòng")
STATISTICS = Unit(
    code="phong-tt-tk",
    name="Phòng Thông tin - Thống kê",
    abbreviations=("Phòng TT-TK", "Phòng TT-TK KHCN"),
)
SCIENCE = Unit(code="phong-qlkh", name="Phòng QLKH")
FINANCE = Unit(code="phong-kh-tc", name="Phòng Kế hoạch và Tài chính")
OLD_ROOM = Unit(code="phong-cu", name="Phòng Tổng hợp", until=date(2020, 12, 31))
NEW_ROOM = Unit(
    code="phong-moi",
    name="Phòng Hành chính",
    since=date(2021, 1, 1),
    predecessors=("phong-cu",),
)

LEADERS = Group(code="lanh-dao-so", name="Lãnh đạo Sở")
EVERYBODY = Group(code="cbccvc-so", name="CBCCVC Sở")
CONCERNED = Group(code="cac-phong-don-vi", name="Các phòng, đơn vị liên quan")

DIRECTORY = Directory(
    people=(VAN, HOAN, BINH, HOA, TRAN_NAM, LE_NAM, KHANH),
    units=(OFFICE, STATISTICS, SCIENCE, FINANCE, OLD_ROOM, NEW_ROOM),
    groups=(LEADERS, EVERYBODY, CONCERNED),
)
NAME_INDEX = NameIndex(DIRECTORY)
DAY = date(2021, 5, 4)


def resolved(*mentions: Mention, findings: tuple[Finding, ...] = ()) -> Resolution:
    return Resolution(mentions=mentions, findings=findings)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Đ/c Văn GĐ", VAN),
        ("đ/c Văn", VAN),
        ("ĐC Văn", VAN),
        ("Đồng chí Văn", VAN),
        ("Ông Đỗ Khoa Văn", VAN),
        ("Bà Hoà", HOA),
        ("Văn", VAN),
        ("Khoa Văn", VAN),
        ("Đ/C VĂN GĐ", VAN),
        ("Đ/c Văn - Giám đốc", VAN),
        ("Đ/c Văn – Giám đốc Sở", VAN),
        ("đồng chí Đỗ Khoa Văn, Giám đốc", VAN),
        ("Đ/c Văn, Tỉnh ủy viên, Giám đốc Sở", VAN),
        ("PGĐ Hoàn", HOAN),
        ("PGĐ Đ/c Hoàn", HOAN),
        ("Phó Giám đốc Hoàn", HOAN),
        ("Đ/c PGĐ Hoàn", HOAN),
        ("Đ/c Hoàn (PGĐ)", HOAN),
        ("Đ/c Hoàn P.GĐ", HOAN),
        ("Đ/c Hoàn Phó GĐ", HOAN),
        ("Đ/c Hoàn PGĐ.", HOAN),
        ("Đ/c Hoàn PGĐ chủ trì", HOAN),
        ("Chủ trì: Đ/c Hoàn", HOAN),
        ("Ðồng chí Hoàn", HOAN),
        ("Đ/c Nam GĐ", LE_NAM),
        ("Đ/c Nam PGĐ", TRAN_NAM),
        ("Đ/c Trần Nam", TRAN_NAM),
        ("Đ/c Khánh GĐ", KHANH),
    ],
)
def test_a_leader_is_known_by_name_and_office(text: str, person: Person) -> None:
    assert NAME_INDEX.resolve_leaders(text, DAY) == resolved(Mention(text=text, entry=person))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Văn phòng", OFFICE),
        ("VP", OFFICE),
        ("Văn phòng;", OFFICE),
        ("Phòng TT-TK KHCN", STATISTICS),
        ("P.TT-TK", STATISTICS),
        ("P. TT-TK", STATISTICS),
        ("Phòng thông tin – thống kê", STATISTICS),
        ("P QLKH", SCIENCE),
        ("Phòng QLKH (chủ trì)", SCIENCE),
        ("Phòng Kế hoạch và Tài chính", FINANCE),
        ("Phòng Hành chính", NEW_ROOM),
        ("Các phòng, đơn vị liên quan", CONCERNED),
        ("Lãnh đạo Sở", LEADERS),
        ("Các đồng chí Lãnh đạo Sở", LEADERS),
        ("Đ/c Hoàn", HOAN),
        ("Đỗ Khoa Văn", VAN),
    ],
)
def test_an_entry_is_known_where_units_are_expected(text: str, unit: Unit | Group | Person) -> None:
    assert NAME_INDEX.resolve_units(text, DAY) == resolved(Mention(text=text, entry=unit))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Đ/c Hoàn, Bình, Hòa",
            [("", "Đ/c Hoàn", HOAN), (", ", "Bình", BINH), (", ", "Hòa", HOA)],
        ),
        (
            "Đ/c Hoàn PGĐ; Đ/c Văn GĐ",
            [("", "Đ/c Hoàn PGĐ", HOAN), ("; ", "Đ/c Văn GĐ", VAN)],
        ),
        (
            "Đ/c Hoàn, PGĐ và đ/c Văn, GĐ",
            [("", "Đ/c Hoàn, PGĐ", HOAN), (" và ", "đ/c Văn, GĐ", VAN)],
        ),
        (
            "- Đ/c Hoàn PGĐ;\n- Lãnh đạo Sở.",
            [("- ", "Đ/c Hoàn PGĐ", HOAN), (";\n- ", "Lãnh đạo Sở.", LEADERS)],
        ),
        (
            "Lãnh đạo Sở Đ/c Bình PGĐ Đ/c Văn GĐ",
            [
                ("", "Lãnh đạo Sở", LEADERS),
                (" ", "Đ/c Bình PGĐ", BINH),
                (" ", "Đ/c Văn GĐ", VAN),
            ],
        ),
        (
            "Văn phòng, Các phòng, đơn vị liên quan",
            [("", "Văn phòng", OFFICE), (", ", "Các phòng, đơn vị liên quan", CONCERNED)],
        ),
        (
            "Phòng Kế hoạch và Tài chính và Văn phòng",
            [("", "Phòng Kế hoạch và Tài chính", FINANCE), (" và ", "Văn phòng", OFFICE)],
        ),
    ],
)
def test_a_list_is_split_into_those_it_names(
    text: str, mentions: list[tuple[str, str, Person | Unit | Group]]
) -> None:
    assert NAME_INDEX.resolve_leaders(text, DAY) == resolved(
        *(Mention(joiner=joiner, text=name, entry=entry) for joiner, name, entry in mentions)
    )


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        ("Đ/c Bình GD", BINH, "PGĐ"),
        ("Đ/c Bình, GD", BINH, "PGĐ"),
        ("Đ/c Bình GĐ", BINH, "PGĐ"),
        ("Đ/c Văn - Phó Giám đốc", VAN, "GĐ"),
        ("Đ/c Văn, Chánh Văn phòng", VAN, "GĐ"),
        ("Đ/c Hòa PGĐ", HOA, None),
        ("Đ/c Khánh PGĐ", KHANH, "GĐ"),
    ],
)
def test_an_office_that_disagrees_is_reported(
    text: str, person: Person, expected: str | None
) -> None:
    assert NAME_INDEX.resolve_leaders(text, DAY) == resolved(
        Mention(text=text, entry=person),
        findings=(Finding(kind="title", text=text, expected=expected),),
    )


@pytest.mark.parametrize(
    ("day", "findings"),
    [
        (date(2020, 12, 31), (Finding(kind="title", text="Đ/c Khánh GĐ", expected="PGĐ"),)),
        (date(2021, 1, 1), ()),
        (date(2021, 6, 30), ()),
        (date(2021, 7, 1), (Finding(kind="title", text="Đ/c Khánh GĐ"),)),
    ],
)
def test_an_office_counts_from_its_first_to_its_last_day(
    day: date, findings: tuple[Finding, ...]
) -> None:
    assert NAME_INDEX.resolve_leaders("Đ/c Khánh GĐ", day) == resolved(
        Mention(text="Đ/c Khánh GĐ", entry=KHANH), findings=findings
    )


def test_a_name_alone_is_reported_when_its_offices_are_over() -> None:
    assert NAME_INDEX.resolve_leaders("Đ/c Khánh", date(2021, 7, 1)) == resolved(
        Mention(text="Đ/c Khánh", entry=KHANH),
        findings=(Finding(kind="title", text="Đ/c Khánh"),),
    )


@pytest.mark.parametrize("text", ["Đ/c Nam", "Đ/c Nam TP", "Đ/c Nam - Chánh Văn phòng"])
def test_a_name_of_two_people_is_ambiguous_unless_the_office_decides(text: str) -> None:
    assert NAME_INDEX.resolve_leaders(text, DAY) == resolved(
        Mention(text=text, entry=None),
        findings=(Finding(kind="ambiguous", text=text, candidates=(TRAN_NAM, LE_NAM)),),
    )


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Đ/c Bính PGĐ", "Bình"),
        ("Đ/c Bính Phó Giám đốc", "Bình"),
        ("PGĐ Bính", "Bình"),
        ("Đ/c BínhPGĐ", "Bình"),
        ("Đ/c Vân Phó Giám đốc", "Đỗ Khoa Văn"),
        ("Đ/c Hoan", "Hoàn"),
        ("Đ/c Trần Hoàn", "Hoàn"),
        ("Đ/c Đỗ Khoa Vân", "Đỗ Khoa Văn"),
        ("CBCCVP Sở", "CBCCVC Sở"),
        ("Phòng QLKN", "Phòng QLKH"),
        ("Phòng Kế hoạch và Tài chinh", "Phòng Kế hoạch và Tài chính"),
        ("Đ/c Kiên", None),
        ("Đ/c Văn Hoàng", None),
        ("Đ/c Kiên, Lân", None),
        ("Lãnh đạo VP", None),
        ("Trưởng phòng QLKH", None),
        ("Hội đồng; các sở, ngành", None),
        ("Sở Kế hoạch và Đầu tư", None),
        ("Giám đốc", None),
    ],
)
def test_an_unknown_name_stays_whole_with_the_nearest_known(
    text: str, suggestion: str | None
) -> None:
    assert NAME_INDEX.resolve_leaders(text, DAY) == resolved(
        Mention(text=text, entry=None),
        findings=(Finding(kind="unknown", text=text, suggestion=suggestion),),
    )


def test_a_given_name_alone_is_no_unit() -> None:
    assert NAME_INDEX.resolve_units("Văn", DAY) == resolved(
        Mention(text="Văn", entry=None), findings=(Finding(kind="unknown", text="Văn"),)
    )


def test_a_unit_that_is_no_more_is_unknown_and_its_successor_proposed() -> None:
    text = "Phòng Tổng hợp"
    assert [NAME_INDEX.resolve_units(text, day) for day in (date(2020, 12, 31), DAY)] == [
        resolved(Mention(text=text, entry=OLD_ROOM)),
        resolved(
            Mention(text=text, entry=None),
            findings=(
                Finding(
                    kind="unknown",
                    text=text,
                    suggestion="Phòng Hành chính",
                    candidates=(OLD_ROOM,),
                    relatives=(NEW_ROOM,),
                ),
            ),
        ),
    ]


def test_known_and_unknown_names_stand_side_by_side() -> None:
    assert NAME_INDEX.resolve_units("Văn phòng; Sở Kế hoạch và Đầu tư", DAY) == resolved(
        Mention(text="Văn phòng", entry=OFFICE),
        Mention(text="Sở Kế hoạch và Đầu tư", entry=None, joiner="; "),
        findings=(Finding(kind="unknown", text="Sở Kế hoạch và Đầu tư"),),
    )


def test_the_cell_of_the_signed_paper_resolves_with_its_misprints() -> None:
    assert NAME_INDEX.resolve_leaders("CBCCVP Sở Đ/c Hoàn PGĐ Đ/c Văn GD", DAY) == resolved(
        Mention(text="CBCCVP Sở", entry=None),
        Mention(text="Đ/c Hoàn PGĐ", entry=HOAN, joiner=" "),
        Mention(text="Đ/c Văn GD", entry=VAN, joiner=" "),
        findings=(
            Finding(kind="unknown", text="CBCCVP Sở", suggestion="CBCCVC Sở"),
            Finding(kind="title", text="Đ/c Văn GD", expected="GĐ"),
        ),
    )


@pytest.mark.parametrize("text", ["-", "; ", "\u00a0"])
def test_a_cell_without_words_names_nobody(text: str) -> None:
    assert NAME_INDEX.resolve_leaders(text, DAY) == resolved(Mention(text=text, entry=None))


def test_an_empty_text_has_no_mentions() -> None:
    assert NAME_INDEX.resolve_leaders("", DAY) == resolved()


WORDS = [
    *("Đ/c", "Đồng chí", "Ông", "Văn", "Hoàn", "Nam", "GĐ", "PGĐ", "Giám đốc", "Phòng QLKH"),
    *("Văn phòng", "Các phòng, đơn vị liên quan", "và", " và ", ",", "; ", "\n", "- ", " ", "("),
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_mentions_joined_are_the_printed_text(text: str) -> None:
    for resolution in (NAME_INDEX.resolve_leaders(text, DAY), NAME_INDEX.resolve_units(text, DAY)):
        assert "".join(name.joiner + name.text for name in resolution.mentions) == text


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_every_finding_is_about_a_mention(text: str) -> None:
    resolution = NAME_INDEX.resolve_leaders(text, DAY)
    mentioned = {name.text for name in resolution.mentions}
    assert {finding.text for finding in resolution.findings} <= mentioned
