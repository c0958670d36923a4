"""A file that cannot be read, and what to do instead."""


class ImportRefused(ValueError):
    """Why a file is refused and the remedy, in Vietnamese, each without its final stop."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}; {remedy}")
        self.message = message
        self.remedy = remedy
