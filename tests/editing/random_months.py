"""Random month files as people write them: uneven, commented, in block and in flow style."""

from itertools import count
from random import Random

WORDS = (
    *("Họp", "giao ban", "KH&CN", "8h30", "C#", "(đợt 1)", "tại HT", "x:y", "“mục tiêu kép”"),
    *("62 năm", "2021 - 2026", "rà soát, hoàn thiện", "Đề án", "UBND tỉnh", "thẩm định", "1"),
)
NAMES = ("Văn phòng", "Phòng TT-TK", "Các phòng liên quan", "Đ/c Hoàn PGĐ", "Đ/c Văn GĐ")
TIMES = ("08:00", "8h30", "14 giờ 30", "08:00-09:30", "7h")
HALF_DAYS = ("sang", "chieu", "toi", "ca_ngay")
DIRECTORY = """\
lanh_dao:
  - {ma: van, ten: Đỗ Khoa Văn, chuc_vu: [{ten: Giám đốc, viet_tat: GĐ}]}
  - {ma: hoan, ten: Hoàn, chuc_vu: [{ten: Phó Giám đốc, viet_tat: PGĐ}]}
"""


def words(random: Random, most: int = 12) -> str:
    """Return a random text that is not empty."""
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))


class RandomMonth:
    """A writer of one random file of May 2021. Every comment has a number of its own."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._comments = count(1)
        self._codes = count(1)
        self.step = random.choice((0, 1, 2, 2, 2, 4))
        self.gaps = random.random() < 0.6
        self.comments = random.random() < 0.8

    def text(self) -> str:
        """Return the file with line feeds as line breaks."""
        lines = [*self._above(0), "thang: 2021-05", *self._document(), *self._focus()]
        if self._random.random() < 0.5:
            lines += [f"luu_y: {self._plain(words(self._random))}{self._comment()}"]
        if self._random.random() < 0.2:
            rows = ", ".join(self._flow_row(days) for days in self._days())
            lines += [f"lich: [{rows}]"]
        else:
            lines += [f"lich:{self._comment()}", *self._rows()]
        lines += self._recipients()
        return "\n".join(lines) + self._random.choice(("\n", "\n", "", "\n\n"))

    def _document(self) -> list[str]:
        if self._random.random() < 0.3:
            return ["van_ban: {ngay_ban_hanh: 2021-05-04, nguoi_ky: Đỗ Khoa Văn}" + self._comment()]
        return [
            *("van_ban:" + self._comment(), f"  so:{self._comment()}"),
            *self._above(2),
            *("  ngay_ban_hanh:   2021-05-04", "  nguoi_ky: 'Đỗ Khoa Văn'" + self._comment(), ""),
        ]

    def _focus(self) -> list[str]:
        texts = [words(self._random, 40) for _ in range(self._random.randint(0, 4))]
        if not texts:
            return self._random.choice(([], ["trong_tam:" + self._comment()]))
        if self._random.random() < 0.2:
            return [f"trong_tam: [{', '.join(map(quoted, texts))}]", ""]
        lines = ["trong_tam:" + self._comment()]
        for text in texts:
            lines += [*self._above(self.step), f"{' ' * self.step}- {self._plain(text)}"]
        return [*lines, ""]

    def _recipients(self) -> list[str]:
        names = [self._random.choice(NAMES) for _ in range(self._random.randint(0, 3))]
        if self._random.random() < 0.5:
            return [f"noi_nhan: [{', '.join(map(quoted, names))}]{self._comment()}"]
        return ["noi_nhan:", *(f"- {quoted(name)}{self._comment()}" for name in names)]

    def _days(self) -> list[str]:
        days = self._random.sample(range(1, 26), self._random.randint(3, 8))
        return [*map(str, sorted(days)), "26-28", "29-30"]

    def _rows(self) -> list[str]:
        lines: list[str] = []
        for days in self._days():
            lines += self._above(self.step)
            if self._random.random() < 0.25:
                lines.append(f"{' ' * self.step}- {self._flow_row(days)}{self._comment()}")
            else:
                lines += self._block_row(days)
            lines += [""] * self._random.choice((1,) if self.gaps else (0, 0, 0, 1, 2))
        return lines

    def _block_row(self, days: str) -> list[str]:
        indent = " " * (self.step + 2)
        lines = [f"{' ' * self.step}- ngay: {days}{self._comment()}"]
        label = days == "29-30" or self._random.random() < 0.2
        if label:
            lines.append(f"{indent}nghi: {self._plain('Nghỉ bù')}{self._comment()}")
        if days == "29-30":
            return lines
        halves = self._random.sample(HALF_DAYS, self._random.randint(0, 3))
        if days == "26-28":
            halves = halves[:1] or ["ca_ngay"]
        for half in sorted(halves, key=HALF_DAYS.index):
            lines += self._half_day(half, indent, least=int(days == "26-28"))
        return lines

    def _half_day(self, half: str, indent: str, least: int) -> list[str]:
        shape = self._random.choice(("list", "list", "list", "list", "text", "mapping", "flow", ""))
        column = len(indent) + self.step
        match shape:
            case "list":
                lines = [f"{indent}{half}:{self._comment()}"]
                for _ in range(self._random.randint(1, 4)):
                    lines += [*self._above(column), *self._item(column)]
                    lines += [""] * self._random.choice((0, 0, 0, 0, 1))
                return lines
            case "text":
                return [f"{indent}{half}: {self._plain(words(self._random))}{self._comment()}"]
            case "mapping":
                inner = len(indent) + max(self.step, 1)
                head, *others = self._mapping(inner)
                return [f"{indent}{half}:{self._comment()}", " " * inner + head, *others]
            case "flow":
                return [f"{indent}{half}: [{self._flow_item()}, {self._flow_item()}]"]
        if least:
            return [f"{indent}{half}: {self._flow_item()}"]
        return [indent + half + self._random.choice((":", ": []", ":   ", ": ~")) + self._comment()]

    def _item(self, column: int) -> list[str]:
        dash = " " * column + "-"
        match self._random.choice(("mapping", "mapping", "mapping", "text", "flow", "below")):
            case "mapping":
                space = self._random.choice((1, 1, 1, 3))
                head, *others = self._mapping(column + 1 + space)
                return [dash + " " * space + head, *others]
            case "below":
                head, *others = self._mapping(column + 4)
                return [dash + self._comment(), " " * (column + 4) + head, *others]
            case "flow":
                return [f"{dash} {self._flow_item()}{self._comment()}"]
        return [f"{dash} {self._plain(words(self._random))}{self._comment()}"]

    def _mapping(self, column: int) -> list[str]:
        indent = " " * column
        pairs = [f"noi_dung: {self._long(column)}"]
        for key, value in (
            ("gio", self._random.choice(TIMES)),
            ("dia_diem", self._plain(words(self._random, 3))),
            ("chuan_bi", quoted(self._random.choice(NAMES[:3]))),
            ("lanh_dao", f"[{quoted(NAMES[3])}, {quoted(NAMES[4])}]"),
            ("ghi_chu", ""),
        ):
            if self._random.random() < 0.4:
                pairs.append(f"{key}: {value}".rstrip() + self._comment())
        if self._random.random() < 0.3:
            names = [f"{indent}{' ' * self.step}- {quoted(name)}" for name in NAMES[:2]]
            pairs = [each for each in pairs if not each.startswith("chuan_bi")]
            pairs.append("\n".join(["chuan_bi:", *(name + self._comment() for name in names)]))
        if self._random.random() < 0.5:
            pairs.append(f"ma: c{next(self._codes)}")
        self._random.shuffle(pairs)
        lines = pairs[:1]
        for pair in pairs[1:]:
            lines += [*self._above(column), indent + pair]
        return "\n".join(lines).split("\n")

    def _long(self, column: int) -> str:
        """Return a text over several lines, in any style."""
        lines = [words(self._random, 6) for _ in range(self._random.randint(1, 3))]
        indent = " " * (column + self._random.randint(1, 4))
        match self._random.choice(("plain", "plain", "quoted", "literal", "folded")):
            case "quoted":
                return '"' + f"\n{indent}".join(lines) + '"' + self._comment()
            case "literal":
                header = self._random.choice(("|", "|-", "|+", f"|{len(indent) - column}"))
                return header + self._comment() + "".join(f"\n{indent}{line}" for line in lines)
            case "folded":
                return ">" + "".join(f"\n{indent}{line}" for line in lines)
        first = self._plain(lines[0])
        return first if first != lines[0] else f"\n{indent}".join(lines)

    def _flow_row(self, days: str) -> str:
        if days == "29-30":
            return "{ngay: 29-30, nghi: Nghỉ bù}"
        halves = [f"{half}: [{self._flow_item()}]" for half in HALF_DAYS[:2]]
        single = [f"chieu: {self._flow_item()}"]
        chosen = self._random.choice([halves, halves[:1], single, single if "-" in days else []])
        return f"{{{', '.join([f'ngay: {days}', *chosen])}}}"

    def _flow_item(self) -> str:
        pairs = [f"noi_dung: {quoted(words(self._random))}"]
        if self._random.random() < 0.5:
            pairs.append(f"gio: {quoted(self._random.choice(TIMES))}")
        if self._random.random() < 0.3:
            pairs.append(f"lanh_dao: [{quoted(NAMES[3])}]")
        self._random.shuffle(pairs)
        return f"{{{self._random.choice(('', ' '))}{', '.join(pairs)}}}"

    def _plain(self, text: str) -> str:
        return text if text[0].isalpha() and "C#" not in text and ": " not in text else quoted(text)

    def _comment(self) -> str:
        if not self.comments or self._random.random() < 0.8:
            return ""
        return f"{' ' * self._random.randint(1, 3)}# gc{next(self._comments)}."

    def _above(self, column: int) -> list[str]:
        if not self.comments or self._random.random() < 0.85:
            return []
        indent = " " * self._random.choice((column, column, column, column + 1))
        return [f"{indent}# gc{next(self._comments)}." for _ in range(self._random.randint(1, 2))]


def quoted(text: str) -> str:
    """Return a text in double quotes; no random text has any."""
    return f'"{text}"'
