"""Generated agendas for tests and benchmarks: `python -m tests.synthetic`."""

from tests.synthetic.years import write_years

__all__ = ["write_years"]
