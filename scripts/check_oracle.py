#!/usr/bin/env python3
"""Compares the program with reference numbers on data too large to stand in the tests.

Usage: check_oracle.py TOOL ADVERSARY DIR, where ADVERSARY is the example greedy-adversary and DIR holds
oracle/large.json and data/ego-facebook, data/bitcoin-otc, data/opinion-twitter.

The reference numbers were made with numpy, scipy, networkx, igraph and libpysal; those of the example stand beside it,
in published.csv. Each line printed is one number: its
name, ours, theirs, and the relative difference. Ends with `N passed, N failed`; exit code 1 if any failed.
"""

import csv
import gzip
import json
import math
import pathlib
import subprocess
import sys
import tempfile

PUBLISHED = pathlib.Path(__file__).resolve().parent.parent / "Examples" / "GreedyAdversary" / "published.csv"

passed = failed = 0


def compare(name, ours, theirs, relative=1e-10, absolute=0.0):
    """One line: whether two numbers agree."""
    global passed, failed
    difference = abs(ours - theirs)
    ok = difference <= max(relative * max(abs(ours), abs(theirs)), absolute)
    passed, failed = passed + ok, failed + (not ok)
    size = difference / abs(theirs) if theirs else difference
    print(f"{'ok  ' if ok else 'FAIL'}  {name:<52} {ours!r:>24} {theirs!r:>24} {size:.1e}")


def weyl(index, factor):
    """The fractional part of (index + 1) * factor, as Python's floats give it."""
    turn = (index + 1) * factor
    return turn - math.floor(turn)


def rows(path):
    with gzip.open(path, "rt", newline="") as file:
        yield from csv.DictReader(file)


def analyze(tool, society, run, *options):
    subprocess.run(
        [tool, "analyze", str(society), "-o", str(run), "--quiet", "--permutations", "0", "--no-graphml", *options],
        check=True)
    with open(run / "people.csv", newline="") as file:
        people = list(csv.DictReader(file))
    with open(run / "measures.csv", newline="") as file:
        measures = {}
        for row in csv.DictReader(file):
            key = (row["measure"], row["of"], row["on"], row["weighted"])
            measures[key + (row["by"],) if row["by"] else key] = row
    return people, measures, json.loads((run / "run.json").read_text())


def facebook(tool, data, reference, folder):
    """Ego networks with golden-ratio scores and a susceptibility a person."""
    society = folder / "ego-facebook"
    society.mkdir()
    ties = list(rows(data / "ego-facebook" / "edges.csv.gz"))
    count = 1 + max(int(row[end]) for row in ties for end in ("source", "target"))
    with open(society / "people.csv", "w") as file:
        file.write("id,score,susceptibility\n")
        for person in range(count):
            score = 350 + 600 * weyl(person, 0.6180339887498949)
            file.write(f"{person},{score!r},{0.2 + 0.6 * weyl(person, 0.7548776662466927)!r}\n")
    with open(society / "friendships.csv", "w") as file:
        file.write("source,target\n")
        file.writelines(f"{row['source']},{row['target']}\n" for row in ties)
    people, measures, run = analyze(tool, society, folder / "facebook.run", "--tolerance", "1e-9")
    scores = [float(row["public_score"]) for row in people]
    bound = run["findings"]["propagation"]["error_bound"]
    compare("ego-facebook people", len(people), reference["n"])
    for position, value in enumerate(reference["x_first5"]):
        compare(f"ego-facebook x[{position}]", scores[position], value, 0, bound + 1e-9)
    compare("ego-facebook sum of x", math.fsum(scores), reference["x_sum"])
    compare("ego-facebook sum of squares of x", math.fsum(x * x for x in scores), reference["x_sumsq"])
    compare("ego-facebook lowest x", min(scores), reference["x_min"], 0, bound + 1e-9)
    compare("ego-facebook highest x", max(scores), reference["x_max"], 0, bound + 1e-9)
    names = {"s": "own_score", "x": "public_score"}
    for letter, of in names.items():
        for key, measure, on in [
            ("gini", "gini", ""), ("theil", "theil", ""), ("num_assort", "assortativity", "friendship"),
            ("moran", "moran_i", "friendship"), ("geary", "geary_c", "friendship"),
        ]:
            if f"{key}_{letter}" in reference:
                row = measures[(measure, of, on, "false" if on else "")]
                compare(f"ego-facebook {measure} of {of}", float(row["value"]), reference[f"{key}_{letter}"], 1e-9)
    def measure(*key):
        return float(measures[key]["value"])

    paradox = reference["paradox_s"]
    compare(
        "ego-facebook people whose friends score higher",
        measure("friends_above_share", "own_score", "friendship", "false"), paradox["frac_nodes_mean_neighbour_gt_own"])
    compare(
        "ego-facebook friends' scores above the mean", measure("friends_excess", "own_score", "friendship", "false"),
        paradox["cov_identity"], 1e-9)
    for tier, key in [("own_tier", "ei_tiers_s"), ("public_tier", "ei_tiers_x")]:
        compare(f"ego-facebook E-I index by {tier}", measure("ei_index", "", "friendship", "false", tier), reference[key])
    top = json.loads(
        subprocess.run([tool, "influence", str(society), "--json", "--top", "10"], check=True, capture_output=True).stdout
    )["top"]
    for place, ((person, share), row) in enumerate(zip(reference["global_influence_top10"], top), 1):
        compare(f"ego-facebook number {place} by influence", int(row["id"]), person)
        compare(f"ego-facebook influence of number {place}", row["influence"], share, 1e-6, 1e-9)
    unit = analyze(tool, society, folder / "unit.run", "--susceptibility", "degree", "--tolerance", "1e-9")[1]
    theirs = reference["unit_fj"]
    for name, key in [
        ("P", ("polarisation", "public_score", "", "")), ("D", ("disagreement", "public_score", "friendship", "false")),
        ("internal", ("internal_conflict", "public_score", "", "", "own_score")),
    ]:
        compare(f"ego-facebook {key[0]} with susceptibility degree", float(unit[key]["value"]), theirs[name], 1e-9)
    findings = run["findings"]
    compare("ego-facebook Kendall tau-b", findings["propagation"]["rank_agreement"], reference["kendall_tau_b"], 1e-9)
    for own, (ours, theirs) in enumerate(zip(findings["tier_transitions"], reference["tier_transition"])):
        for public, (count, expected) in enumerate(zip(ours, theirs)):
            compare(f"ego-facebook people from tier {own} to tier {public}", count, expected)
    for letter, key in [("s", "own_scores"), ("x", "public_scores")]:
        for tier, value in enumerate(reference[f"tier_counts_{letter}"]):
            compare(f"ego-facebook people in tier {tier} by {key}", findings[key]["tiers"][tier], value)


