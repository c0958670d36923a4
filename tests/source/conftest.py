"""Properties are tried for as long as they take: some read a whole folder at every try."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
