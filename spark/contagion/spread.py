"""How a set of scores is distributed, and how people move between tiers."""

import math

from pyspark.sql import functions as F

from .layout import LEVEL
from .network import exact
from .people import tier

#: How many bins of equal width the histogram has.
BIN_COUNT = 12

_QUANTILES = {
    "percentile10": 0.1,
    "first_quartile": 0.25,
    "median": 0.5,
    "third_quartile": 0.75,
    "percentile90": 0.9,
}


def number(value):
    """A number as an SQL literal."""
    return f"({float(value)!r}D)"


def theil_term(ratio):
    """`r ln r - r + 1`, 1 at 0, never below 0: an SQL expression.

    Where ratios have mean 1, `r - 1` adds up to 0, so the sum is that of `r ln r`; but no term is below 0, and nearly equal
    numbers do not lose their digits.
    """
    return f"(case when {ratio} <= 0D then 1D else greatest(0D, {ratio} * ln({ratio}) - ({ratio} - 1D)) end)"


def theil_of(ratio):
    """The same for a number here."""
    return 1.0 if ratio <= 0 else max(0.0, ratio * math.log(ratio) - (ratio - 1))


def center(mean):
    """A mean with few digits: what scores are lessened by before they are multiplied."""
    return float(f"{mean:.6g}")


def inequality_missing(count, lowest, mean):
    """Why Gini and Theil are undefined, or `None`."""
    if count == 0:
        return "there are no people"
    if lowest < 0:
        return f"a value is negative ({lowest!r})"
    return None if mean > 0 else "the mean is not above 0"


def summary(society, column):
    """The scores of a column in a few numbers, with the keys of `ScoreSummary`.

    Gini (A. Sen, "On Economic Inequality" (1973), section 2.7) and Theil's T (H. Theil, "Economics and Information Theory"
    (1967)) are divided by n. Quantiles are of type 7 (R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages"
    (1996)).
    """
    scale, count = society.scale, society.n
    if count == 0:
        return _empty(scale)
    people = society.people
    rows = people.groupBy("q").agg(F.sum(column).alias("sum"), F.min(column).alias("low"), F.max(column).alias("high"))
    rows = rows.collect()
    lowest, highest = min(row.low for row in rows), max(row.high for row in rows)
    middle = center(exact(rows, "sum")[0] / count)
    deviation = f"({column} - {number(middle)})"
    # The mean of what is left tells the mean to the last digit, and the variance loses nothing to it.
    rows = people.groupBy("q").agg(F.expr(f"sum({deviation})").alias("sum")).collect()
    mean = min(max(middle + exact(rows, "sum")[0] / count, lowest), highest)
    missing = inequality_missing(count, lowest, mean)
    is_defined = missing is None
    ratio = f"({column} / {number(mean if is_defined else 1)})"
    width = scale["high"] - scale["low"]
    position = f"({column} - {number(scale['low'])}) / {number(width)} * {number(BIN_COUNT)}"
    position = f"cast(least(greatest({position}, 0D), {number(BIN_COUNT - 1)}) as int)"
    tiers = tier(scale, column)
    counts = [F.expr(f"count_if({position} = {bin})").alias(f"bin{bin}") for bin in range(BIN_COUNT)]
    counts += [F.expr(f"count_if({tiers} = {slot})").alias(f"tier{slot}") for slot in range(len(scale["cuts"]) + 1)]
    square = f"({column} - {number(mean)}) * ({column} - {number(mean)})"
    theil = f"sum({theil_term(ratio)})" if is_defined else "0D"
    rows = people.groupBy("q").agg(F.expr(f"sum({square})").alias("square"), F.expr(theil).alias("theil"), *counts)
    rows = rows.collect()
    square, theil = exact(rows, "square", "theil")
    ranked = _ranked(society, column, middle, highest - lowest)
    result = {"mean": mean, "sd": math.sqrt(square / count), "lowest": lowest, **ranked["quantiles"], "highest": highest}
    if is_defined:
        result["gini"] = ranked["moment"] / (float(count) * float(count) * mean)
        result["theil"] = theil / count
    else:
        result["missing"] = missing
    result["histogram"] = [sum(row[f"bin{bin}"] for row in rows) for bin in range(BIN_COUNT)]
    result["tiers"] = [sum(row[f"tier{slot}"] for row in rows) for slot in range(len(scale["cuts"]) + 1)]
    return result


