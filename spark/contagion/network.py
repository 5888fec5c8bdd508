"""The ties of a society on the cluster, and sums over the ties of each person."""

import math

from pyspark.sql import functions as F

from .layout import LEVEL, Roads


class Network:
    """Ties in the partitions of those who are influenced, hubs apart.

    `arcs` has the columns

    - `q` the partition's key, `i` the person who is influenced, `l` the layer's number;
    - `jq`, `jo` where the other end is to be found (see `Roads`);
    - whatever numbers the ties have: `w` the weight, `m` the share in the person's network score.

    Rows are sorted by `q`, `i`, `l`, `jq`, `jo`. A person with more ties than a hub has lies in `hub_arcs` instead, the
    ties dealt out over several partitions, so that none has to do all of them; their sums are added up afterwards, in
    the order of partitions.
    """

    def __init__(self, layout, arcs, hub_arcs=None):
        self.layout = layout
        self.roads, self.arcs = self._laid(arcs)
        self.hub_roads, self.hub_arcs = (None, None) if hub_arcs is None else self._laid(hub_arcs)

    def _laid(self, arcs):
        if self.layout.is_broadcast:
            return Roads.laid(self.layout, arcs)
        kept = arcs.persist(LEVEL)
        roads, renamed = Roads.laid(self.layout, kept)
        renamed = self.layout.spread(renamed, "i", "l", "jq", "jo").persist(LEVEL)
        renamed.count()
        kept.unpersist()
        return roads, renamed

    @staticmethod
    def placed(layout, arcs, hubs=None):
        """Ties `(i, j, l, numbers)` in their partitions.

        `hubs`: a small table `(i, splits)` of those with very many ties, or `None`.

        Returns the ties of others, and those of hubs or `None`; not kept yet.
        """
        columns = [name for name in arcs.columns if name not in ("i", "j")]
        ends = [f"{layout.home('j')} jq", f"{layout.place('j')} jo"]
        if hubs is None:
            placed = arcs.selectExpr(f"{layout.home('i')} q", "i", *columns, *ends)
            return layout.spread(placed, "i", "l", "jq", "jo"), None
        known = arcs.join(F.broadcast(hubs), "i", "left")
        plain = known.where("splits is null").selectExpr(f"{layout.home('i')} q", "i", *columns, *ends)
        position = f"pmod(i + pmod(j, splits), {layout.count})"
        dealt = known.where("splits is not null").selectExpr(f"{layout.key_at(position)} q", "i", *columns, *ends)
        return layout.spread(plain, "i", "l", "jq", "jo"), layout.spread(dealt, "i", "l", "jq", "jo")

    def keep(self):
        """Keeps the ties, which are used again and again. Returns how many there are."""
        self.arcs = self.arcs.persist(LEVEL)
        count = self.arcs.count()
        if self.hub_arcs is not None:
            self.hub_arcs = self.hub_arcs.persist(LEVEL)
            count += self.hub_arcs.count()
        return count

    def forget(self):
        """Frees what is kept."""
        for table in (self.arcs, self.hub_arcs):
            if table is not None:
                table.unpersist()
        for roads in (self.roads, self.hub_roads):
            if roads is not None:
                roads.forget()

    def tables(self):
        """The ties of others and of hubs, each with its roads."""
        yield self.arcs, self.roads
        if self.hub_arcs is not None:
            yield self.hub_arcs, self.hub_roads

    def brought(self, arrays, *names, prefix=""):
        """All tables of ties with numbers of the far ends, from arrays over people."""
        return [roads.brought(arcs, arrays, *names, prefix=prefix) for arcs, roads in self.tables()]

    def sums(self, people, tables, **terms):
        """The people with sums over their ties; missing for those without.

        - `people`: at home, sorted by index, with columns `q` and `i`.
        - `tables`: what `brought` returned, or other rows made of it, in the order of `brought`.
        - `terms`: an SQL expression for each sum.

        The people stay where they are, in their order.
        """
        return sums(self.layout, people, tables, **terms)


def sums(layout, people, tables, **terms):
    """See `Network.sums`; for ties that are no network yet."""
    names = list(terms)
    totals = [F.sum(F.expr(term)).alias(name) for name, term in terms.items()]
    result = beside(people, tables[0].groupBy("q", "i").agg(*totals), names)
    if len(tables) == 1:
        return result
    parts = tables[1].groupBy("q", "i").agg(*totals)
    # In the order of partitions, whichever arrives first.
    parts = parts.repartition("i").sortWithinPartitions("i", "q").groupBy("i")
    parts = parts.agg(*[F.sum(name).alias(name) for name in names]).withColumn("q", F.expr(layout.home("i")))
    return beside(result, layout.spread(parts, "i"), names)


def beside(people, sums, names):
    """The people with numbers that belong to some of them, from rows with `q`, `i` and columns of these names."""
    sums = sums.withColumnsRenamed({"q": "_q", "i": "_i", **{name: "_" + name for name in names}})
    joined = people.join(sums, (people["q"] == sums["_q"]) & (people["i"] == sums["_i"]), "left")
    kept = [name for name in people.columns if name not in names]
    values = [
        (F.coalesce("_" + name, people[name]) if name in people.columns else F.col("_" + name)).alias(name)
        for name in names
    ]
    return joined.select(*[people[name] for name in kept], *values)


def exact(rows, *names):
    """The sums of columns of collected rows, rounded once each, so that the order of rows does not matter."""
    return [math.fsum(row[name] for row in rows if row[name] is not None) for name in names]
