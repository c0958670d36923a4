"""The page of abbreviations."""

from tests.site.conftest import Publish, Site
from tests.site.elements import Element


def test_the_glossary_is_in_the_order_of_the_alphabet(may_2021: Site) -> None:
    assert entries(may_2021.body("chu-viet-tat/"))[:6] == [
        ("BGH", "Ban giám hiệu"),
        ("CBCCVC", "Cán bộ, công chức, viên chức"),
        ("Đ/c", "Đồng chí"),
        ("ĐH", "Đại học"),
        ("GĐ", "Giám đốc"),
        ("HĐKH", "Hội đồng khoa học"),
    ]


def test_the_glossary_has_every_abbreviation_of_the_directory(may_2021: Site) -> None:
    assert sorted(entries(may_2021.body("chu-viet-tat/"))) == sorted(
        (each.short, each.full) for each in may_2021.agenda.directory.abbreviations
    )


def test_an_empty_glossary_says_so(publish: Publish) -> None:
    page = publish({}).body("chu-viet-tat/")
    assert page.texts("p") == ["Danh bạ chưa có chữ viết tắt nào."]


def entries(page: Element) -> list[tuple[str, str]]:
    return list(zip(page.texts("dt"), page.texts("dd"), strict=True))
