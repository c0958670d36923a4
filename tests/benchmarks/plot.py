"""An accessible bar chart as SVG."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

WIDTH, ROW, BAR = 720, 52, 18
LONGEST = 600


def bars(title: str, values: Sequence[tuple[str, float]]) -> str:
    """Draw a bar for each value, with its name above and its number at the end."""
    largest = max(value for _, value in values)
    description = "; ".join(f"{name}: {value:.1f}" for name, value in values)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} '
        f'{ROW * len(values) + 10}" aria-labelledby="title description" font-family="sans-serif" '
        'font-size="14">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f'<rect width="{WIDTH}" height="{ROW * len(values) + 10}" fill="#fff"/>',
    ]
    for row, (name, value) in enumerate(values):
        top, length = row * ROW + 10, max(2, round(LONGEST * value / largest))
        lines += [
            f'<text x="8" y="{top + 14}" fill="#1b1b1b">{escape(name)}</text>',
            f'<rect x="8" y="{top + 20}" width="{length}" height="{BAR}" fill="#123f63"/>',
            f'<text x="{length + 16}" y="{top + 34}" fill="#1b1b1b">{value:.1f}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])
