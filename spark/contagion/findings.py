"""What a report says of people, ties and propagation: the same keys as in run.json of the embedded engine."""

from pyspark.sql import functions as F

from .network import exact
from .reading import NUMBER

#: How many movers are named.
MOVER_COUNT = 5

_INTEGER = "^(0|-?[1-9][0-9]*)$"
_CODE = r"^([+].*|0[^.e].*)$"


def column_kinds(society, people):
    """What the values of each of the society's own columns are: integer, number, boolean or text; and how many there are."""
    found = []
    for number, name in enumerate(society.columns):
        held = f"_a{number}"
        there = f"{held} is not null and {held} not in ('', 'NA')"
        row = people.agg(
            F.expr(f"count_if({there})").alias("there"),
            F.expr(f"count_if({there} and not ({held} rlike '{_INTEGER}' and length({held}) < 20))").alias("not_integer"),
            F.expr(f"count_if({there} and not {held} rlike '{NUMBER}')").alias("not_number"),
            F.expr(f"count_if({there} and {held} rlike '{_CODE}')").alias("code"),
            F.expr(f"count_if({there} and {held} not in ('true', 'false'))").alias("not_boolean"),
            F.expr(f"count_if({held} is null or {held} = '')").alias("empty"),
            F.expr(f"count_if({held} = 'NA')").alias("na"),
        ).first()
        if row.there == 0:
            kind = "text"
        elif row.not_integer == 0:
            kind = "integer"
        elif row.not_number == 0:
            kind = "text" if row.code else "number"
        else:
            kind = "text" if row.not_boolean else "boolean"
        missing = row.empty + (0 if kind == "text" else row.na)
        gone = f"{held} is null or {held} = ''" + ("" if kind == "text" else f" or {held} = 'NA'")
        distinct = people.where(f"not ({gone})").select(held).distinct().count()
        found.append({"name": name, "kind": kind, "distinct": distinct, "missing": missing})
    return found


def layer_findings(society, people):
    """The layers."""
    terms = []
    for number in range(len(society.layers)):
        terms.append(F.max(f"degree{number}").alias(f"largest{number}"))
        terms.append(F.count(f"degree{number}").alias(f"tied{number}"))
    row = people.agg(*terms).first()
    return [
        {
            "name": layer.name,
            "kind": layer.kind,
            "directed": layer.directed,
            "weighted": layer.weighted,
            "ties": layer.ties,
            "people": row[f"tied{number}"] if layer.people is None else layer.people,
            "largest_degree": row[f"largest{number}"] or 0,
            "mean_degree": layer.arcs / max(1, society.n),
            "total_weight": layer.weight,
            "share": layer.share,
        }
        for number, layer in enumerate(society.layers)
    ]


def propagation_findings(society, propagation, people):
    """What the network did to scores, and how sure the numbers are."""
    options, active = propagation.options, propagation.active
    bound, is_count = propagation.bound, propagation.outcome == "rounds"
    noise = bound or 0.0
    # After a number of rounds the bound says how far the equilibrium still is, not how sure the effects are.
    doubt = (propagation.floor if bound is not None else 0.0) if is_count else noise
    effect = "(pub - own)"
    near = " or ".join(f"abs({cut!r}D - pub) <= {noise!r}D" for cut in society.scale["cuts"])
    sums = [F.expr(f"sum(abs(e{l}))").alias(f"e{l}") for l in active]
    rows = people.groupBy("q").agg(
        F.expr("sum(case when tied then a end)").alias("a"),
        F.expr(f"sum(abs({effect}))").alias("effect"),
        F.expr(f"count_if({effect} > {doubt!r}D)").alias("gained"),
        F.expr(f"count_if({effect} < {-doubt!r}D)").alias("lost"),
        F.expr(f"count_if(tied and ({near}))").alias("near"),
        *sums,
    ).collect()

    def movers(sign):
        moved = people.where(f"{sign} * {effect} > {doubt!r}D")
        moved = moved.selectExpr("id", "i", "own", "pub", f"{effect} as effect", *[f"e{l}" for l in active])
        first = moved.orderBy(F.expr(f"{sign} * effect").desc(), "i").limit(MOVER_COUNT).collect()
        return [
            {
                "id": row.id, "own_score": row.own, "public_score": row["pub"], "effect": row.effect,
                "effects": [row[f"e{l}"] for l in active],
            }
            for row in first
        ]

    found = {
        "model": "friedkin-johnsen",
        "susceptibility": propagation.susceptibility,
        "mean_susceptibility": exact(rows, "a")[0] / max(1, propagation.tied),
        "mix": options.mix,
        "isolates": options.isolates,
        "outcome": propagation.outcome,
        "rounds": propagation.round,
        "solver": "fixed-point",
        "solver_requested": "automatic",
        "bound_form": propagation.form,
        "change": propagation.change,
        "closed_groups": [],
        "closed_group_count": 0,
        "gained": sum(row.gained for row in rows),
        "lost": sum(row.lost for row in rows),
        "mean_absolute_effect": exact(rows, "effect")[0] / society.n,
        "layers": [society.layers[l].name for l in active],
        "mean_absolute_effects": [exact(rows, f"e{l}")[0] / society.n for l in active],
        "top_gains": movers("1D"),
        "top_losses": movers("-1D"),
    }
    if propagation.tolerance is not None:
        found["tolerance"] = propagation.tolerance
    if bound is not None:
        found["error_bound"] = bound
        found["near_cut"] = sum(row.near for row in rows)
    return found
