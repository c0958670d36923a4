"""The branch that is live, and what to do when its ledger cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LiveBranch:
    """The branch `name` of a remote; each sentence says what to do when it cannot be compared."""

    remote: str
    name: str

    @property
    def tracking(self) -> str:
        """The name by which a clone knows the branch."""
        return f"{self.remote}/{self.name}"

    def ways_back(self) -> str:
        """Return how to restore the branch to a good deploy."""
        return (
            f"  - khôi phục nhánh {self.name} về lần đăng còn tốt: xem các lần đăng bằng "
            f"git log {self.tracking}, rồi git push --force {self.remote} "
            f"<mã>:refs/heads/{self.name}, rồi git branch -D -r {self.tracking}"
        )

    def describe_unreadable(self) -> str:
        """Describe a branch that git cannot read."""
        return (
            f"Git không đọc được nhánh {self.tracking}, nên không biết những địa chỉ nào đã đăng. "
            "Kiểm tra kết nối rồi lấy lại nhánh đó:\n"
            f"  git fetch --refetch {self.remote} "
            f"+refs/heads/{self.name}:refs/remotes/{self.tracking}\n"
            "Vẫn không được thì sao lại cả kho vào thư mục khác (git clone) và đăng từ đó."
        )

    def describe_deleted(self, commit: str) -> str:
        """Describe a deleted branch whose last known commit is `commit`."""
        return (
            f"Kho {self.remote} không còn nhánh {self.name}, mà trang từng được đăng từ bản sao "
            "này. Nếu nhánh bị xóa nhầm, hãy đẩy lại rồi đăng:\n"
            f"  git push {self.remote} {commit}:refs/heads/{self.name}\n"
            "Nếu thật sự chưa đăng lần nào, xóa dấu vết cũ rồi đăng:\n"
            f"  git branch -D {self.name}"
        )

    def describe_moved(self, branch: str) -> str:
        """Describe a site that is live on another branch."""
        return (
            f"Kho {self.remote} chưa có nhánh {self.name} mà mkdocs.yml ghi ở remote_branch, còn "
            f"trang đang đăng ở nhánh {branch}. Nếu đổi nhầm, ghi lại remote_branch: {branch}. Nếu "
            "thật sự đổi, chép nhánh cũ sang tên mới rồi đăng lại, để địa chỉ đã đăng vẫn được "
            "giữ:\n"
            f"  git fetch {self.remote} {branch}\n"
            f"  git push {self.remote} FETCH_HEAD:refs/heads/{self.name}"
        )

    def describe_rewound(self, seen: str, commit: str) -> str:
        """Describe a branch whose tip `commit` no longer has the commit `seen`."""
        return (
            f"Nhánh {self.name} ở kho {self.remote} đã bị lùi hoặc bị ghi đè: lần đăng "
            f"{seen[:12]} không còn trong lịch sử của nhánh. Nếu là nhầm, hãy đẩy lại bản đó:\n"
            f"  git push --force-with-lease={self.name}:{commit} {self.remote} "
            f"{seen}:refs/heads/{self.name}\n"
            "Nếu cố ý (như khi gỡ hẳn chữ khỏi lịch sử), xóa dấu vết cũ ở bản sao này rồi đăng "
            "lại:\n"
            f"  git branch -D -r {self.tracking}\n"
            f"  git branch -D {self.name}"
        )
