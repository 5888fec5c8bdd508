"""All measures of a society as rows, in the order, under the names and with the sentences of the embedded engine."""

from pyspark.sql import functions as F

from .network import exact
from .spread import shorrocks, transitions
from .tie_measures import statistics
from .tie_sums import SCORES

OWN, PUBLIC = "own_score", "public_score"
NOBODY = "there are no people"
NO_SPREAD = "there is no spread"
#: How many groups of a division are told of.
GROUP_COUNT = 50


def _row(measure, value, n, of="", on="", by="", weighted=None, expected=None, missing=None):
    row = {"period": 0, "measure": measure, "of": of, "on": on, "by": by}
    if weighted is not None:
        row["weighted"] = weighted
    if value is not None:
        # A negative zero reads like a mistake.
        row["value"] = value + 0.0
    if expected is not None:
        row["expected"] = expected
    row["n"] = n
    if expected is not None:
        row["draws"] = 0
    if value is None:
        row["missing"] = missing or NO_SPREAD
    if expected is not None:
        row["null"] = "analytic"
    return row


def rows(measures):
    """All measures, one dictionary each."""
    found = _spread(measures, "own", OWN) + _spread(measures, "pub", PUBLIC) + _order(measures)
    for score, name in SCORES:
        found += _on_ties(measures, score, name) + _on_groups(measures, score, name)
    for slot in range(len(measures.groupings)):
        found += _splits(measures, slot)
    for grouping in measures.groupings:
        found.append(
            _row(
                "modularity", measures.modularity(grouping.by), measures.table(grouping.by).people, on="combined",
                by=grouping.by, weighted=True, missing="there are no ties",
            )
        )
    return found + _segregation(measures) + _conflict(measures)


def _spread(measures, score, name):
    summary, n = measures.summaries[score], measures.society.n
    missing = summary.get("missing")
    values = [
        ("mean", summary["mean"]), ("standard_deviation", summary["sd"]), ("variance", summary["sd"] ** 2),
        ("minimum", summary["lowest"]), ("percentile_10", summary["percentile10"]),
        ("first_quartile", summary["first_quartile"]), ("median", summary["median"]),
        ("third_quartile", summary["third_quartile"]), ("percentile_90", summary["percentile90"]),
        ("maximum", summary["highest"]),
    ]
    low, high = summary["percentile10"], summary["percentile90"]
    found = [_row(measure, value, n, of=name) for measure, value in values]
    ratio = high / low if low > 0 else None
    reason = "the 10th percentile is not above 0" if n else NOBODY
    found.append(_row("percentile_ratio", ratio, n, of=name, missing=reason))
    return found + [_row(key, summary.get(key), n, of=name, missing=missing) for key in ("gini", "theil")]


def _order(measures):
    n = measures.society.n
    moved = shorrocks(transitions(measures.society))
    return [
        _row("kendall_tau_b", None, n, of=PUBLIC, by=OWN, missing="it is not worked out on Spark"),
        _row("shorrocks", moved, n, of=PUBLIC, by=OWN, missing="all own scores are in one tier"),
    ]


def _on_ties(measures, score, name):
    found = []
    names = ["assortativity", "moran_i", "geary_c", "friends_above_share", "friends_excess"]
    for ground in measures.sums.grounds:
        values = statistics(measures.totals, ground.frame, "a" if score == "own" else "b")
        n = measures.totals[ground.frame.name("tied")]
        found += [
            _row(key, value, n, of=name, on=ground.on, weighted=ground.is_weighted) for key, value in zip(names, values)
        ]
    return found


def _share(split):
    """The share between groups, or `None` if there is nothing to split."""
    return split[0] / (split[0] + split[1]) if split is not None and split[0] + split[1] > 0 else None


def _on_groups(measures, score, name):
    found = []
    for slot, grouping in enumerate(measures.groupings):
        table, n = measures.tables[slot], measures.tables[slot].people
        gap = table.gap(score)
        values, reasons = [None] * 4, {}
        if table.count > 1:
            variance, theil = measures.splits[slot][score]
            difference = gap["top_mean"] - gap["bottom_mean"] if gap else None
            values = [_share(variance), _share(theil), difference, table.esteban_ray(score)]
        if n == 0 or table.count == 1:
            reasons = dict.fromkeys(range(4), "there is one group only" if n else NOBODY)
        else:
            reasons = {1: table.theil_missing(score)}
            if gap is None:
                reasons[2] = "there are not two groups of 5 people or more"
        keys = ["variance_between_share", "theil_between_share", "social_gap", "esteban_ray"]
        for position, (key, value) in enumerate(zip(keys, values)):
            is_dealt = position == 0 and score == "own" and n > 1 and value is not None
            expected = (table.count - 1) / (n - 1) if is_dealt else None
            found.append(
                _row(key, value, n, of=name, by=grouping.by, expected=expected, missing=reasons.get(position))
            )
    return found


