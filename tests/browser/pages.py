"""One URL of every kind of page, as a path below the home page."""

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
    "accessibility": "tiep-can/",
    "guide": "huong-dan/dang-lich/",
    "missing": "khong/co/trang/nay/",
}

OTHER_PAGES = {
    "amended month": "2021/06/",
    "superseded revision": "2021/06/ban-goc/",
    "changes of a month": "2021/06/thay-doi/",
    "all changes": "thay-doi/",
    "leader": "lanh-dao/binh/",
    "year": "2021/",
    "tombstone": "2021/04/",
    "wide table": "bang-so/",
}
"""The same of the site that has every shape an agenda can have."""
