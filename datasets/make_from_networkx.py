#!/usr/bin/env python3
"""Make the CSV files of `karate` and `miserables` from the graphs that networkx carries.

Needs networkx==3.6.1. Run it as

    python3 datasets/make_from_networkx.py [FOLDER]

FOLDER (by default the folder of this file) receives FOLDER/karate and FOLDER/miserables, each with people.csv and
friendships.csv. The same bytes come out every time. The SHA-256 of each file is printed in the format of sha256sum.

Neither graph carries scores, so both get the golden-ratio sequence: the person listed at place i, counted from 0, has

    s_i = 350 + 600 * frac((i + 1) * 0.6180339887498949)

which spreads scores evenly over 350 ... 950 and has nothing to do with the people. Scores are written with Python's
shortest decimal form that reads back to the same double.
"""

import csv
import hashlib
import pathlib
import sys

import networkx

NETWORKX = "3.6.1"
GOLDEN_RATIO = 0.6180339887498949


def golden_score(place):
    """The invented own score of the person listed at `place`, counted from 0."""
    return 350 + 600 * ((place + 1) * GOLDEN_RATIO % 1)


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(hashlib.sha256(path.read_bytes()).hexdigest(), f"{path.parent.name}/{path.name}", sep="  ")


def write_society(folder, graph, attributes, people, ties, weight):
    """Write `graph` as a society, after checking that it has the numbers of people and ties and the weight expected."""
    found = (graph.number_of_nodes(), graph.number_of_edges(), graph.size("weight"))
    if found != (people, ties, weight):
        sys.exit(f"{folder.name}: expected {(people, ties, weight)} people, ties and total weight, found {found}")
    folder.mkdir(parents=True, exist_ok=True)

    order = list(graph)
    write_csv(
        folder / "people.csv",
        ["id", *attributes, "score"],
        (
            [person, *(graph.nodes[person][name] for name in attributes), repr(golden_score(place))]
            for place, person in enumerate(order)
        ),
    )

    # Along the lower triangle of the matrix: all ties of a person to people listed earlier, person by person.
    # This order is a property of the graph alone, not of how networkx walks through its dictionaries.
    place_of = {person: place for place, person in enumerate(order)}
    ends = (sorted((place_of[a], place_of[b])) for a, b in graph.edges)
    write_csv(
        folder / "friendships.csv",
        ["source", "target", "weight"],
        (
            [order[earlier], order[later], graph[order[earlier]][order[later]]["weight"]]
            for earlier, later in sorted(ends, key=lambda pair: pair[::-1])
        ),
    )


def main():
    if networkx.__version__ != NETWORKX:
        sys.exit(f"the files were made with networkx {NETWORKX}; this is {networkx.__version__}")
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    write_society(out / "karate", networkx.karate_club_graph(), ["club"], people=34, ties=78, weight=231)
    write_society(out / "miserables", networkx.les_miserables_graph(), [], people=77, ties=254, weight=820)


if __name__ == "__main__":
    main()
