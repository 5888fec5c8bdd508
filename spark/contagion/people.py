"""Who there is: ids, numbers, own scores and the scale they are on."""

import math

from pyspark.sql import functions as F

from .events import Failure
from .reading import LARGEST, notice, plain, refuse

ID_NAMES = ["id", "person", "node", "name", "label"]
SCORE_NAMES = ["score", "own_score"]

_NAMED = {
    "zhima": (350.0, 950.0, [550.0, 600.0, 650.0, 700.0], ["350-549", "550-599", "600-649", "650-699", "700-950"]),
    "fico": (300.0, 850.0, [580.0, 670.0, 740.0, 800.0], ["300-579", "580-669", "670-739", "740-799", "800-850"]),
}


def scale(text):
    """The scale with a name: zhima, fico, unit or LOW:HIGH."""
    name = text.lower()
    if name in _NAMED:
        low, high, cuts, tiers = _NAMED[name]
        return {"name": name, "low": low, "high": high, "cuts": cuts, "tier_names": tiers}
    if name == "unit":
        return {**fifths(0.0, 1.0), "name": "unit"}
    try:
        low, high = (float(end) for end in text.split(":"))
    except ValueError:
        low, high = 1.0, 0.0
    if not (low < high and max(abs(low), abs(high)) <= 1e100):
        raise Failure(64, [f"'{text}' is not a scale; zhima, fico, unit or LOW:HIGH with LOW below HIGH was expected"])
    return fifths(low, high)


def fifths(low, high):
    """A scale cut into fifths."""
    return {
        "name": f"{plain(low)}:{plain(high)}",
        "low": low,
        "high": high,
        "cuts": [low + (high - low) * part / 5 for part in (1, 2, 3, 4)],
        "tier_names": ["lowest fifth", "second fifth", "middle fifth", "fourth fifth", "top fifth"],
    }


def tier(scale, column):
    """The tier of a score, from 0: an SQL expression."""
    return "(" + " + ".join(f"cast({column} >= {cut!r}D as int)" for cut in scale["cuts"]) + ")"


def indexed(frame, order, checkpoint):
    """Rows numbered from 0 in an order, as column `i`; kept, so that numbers never change. Returns them and how many.

    `order`: a column that tells any two rows apart.
    """
    held = checkpoint(frame.orderBy(order).withColumn("_n", F.monotonically_increasing_id()))
    # Spark numbers rows within a partition in the low 33 bits; a table of partitions makes that one count.
    counts = held.groupBy(F.expr("cast(shiftright(_n, 33) as int)").alias("part")).count().collect()
    start, starts = 0, {}
    for part, count in sorted(counts):
        starts[part] = start
        start += count
    last = max(starts, default=-1)
    table = "array(" + ",".join(f"{starts.get(part, 0)}L" for part in range(last + 1)) + ")" if starts else "array(0L)"
    kind = "int" if start < 2**31 else "bigint"
    number = f"cast({table}[cast(shiftright(_n, 33) as int)] + (_n & 8589934591L) as {kind})"
    return held.withColumn("i", F.expr(number)).drop("_n"), start


def distinct_ids(table, column):
    """Refuses empty and repeated ids, and rows that are not whole."""
    frame, name = table.frame, table.name
    text = F.expr(table.text(column)).alias("id")
    kept = frame.select(text, "_bad", "_place")
    broken = kept.where("_bad or id is null or id = ''").orderBy("_place").limit(20).collect()
    refuse(
        broken,
        lambda row: (
            f'{name}: the row of "{row.id}" has not as many fields as the header'
            if row._bad
            else f"{name}: an id is empty; a person's id was expected"
        ),
    )
    twice = kept.groupBy("id").count().where("count > 1").orderBy("id").limit(20).collect()
    refuse(twice, lambda row: f'{name}: "{row.id}" stands there {row["count"]} times; each person once was expected')


