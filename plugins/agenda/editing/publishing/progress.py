"""The steps of a publication and the reports on them."""

from dataclasses import dataclass
from enum import Enum

from agenda.editing.publishing.public_changes import PublicChange
from agenda.model import Problem


class Step(Enum):
    """A step of a publication, in order; the value is its title."""

    FETCH = "Lấy bản mới nhất của kho"
    CHECK = "Kiểm tra các tệp"
    COMPARE = "Dựng thử, so với trang đang đăng"
    COMMIT = "Lưu vào kho trên máy này"
    PUSH = "Đẩy bản nguồn lên kho"
    DEPLOY = "Đăng trang"
    WAIT = "Chờ trang công khai có bản mới"


class StepState(Enum):
    """The state of a step."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A reason not to publish, with its remedy.

    `problem` gives file, line and field where the reason lies in a file.
    """

    message: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReport:
    """The state of a step.

    The report that `Step.COMPARE` is done has the `changes` that the public will see. A report of a
    stopped step has the `obstacles`.
    """

    step: Step
    state: StepState
    message: str = ""
    changes: tuple[PublicChange, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


class PublishingStopped(Exception):
    """A publication that cannot go on, because of these obstacles."""

    def __init__(self, *obstacles: Obstacle) -> None:
        super().__init__("\n".join(each.message for each in obstacles))
        self.obstacles = obstacles

    @classmethod
    def because(cls, message: str) -> "PublishingStopped":
        """Return a stop for one reason that lies in no file."""
        return cls(Obstacle(message=message))
