"""URLs as paths of files, which never leave the folder that is written."""

import os
from pathlib import Path


class UrlOutsideSite(ValueError):
    """A URL that leads out of the folder of the site; the message is Vietnamese."""


def safe_join(folder: Path, url: str) -> Path:
    """Where in `folder` the file of a URL lies; raises `UrlOutsideSite`.

    No link is followed: the folder was made for what is written.
    """
    root = os.path.normpath(folder)
    path = Path(os.path.normpath(folder / url))
    if not path.is_relative_to(root):
        raise UrlOutsideSite(
            f"Địa chỉ /{url} dẫn ra ngoài thư mục của trang, nên chưa ghi gì. Sửa địa chỉ đó "
            "trong agendas hoặc docs."
        )
    return path