def _empty(scale):
    names = ["mean", "sd", "lowest", *_QUANTILES, "highest"]
    return {
        **{name: 0.0 for name in names},
        "missing": "there are no people",
        "histogram": [0] * BIN_COUNT,
        "tiers": [0] * (len(scale["cuts"]) + 1),
    }


def _ranked(society, column, middle, width):
    """Quantiles, and `sum_k (2 k - n - 1) x_(k)`, from the scores in rising order."""
    count = society.n
    frame = society.people.selectExpr(f"{column} as x").orderBy("x")
    ordered = frame.withColumn("_n", F.monotonically_increasing_id()).persist(LEVEL)
    # Spark numbers rows within a partition in the low 33 bits.
    part = "cast(shiftright(_n, 33) as int)"
    counts = sorted(ordered.groupBy(F.expr(part).alias("part")).agg(F.count("*").alias("count")).collect())
    starts, start = {}, 0
    for slot, size in counts:
        starts[slot] = start
        start += size
    table = "array(" + ",".join(f"{starts.get(slot, 0)}L" for slot in range(max(starts) + 1)) + ")"
    rank = f"({table}[{part}] + (_n & 8589934591L))"
    wanted = set()
    for share in _QUANTILES.values():
        below = math.floor(share * (count - 1))
        wanted |= {below, min(below + 1, count - 1)}
    picks = [F.expr(f"max(case when k = {place}L then x end)").alias(f"at{place}") for place in sorted(wanted)]
    terms = ordered.selectExpr("x", f"{rank} as k")
    terms = terms.withColumn("t", F.expr(f"cast(2 * k + 1 - {count}L as double) * (x - {number(middle)})"))
    # Where the parts begin is a matter of samples, so the sum must not depend on its order.
    terms, names = free_of_order(terms, "t", max(abs(middle), width, 1e-300) * 4 * count, count)
    rows = terms.groupBy().agg(*[F.sum(name).alias(name) for name in names], *picks).collect()
    ordered.unpersist()
    at = {place: rows[0][f"at{place}"] for place in wanted}
    quantiles = {}
    for name, share in _QUANTILES.items():
        position = share * (count - 1)
        below = math.floor(position)
        low, high = at[below], at[min(below + 1, count - 1)]
        quantiles[name] = low + (position - below) * (high - low)
    return {"quantiles": quantiles, "moment": math.fsum(rows[0][name] for name in names)}


def free_of_order(frame, column, largest, count):
    """The rows with a number split into three, each of which adds up without rounding, in whatever order.

    Each piece is a multiple of a unit so large that the sum of all has no digits below it. Source: J. Demmel, H. D. Nguyen,
    "Fast reproducible floating-point summation", IEEE ARITH (2013). `largest`: no number is larger.

    Returns the rows and the names of the pieces.
    """
    rest, names = column, []
    bound = largest
    for slot in range(3):
        # Adding and taking away 1.5 * 2^e rounds to a multiple of 2^(e - 52); `count` such pieces stay exact.
        exponent = math.ceil(math.log2(bound)) + max(1, math.ceil(math.log2(count + 1))) + 1
        if exponent < -900:
            break
        large = number(1.5 * 2.0**exponent)
        name = f"_{column}{slot}"
        frame = frame.withColumn(name, F.expr(f"({rest} + {large}) - {large}"))
        frame = frame.withColumn(f"_{column}rest{slot}", F.expr(f"{rest} - {name}"))
        rest = f"_{column}rest{slot}"
        names.append(name)
        bound = 2.0 ** (exponent - 52)
    return frame, names


def transitions(society):
    """People by the tiers of their own (row) and public score (column)."""
    scale = society.scale
    size = len(scale["cuts"]) + 1
    counts = [[0] * size for _ in range(size)]
    table = society.people.selectExpr(f"{tier(scale, 'own')} as a", f"{tier(scale, 'pub')} as b")
    for row in table.groupBy("a", "b").agg(F.count("*").alias("people")).collect():
        counts[row.a][row.b] = row.people
    return counts


def shorrocks(counts):
    """Shorrocks' mobility index `(k - trace P) / (k - 1)` over the k tiers with people before, or `None` below two.

    Source: A. F. Shorrocks, "The measurement of mobility", Econometrica 46 (1978) 1013-1024.
    """
    rows = [slot for slot, row in enumerate(counts) if sum(row) > 0]
    if len(rows) < 2:
        return None
    trace = sum(counts[slot][slot] / sum(counts[slot]) for slot in rows)
    return (len(rows) - trace) / (len(rows) - 1)
