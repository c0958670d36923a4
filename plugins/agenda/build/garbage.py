"""When Python looks for objects that only hold each other: between builds, not in them.

Nearly all that a build makes lives as long as it, so that looking it over finds nothing.
"""

import gc


def clear_garbage() -> None:
    """Clear away what earlier builds of this process left."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


def leave_garbage() -> None:
    """Look no more from now on."""
    gc.disable()


def look_for_garbage() -> None:
    """Look again, but not at what is there: the process is about to end, or to build anew."""
    gc.freeze()
    gc.enable()
