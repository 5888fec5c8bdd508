"""Measures of how alike tied people's scores are, from the sums over each person's ties."""

import math

from pyspark.sql import functions as F

from .network import exact
from .tie_sums import is_flat


def totals(sums):
    """Sums over people, by `fK_NAME` for frame K, see `_terms`."""
    aggregates, kinds = [], {}
    for frame in sums.frames:
        for name, (kind, expression) in _terms(sums, frame).items():
            kinds[frame.name(name)] = kind
            aggregates.append(F.expr(f"{kind}({expression})").alias(frame.name(name)))
    if not aggregates:
        return {}
    rows = sums.table.groupBy("q").agg(*aggregates).collect()
    found = {}
    for name, kind in kinds.items():
        values = [row[name] for row in rows if row[name] is not None]
        if kind == "sum":
            found[name] = exact(rows, name)[0]
        elif kind == "count_if":
            found[name] = sum(values)
        else:
            found[name] = (min if kind == "min" else max)(values, default=None)
    return found


def _terms(sums, frame):
    """What is added up over people: how, and an SQL expression, by name."""
    s, tied = frame.name("s"), sums.is_tied(frame)
    out = f"{s} > 0D"
    arrives = frame.name("in") if frame.is_directed else out
    terms = {"tied": ("count_if", tied), "rows": ("count_if", out), "total": ("sum", s)}
    for letter, score in (("a", "own"), ("b", "pub")):
        x, y1, y2 = f"x_{score}", frame.name(letter + "1"), frame.name(letter + "2")
        lag = f"({y1} / {s})"
        whole = f"{s} * {x} * {x} - 2D * {x} * {y1} + {y2}"

        def add(name, expression, condition, kind="sum", letter=letter):
            terms[f"{letter}_{name}"] = (kind, f"case when {condition} then {expression} end")

        add("x", x, tied)
        add("xx", f"{x} * {x}", tied)
        add("out_x", x, out)
        add("sx", f"{s} * {x}", out)
        add("sxx", f"{s} * {x} * {x}", out)
        add("y", y1, out)
        add("yy", y2, out)
        add("xy", f"{x} * {y1}", out)
        add("lag", lag, out)
        add("xlag", f"{x} * {lag}", out)
        add("difference", f"greatest(0D, ({whole}) / {s})", out)
        add("apart", f"greatest(0D, {whole})", out)
        above = f"{out} and {lag} > {x} + 1e-12D * abs({score})"
        terms[f"{letter}_above"] = ("count_if", above)
        for name, condition in (("", tied), ("out_", out), ("in_", arrives)):
            add(name + "low", score, condition, "min")
            add(name + "high", score, condition, "max")
    for slot in range(len(sums.divisions)):
        terms[f"people_{slot}"] = ("count_if", f"{tied} and g{slot} > 0")
        if frame in sums.combined and slot < len(sums.labels):
            terms[f"alone_{slot}"] = ("sum", f"case when g{slot} = 0 then {s} * {s} end")
            terms[f"alone_self_{slot}"] = ("sum", f"case when g{slot} = 0 then {frame.name('self')} end")
    return terms


def statistics(totals, frame, letter):
    """Assortativity, Moran's I, Geary's C, the share of people whose friends have more, and how much more.

    With z the scores less their mean over people with ties: `r = (<z_i z_j> - <z_i><z_j>) / (sd_i sd_j)`, means over arcs by
    weight (M. E. J. Newman, Phys. Rev. E 67 (2003) 026126, eq. 21, with weights); `I = (n / S0) sum z_i (W z)_i / sum z_i^2`
    (Moran 1950); `C = (n - 1) / (2 S0) sum W_ij (z_i - z_j)^2 / sum z_i^2` (Geary 1954), W row-standardised; S. L. Feld,
    Amer. J. Sociology 96 (1991) 1464-1477. Missing values are `None`.
    """

    def of(name):
        return totals[frame.name(f"{letter}_{name}")]

    count, rows, total = (totals[frame.name(name)] for name in ("tied", "rows", "total"))
    if not rows:
        return [None] * 5
    mean = of("x") / count
    square = of("xx") - count * mean * mean
    has_spread = square > 0 and not is_flat(of("low"), of("high"))
    product = of("xlag") - mean * (of("out_x") + of("lag")) + rows * mean * mean
    moran = count / rows * product / square if has_spread else None
    geary = (count - 1) / (2 * rows) * of("difference") / square if has_spread and count > 1 else None
    source, target = of("sx") / total, of("y") / total
    spread = (of("sxx") / total - source * source) * (of("yy") / total - target * target)
    is_even = is_flat(of("out_low"), of("out_high")) or is_flat(of("in_low"), of("in_high"))
    assortativity = None
    if not is_even and spread > 0:
        assortativity = min(1.0, max(-1.0, (of("xy") / total - source * target) / math.sqrt(spread)))
    return [assortativity, moran, geary, of("above") / rows, of("y") / total - of("out_x") / rows]