def _splits(measures, slot):
    found = []
    by, table = measures.groupings[slot].by, measures.tables[slot]
    for score, name in SCORES:
        variance, theil = measures.splits[slot][score]
        reason = table.theil_missing(score)
        for measure, split, missing in (("variance", variance, NOBODY), ("theil", theil, reason)):
            for part, side in enumerate(("between", "within")):
                value = split[part] if split is not None else None
                found.append(_row(f"{measure}_{side}", value, table.people, of=name, by=by, missing=missing))
    return found


def _segregation(measures):
    found = []
    for ground in measures.sums.grounds:
        frame = ground.frame
        for slot, by in enumerate(measures.names):
            n = measures.totals[frame.name(f"people_{slot}")]
            values = measures.tables[slot].categorical(frame)
            names = ["categorical_assortativity", "ei_index"]
            reasons = ["there are not two groups with ties", "there are no ties between people of groups"]
            for key, value, missing in zip(names, values, reasons):
                found.append(
                    _row(key, value, n, on=ground.on, by=by, weighted=ground.is_weighted, missing=missing)
                )
    return found


def _conflict(measures):
    """Polarisation, disagreement and internal conflict.

    Sources: C. Musco, C. Musco, C. E. Tsourakakis, "Minimizing polarization and disagreement in social networks", WWW (2018)
    369-378; X. Chen, J. Lijffijt, T. De Bie, "Quantifying and minimizing risk of conflict in social networks", KDD (2018).
    """
    society, found = measures.society, []
    for score, name in SCORES:
        letter = "a" if score == "own" else "b"
        found.append(_row("polarisation", measures.summaries[score]["sd"] ** 2 * society.n, society.n, of=name))
        layers = [ground for ground in measures.sums.grounds if ground.on != "combined"]
        for ground in layers:
            if not ground.is_weighted and any(other.on == ground.on and other.is_weighted for other in layers):
                continue
            apart = measures.totals[ground.frame.name(f"{letter}_apart")] / 2
            n = measures.totals[ground.frame.name("tied")]
            found.append(
                _row("disagreement", apart, n, of=name, on=ground.on, weighted=ground.is_weighted)
            )
    parts = society.people.groupBy("q").agg(F.expr("sum((own - pub) * (own - pub))").alias("moved")).collect()
    found.append(_row("internal_conflict", exact(parts, "moved")[0], society.n, of=PUBLIC, by=OWN))
    return found


def groupings(measures):
    """What `findings.groupings` says: each division, its largest groups, and how far apart they are."""
    from .communities import groups

    found = []
    for slot, grouping in enumerate(measures.groupings):
        table = measures.tables[slot]
        first = groups(measures, grouping.by).where(f"community <= {GROUP_COUNT}").orderBy("community").collect()
        said = {"by": grouping.by, "count": table.count, "people": table.people}
        said["groups"] = [
            {
                "number": row.community, "name": row.name, "people": row.people,
                "mean_own_score": row.mean_own_score, "mean_public_score": row.mean_public_score,
                "sd_own_score": row.sd_own_score, "sd_public_score": row.sd_public_score,
                "lowest_public_score": row.lowest_public_score, "highest_public_score": row.highest_public_score,
                "ties_within": row.ties_within, "ties_outside": row.ties_outside,
                "weight_within": row.weight_within, "weight_outside": row.weight_outside,
            }
            for row in first
        ]
        gaps = {"gap_before": table.gap("own"), "gap_after": table.gap("pub")}
        said.update({key: gap for key, gap in gaps.items() if gap is not None})
        if table.count > 1:
            shares = {"share_before": _share(measures.splits[slot]["own"][0])}
            shares["share_after"] = _share(measures.splits[slot]["pub"][0])
            said.update({key: share for key, share in shares.items() if share is not None})
        found.append(said)
    return found
