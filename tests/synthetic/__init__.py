"""Agendas that nobody ever signed, for tests and benchmarks alone: `python -m tests.synthetic`."""

from tests.synthetic.years import write_years

__all__ = ["write_years"]
