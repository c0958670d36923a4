"""Turn URLs into file paths inside the output folder."""

import os
from pathlib import Path


class UrlOutsideSite(ValueError):
    """A URL that leads out of the folder of the site; the message is Vietnamese."""


def safe_join(folder: Path, url: str) -> Path:
    """Return the path of a URL's file in `folder`. Raise `UrlOutsideSite` if it leads out of it.

    Symbolic links need no check: the folder is new and holds none.
    """
    root = os.path.normpath(folder)
    path = Path(os.path.normpath(folder / url))
    if not path.is_relative_to(root):
        raise UrlOutsideSite(
            f"Địa chỉ /{url} dẫn ra ngoài thư mục của trang, nên chưa ghi gì. Sửa địa chỉ đó "
            "trong agendas hoặc docs."
        )
    return path
