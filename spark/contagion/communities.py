"""Communities and other groups: their numbers, and what is told of each and between them."""

from pyspark.sql import functions as F

from .combined import combined  # noqa: F401
from .clusters import components, labels  # noqa: F401
from .layout import LEVEL
from .network import beside

#: Up to how many groups their numbers are sent to every executor.
_FEW = 200_000


class Numbered:
    """Groups with numbers from 1, the largest first, those of one size by their person with the smallest index.

    - `people`: `(q, i, number)` of those who belong to one, at home, sorted by index;
    - `groups`: `(label, number, people)`, one row a group, kept;
    - `count`, `largest`, `of_two`: how many there are, the size of the largest, how many have two people or more.
    """

    def __init__(self, society, labelled):
        layout = society.layout
        sizes = labelled.groupBy("label").agg(F.count("*").alias("people"), F.min("i").alias("first"))
        ordered = sizes.orderBy(F.desc("people"), "first").withColumn("_n", F.monotonically_increasing_id())
        ordered = ordered.persist(LEVEL)
        part = "cast(shiftright(_n, 33) as int)"
        parts = ordered.groupBy(F.expr(part).alias("part")).agg(
            F.count("*").alias("count"), F.max("people").alias("largest"),
            F.expr("count_if(people > 1)").alias("of_two"),
        ).collect()
        starts, start = {}, 0
        for row in sorted(parts):
            starts[row.part] = start
            start += row["count"]
        self.count = start
        self.largest = max((row.largest for row in parts), default=0)
        self.of_two = sum(row.of_two for row in parts)
        table = "array(" + ",".join(f"{starts.get(slot, 0)}L" for slot in range(max(starts, default=0) + 1)) + ")"
        number = f"cast({table}[{part}] + (_n & 8589934591L) + 1L as int)"
        self._ordered = ordered
        self.groups = ordered.selectExpr("label", f"{number} as number", "people")
        known = self.groups.select(F.col("label").alias("_label"), "number")
        known = F.broadcast(known) if self.count <= _FEW else known
        found = labelled.join(known, labelled["label"] == known["_label"])
        found = found.select(F.expr(layout.home("i")).alias("q"), "i", "number")
        self.people = layout.spread(found, "i")

    def names(self):
        """`(number, name)` where the label is the name."""
        return self.groups.selectExpr("number", "cast(label as string) as name")

    def forget(self):
        """Frees what is kept."""
        self._ordered.unpersist()


def numbered(society, labelled):
    """Groups numbered by size, then smallest index. `labelled`: `(i, label)`, without those who belong to none.

    A column given with --by is numbered so too: its values, as text, are the labels, missing ones left out.
    """
    return Numbered(society, labelled.where("label is not null").select("i", "label"))


def added(society, name, numbers):
    """The people with one more column of groups, 0 for those who belong to none; they stay where they are."""
    found = beside(society.people, numbers.people.withColumnRenamed("number", name), [name])
    kept = [column for column in found.columns if column != name]
    return found.select(*kept, F.coalesce(name, F.lit(0)).cast("int").alias(name))


def groups(measures, by):
    """One row a group with the columns of `communities.csv`, and `name` last; in partitions by number, sorted.

    Ties and weights are those of the combined graph: pairs of people, and shares of all weight, of which pairs count both
    directions. `closure` is `2 w_in / (2 w_in + w_out)`.
    """
    table, sums = measures.table(by), measures.sums
    slot = table.slot
    if sums.combined:
        weighted, counted = sums.combined[0], sums.combined[-1]
        total = f"{measures.totals[weighted.name('total')]!r}D"

        def outside(frame):
            return f"({frame.name(f'other_{slot}')} + {frame.name(f'none_{slot}')})"

        ties_within = f"cast(round(({counted.name(f'same_{slot}')} + {counted.name('self')}) / 2D) as bigint)"
        ties_outside = f"cast(round({outside(counted)}) as bigint)"
        weight_within = f"{weighted.name(f'same_{slot}')} / {total}"
        weight_outside = f"2D * {outside(weighted)} / {total}"
    else:
        ties_within = ties_outside = "0L"
        weight_within = weight_outside = "0D"
    people = "n"
    found = table.table.selectExpr(
        "b", "g as community", f"{people} as people", "own_mean as mean_own_score", "pub_mean as mean_public_score",
        "sqrt(own_square / n) as sd_own_score", "sqrt(pub_square / n) as sd_public_score",
        "pub_low as lowest_public_score", "pub_high as highest_public_score",
        f"{ties_within} as ties_within", f"{ties_outside} as ties_outside",
        f"{weight_within} as weight_within", f"{weight_outside} as weight_outside",
    )
    found = found.withColumn(
        "closure",
        F.expr(
            "case when 2D * weight_within + weight_outside > 0D"
            " then 2D * weight_within / (2D * weight_within + weight_outside) end"
        ),
    ).drop("b")
    names = measures.groupings[slot].names
    if names is None:
        return found.withColumn("name", F.expr("cast(community as string)"))
    names = names.select(F.col("number").alias("_number"), "name")
    names = F.broadcast(names) if table.count <= _FEW else names
    return found.join(names, found["community"] == names["_number"], "left").drop("_number")


def between(society, combined, label):
    """Pairs of groups with ties between them: `(a, b, weight, ties)`, a below b.

    `weight` is the share of all combined weight that lies between the two, `ties` the pairs of people tied.
    """
    layout = society.layout
    people = society.people.selectExpr("q", "i", f"`{label}` as g")
    arrays = layout.arrays(people, "g").persist(LEVEL)
    tables = combined.brought(arrays, "g", prefix="j_")
    tables[0] = layout.at_home(tables[0], arrays, "g", prefix="i_")
    if len(tables) > 1:
        hubs = combined.hub_arcs.select("i").distinct()
        near = people.join(F.broadcast(hubs), "i").selectExpr("i as _hub", "g as i_g")
        tables[1] = tables[1].join(F.broadcast(near), tables[1]["i"] == near["_hub"], "left").drop("_hub")
    parts = None
    for position, table in enumerate(tables):
        rows = table.where("w > 0D and i_g > 0 and j_g > i_g").groupBy("q", "i_g", "j_g")
        rows = rows.agg(F.sum("w").alias("w"), F.count("*").alias("ties")).withColumn("part", F.lit(position))
        parts = rows if parts is None else parts.unionAll(rows)
    # In the order of partitions, whichever arrives first.
    parts = parts.repartition(layout.count, "i_g", "j_g").sortWithinPartitions("i_g", "j_g", "q", "part")
    pairs = parts.groupBy("i_g", "j_g").agg(F.sum("w").alias("w"), F.sum("ties").alias("ties"))
    return pairs.selectExpr("i_g as a", "j_g as b", "2D * w as weight", "ties")
