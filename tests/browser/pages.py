"""One address of every kind of page, as a path below the home page."""

PAGES = {
    "home": "",
    "month": "2021/05/",
    "year": "2021/",
    "leaders": "lanh-dao/",
    "leader": "lanh-dao/do-khoa-van/",
    "leader's year": "lanh-dao/do-khoa-van/2021/",
    "units": "co-quan/",
    "unit": "co-quan/phong-tt-tk/",
    "groups": "nhom/",
    "group": "nhom/lanh-dao-so/",
    "glossary": "chu-viet-tat/",
    "search": "tim-kiem/",
    "following": "lich/",
    "data": "du-lieu/",
    "frame of a week": "nhung/tuan-nay/",
    "about": "gioi-thieu/",
    "guide": "huong-dan/dang-lich/",
    "missing": "khong/co/trang/nay/",
}