def bitcoin(tool, data, reference, folder):
    """Ratings with times: positive ones only, log1p, half-life of a year; the rater is influenced by the rated."""
    society = folder / "bitcoin-otc"
    society.mkdir()
    ratings = list(rows(data / "bitcoin-otc" / "edges.csv.gz"))
    ids = sorted({int(row[end]) for row in ratings for end in ("source", "target")})
    received = {person: [] for person in ids}
    for row in ratings:
        received[int(row["target"])].append(float(row["rating"]))
    with open(society / "people.csv", "w") as file:
        file.write("id,score\n")
        for person in ids:
            marks = received[person]
            score = 350 + 600 * (math.fsum(marks) / len(marks) + 10) / 20 if marks else 650
            file.write(f"{person},{score!r}\n")
    with open(society / "transactions.csv", "w") as file:
        file.write("source,target,amount,time\n")
        file.writelines(f"{row['source']},{row['target']},{row['rating']},{row['time']}\n" for row in ratings)
    people, measures, run = analyze(
        tool, society, folder / "bitcoin.run", "--negative", "drop", "--half-life", "365", "--direction", "payer",
        "--susceptibility", "0.5", "--no-communities", "--tolerance", "1e-9", "--as-of", str(reference["t_max"]))
    scores = [float(row["public_score"]) for row in people]
    theirs = reference["fj_a.5"]
    bound = run["findings"]["propagation"]["error_bound"]
    compare("bitcoin-otc people", len(people), reference["nodes"])
    compare("bitcoin-otc sum of s", math.fsum(float(row["own_score"]) for row in people), reference["s_sum"])
    layer = run["findings"]["society"]["layers"][0]
    compare("bitcoin-otc sum of weights", layer["total_weight"], reference["weights_sum_log1p_halflife365d"])
    compare(
        "bitcoin-otc people without outgoing positive ratings",
        sum(row["degree_transaction"] == "0" for row in people), reference["no_outgoing_positive"])
    for position, value in enumerate(theirs["first5"]):
        compare(f"bitcoin-otc x[{position}]", scores[position], value, 0, bound + 1e-9)
    compare("bitcoin-otc sum of x", math.fsum(scores), theirs["sum"])
    compare("bitcoin-otc sum of squares of x", math.fsum(x * x for x in scores), theirs["sumsq"])
    for weighted, key in [("true", "num_assort_s_weighted"), ("false", "num_assort_s_unweighted")]:
        row = measures[("assortativity", "own_score", "transaction", weighted)]
        compare(f"bitcoin-otc assortativity, weighted {weighted}", float(row["value"]), reference[key], 1e-9)


def twitter(adversary, data, folder):
    """The greedy adversary of Chen and Racz: whom it takes over, and what that does to each objective."""
    society = data / "opinion-twitter"
    with open(society / "nodes.csv", newline="") as file, open(folder / "opinions.csv", "w") as people:
        people.write("id,score\n")
        people.writelines(f"{row['id']},{row['innate']}\n" for row in csv.DictReader(file))
    output = subprocess.run(
        [adversary, str(society / "edges.csv.gz"), "--people", str(people.name)], check=True, capture_output=True,
        text=True).stdout
    found, objective = {}, None
    for fields in map(str.split, output.splitlines()):
        if fields[:2] == ["change", "person"]:
            objective = fields[-1]
        elif objective and fields and fields[0].isdigit():
            # The row before any change names nobody.
            change, *taken, value = fields
            found[objective, change] = (*(taken or ["", ""]), float(value))
    with open(PUBLISHED, newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            person, set_to, value = found[row["objective"], row["change"]]
            name = f"opinion-twitter {row['objective']} after {row['change']}"
            if row["person"]:
                compare(f"{name}: person", int(person), int(row["person"]))
                compare(f"{name}: set to", int(set_to), int(row["set_to"]))
            if row["value"]:
                compare(name, value, float(row["value"]), 0, 1e-9)


def main():
    tool, adversary, directory = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    reference = json.loads((directory / "oracle" / "large.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        facebook(tool, directory / "data", reference["ego-facebook"], pathlib.Path(folder))
        bitcoin(tool, directory / "data", reference["bitcoin-otc"], pathlib.Path(folder))
        twitter(adversary, directory / "data", pathlib.Path(folder))
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
