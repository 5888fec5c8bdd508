"""A chart with two panels and logarithmic axes, as SVG that is readable on light and dark pages."""

import html
import math

WIDTH, HEIGHT = 900, 400
LEFT, TOP, PANEL, TALL, GAP = 64, 56, 350, 270, 94
STYLE = """
svg { color: #24292f; --page: #ffffff; --one: #0969da; --two: #bc4c00; --grid: #d0d7de; }
@media (prefers-color-scheme: dark) { svg { color: #e6edf3; --page: #0d1117; --one: #58a6ff; --two: #f0883e; --grid: #3d444d; } }
text { font: 13px system-ui, sans-serif; fill: currentColor; }
.title { font-weight: 600; }
.page { fill: var(--page); }
.grid { stroke: var(--grid); stroke-width: 1; }
.line { fill: none; stroke-width: 2.5; }
.s0 { stroke: var(--one); } .s1 { stroke: var(--two); stroke-dasharray: 7 4; }
.d0 { fill: var(--one); } .d1 { fill: var(--two); }
"""


def power(exponent):
    """10 to an exponent, as a reader writes it."""
    if 0 <= exponent <= 3:
        return str(10**exponent)
    digits = str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10{digits}"


class Panel:
    """Axes from a power of ten to a power of ten."""

    def __init__(self, number, title, unit, series):
        points = [point for _, line in series for point in line]
        self.x0, self.unit, self.title, self.series = LEFT + number * (PANEL + GAP), unit, title, series
        self.low = [math.floor(math.log10(min(point[axis] for point in points)) + 1e-9) for axis in (0, 1)]
        self.high = [math.ceil(math.log10(max(point[axis] for point in points)) - 1e-9) for axis in (0, 1)]
        self.high = [max(high, low + 1) for low, high in zip(self.low, self.high)]

    def place(self, x, y):
        share = [(math.log10(value) - self.low[axis]) / (self.high[axis] - self.low[axis]) for axis, value in enumerate((x, y))]
        return self.x0 + share[0] * PANEL, TOP + (1 - share[1]) * TALL

    def draw(self):
        bottom = TOP + TALL
        parts = [f'<text class="title" x="{self.x0}" y="{TOP - 14}">{html.escape(self.title)}</text>']
        for exponent in range(self.low[1], self.high[1] + 1):
            _, y = self.place(10 ** self.low[0], 10.0**exponent)
            parts.append(f'<line class="grid" x1="{self.x0}" x2="{self.x0 + PANEL}" y1="{y:.1f}" y2="{y:.1f}"/>')
            parts.append(f'<text x="{self.x0 - 8}" y="{y + 4:.1f}" text-anchor="end">{power(exponent)}</text>')
        for exponent in range(self.low[0], self.high[0] + 1):
            x, _ = self.place(10.0**exponent, 10.0 ** self.low[1])
            parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}"/>')
            parts.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{power(exponent)}</text>')
        parts.append(f'<text x="{self.x0 + PANEL / 2}" y="{bottom + 40}" text-anchor="middle">ties</text>')
        for number, (name, line) in enumerate(self.series):
            places = [self.place(*point) for point in line]
            path = " ".join(f"{'M' if not index else 'L'}{x:.1f} {y:.1f}" for index, (x, y) in enumerate(places))
            parts.append(f'<path class="line s{number}" d="{path}"/>')
            for (x, y), point in zip(places, line):
                label = html.escape(f"{name}: {point[0]:,} ties, {point[1]:.3g} {self.unit}")
                parts.append(f'<circle class="d{number}" cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{label}</title></circle>')
        return parts


def draw(title, description, panels):
    """The SVG. Each panel is a title, a unit, and series: a name and (ties, value) points, all above 0."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        f'<title id="t">{html.escape(title)}</title>', f'<desc id="d">{html.escape(description)}</desc>',
        f"<style>{STYLE}</style>",
        # A ground of its own: the page may be dark where the system is light.
        f'<rect class="page" width="{WIDTH}" height="{HEIGHT}" rx="8"/>',
    ]
    for number, panel in enumerate(panels):
        parts += Panel(number, *panel).draw()
    x = LEFT
    for number, (name, _) in enumerate(panels[0][2]):
        y = HEIGHT - 10
        parts.append(f'<path class="line s{number}" d="M{x} {y - 4}h32"/><text x="{x + 40}" y="{y}">{html.escape(name)}</text>')
        x += 60 + 8 * len(name)
    return "\n".join([*parts, "</svg>"]) + "\n"
