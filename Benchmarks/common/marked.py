"""Tables in Markdown, and the part of a document between two markers."""

import pathlib


def replace(path, name, text):
    """Put `text` between `<!-- name -->` and `<!-- /name -->` of a document; exactly one such pair must be there."""
    path = pathlib.Path(path)
    document = path.read_text()
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if document.count(begin) != 1 or document.count(end) != 1:
        raise SystemExit(f"{path}: one pair of markers {begin} ... {end} was expected")
    head, rest = document.split(begin)
    tail = rest.split(end)[1]
    path.write_text(f"{head}{begin}\n\n{text.strip()}\n\n{end}{tail}")


def table(header, rows):
    """A table; the first column is text, the others are numbers."""
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def seconds(value):
    """A time with three digits or so."""
    if value is None:
        return ""
    if value < 0.1:
        return f"{value * 1000:.1f} ms"
    return f"{value:.2f} s" if value < 100 else f"{value:.0f} s"


def size(value):
    """Bytes in MB (10^6)."""
    return "" if value is None else f"{value / 1e6:.0f} MB"
