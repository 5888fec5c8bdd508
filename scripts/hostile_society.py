#!/usr/bin/env python3
"""Makes a society of people whose names are hard to write: python3 scripts/hostile_society.py FOLDER"""

import csv
import pathlib
import sys

IDS = [
    "<script>alert(1)</script>", "\"&'", "مرحبا بالعالم", "👩‍👩‍👧🏳️‍🌈", "long" * 2500, "two\nlines", 'a\\"b', "#first",
    " lead", "tab\tin", "&amp;", "]]>", "null", "0", "a,b", "%s\\N", "Zoë", "café", "ends\\", "'; DROP TABLE people;--",
]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir()
    people = len(IDS)
    with open(folder / "people.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(["id", "score", "whole", "wide", "broken", "truth", "note", "Label", "type", "età", "a b"])
        for i, id in enumerate(IDS):
            row = [id, 400 + 17.3 * i, i - 3 if i % 4 else "", 2**53 + i, [".5", "2e-7", "1.50", "NA"][i % 4]]
            writer.writerow(row + [["true", "false", ""][i % 3], ["", "x\"y", "<b>&", "двe"][i % 4], "l", "t", i, i / 3])
    with open(folder / "friendships.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(["source", "target", "weight"])
        for i in range(people):
            writer.writerow([IDS[i], IDS[(i + 1) % people], 0.1 + i / 3])
        writer.writerow([IDS[0], IDS[7], 1e-9])


if __name__ == "__main__":
    main()
