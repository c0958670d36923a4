"""Pause the garbage collector during a build.

Nearly all objects of a build live until its end, so that a collection finds nothing.
"""

import gc


def collect_earlier_garbage() -> None:
    """Collect the garbage of earlier builds in this process."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


def disable_collector() -> None:
    """Disable the garbage collector."""
    gc.disable()


def enable_collector() -> None:
    """Enable the collector without a look at present objects: the build is over."""
    gc.freeze()
    gc.enable()
