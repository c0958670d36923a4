"""Look up the warnings of a strict build."""

import logging

from mkdocs.utils import CountHandler


def has_warnings() -> bool:
    """Return True if MkDocs has logged a warning; it checks the same once plugins are done."""
    generator, *_ = CountHandler.__module__.split(".")  # ProperDocs goes by its own name here
    handlers = logging.getLogger(generator).handlers
    return any(isinstance(each, CountHandler) and each.get_counts() for each in handlers)
