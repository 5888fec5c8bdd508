"""Who belongs together: label propagation, and connected components, on the combined graph."""

from pyspark.sql import functions as F

from .layout import LEVEL
from .network import beside

#: Labels are settled when fewer than this share of people moved in two rounds.
SETTLED = 0.001


def _least(network, people, tables, expression, name):
    """The people with the least of an expression over their ties, missing for those without."""
    for table in tables:
        rows = table.groupBy("q", "i").agg(F.min(F.expr(expression)).alias(name))
        if table is not tables[0]:
            rows = rows.groupBy("i").agg(F.min(name).alias(name)).withColumn("q", F.expr(network.layout.home("i")))
            rows = network.layout.spread(rows, "i")
        people = beside(people, rows, [name])
    return people


def labels(society, combined, rounds=20):
    """Communities by label propagation: `(i, label)` of people with ties, the label a person's index; and how many rounds.

    Everyone begins with a label of their own and takes the one with the most weight among those they are tied to: their own
    if it is among the heaviest, else the smallest. Each round about half the people may move, chosen by a hash of person and
    round, so that two sides do not swap labels for ever. It ends when fewer than 0.1% moved in two rounds, or after `rounds`.

    Source: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in large-scale
    networks", Phys. Rev. E 76 (2007) 036106; with weights, and rules for equal weights in place of chance.
    """
    layout = society.layout
    people = society.people.select("q", "i")
    state = layout.arrays(people.withColumn("label", F.col("i")), "label")
    moved = [society.n]
    for turn in range(rounds):
        chosen = _heaviest(society, combined, people, state)
        may_move = f"best is not null and pmod(hash(i, {turn}), 2) = 0"
        next_label = f"case when {may_move} then -best.negative else own_label end"
        chosen = chosen.selectExpr("q", "i", "own_label", f"{next_label} as label")
        fresh = chosen.groupBy("q").agg(
            F.collect_list("label").alias("label"), F.expr("count_if(label != own_label)").alias("moved")
        )
        state = society.checkpoint(fresh)
        moved.append(sum(row.moved for row in state.select("moved").collect()))
        if sum(moved[-2:]) < SETTLED * society.n or sum(moved[-2:]) == 0:
            break
    found = layout.at_home(people, state, "label")
    tied = _least(combined, found, [table for table, _ in combined.tables()], "0", "tied")
    return tied.where("tied is not null").select("i", "label"), turn + 1


def _heaviest(society, combined, people, state):
    """The people with their label, `own_label`, and the heaviest among those they are tied to, `best`."""
    layout = society.layout
    tables = combined.brought(state, "label", prefix="j_")
    weights = [table.groupBy("q", "i", "j_label").agg(F.sum("w").alias("w")) for table in tables]
    if len(weights) > 1:
        hubs = weights[1].withColumn("_q", F.col("q")).withColumn("q", F.expr(layout.home("i")))
        hubs = layout.spread(hubs, "i", "j_label", "_q")
        weights[1] = hubs.groupBy("q", "i", "j_label").agg(F.sum("w").alias("w"))
    found = layout.at_home(people, state, "label", prefix="own_")
    for slot, rows in enumerate(weights):
        rows = layout.at_home(rows, state, "label", prefix="own_")
        best = "max(struct(w, j_label = own_label as is_own, -j_label as negative))"
        found = beside(found, rows.groupBy("q", "i").agg(F.expr(best).alias("best")), ["best"])
    return found


def components(society, combined):
    """Connected components: `(i, label)` of people with ties, the label its smallest index; and how many rounds.

    Everyone points to a person of a smaller index. Each round a person's pointer, and the pointer of whom they point to,
    goes to the least that a neighbour points to, and pointers then skip a step; long chains need few rounds, too. Source:
    Y. Zhang, A. Azad, Z. Hu, "FastSV: a distributed-memory connected component algorithm with fast convergence", SIAM
    Conference on Parallel Processing for Scientific Computing (2020).
    """
    layout = society.layout
    people = society.people.select("q", "i")
    state = layout.arrays(people.withColumn("label", F.col("i")), "label")
    turn = 0
    while True:
        known = layout.at_home(people, state, "label")
        found = _least(combined, known, combined.brought(state, "label", prefix="j_"), "j_label", "near")
        found = found.selectExpr("q", "i", "label", "least(label, coalesce(near, label)) as near").persist(LEVEL)
        # Whom I point to hears of it, too.
        told = found.where("near < label").groupBy("q", "label").agg(F.min("near").alias("told"))
        told = told.selectExpr(f"{layout.home('label')} as q", "label as i", "told")
        told = layout.spread(told, "i").groupBy("q", "i").agg(F.min("told").alias("told"))
        hooked = beside(found, told, ["told"])
        hooked = hooked.selectExpr("q", "i", "label", "least(near, coalesce(told, near)) as next").persist(LEVEL)
        pointers = layout.arrays(hooked.select("q", "i", "next"), "next").persist(LEVEL)
        fresh = _followed(layout, hooked, pointers).groupBy("q").agg(
            F.collect_list("then").alias("label"), F.expr("count_if(then != label)").alias("moved")
        )
        state = society.checkpoint(fresh)
        moved = sum(row.moved for row in state.select("moved").collect())
        turn += 1
        for table in (found, hooked, pointers):
            table.unpersist()
        if moved == 0:
            break
    found = layout.at_home(people, state, "label")
    tied = _least(combined, found, [table for table, _ in combined.tables()], "0", "tied")
    return tied.where("tied is not null").select("i", "label"), turn


def _followed(layout, people, pointers):
    """The people with `then`: whom the person that they point to, `next`, points to."""
    if layout.is_broadcast:
        keyed = people.withColumn("_key", F.expr(layout.home("next")))
        taken = layout.taken(keyed, pointers, "_key", layout.place("next"), ["next"], "to_", "broadcast")
        return taken.withColumnRenamed("to_next", "then").drop("_key")
    asked = people.select("q", "next").distinct().withColumnsRenamed({"q": "_from", "next": "_to"})
    asked = layout.spread(asked.withColumn("_key", F.expr(layout.home("_to"))), "_to", key="_key")
    answers = layout.taken(asked, pointers, "_key", layout.place("_to"), ["next"], "to_", "shuffle_hash")
    answers = answers.drop("_key").repartition(layout.count, "_from")
    joined = people.join(answers.hint("shuffle_hash"), (people["q"] == answers["_from"]) & (people["next"] == answers["_to"]), "left")
    return joined.select(*people.columns, F.col("to_next").alias("then"))
