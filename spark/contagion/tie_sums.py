"""Sums over the ties of each person, made once for all measures.

One pass over the ties of all layers and one over the combined graph give each person a few sums of weights and of far
ends' scores. Every measure over ties is made of them.
"""

import math
from dataclasses import dataclass

from pyspark.sql import functions as F

from .layout import LEVEL
from .network import beside
from .people import tier
from .spread import center, number

#: The scores that are measured: the column, and its name in `measures.csv`.
SCORES = [("own", "own_score"), ("pub", "public_score")]
TIERS = ["own_tier", "public_tier"]


@dataclass(frozen=True)
class Frame:
    """Ties that are measured: a layer's, or (`layer` is `None`) all as one graph; with weights or each arc as 1."""

    slot: int
    layer: object
    is_weighted: bool
    is_directed: bool

    def name(self, what):
        return f"f{self.slot}_{what}"


@dataclass(frozen=True)
class Ground:
    """A name for a frame; the only layer of a society is its combined graph too."""

    on: str
    is_weighted: bool
    frame: Frame


def active_layers(society):
    """The numbers and layers that have ties and a share."""
    return [(slot, layer) for slot, layer in enumerate(society.layers) if layer.share > 0 and layer.arcs > 0]


def only_layer(society):
    """The number of the one undirected layer that is the whole graph, or `None`."""
    active = active_layers(society)
    return active[0][0] if len(active) == 1 and not active[0][1].directed else None


def is_flat(low, high):
    """Whether scores differ by no more than rounding."""
    return low is None or high - low <= 16 * math.ulp(max(abs(low), abs(high)))


