"""Sizes, scores and ties of groups, and measures by groups. Groups can be as many as people, so they stay on the cluster."""

import math

from pyspark.sql import Window
from pyspark.sql import functions as F

from .layout import LEVEL
from .network import exact
from .spread import number, theil_term
from .tie_sums import SCORES

#: Groups smaller than this do not count as top or bottom.
SMALLEST = 5
#: The weight of identification in the index of Esteban and Ray.
ALPHA = 1.3


class GroupTable:
    """One row a group of a division, sorted by number in partitions by number; kept until `forget`."""

    def __init__(self, sums, slot):
        self.sums, self.slot = sums, slot
        self.layout = sums.society.layout
        self.has_scores = slot < len(sums.labels)
        scores = SCORES if self.has_scores else []
        self.references = {score: self._reference(score) for score, _ in scores}
        group = f"g{slot}"
        ties = [frame.name(f"{kind}_{slot}") for frame in sums.frames for kind in ("same", "other")]
        for frame in {frame.slot: frame for frame in sums.combined}.values():
            ties += [frame.name("s"), frame.name("self")]
            ties += [frame.name(f"none_{slot}")] if self.has_scores else []
        aggregates = [F.count("*").alias("n"), *[F.sum(name).alias(name) for name in ties]]
        for score, _ in scores:
            x = f"x_{score}"
            ratio = theil_term(f"({score} / {number(self.references[score])})")
            aggregates += [
                F.avg(x).alias(f"{score}_mean"), F.var_pop(x).alias(f"{score}_variance"),
                F.min(score).alias(f"{score}_low"), F.max(score).alias(f"{score}_high"),
                F.expr(f"sum({ratio})").alias(f"{score}_theil"),
                F.expr(f"min(case when {score} < 0D then struct(i, {score} as value) end)").alias(f"{score}_negative"),
            ]
        parts = sums.table.where(f"{group} > 0").groupBy("q", group).agg(*aggregates).withColumnRenamed(group, "g")
        parts = self.layout.spread(parts.withColumn("b", F.expr(self.layout.home("g"))), "g", "q", key="b")
        whole = [F.sum("n").alias("n"), *[F.sum(name).alias(name) for name in ties]]
        for score, _ in scores:
            part = f"struct(n, {score}_mean as mean, {score}_variance * n as square)"
            whole += [
                F.collect_list(F.expr(part)).alias(f"{score}_parts"),
                F.min(f"{score}_low").alias(f"{score}_low"), F.max(f"{score}_high").alias(f"{score}_high"),
                F.sum(f"{score}_theil").alias(f"{score}_theil"), F.min(f"{score}_negative").alias(f"{score}_negative"),
            ]
        table = parts.groupBy("b", "g").agg(*whole)
        for score, _ in scores:
            table = self._merged(table, score)
        directed = [frame for frame in sums.frames if frame.is_directed]
        if directed:
            arriving = sums.incoming.where(f"d = {slot}").withColumnsRenamed({"b": "_b", "far": "_g"}).drop("d")
            table = table.join(arriving, (table["b"] == arriving["_b"]) & (table["g"] == arriving["_g"]), "left")
            table = table.drop("_b", "_g")
        table = table.sortWithinPartitions("b", "g")
        self.table = sums.society.checkpoint(table)
        self.totals = self._totals()

    def _reference(self, score):
        middle = self.sums.centers[score]
        return middle if middle > 0 else max(1.0, abs(middle))

    def _merged(self, table, score):
        """Mean and sum of squares of a group from those of its parts.

        Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing sample
        variances", COMPSTAT (1982).
        """
        parts, mean, low, high = f"{score}_parts", f"{score}_mean", f"{score}_low", f"{score}_high"
        middle = number(self.sums.centers[score])
        total = f"aggregate({parts}, 0D, (acc, p) -> acc + p.n * p.mean)"
        table = table.withColumn("_mean", F.expr(f"{total} / n"))
        square = f"aggregate({parts}, 0D, (acc, p) -> acc + p.square + p.n * (p.mean - _mean) * (p.mean - _mean))"
        table = table.withColumn(f"{score}_square", F.expr(f"case when {low} = {high} then 0D else {square} end"))
        # A mean is never outside the numbers by rounding.
        clamped = f"least(greatest(_mean + {middle}, {low}), {high})"
        return table.withColumn(mean, F.expr(clamped)).drop(parts, "_mean")

    def collected(self, **aggregates):
        """Sums and other aggregates over groups, one row a partition, in the order of groups."""
        columns = [F.expr(expression).alias(name) for name, expression in aggregates.items()]
        return self.table.groupBy("b").agg(*columns).collect()

    def _totals(self):
        sums, slot = self.sums, self.slot
        wanted = {"groups": "count(*)", "people": "sum(n)", "large": f"count_if(n >= {SMALLEST})"}
        added = ["groups", "people", "large"]
        for frame in sums.frames:
            same, other = frame.name(f"same_{slot}"), frame.name(f"other_{slot}")
            arriving = f"coalesce({frame.name('arriving')}, 0D)" if frame.is_directed else other
            wanted[frame.name("same")], wanted[frame.name("other")] = f"sum({same})", f"sum({other})"
            wanted[frame.name("squares")] = f"sum(({same} + {other}) * ({same} + {arriving}))"
            wanted[frame.name("ends")] = f"count_if({same} + {other} > 0D or {same} + {arriving} > 0D)"
        for frame in sums.combined:
            wanted[frame.name("strengths")] = f"sum({frame.name('s')} * {frame.name('s')})"
        chosen = {}
        for score in self.references:
            mean, middle = f"{score}_mean", number(sums.centers[score])
            wanted[f"{score}_sum"] = f"sum(n * ({mean} - {middle}))"
            large = f"case when n >= {SMALLEST} then"
            chosen[f"{score}_top"] = (max, f"max({large} struct({mean} as mean, -g as g) end)")
            chosen[f"{score}_bottom"] = (min, f"min({large} struct({mean} as mean, g) end)")
            chosen[f"{score}_low"] = (min, f"min({score}_low)")
            chosen[f"{score}_high"] = (max, f"max({score}_high)")
            chosen[f"{score}_negative"] = (min, f"min({score}_negative)")
        rows = self.collected(**wanted, **{name: expression for name, (_, expression) in chosen.items()})
        totals = {name: exact(rows, name)[0] for name in wanted}
        totals.update({name: int(totals[name]) for name in added})
        for name, (choose, _) in chosen.items():
            totals[name] = choose((row[name] for row in rows if row[name] is not None), default=None)
        return totals

    def forget(self):
        """Frees what is kept."""
        self.table.unpersist()

    @property
    def count(self):
        return self.totals["groups"]

    @property
    def people(self):
        return self.totals["people"]

    def gap(self, score):
        """The groups of 5 people or more with the highest and the lowest mean, as in `SocialGap`; `None` below two."""
        if self.totals["large"] < 2:
            return None
        top, bottom = self.totals[f"{score}_top"], self.totals[f"{score}_bottom"]
        return {"bottom": bottom.g, "bottom_mean": bottom.mean, "top": -top.g, "top_mean": top.mean}

    def theil_missing(self, score):
        """Why Theil's T of those who belong to a group is undefined, or `None`."""
        if self.people == 0:
            return "there are no people"
        negative = self.totals[f"{score}_negative"]
        if negative is not None:
            return f"a value is negative ({negative.value!r})"
        return None if self.mean(score) > 0 else "the mean is not above 0"

    def mean(self, score):
        """The mean of those who belong to a group."""
        mean = self.sums.centers[score] + self.totals[f"{score}_sum"] / self.people
        return min(max(mean, self.totals[f"{score}_low"]), self.totals[f"{score}_high"])

    def splits(self, score):
        """Variance and Theil's T as (between, within); `None` where undefined.

        Sources: the law of total variance; A. F. Shorrocks, "The class of additively decomposable inequality measures",
        Econometrica 48 (1980). With `f(r) = r ln r - r + 1` and any reference c, the part of a group is
        `sum f(x / c) - n f(mean / c) = mean / c sum f(x / mean)`, so one pass over people is enough.
        """
        if self.people == 0:
            return None, None
        mean, low, high = self.mean(score), f"{score}_low", f"{score}_high"
        group, away = f"{score}_mean", f"({score}_mean - {number(mean)})"
        wanted = {"between": f"sum(n * {away} * {away})", "within": f"sum({score}_square)"}
        is_defined = self.theil_missing(score) is None
        reference = self.references[score]
        if is_defined:
            inside = f"{score}_theil - n * {theil_term(f'({group} / {number(reference)})')}"
            wanted["theil_between"] = f"sum(n * {theil_term(f'({group} / {number(mean)})')})"
            wanted["theil_within"] = f"sum(case when {low} = {high} then 0D else greatest(0D, {inside}) end)"
        rows = self.collected(**wanted)
        found = {name: exact(rows, name)[0] / self.people for name in wanted}
        theil = (found["theil_between"], found["theil_within"] * (reference / mean)) if is_defined else None
        return (found["between"], found["within"]), theil

    def esteban_ray(self, score):
        """`sum_g sum_h pi_g^(1 + alpha) pi_h |m_g - m_h|`, or `None` with fewer than two groups.

        Source: J.-M. Esteban, D. Ray, "On the measurement of polarization", Econometrica 62 (1994) 819-851, with K = 1.
        """
        if self.count < 2:
            return None
        mean, middle, people = f"{score}_mean", number(self.mean(score)), self.people
        largest = max(self.totals[f"{score}_high"] - self.totals[f"{score}_low"], 1e-300) * people
        # Sums of scores as whole numbers of a tiny unit: they add up exactly, wherever the parts begin.
        unit = 2.0 ** min(960, 61 - math.ceil(math.log2(largest)))
        table = self.table.selectExpr(
            "b", "g", "n", f"{mean} as mean", f"cast(round(n * ({mean} - {middle}) * {number(unit)}) as bigint) as u"
        )
        ordered = table.orderBy("mean", "g").withColumn("part", F.spark_partition_id()).persist(LEVEL)
        parts = sorted(ordered.groupBy("part").agg(F.sum("n").alias("n"), F.sum("u").alias("u")).collect())
        starts, mass, moment = {}, 0, 0
        for part, size, amount in parts:
            starts[part] = (mass, moment)
            mass, moment = mass + size, moment + amount
        def start(side):
            return "array(" + ",".join(f"{starts.get(p, (0, 0))[side]}L" for p in range(max(starts) + 1)) + ")[part]"
        window = Window.partitionBy("part").orderBy("mean", "g").rowsBetween(Window.unboundedPreceding, -1)
        running = ordered.select("*", F.sum("n").over(window).alias("_n"), F.sum("u").over(window).alias("_u"))
        running = running.selectExpr(
            "b", "g", "n", f"mean - {middle} as m",
            f"coalesce(_n, 0L) + {start(0)} as mass", f"(coalesce(_u, 0L) + {start(1)}) as moment",
        )
        left = f"(m * mass - moment / {number(unit)})"
        right = f"(({moment}L - moment) / {number(unit)} - m * ({people}L - mass))"
        terms = self.layout.spread(
            running.selectExpr("b", "g", f"pow(n / {number(people)}, {1 + ALPHA}D) * greatest(0D, {left} + {right}) as t"),
            "g", key="b",
        )
        rows = terms.groupBy("b").agg(F.sum("t").alias("t")).collect()
        ordered.unpersist()
        return exact(rows, "t")[0] / people

    def categorical(self, frame):
        """Categorical assortativity (M. E. J. Newman, Phys. Rev. E 67 (2003) 026126, eq. 2) and the E-I index (D.
        Krackhardt, R. N. Stern, Social Psychology Quarterly 51 (1988) 123-140); `None` where undefined.
        """
        same, other = self.totals[frame.name("same")], self.totals[frame.name("other")]
        total = same + other
        if not total > 0:
            return None, None
        chance = self.totals[frame.name("squares")] / (total * total)
        index = min(1.0, max(-1.0, (other - same) / total))
        if self.totals[frame.name("ends")] < 2 or chance >= 1:
            return None, index
        return min(1.0, (same / total - chance) / (1 - chance)), index