class OwnScores:
    """Own scores from a column, from factors by a scorecard, or invented."""

    def __init__(self, table, options):
        self.table = table
        self.options = options
        self.notices = []
        card_scale = options.scorecard.get("scale") if options.scorecard else None
        asked = options.scale or card_scale
        self.scale = scale(asked) if asked else None
        self.is_synthetic = options.scores == "synthetic"

    def added(self, frame):
        """The people with a column `own`, missing where there is no score; raises what is wrong with scores."""
        options = self.options
        if self.is_synthetic:
            self.scale = self.scale or scale("zhima")
            text = "own scores are invented: the golden-ratio sequence on " + self.scale["name"]
            self.notices.append(notice("assumed", text + " (--scores synthetic)"))
            return frame.withColumn("own", F.lit(0.0))
        if self.table is None:
            raise Failure(
                65,
                ["nobody has an own score: a column \"score\" was expected, and there is no people file"],
                "Hint: try --scores synthetic.",
            )
        return self._composed(frame) if options.scorecard else self._given(frame)

    def invented(self, frame):
        """The golden-ratio sequence, by number: `low + width * frac((i + 1) * phi)`."""
        golden = (math.sqrt(5) - 1) / 2
        low, width = self.scale["low"], self.scale["high"] - self.scale["low"]
        turned = f"((cast(i as double) + 1D) * {golden!r}D)"
        return frame.withColumn("own", F.expr(f"{low!r}D + {width!r}D * ({turned} - floor({turned}))"))

    def _given(self, frame):
        table, name = self.table, self.table.name
        names = [self.options.score_column.lower()] if self.options.score_column else SCORE_NAMES
        column = table.column(names)
        if column is None:
            found = ", ".join(f'"{other}"' for other in table.columns if other.lower() not in ID_NAMES[:1])
            has = f"it has {found}" if found else "it has no other columns"
            raise Failure(
                65,
                [f'{name}: nobody has an own score: a column "{names[0]}" was expected, and {has}'],
                "Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.",
            )
        frame = self._numbers(frame, column, "own")
        if self.scale is None:
            low, high = frame.agg(F.min("own"), F.max("own")).first()
            self.scale = self._fitting(low, high)
        low, high = self.scale["low"], self.scale["high"]
        off = frame.where(f"own < {low!r}D or own > {high!r}D").orderBy("_place").limit(21).collect()
        refuse(
            off,
            lambda row: f'{name}, column "{column}": {plain(row.own)} of "{row.id}" is off the scale; '
            f"{plain(low)} to {plain(high)} was expected (--scale)",
        )
        return frame

    def _numbers(self, frame, column, name):
        table = self.table
        frame = frame.withColumn(name, F.expr(table.number(column)))
        wrong = f"(not {table.is_missing(column)}) and ({name} is null or isnan({name}) or abs({name}) > {LARGEST!r}D)"
        rows = frame.where(wrong).select("id", F.expr(table.text(column)).alias("text")).orderBy("id").limit(21)
        refuse(
            rows.collect(),
            lambda row: f'{table.name}, column "{column}": "{row.text}" of "{row.id}" is not a number; '
            "a number was expected",
        )
        return frame

    def _fitting(self, low, high):
        """Zhima if all scores fit it, else the range of the scores."""
        low, high = (0.0, 1.0) if low is None else (low, high)
        if 350 <= low and high <= 950:
            self.notices.append(notice("assumed", "scale zhima, 350 to 950: all own scores fit it (--scale)"))
            return scale("zhima")
        margin = 0.0 if low < high else max(0.5, abs(low) * 1e-12)
        fitted = fifths(low - margin, high + margin)
        self.notices.append(notice("assumed", f"scale {fitted['name']}: the range of the own scores (--scale)"))
        return fitted

    def _composed(self, frame):
        """Scores by a scorecard: `low + width * sum(weight * u) / sum(weight)`, u the factor brought to 0 to 1."""
        table, card = self.table, self.options.scorecard
        if self.scale is None:
            self.notices.append(
                notice("assumed", "scale zhima, 350 to 950, for the scorecard's scores (--scale)")
            )
            self.scale = scale("zhima")
        terms, total = [], sum(factor["weight"] for factor in card["factors"])
        for number, factor in enumerate(card["factors"]):
            column = table.column([factor["name"].lower()])
            if column is None:
                found = ", ".join(f'"{other}"' for other in table.columns)
                raise Failure(
                    65,
                    [f'{table.name}: there is no column "{factor["name"]}", which the scorecard needs; it has {found}'],
                )
            value = f"_f{number}"
            frame = self._numbers(frame, column, value)
            unit = self._unit(frame, column, factor, value)
            if unit is None:
                frame, unit = self._ranked(frame, value)
            terms.append(f"{float(factor['weight'])!r}D * " + (f"(1D - {unit})" if factor.get("better") == "low" else unit))
        low, high = self.scale["low"], self.scale["high"]
        whole = f"{low!r}D + {high - low!r}D * ((0D + {' + '.join(terms)}) / {float(total)!r}D)"
        frame = frame.withColumn("own", F.expr(f"least(greatest({whole}, {low!r}D), {high!r}D)"))
        missing = " or ".join(f"_f{number} is null" for number in range(len(card["factors"])))
        frame = frame.withColumn("own", F.expr(f"case when {missing} then null else own end"))
        return frame.drop(*[f"_f{number}" for number in range(len(card["factors"]))])

    def _unit(self, frame, column, factor, value):
        rule = factor.get("normalise", "range")
        if rule == "range":
            low, high = float(factor["low"]), float(factor["high"])
            off = frame.where(f"{value} < {low!r}D or {value} > {high!r}D").orderBy("_place").limit(21).collect()
            refuse(
                off,
                lambda row: f'{self.table.name}, column "{column}": {plain(row[value])} of "{row.id}" is out of '
                f"range; {plain(low)} to {plain(high)} was expected",
            )
        elif rule == "minmax":
            low, high = frame.agg(F.min(value), F.max(value)).first()
            if low is None or not low < high:
                return "0.5D"
        else:
            return None
        return f"(({value} - {low!r}D) / ({high!r}D - {low!r}D))"

    def _ranked(self, frame, value):
        """By rank: (mean rank - 1) / (people - 1), ties sharing their mean rank."""
        counts = frame.where(f"{value} is not null").groupBy(value).count()
        known = counts.agg(F.sum("count")).first()[0] or 0
        if known < 2:
            return frame, "0.5D"
        # Different values of a factor are few beside people; one partition orders them.
        from pyspark.sql import Window

        below = F.sum("count").over(Window.orderBy(value).rowsBetween(Window.unboundedPreceding, -1))
        ranks = counts.withColumn("_below", F.coalesce(below, F.lit(0))).selectExpr(
            f"{value} as _value", f"(cast(2 * _below + count - 1 as double) / 2D) / {float(known - 1)!r}D as _u{value}"
        )
        joined = frame.join(ranks, frame[value] == ranks["_value"], "left").drop("_value")
        return joined, f"_u{value}"
