#!/usr/bin/env python3
"""Measure how long peers and the program take for measures of sorting; all must agree on the number itself.

    measures.py TOOL FOLDER [DOCUMENT]

FOLDER is for data and results and may be deleted; the tables go to its measures.md and, if there is a DOCUMENT, between
its markers `measures`. Environment:

    PEOPLE, TIES               size of the large society (1,000,000 and 10,000,000)
    SMALL_PEOPLE, SMALL_TIES   size of the small one (10,000 and 100,000)
    PERMUTATIONS               random societies (999)
    REPEATS                    measurements of each kind (3)
    SLOW                       a measurement that takes longer, in seconds, is not repeated (30)
    TIMEOUT                    a process that takes longer, in seconds, is ended (600)

Of peers the computation alone is timed, of the program the phase `measuring`, and for local Moran's I the phase `looking
for hot spots`. The first holds more than its row says: every measure of the report, of own and of public scores, and with
permutations the public scores of every random society.
"""

import argparse
import datetime
import importlib.metadata
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "common"))

import board  # noqa: E402
import marked  # noqa: E402
import measuring  # noqa: E402
import ours  # noqa: E402
import sorting  # noqa: E402
import tables  # noqa: E402

US = "**graph-tool**"
# Of each pair of different scores networkx keeps several numbers.
NETWORKX_BYTES_A_PAIR = 48


def number(name, default):
    return int(float(os.environ.get(name, default)))


class Comparison:
    def __init__(self, tool, folder):
        self.people, self.ties = number("PEOPLE", 1e6), number("TIES", 1e7)
        self.small_people, self.small_ties = number("SMALL_PEOPLE", 1e4), number("SMALL_TIES", 1e5)
        self.permutations = number("PERMUTATIONS", 999)
        self.repeats, self.slow, self.timeout = number("REPEATS", 3), number("SLOW", 30), number("TIMEOUT", 600)
        self.folder = pathlib.Path(folder).resolve() / "measures"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.tool = tool
        self.program = ours.Program(tool, self.folder, self.timeout)
        self.peers = ours.Peers(HERE / "worker.py", self.folder, self.timeout)
        self.facts = {}

    def society(self, people, ties):
        """A planted society, made once, and what all must find in it."""
        path = self.folder / f"planted-{people}-{ties}"
        if not path.exists():
            print(f"generating {path.name}", flush=True)
            subprocess.run(
                [self.tool, "generate", "planted", "--people", str(people), "--ties", str(ties), "--weights", "none",
                 "--ids", "integer", "--susceptibility", "none", "--quiet", "-o", str(path)], check=True)
        if path not in self.facts:
            self.facts[path] = sorting.Society(path).facts()
        return path

    def ours(self, path, fact, permutations, *options, phase="measuring"):
        reference = {fact: self.facts[path][fact]}
        return board.Case(US, lambda: self.program.measures(path, fact, permutations, *options, phase=phase), reference)

    def peer(self, name, path, permutations=0):
        fact = sorting.PEERS[name].fact
        reference = {fact: self.facts[path][fact]}
        return board.Case(name, lambda: self.peers.measure("measure", name, path, permutations), reference)

    def networkx(self, path, people):
        case = self.peer("networkx (1 thread)", path)
        if NETWORKX_BYTES_A_PAIR * people**2 > measuring.available_bytes():
            case.problem = "left out: it would not fit into memory"
        return case

    def run(self):
        large = self.society(self.people, self.ties)
        small = self.society(self.small_people, self.small_ties)
        sizes = {large: (self.people, self.ties), small: (self.small_people, self.small_ties)}
        assortativity = {
            path: [self.ours(path, "assortativity", 0), self.peer("igraph (1 thread)", path), self.networkx(path, people)]
            for path, (people, _) in sizes.items()
        }
        many = self.permutations
        moran = [self.ours(small, "moran_i", many), self.peer("esda Moran (1 thread)", small, many)]
        local = [
            self.ours(small, "moran_i", 0, "--local-permutations", str(many), phase="looking for hot spots"),
            *(self.peer(name, small, many) for name in sorting.PEERS if name.startswith("esda Moran_Local")),
        ]
        groups = [
            *((f"assortativity, {people:,} people, {ties:,} ties", assortativity[path])
              for path, (people, ties) in sizes.items()),
            (f"Moran's I, {many} permutations, {self.small_people:,} people, {self.small_ties:,} ties", moran),
            (f"local Moran's I, {many} permutations, {self.small_people:,} people, {self.small_ties:,} ties", local),
        ]
        for title, cases in groups:
            print(title, flush=True)
            board.run_in_turn(cases, self.repeats, self.slow, lambda text: print(text, flush=True))
        return "\n\n".join([self.introduction(), *(tables.measures(title, cases) for title, cases in groups)])

    def introduction(self):
        names = ["igraph", "networkx", "esda", "libpysal", "numba", "numpy"]
        versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
        return (
            f"Planted societies without weights, seed 1; {datetime.date.today()}; {measuring.machine()}; two threads. "
            f"graph-tool {self.program.version}; Python {sys.version.split()[0]}, {versions}. Medians of {self.repeats} "
            "fresh processes run in turn; * marks what was not repeated. Of peers the computation alone, of graph-tool the "
            "phase *measuring*: every measure of the report, and with permutations the public scores of every random "
            "society too.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool")
    parser.add_argument("folder")
    parser.add_argument("document", nargs="?")
    options = parser.parse_args()
    tool = str(pathlib.Path(options.tool).resolve())
    comparison = Comparison(tool, options.folder)
    try:
        text = comparison.run()
    except board.Disagreement as disagreement:
        raise SystemExit(f"error: {disagreement}; no table was written") from None
    (comparison.folder / "measures.md").write_text(text + "\n")
    print(f"\n{text}")
    if options.document:
        marked.replace(options.document, "measures", text)


if __name__ == "__main__":
    main()
