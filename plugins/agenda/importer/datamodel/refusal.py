"""The error for a file that cannot be imported."""


class ImportRefused(ValueError):
    """A refused file: the reason and the remedy, in Vietnamese, both without a full stop."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}; {remedy}")
        self.message = message
        self.remedy = remedy