class TieSums:
    """The people with sums over their ties: column `fK_NAME` for frame K.

    - `s` weight, `a1` `a2` weighted sums of far ends' own scores and their squares, `b1` `b2` of public scores (centred);
    - `same_D`, `other_D` the weight to people of the same group of division D and to those of another, `none_D` to people
      of no group (combined graph only); for people who belong to a group;
    - `self` the weight of a person's tie to themself (combined graph only).

    Kept until `forget`.
    """

    def __init__(self, society, combined, labels, summaries):
        """`labels`: the columns of groups; tiers are added. `summaries`: by column, see `spread.summary`."""
        self.society, self.labels = society, list(labels)
        self.divisions = self.labels + TIERS
        self._lay_grounds()
        noise = society.public_noise
        low, high = summaries["pub"]["lowest"], summaries["pub"]["highest"]
        # Where all agree but for rounding, nothing is measured of the rounding.
        self.is_flat = society.n > 0 and (is_flat(low, high) or high - low <= noise)
        public = number(low) if self.is_flat else "pub"
        self.centers = {"own": center(summaries["own"]["mean"]), "pub": center(summaries["pub"]["mean"])}
        scale = society.scale
        people = society.people.selectExpr(
            "q", "i", "own", f"{public} as pub",
            f"own - {number(self.centers['own'])} as x_own",
            f"{public} - {number(self.centers['pub'])} as x_pub",
            *[f"`{label}` as g{slot}" for slot, label in enumerate(self.labels)],
            f"{tier(scale, 'own')} + 1 as g{len(self.labels)}",
            f"{tier(scale, 'pub')} + 1 as g{len(self.labels) + 1}",
        )
        groups = [f"g{slot}" for slot in range(len(self.divisions))]
        arrays = society.layout.arrays(people, "i", "x_own", "x_pub", *groups).persist(LEVEL)
        table = people
        self.incoming = None
        layered = [frame for frame in self.frames if frame.layer is not None]
        if layered:
            tables = self._with_ends(society.network, people, arrays, groups)
            table = self._summed(society.network, table, tables, layered)
            directed = [frame for frame in layered if frame.is_directed]
            if directed:
                table = self._with_incoming(table, tables, directed)
        whole = [frame for frame in self.frames if frame.layer is None]
        if whole:
            tables = self._with_ends(combined, people, arrays, groups)
            table = self._summed(combined, table, tables, whole)
        self.table = society.checkpoint(table).persist(LEVEL)
        self._arrays = arrays

    def _lay_grounds(self):
        self.frames, self.grounds = [], []

        def add(on, layer, is_directed, weighted):
            for is_weighted in weighted:
                frame = Frame(len(self.frames), layer, is_weighted, is_directed)
                self.frames.append(frame)
                self.grounds.append(Ground(on, is_weighted, frame))

        society = self.society
        for slot, layer in active_layers(society):
            add(layer.name, slot, layer.directed, [True, False] if layer.weighted else [False])
        if only_layer(society) is not None:
            self.grounds += [Ground("combined", True, self.frames[0]), Ground("combined", False, self.frames[-1])]
        elif self.frames:
            add("combined", None, False, [True, False])
        self.combined = [ground.frame for ground in self.grounds if ground.on == "combined"]

    def _with_ends(self, network, people, arrays, groups):
        """The ties with the scores and groups of the far end (`j_`), and the groups of the near one (`i_`)."""
        layout = self.society.layout
        tables = network.brought(arrays, "i", "x_own", "x_pub", *groups, prefix="j_")
        tables[0] = layout.at_home(tables[0], arrays, *groups, prefix="i_")
        if len(tables) > 1:
            hubs = network.hub_arcs.select("i").distinct()
            near = people.join(F.broadcast(hubs), "i").select(
                F.col("i").alias("_hub"), *[F.col(name).alias("i_" + name) for name in groups]
            )
            hub_table = tables[1]
            tables[1] = hub_table.join(F.broadcast(near), hub_table["i"] == near["_hub"], "left").drop("_hub")
        return [table.where("w > 0D") for table in tables]

    def _summed(self, network, people, tables, frames):
        terms = {}
        for frame in frames:
            weight = "w" if frame.is_weighted else "1D"
            here = "" if frame.layer is None else f"l = {frame.layer} and "

            def add(name, value, condition="true", frame=frame, here=here):
                terms[frame.name(name)] = f"case when {here}{condition} then {value} end"

            add("s", weight)
            for letter, score in (("a", "own"), ("b", "pub")):
                add(letter + "1", f"{weight} * j_x_{score}")
                add(letter + "2", f"{weight} * j_x_{score} * j_x_{score}")
            is_whole = frame in self.combined
            for slot in range(len(self.divisions)):
                near, far = f"i_g{slot}", f"j_g{slot}"
                add(f"same_{slot}", weight, f"{near} > 0 and {far} = {near}")
                add(f"other_{slot}", weight, f"{near} > 0 and {far} > 0 and {far} != {near}")
                if is_whole and slot < len(self.labels):
                    add(f"none_{slot}", weight, f"{near} > 0 and {far} = 0")
            if is_whole:
                add("self", weight, "j_i = i")
        summed = network.sums(people, tables, **terms)
        kept = [name for name in summed.columns if name not in terms]
        return summed.select(*kept, *[F.coalesce(name, F.lit(0.0)).alias(name) for name in terms])

    def _with_incoming(self, people, tables, frames):
        """The people with a mark `fK_in` where a tie of a directed layer arrives, and the weight arriving at groups."""
        layout = self.society.layout
        layers = sorted({frame.layer for frame in frames})
        marks = [F.max(F.expr(f"l = {layer}")).alias(f"in{layer}") for layer in layers]
        some = f"l in ({','.join(map(str, layers))})"
        ends = [table.where(some).groupBy("j_i").agg(*marks) for table in tables]
        ends = ends[0] if len(ends) == 1 else ends[0].unionAll(ends[1])
        ends = layout.spread(ends.withColumn("q", F.expr(layout.home("j_i"))), "j_i")
        ends = ends.groupBy("q", "j_i").agg(*[F.max(f"in{layer}").alias(f"in{layer}") for layer in layers])
        names = [frame.name("in") for frame in frames]
        marked = ends.select("q", F.col("j_i").alias("i"), *[
            F.col(f"in{frame.layer}").alias(name) for frame, name in zip(frames, names)
        ])
        # What arrives at groups from others; what stays inside is known from the near end.
        slots = range(len(self.divisions))
        pairs = ",".join(f"struct({slot} as d, i_g{slot} as near, j_g{slot} as far)" for slot in slots)
        parts = []
        for position, table in enumerate(tables):
            rows = table.where(some).selectExpr("q", "l", "w", f"inline(array({pairs}))")
            rows = rows.where("near > 0 and far > 0 and near != far")
            sums = [
                F.expr(f"sum(case when l = {frame.layer} then {'w' if frame.is_weighted else '1D'} end)")
                .alias(frame.name("arriving"))
                for frame in frames
            ]
            parts.append(rows.groupBy("q", "d", "far").agg(*sums).withColumn("part", F.lit(position)))
        parts = parts[0] if len(parts) == 1 else parts[0].unionAll(parts[1])
        parts = layout.spread(parts.withColumn("b", F.expr(layout.home("far"))), "d", "far", "q", "part", key="b")
        self.incoming = parts.groupBy("b", "d", "far").agg(
            *[F.sum(frame.name("arriving")).alias(frame.name("arriving")) for frame in frames]
        ).persist(LEVEL)
        self.incoming.count()
        joined = beside(people, marked, names)
        kept = [name for name in joined.columns if name not in names]
        return joined.select(*kept, *[F.coalesce(name, F.lit(False)).alias(name) for name in names])

    def is_tied(self, frame):
        """Whether a person has a tie in either direction: an SQL expression."""
        out = f"{frame.name('s')} > 0D"
        return f"({out} or {frame.name('in')})" if frame.is_directed else f"({out})"

    def forget(self):
        """Frees what is kept."""
        self.table.unpersist()
        self._arrays.unpersist()
        if self.incoming is not None:
            self.incoming.unpersist()

