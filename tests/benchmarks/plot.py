"""A plot of bars as SVG, which a screen reader can read."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

WIDTH, ROW, BAR = 720, 52, 18
LONGEST = 600


def bars(title: str, values: Sequence[tuple[str, float]]) -> str:
    """A bar a value, its name above it and its number behind it; the first bars are ours."""
    most = max(value for _, value in values)
    told = "; ".join(f"{name}: {_number(value)}" for name, value in values)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} '
        f'{ROW * len(values) + 10}" aria-labelledby="ten mo-ta" font-family="sans-serif" '
        'font-size="14">',
        f'<title id="ten">{escape(title)}</title>',
        f'<desc id="mo-ta">{escape(told)}</desc>',
        f'<rect width="{WIDTH}" height="{ROW * len(values) + 10}" fill="#fff"/>',
    ]
    for row, (name, value) in enumerate(values):
        top, length = row * ROW + 10, max(2, round(LONGEST * value / most))
        lines += [
            f'<text x="8" y="{top + 14}" fill="#1b1b1b">{escape(name)}</text>',
            f'<rect x="8" y="{top + 20}" width="{length}" height="{BAR}" fill="#123f63"/>',
            f'<text x="{length + 16}" y="{top + 34}" fill="#1b1b1b">{_number(value)}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
