"""Friedkin-Johnsen on the cluster: `F(x) = A W x + (I - A) s`, to a certified bound or for so many rounds.

Source: N. E. Friedkin, E. C. Johnsen, "Social influence and opinions", J. Math. Sociology 15 (1990) 193-206. The bound is
that of the embedded engine, `alpha / (1 - alpha) |r|` with `alpha` the largest susceptibility and a term for rounding; with
`alpha` near 1 that of a positive vector v with `c = min((I - A W) v) > 0`: `(max v - c) / c |r|`.
"""

import math
import sys
import time

from pyspark.sql import functions as F

from .events import Failure
from .layout import LEVEL
from .network import Network, sums
from .reading import NUMBER, notice, plain, refuse

EPSILON = sys.float_info.epsilon


class Propagation:
    """The model of a society: mixed ties, susceptibilities, and scores as arrays."""

    def __init__(self, society, options, log):
        self.society, self.options, self.log = society, options, log
        self.layout = society.layout
        self._shares()
        self._people()
        self._mixed()

    # What is mixed

    def _shares(self):
        """`m_l`: the weights that were asked for, the society's own, or equal ones."""
        layers, notices, asked = self.society.layers, self.society.notices, self.options.layer_weights
        names = [layer.name for layer in layers]
        if asked is not None:
            for name in sorted(asked):
                if name not in names:
                    text = f'layer weights: there is no layer "{name}"; the layers are {", ".join(names)}'
                    raise Failure(64, [text])
            if not any(asked.values()):
                raise Failure(64, ["layer weights: all are 0; one above 0 was expected"])
            unnamed = [name for name in names if name not in asked]
            if unnamed:
                text = f"layers without a weight count 0: {', '.join(unnamed)}"
                notices.append(notice("assumed", text, len(unnamed)))
            raw = [asked.get(name, 0.0) for name in names]
        else:
            if len(layers) > 1 and all(layer.share is None for layer in layers):
                text = f"the {len(layers)} layers count equally (--layer-weights)"
                notices.append(notice("assumed", text))
            raw = [1.0 if layer.share is None else layer.share for layer in layers]
        total = sum(raw)
        for layer, weight in zip(layers, raw):
            layer.share = weight / total
        self.active = [number for number, layer in enumerate(layers) if layer.share > 0]

    def _susceptibility(self):
        """The rule as text, and as an SQL expression over people before mixing (`_a` columns, `w` sums)."""
        society, asked = self.society, self.options.susceptibility
        wish = asked or self.options.susceptibility_of_society
        columns = {name.lower(): name for name in reversed(society.columns)}
        if wish is None and "susceptibility" in columns:
            wish = columns["susceptibility"]
        if wish is None:
            text = "susceptibility 0.5 for everyone (--susceptibility)"
            society.notices.append(notice("assumed", text))
            wish = "0.5"
        try:
            value = float(wish)
        except ValueError:
            value = None
        if value is not None:
            if not 0 <= value <= 1:
                raise Failure(64, [f"susceptibility: {plain(value)} is out of range; 0 (stubborn) to 1 was expected"])
            return plain(value), f"{value!r}D"
        if wish == "degree":
            sums = " + ".join(f"{society.layers[l].share!r}D * coalesce(strength{l}, 0D)" for l in self.active)
            return "degree", f"(({sums}) / (1D + ({sums})))"
        column = columns.get(wish.lower())
        if column is None:
            found = ", ".join(f'"{name}"' for name in society.columns) or "none"
            text = f'susceptibility: "{wish}" is neither a number, nor degree, nor a column; the columns are {found}'
            raise Failure(64, [text])
        held = f"`_a{society.columns.index(column)}`"
        number = f"case when {held} rlike '{NUMBER}' then cast({held} as double) end"
        wrong = society.numbered.where(
            f"{number} is null or isnan({number}) or {number} < 0D or {number} > 1D"
        ).orderBy("i")
        rows = wrong.selectExpr("id", f"{held} as text").limit(21).collect()
        file = society.table.name
        refuse(
            rows,
            lambda row: f'{file}, column "{column}": '
            + (f'"{row.text}" of "{row.id}" is not a susceptibility' if row.text else f'the susceptibility of "{row.id}" is missing')
            + "; a number from 0 to 1 was expected",
        )
        return f"column {column}", number

    def _people(self):
        """People at home, sorted, with degrees and strengths in each layer."""
        society, layout = self.society, self.layout
        people = society.numbered.withColumn("q", F.expr(layout.home("i")))
        people = layout.spread(people, "i").persist(LEVEL)
        terms = {}
        for number in range(len(society.layers)):
            terms[f"degree{number}"] = f"case when l = {number} and w > 0D then 1L end"
            terms[f"strength{number}"] = f"case when l = {number} then w end"
            terms[f"row{number}"] = f"case when l = {number} then r end"
            terms[f"entries{number}"] = f"case when l = {number} and r > 0D then 1L end"
        self.base = sums(layout, people, society.raw, **terms)
        self._held = people

    def _mixed(self):
        """The factors `c_il` and shares `m_il` of each person, effective susceptibility; the ties with mixed weights."""
        society, options, layout = self.society, self.options, self.layout
        pooled = options.mix == "pooled"
        row = {l: f"coalesce({'strength' if pooled else 'row'}{l}, 0D)" for l in self.active}
        weight = {l: repr(society.layers[l].share) + "D" for l in self.active}
        parts = [
            f"{weight[l]} * {row[l]}" if pooled else f"case when {row[l]} > 0D then {weight[l]} else 0D end"
            for l in self.active
        ]
        self.susceptibility, rule = self._susceptibility()
        frame = self.base.withColumn("_d", F.expr(" + ".join(parts)))
        for l in self.active:
            share = f"{weight[l]} * {row[l]} / _d" if pooled else f"{weight[l]} / _d"
            factor = f"{weight[l]} / _d" if pooled else f"{weight[l]} / _d / {row[l]}"
            frame = frame.withColumn(f"m{l}", F.expr(f"case when {row[l]} > 0D then {share} else 0D end"))
            frame = frame.withColumn(f"c{l}", F.expr(f"case when {row[l]} > 0D then {factor} else 0D end"))
        frame = frame.withColumn("asked", F.expr(rule)).withColumn("a", F.expr("case when _d > 0D then asked else 0D end"))
        floor = f"{society.scale['low']!r}D"
        held = f"case when _d > 0D then own else {floor} end" if options.isolates == "floor" else "own"
        entries = " + ".join(f"coalesce({'degree' if pooled else 'entries'}{l}, 0L)" for l in self.active)
        frame = frame.withColumn("s", F.expr(held)).withColumn("entries", F.expr(entries))
        frame = frame.withColumn("tied", F.expr("_d > 0D")).drop("_d", "asked")
        self.people = society.checkpoint(frame).persist(LEVEL)
        facts = self.people.agg(
            F.max("a"), F.max("entries"), F.max(F.abs("s")), F.expr("count_if(tied)")
        ).first()
        self.alpha, self.degree = facts[0] or 0.0, facts[1] or 0
        self.magnitude, self.tied = facts[2], facts[3]
        floored = society.n - self.tied if options.isolates == "floor" else 0
        if floored:
            text = f"{floored} without ties fall to the floor of the scale, {plain(society.scale['low'])} (--isolates floor)"
            society.notices.append(notice("changed", text, floored))
        mixed = [society.checkpoint(self._weighted(frame, "w" if pooled else "r")) for frame in society.raw]
        for frame in society.raw:
            frame.unpersist()
        self.network = society.network = Network(layout, *mixed)
        self.network.keep()
        self._held.unpersist()

    def _weighted(self, frame, weight):
        """Ties with `m`, the share of each in its person's network score."""
        cases = " ".join(f"when l = {l} then c{l}" for l in self.active)
        factors = self.people.select(
            F.col("q").alias("_q"), F.col("i").alias("_i"), *[F.col(f"c{l}") for l in self.active]
        )
        if frame is not self.society.raw[0]:
            # Ties of hubs lie away from home; hubs are few.
            few = self.society.hubs.select(F.col("i").alias("_h"))
            inner = F.broadcast(factors.join(F.broadcast(few), factors["_i"] == few["_h"], "left_semi"))
            joined = frame.join(inner, frame["i"] == inner["_i"], "left")
        else:
            joined = frame.join(factors, (frame["q"] == factors["_q"]) & (frame["i"] == factors["_i"]), "left")
        return joined.selectExpr(
            "q", "i", "l", "jq", "jo", "w", f"coalesce(case {cases} end * {weight}, 0D) as m"
        ).sortWithinPartitions("q", "i", "l", "jq", "jo")

    # Rounds

    def rounding(self, magnitude):
        """How far one computed application of F can be from the exact one.

        A plain sum of d terms is off by at most d - 1 units of eps / 2, and there are two for a row: its weights, added up
        to be divided by, and its mean. With the factors and the blend that is (2 d + 2 L + 8) eps / 2 at most.
        """
        return (self.degree + 2 * len(self.active) + 8) * EPSILON * magnitude

    def _applied(self, arrays, name, formula):
        """One application of a map: arrays of its values and, a partition, of the largest change."""
        moved = self.network.sums(
            self.people.select("q", "i", "s", "a"), self.network.brought(arrays, name), y=f"m * {name}"
        )
        moved = self.layout.at_home(moved, arrays, name, prefix="old_")
        values = moved.selectExpr("q", "i", f"{formula} as value", f"old_{name} as old")
        values = values.selectExpr("q", "i", "value", "abs(value - old) as change", "value - old as gain")
        return values.groupBy("q").agg(
            F.collect_list("value").alias(name), F.max("change").alias("change"), F.max("gain").alias("gain"),
            F.max("value").alias("largest"), F.min("value").alias("least"),
        )

    F_OF_X = "case when y is null then s else a * y + (1D - a) * s end"

    def _held_round(self, arrays, name, formula):
        """A round done and written down, 8 bytes a person: a lost executor costs no more than one round, and neither plans
        nor histories grow."""
        result = self.society.checkpoint(self._applied(arrays, name, formula))
        rows = result.select("change", "gain", "largest", "least").collect()
        return result.select("q", name), rows

    def start(self):
        """Own scores as arrays."""
        return self.society.checkpoint(self.layout.arrays(self.people.withColumn("x", F.col("s")), "x"))

    def settle(self):
        """Goes on until the bound is within the tolerance, or rounding forbids it, or the rounds run out."""
        options, log = self.options, self.log
        width = self.society.scale["high"] - self.society.scale["low"]
        self.tolerance = None if options.rounds is not None else options.tolerance or 1e-9 * width
        change_factor, round_factor, form = self._certificate()
        limit = options.max_rounds if options.rounds is None else options.rounds
        arrays, before = self.start(), None
        self.change, self.bound, self.round, self.floor = 0.0, None, 0, 0.0
        outcome = "rounds" if options.rounds is not None else "not-converged"
        least, least_at = math.inf, 0
        with log.phase("propagating") as phase:
            while self.round < limit:
                begun = time.monotonic()
                following, rows = self._held_round(arrays, "x", self.F_OF_X)
                self.round += 1
                self.change = max(row.change for row in rows)
                before, arrays = arrays, following
                self.floor = round_factor * self.rounding(self.magnitude)
                if form != "none":
                    self.bound = change_factor * self.change + self.floor
                seconds = round(time.monotonic() - begun, 3)
                log.event("round", round=self.round, change=self.change, bound=self.bound, seconds=seconds)
                if options.rounds is not None or self.bound is None:
                    continue
                if self.bound <= self.tolerance:
                    outcome = "certified"
                    break
                if self.bound <= 2 * self.floor and self.floor > self.tolerance / 2:
                    outcome = "rounding-floor"
                    break
                if self.change < least:
                    least, least_at = self.change, self.round
                elif self.round - least_at >= max(100, self.round // 4) and self.bound <= 64 * self.floor:
                    outcome = "rounding-floor"
                    break
            phase.numbers["ties"] = self.round * sum(layer.arcs for layer in self.society.layers)
        self.outcome = outcome
        # Scores that lie within this are one score.
        is_settled = outcome in ("certified", "rounding-floor") and self.bound is not None
        self.noise = 2 * self.bound if is_settled else 0.0
        self.form = form if self.bound is not None else "none"
        self.scores, self.before = arrays, before if before is not None else arrays

    def _certificate(self):
        """What the change and the rounding are multiplied by, and the form of the bound."""
        slack = 1 + 4 * EPSILON
        if self.alpha < 1:
            contraction = (self.alpha / (1 - self.alpha) * slack, slack / (1 - self.alpha), "contraction")
        else:
            contraction = None
        if self.alpha <= 0.99:
            return contraction
        stuck = self._unreached()
        if stuck and self.options.rounds is None:
            ids, count = stuck
            text = (
                f"{count} {'person' if count == 1 else 'people'} with susceptibility 1 and nobody below 1 within reach: "
                f"{', '.join(ids)}{' ...' if count > len(ids) else ''}; such groups follow DeGroot among themselves"
            )
            raise Failure(64, [text + ", which the engine on Spark does not settle (--engine embedded, or --rounds)"])
        if stuck:
            return (0.0, 0.0, "none")
        weighted = self._weighted_certificate()
        if weighted is None and contraction is None and self.options.rounds is None:
            text = "susceptibility 1 with nobody below 1 near: no bound was found within 10,000 rounds"
            raise Failure(64, [text + ", and the engine on Spark has no faster way (--engine embedded, or --rounds)"])
        return min((one for one in (contraction, weighted) if one), key=lambda one: one[1], default=(0.0, 0.0, "none"))

    def _unreached(self):
        """People whom nobody with a susceptibility below 1 reaches: some ids and how many, or `None`."""
        marks = self.layout.arrays(self.people.withColumn("x", F.expr("case when a < 1D then 1D else 0D end")), "x")
        marks = self.society.checkpoint(marks)
        formula = "case when a < 1D or y > 0D then 1D else 0D end"
        while True:
            # Weights may be so small that sums of marks vanish, never their signs.
            marks, rows = self._held_round(marks, "x", formula)
            if max(row.change for row in rows) == 0:
                break
        if min(row.least for row in rows) > 0:
            return None
        left = self.layout.at_home(self.people.select("q", "i", "id"), marks, "x").where("x = 0D")
        return [row.id for row in left.orderBy("i").limit(10).collect()], left.count()

    def _weighted_certificate(self):
        """`v = sum_k (A W)^k 1` until the last term is at most 1/2 everywhere, checked: `c = min((I - A W) v)`."""
        self.log.note("a susceptibility is near 1: the bound needs rounds of its own")
        v = self.society.checkpoint(self.layout.arrays(self.people.withColumn("x", F.lit(1.0)), "x"))
        formula = "1D + coalesce(a * y, 0D)"
        for _ in range(min(self.options.max_rounds, 10_000)):
            v, rows = self._held_round(v, "x", formula)
            # (I - A W) v = 1 + v - (1 + A W v)
            gain = max(row.gain for row in rows)
            largest = max(row.largest for row in rows)
            if gain <= 0.5:
                # v before this round is the vector; its largest entry is at most that of the next.
                margin = 1 - gain - 2 * self.rounding(largest)
                slack = 1 + 8 * EPSILON
                return ((largest - margin) / margin * slack, largest / margin * slack, "weighted")
        return None

    # What came of it

    def results(self):
        """The people with public scores, network scores and the effect of each layer; kept."""
        network, layout = self.network, self.layout
        terms = {f"e{l}": f"case when l = {l} then m * x end" for l in self.active}
        # Last scores and own ones go to the ties together.
        both = layout.at_home(self.people.select("q", "i", "own"), self.before, "x")
        both = layout.arrays(both, "x", "own").persist(LEVEL)
        frame = network.sums(self.people, network.brought(both, "x", "own"), net="m * x", friends="m * own", **terms)
        for name in ("net", "friends"):
            # Ties of layers that do not count make no network.
            frame = frame.withColumn(name, F.expr(f"case when tied then {name} end"))
        frame = layout.at_home(frame, self.scores, "x").withColumnRenamed("x", "pub")
        for l in self.active:
            effect = f"case when c{l} > 0D then a * (coalesce(e{l}, 0D) - m{l} * s) + 0D else 0D end"
            frame = frame.withColumn(f"e{l}", F.expr(effect if self.round > 0 else "0D"))
        frame = self.society.checkpoint(frame.sortWithinPartitions("q", "i")).persist(LEVEL)
        both.unpersist()
        return frame
