"""What it means that two engines give the same."""

import math


def notices(run):
    """What was merged, dropped and assumed."""
    return [(one["kind"], one["count"], one["text"]) for one in run.findings["notices"]]


def compare(test, one, other, skipped=("community",)):
    """Holds a run of Spark (`other`) against one of the embedded engine."""
    doubt = one.bound + other.bound + 1e-9
    test.assertEqual(notices(one), notices(other))
    people = {row["id"]: row for row in other.table("people.csv")}
    rows = one.table("people.csv")
    test.assertEqual([row["id"] for row in rows], [row["id"] for row in other.table("people.csv")])
    for row in rows:
        twin = people[row["id"]]
        for name, value in row.items():
            if name in skipped or name.startswith(("local_", "spectral_")):
                continue
            where = f"{name} of {row['id']}"
            if name.startswith("tier_public") and value != twin[name]:
                test.assertTrue(near_cut(float(row["public_score"]), one, doubt), where)
            elif name.startswith(("degree_", "tier_")) or not is_number(value) or not is_number(twin[name]):
                test.assertEqual(value, twin[name], where)
            else:
                scale = 1 + abs(float(value)) * 1e-9 if name.startswith("strength_") else 1
                test.assertAlmostEqual(float(value), float(twin[name]), delta=doubt * scale, msg=where)
    for left, right in zip(one.findings["society"]["layers"], other.findings["society"]["layers"], strict=True):
        for key, value in left.items():
            if isinstance(value, float):
                test.assertTrue(math.isclose(value, right[key], rel_tol=1e-12), (key, value, right[key]))
            else:
                test.assertEqual(value, right[key], key)
    for key in ("people", "tied_pairs", "isolated", "scale", "columns"):
        test.assertEqual(one.findings["society"][key], other.findings["society"][key], key)
    for key in ("rounds", "outcome", "bound_form", "gained", "lost", "near_cut", "susceptibility", "mix"):
        if key != "rounds" or one.findings["propagation"]["solver"] == "fixed-point":
            test.assertEqual(one.findings["propagation"].get(key), other.findings["propagation"].get(key), key)
    measures(test, one, other)


def measures(test, one, other, by_skipped=("community", "input_community")):
    """Every measure of Spark that does not rest on communities it found itself."""
    key = lambda row: (row["measure"], row["of"], row["on"], row["by"], row["weighted"])  # noqa: E731
    expected = {key(row): row for row in one.table("measures.csv")}
    found = 0
    for row in other.table("measures.csv"):
        if row["by"] in by_skipped or row["measure"] == "kendall_tau_b":
            continue
        test.assertIn(key(row), expected)
        twin = expected[key(row)]
        test.assertEqual(row["n"], twin["n"], key(row))
        test.assertEqual(row["missing"], twin["missing"], key(row))
        if twin["value"]:
            left, right = float(row["value"]), float(twin["value"])
            near = math.isclose(left, right, rel_tol=1e-6, abs_tol=1e-9)
            test.assertTrue(near, (key(row), left, right))
            found += 1
    left_out = ("kendall_tau_b", "spectral_segregation", "normalised_mutual_information", "adjusted_rand_index")
    there = {key(row) for row in other.table("measures.csv")}
    for one_key, row in expected.items():
        if row["by"] not in by_skipped and row["measure"] not in left_out:
            test.assertIn(one_key, there)
    test.assertGreater(found, 40)


def near_cut(score, run, doubt):
    return any(abs(cut - score) <= doubt for cut in run.findings["society"]["scale"]["cuts"])


def is_number(text):
    try:
        float(text)
        return True
    except ValueError:
        return False
