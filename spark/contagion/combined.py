"""All layers as one undirected graph, `C = sum_l m_l (A_l + A_l') / (2 sum A_l)`."""

import math

from pyspark.sql import functions as F

from .layout import LEVEL
from .network import Network, exact
from .tie_sums import active_layers, only_layer


class _Scaled(Network):
    """Ties of another network with other weights; the other one keeps and frees them."""

    def __init__(self, network, layer, factor):
        self.layout = network.layout
        self.roads, self.hub_roads = network.roads, network.hub_roads
        scaled = f"w * {factor!r}D"
        columns = ["q", "i", "0 as l", "jq", "jo", f"{scaled} as w", f"{scaled} as m"]

        def chosen(table):
            return table.where(f"l = {layer} and {scaled} > 0D").selectExpr(*columns)

        self.arcs = chosen(network.arcs)
        self.hub_arcs = None if network.hub_arcs is None else chosen(network.hub_arcs)

    def keep(self):
        return self.arcs.count() + (0 if self.hub_arcs is None else self.hub_arcs.count())

    def forget(self):
        pass


def combined(society, hub_degree=None):
    """The layers that have ties and a share as one network of layer 0; its weights `w` (and `m`) add up to 1.

    Every layer is scaled to one total before it is weighted, so that large units do not drown other layers. Each undirected
    tie counts from both ends. People with more than `hub_degree` ties lie apart; `None`: nobody does.
    """
    factors = _factors(society)
    only = only_layer(society)
    if only is not None and factors[only] > 0:
        return _Scaled(society.network, only, 2 * factors[only])
    layout, network = society.layout, society.network
    arrays = layout.arrays(society.people, "i").persist(LEVEL)
    used = ",".join(str(slot) for slot in factors) or "-1"
    factor = "0D" if not factors else "case l " + " ".join(f"when {slot} then {value!r}D" for slot, value in factors.items()) + " else 0D end"
    directed = [str(slot) for slot, layer in active_layers(society) if layer.directed]
    rows = None
    for table in network.brought(arrays, "i", prefix="j_"):
        table = table.where(f"w > 0D and l in ({used})").selectExpr("i", "j_i as j", "l", f"w * {factor} as w")
        table = table.where("w > 0D")
        # An undirected layer has both arcs already, each as heavy as the two that it stands for.
        if directed:
            one_way = f"l in ({','.join(directed)})"
            turned = table.where(one_way).selectExpr("j as i", "i as j", "2 * l + 1 as l", "w")
            table = table.selectExpr("i", "j", "2 * l as l", f"case when {one_way} then w else 2D * w end as w")
            table = table.unionAll(turned)
        else:
            table = table.selectExpr("i", "j", "2 * l as l", "2D * w as w")
        rows = table if rows is None else rows.unionAll(table)
    hubs = _hubs(rows, hub_degree, layout.count) if hub_degree else None
    plain, dealt = Network.placed(layout, rows, hubs)
    merged = [None if table is None else society.checkpoint(_merged(table)) for table in (plain, dealt)]
    found = Network(layout, *merged)
    found.keep()
    arrays.unpersist()
    return found


def _factors(society):
    """What an arc of a layer adds to each of the two arcs between its people: `m_l / (2 sum A_l)`, by layer number."""
    sums = []
    for table, _ in society.network.tables():
        sums += table.groupBy("q", "l").agg(F.sum("w").alias("w")).collect()
    totals = {}
    for slot, layer in active_layers(society):
        total = exact([row for row in sums if row.l == slot], "w")[0]
        if total > 0:
            totals[slot] = (total, layer.share)
    present = math.fsum(share for _, share in totals.values())
    return {slot: share / (2 * total * present) for slot, (total, share) in totals.items()}


def _hubs(rows, hub_degree, count):
    """Those with very many ties, and over how many partitions these are dealt out; `None` if there are none."""
    degrees = rows.groupBy("i").agg(F.count("*").alias("ties")).where(f"ties > {hub_degree}")
    hubs = degrees.selectExpr("i", f"cast(least({count}, ceil(ties / {float(hub_degree)!r}D)) as int) as splits")
    hubs = hubs.persist(LEVEL)
    return hubs if hubs.count() > 0 else None


def _merged(placed):
    """One row a pair. Rows lie sorted by layer within a person, and so their weights are added in that order."""
    merged = placed.groupBy("q", "i", "jq", "jo").agg(F.sum("w").alias("w"))
    merged = merged.selectExpr("q", "i", "0 as l", "jq", "jo", "w", "w as m")
    return merged.sortWithinPartitions("q", "i", "l", "jq", "jo")
