"""Whether a strict build has warned of anything yet."""

import logging

from mkdocs.utils import CountHandler


def has_warnings() -> bool:
    """What MkDocs looks at itself, once all plugins are done."""
    generator, *_ = CountHandler.__module__.split(".")  # ProperDocs goes by its own name here
    handlers = logging.getLogger(generator).handlers
    return any(isinstance(each, CountHandler) and each.get_counts() for each in handlers)
