"""Two clerks keep the record of an office for a year with nothing but the browser."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.editor.clerk_year.bureau import Bureau
from tests.editor.clerk_year.comparison import HandWrittenFiles, assert_same_agenda
from tests.editor.clerk_year.conftest import Employ
from tests.editor.clerk_year.year_2022 import print_year, recorded
from tests.generators.deployment import Deployment, clone_of
from tests.generators.office_year import (
    AMENDED_AUGUST,
    AMENDED_MARCH,
    APRIL,
    DIRECTORY,
    FIRST_MONTHS,
    LATER_MONTHS,
    MORE_OF_APRIL,
    NAME,
    SECOND_HALF_OF_APRIL,
    SignedAgenda,
    YearByHand,
)
from tests.generators.reader import Reader, Subscriber

pytestmark = [pytest.mark.browser, pytest.mark.office, pytest.mark.long]


class Department:
    """The clerks of a department, its reader and its subscriber."""

    def __init__(self, clone: Deployment, documents: Mapping[str, Path]) -> None:
        self.documents = documents
        self.reader = Reader(deployment=clone)
        self.subscriber = Subscriber(year=2022)

    def import_all(self, bureau: Bureau, agendas: Mapping[str, SignedAgenda]) -> None:
        """Import signed agendas; names are withheld unless the agenda has them as public."""
        for name, agenda in agendas.items():
            bureau.read_document(self.documents[name])
            bureau.is_name_public = bool(agenda.public)
            bureau.answer_doubts()
            bureau.write_month(name)

    def publish(self, bureau: Bureau, announced: int) -> None:
        """Publish; every URL ever published answers, and `announced` entries of the feed are new.

        No event of the calendars goes back to an earlier sequence.
        """
        bureau.publish()
        self.reader.visit()
        with self.reader.deployment.served() as site:
            assert self.subscriber.fetch(site) == announced

    def page(self, url: str) -> str:
        return self.reader.page(url)


def test_a_year_of_a_department_needs_only_the_browser(
    employ: Employ, clone: Deployment, tmp_path: Path
) -> None:
    clone.write("danh-ba.yml", DIRECTORY)
    clone.commit("Trang lịch công tác")
    bureau = Bureau(employ(clone))
    department = Department(clone, print_year(tmp_path / "van ban"))

    # Three months are published.
    department.import_all(bureau, FIRST_MONTHS)
    department.publish(bureau, announced=3)

    # A notice cancels an item; an hour and a word are corrected; an item is postponed.
    bureau.open_month("Tháng 02 năm 2022")
    bureau.cancel("Kiểm tra", "Mưa")
    bureau.edit("Họp xét duyệt", "Giờ", "9h")
    bureau.explain("Theo thông báo")
    bureau.postpone("Tập huấn")
    bureau.open_month("Tháng 01 năm 2022")
    bureau.edit("Giao ban", "Nội dung công việc", "Giao ban đầu năm")
    bureau.explain(is_correction=True)
    department.publish(bureau, announced=4)
    page = department.page("2022/02/")
    assert "Đã hủy" in page
    assert "hoãn" in page

    # The postponed item gets a day, the cancelled one is restored. March is amended as a whole,
    # April published, the deputy promoted.
    bureau.open_month("Tháng 02 năm 2022")
    bureau.reschedule("Tập huấn", "17/02/2022 sáng")
    bureau.restore("Kiểm tra")
    bureau.change_person("van", "Thôi", {"Đến hết": "14/4/2022"})
    bureau.change_person(
        "an",
        "Chức vụ mới",
        {"Chức vụ mới": "Giám đốc", "Viết tắt": "GĐ", "Từ": "15/4/2022"},
    )
    department.import_all(bureau, AMENDED_MARCH | APRIL)
    department.publish(bureau, announced=4)
    assert "Tiếp khách" in department.page("2022/03/ban-goc/")
    assert "Họp cũ" in department.page("lanh-dao/an/2022/")

    # Another day for the item. Three documents change days of April. The rest of the year: two
    # units merge, the director leaves, and another one comes.
    bureau.open_month("Tháng 02 năm 2022")
    bureau.reschedule("Tập huấn", "18/02/2022 14:00-16:00")
    bureau.clerk.click("Danh bạ")
    bureau.merge(("Phòng QLKH", "Phòng TT-TK"), "Phòng QLKH và CN", "1/7/2022")
    bureau.change_person("an", "Thôi", {"Đến hết": "30/9/2022"})
    bureau.add_leader(
        {
            "Tên": "Bình",
            "Chức vụ": "Giám đốc",
            "Chức vụ viết tắt": "GĐ",
            "Giữ chức vụ từ": "1/10/2022",
        }
    )
    department.import_all(bureau, SECOND_HALF_OF_APRIL | MORE_OF_APRIL | LATER_MONTHS)
    department.publish(bureau, announced=12)
    april = department.page("2022/04/")
    assert "Tiếp đoàn tỉnh bạn" in april
    assert "Giao ban" in april
    assert "Hội nghị" in department.page("2022/04/dieu-chinh-1/")
    assert "Phòng QLKH" in department.page("co-quan/phong-qlkh-va-cn/")
    assert NAME in department.page("2022/12/")

    # A second clerk publishes first from a clone of their own. Meanwhile the first one corrects a
    # misprinted day, gives a person and a unit other names, withholds a name that was published,
    # and imports a document that would print a withheld name.
    second = Bureau(employ(clone_of(clone, tmp_path / "second")))
    second.open_month("Tháng 11 năm 2022")
    second.cancel("Họp chuyên đề", "Trùng lịch")
    bureau.open_month("Tháng 5 năm 2022")
    bureau.edit("Họp chuyên đề", "Ngày", "17")
    bureau.explain()
    bureau.take_out_day("Thứ Năm, 12/5")
    bureau.add_to_header("Ngày không nêu", "12")
    bureau.declare_misprint(
        {"Ngày": "17", "Nguyên văn": "Họp chuyên đề", "Giữ nguyên": "Văn bản in ngày 12"}
    )
    bureau.give_short_name("phong-qlkh-va-cn", "Phòng QLKH và CN")
    bureau.rename("phong-qlkh-va-cn", "Phòng Khoa học và Công nghệ")
    bureau.rename("an", "Trần Thị An", new_url=True)
    bureau.open_month("Tháng 12 năm 2022")
    bureau.edit("Tiếp công dân", "Nội dung công việc", "Tiếp công dân [không công bố]")
    bureau.explain("Tên riêng của công dân")
    bureau.clear_in_header("Công khai 1")
    department.import_all(bureau, AMENDED_AUGUST)
    department.publish(second, announced=1)
    department.publish(bureau, announced=3)
    assert NAME not in department.page("2022/12/")
    assert "Trùng lịch" in department.page("2022/11/")
    assert NAME not in department.page("2022/08/")
    assert "Hội nghị" in department.page("lanh-dao/tran-thi-an/2022/")

    assert_same_agenda(clone.folder / "agendas", year_by_hand(tmp_path / "by-hand" / "agendas"))


def year_by_hand(folder: Path) -> Path:
    """Write and edit the files of the year with a text editor."""
    files = HandWrittenFiles(folder)
    year = YearByHand(files)
    year.write_directory()
    year.write(FIRST_MONTHS)
    year.obey_notice()
    year.give_day_and_restore()
    year.give_another_day()
    year.write(AMENDED_MARCH | APRIL)
    year.promote()
    year.write(SECOND_HALF_OF_APRIL | MORE_OF_APRIL | LATER_MONTHS)
    year.merge_units()
    year.replace_director()
    year.correct_misprinted_day()
    year.rename()
    year.withhold_name()
    files.edit(
        "2022-11.yml",
        "noi_dung: Họp chuyên đề,",
        "noi_dung: Họp chuyên đề, trang_thai: huy, ly_do: Trùng lịch,",
    )
    year.write(AMENDED_AUGUST)
    files.append(recorded(date.today()))
    files.write_codes()
    return folder
