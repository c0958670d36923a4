"""`python -m tests.synthetic FOLDER`: write synthetic years into a folder."""

import argparse
from pathlib import Path

from tests.synthetic import write_years


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.synthetic", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write the YAML files")
    parser.add_argument("--first-year", type=int, default=2006)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    write_years(options.folder, options.first_year, options.years, seed=options.seed)


if __name__ == "__main__":
    main()
