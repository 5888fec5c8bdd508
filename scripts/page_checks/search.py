"""People are found by a part of their name, and shown in the network."""

import random
import re


def check_search(page, results, names=None):
    """Looks people up.

    names: everyone's name, where each shall be found as text; otherwise a few are looked up.
    """
    people = page.evaluate("probe.data('people-data')")
    network = page.evaluate("probe.data('network-data')")
    results.expect(people and people["rows"], "nobody can be looked up")
    if names is not None:
        check_names(page, results, people["rows"], network, names)
    places = range(len(people["rows"]))
    if names is None:
        places = sorted(random.Random(1).sample(places, min(6, len(places))))
    for place in places:
        look_up(page, results, people, network, place)
    page.fill("#search", "nobody of this name\u2603")
    results.expect_equal("hits of nobody", page.locator("#hits li").count(), 0)
    results.expect("Nobody" in page.locator("#hit-count").text_content(), "nobody found, and nothing said")
    page.fill("#search", "")
    results.expect_equal("hits of nothing", page.locator("#hits li").count(), 0)


def check_names(page, results, rows, network, names):
    """Everyone stands in the page by name, whole or cut, once."""
    shown = [row[0] for row in rows]
    results.expect_equal("people who can be looked up", len(shown), len(names))
    for short, name in zip(shown, names):
        results.expect(is_cut(short, name), f"{name[:40]!a} stands as {short!a}")
    if network and network["kind"] == "people":
        wrong = [short for short in network["names"] if not any(is_cut(short, name) for name in names)]
        results.expect_none("names in the network that nobody has", wrong)


def is_cut(short, name):
    name = re.sub("[\n\t\u2028\u2029]", " ", name)
    return short == name or (short.endswith("\u2026") and name.startswith(short[:-1]) and len(short) <= 200)


def look_up(page, results, people, network, place):
    row = people["rows"][place]
    name = row[0]
    part = name.strip()[:20]
    page.fill("#search", part)
    hits = page.locator("#hits button")
    shown = hits.all_text_contents()
    results.expect(shown and all(part.lower() in hit.lower() for hit in shown), f"{part!a}: hits are {shown!a}")
    results.expect_equal(f"{name!a}: elements in hits", page.locator("#hits bdi *").count(), 0)
    # People whose shown names are the same come in the order of the data.
    same = [index for index, other in enumerate(people["rows"]) if other[0] == name]
    wanted = [index for index, hit in enumerate(shown) if hit == name]
    if name not in shown:
        page.fill("#search", name)
        shown = hits.all_text_contents()
        wanted = [index for index, hit in enumerate(shown) if hit == name]
    if not results.expect(len(wanted) >= len(same), f"{name!a}: not among the hits {shown!a}"):
        return
    hits.nth(wanted[same.index(place)]).click()
    card = page.evaluate("probe.card()")
    results.expect(not card["hidden"], f"{name!a}: no card")
    results.expect_equal(f"{name!a}: name on the card", card["name"], name)
    results.expect_equal(f"{name!a}: elements in the name", card["children"], 0)
    facts = {column: str(value) for column, value in zip(people["columns"][1:], row[1:]) if value is not None}
    results.expect_equal(f"{name!a}: facts on the card", card["facts"], facts)
    check_highlight(page, results, people, network, row)


def check_highlight(page, results, people, network, row):
    """The circle of the person, or of the community, and its ties stand out in each drawing."""
    if not network:
        return
    found = page.evaluate("probe.highlighted()")
    facts = dict(zip(people["columns"], row))
    frame = network["frames"][-1] if "frames" in network else network
    label = row[0] if network["kind"] == "people" else str(facts["community"])
    nodes = [node for node, name in enumerate(network["names"]) if name == label]
    ties = list(zip(frame["ties"][::3], frame["ties"][1::3]))
    for view in found:
        if not nodes:
            results.expect_equal(f"{label!a}: highlighted, but not drawn", view, {"circles": [], "ties": 0})
            continue
        if not results.expect(len(view["circles"]) == 1 and view["circles"][0] in nodes,
                              f"{label!a}: highlighted is {view['circles']}, not one of {nodes}"):
            continue
        node = view["circles"][0]
        degree = sum(1 for one, other in ties if node in (one, other))
        results.expect_equal(f"{label!a}: ties highlighted", view["ties"], degree)
        if network["kind"] == "people" and "frames" not in network and len(nodes) == 1:
            results.expect_equal(f"{label!a}: people tied to, drawn", degree, facts["people tied to"])
