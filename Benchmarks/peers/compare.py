#!/usr/bin/env python3
"""Measure the program and its peers in turn, check that all agree, write the tables.

    compare.py TOOL YARDSTICK FOLDER DOCUMENT

FOLDER is for data and results and may be deleted; the tables go between the markers `peers` of DOCUMENT. Environment:

    PEOPLE, TIES   size of the societies (1,000,000 and 10,000,000)
    REPEATS        measurements of each kind (3)
    SLOW           a measurement that takes longer, in seconds, is not repeated (30)
    TIMEOUT        one that takes longer, in seconds, is ended (300)
    TASKS          what to measure (load,step,equilibrium,whole)
    GRAPHS         on which societies (planted,barabasi-albert)
    SOLVERS        whether each solver of ours has a row of its own (1)
"""

import datetime
import importlib.metadata
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "common"))

import board  # noqa: E402
import loading  # noqa: E402
import marked  # noqa: E402
import measuring  # noqa: E402
import numpy  # noqa: E402
import ours  # noqa: E402
import pipeline  # noqa: E402
import solving  # noqa: E402
import tables  # noqa: E402

SUSCEPTIBILITIES = ["0.5", "0.85", "0.95", "0.99"]
STEP_AT = "0.6"
US, THE_YARDSTICK = "**graph-tool**", "*yardstick (C++)*"
NETWORKX_BYTES_A_TIE = 1000


def number(name, default):
    return int(float(os.environ.get(name, default)))


class Comparison:
    def __init__(self, tool, yardstick, folder):
        self.people, self.ties = number("PEOPLE", 1e6), number("TIES", 1e7)
        self.repeats, self.slow, self.timeout = number("REPEATS", 3), number("SLOW", 30), number("TIMEOUT", 300)
        self.tasks = os.environ.get("TASKS", "load,step,equilibrium,whole").split(",")
        self.folder = pathlib.Path(folder).resolve() / f"{self.people}-{self.ties}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program = ours.Program(tool, self.folder, self.timeout)
        self.yardstick = ours.Yardstick(yardstick, self.folder, self.timeout)
        self.peers = ours.Peers(HERE / "worker.py", self.folder, self.timeout)
        self.tool = tool
        self.sections = []

    # MARK: Data

    def generate(self, graph, ids):
        """An edge list, made once."""
        path = self.folder / f"{graph}-{ids}.csv"
        if not path.exists():
            print(f"generating {path.name}", flush=True)
            if graph == "planted":
                size = ["--people", self.people, "--ties", self.ties]
            else:
                size = ["--people", self.people, "--ties-per-person", max(1, self.ties // self.people)]
            partial = path.with_suffix(".partial")
            self.must([
                self.tool, "generate", graph, *size, "--weights", "lognormal", "--ids", ids, "--edge-list", "--quiet",
                "--force", "-o", partial])
            partial.rename(path)
        return path

    def prepare(self, graph):
        """The ties as arrays and the reference answers, made once."""
        path, folder = self.generate(graph, "string"), self.folder / graph
        wanted = sorted({*SUSCEPTIBILITIES, STEP_AT})
        if not (folder / f"equilibrium-{wanted[-1]}.npy").exists():
            print(f"preparing the reference answers of {graph}", flush=True)
            self.must([sys.executable, HERE / "prepare.py", path, folder, *wanted])
        return path, folder

    @staticmethod
    def must(arguments):
        subprocess.run([str(part) for part in arguments], check=True)

    # MARK: Tasks

    def cases_of_loading(self, graph, ids):
        path, (_, folder) = self.generate(graph, ids), self.prepare(graph)
        facts = json.loads((folder / "facts.json").read_text())
        cases = [
            board.Case(THE_YARDSTICK, lambda: self.yardstick.measure("load", path, STEP_AT), facts),
            board.Case(US, lambda: self.program.load(path), facts),
        ]
        for peer in loading.PEERS:
            if ids == "integer":
                # Peers take integer ids as row numbers, so people without ties are there too.
                facts = {**facts, "people": self.people}
            case = board.Case(peer, lambda peer=peer: self.peers.measure("load", peer, path, ids), facts)
            if peer == "networkx" and self.ties * NETWORKX_BYTES_A_TIE > measuring.available_bytes():
                case.problem = "left out: it would not fit into memory"
            cases.append(case)
        return cases

    def cases_of_stepping(self, graph):
        path, folder = self.prepare(graph)
        expected = self.rounds(folder, 23)
        settled = numpy.load(folder / f"equilibrium-{STEP_AT}.npy")
        cases = [
            board.Case(THE_YARDSTICK, lambda: self.yardstick.measure("step", path, STEP_AT), settled),
            board.Case(US, lambda: self.program.step(path, STEP_AT), expected),
        ]
        cases += [
            board.Case(peer, lambda peer=peer: self.peers.measure("step", peer, folder, STEP_AT), expected)
            for peer in solving.STEPPING
        ]
        return cases

    def rounds(self, folder, count):
        """So many applications of F from the own scores, by scipy."""
        solver = solving.SciPy(solving.Problem(folder, STEP_AT))
        for _ in range(count):
            solver.step()
        return solver.answer()

    def cases_of_settling(self, graph, a):
        path, folder = self.prepare(graph)
        expected = numpy.load(folder / f"equilibrium-{a}.npy")
        cases = [
            board.Case(THE_YARDSTICK, lambda: self.yardstick.measure("equilibrium", path, a), expected),
            board.Case(US, lambda: self.program.equilibrium(path, a), expected),
        ]
        cases += [
            board.Case(
                f"graph-tool --solver {solver}",
                lambda solver=solver: self.program.equilibrium(path, a, "--solver", solver), expected)
            for solver in (self.program.solvers if os.environ.get("SOLVERS", "1") == "1" else [])
        ]
        cases += [
            board.Case(peer, lambda peer=peer: self.peers.measure("equilibrium", peer, folder, a), expected)
            for peer in solving.SETTLING
        ]
        return cases

    def cases_of_the_whole(self, graph):
        path, folder = self.prepare(graph)
        a = SUSCEPTIBILITIES[0]
        expected = numpy.load(folder / f"equilibrium-{a}.npy")
        cases = [board.Case(US, lambda: self.program.whole(path, a), expected)]
        cases += [
            board.Case(
                peer, lambda peer=peer: self.peers.measure("whole", peer, path, a, self.folder / "whole.csv"), expected)
            for peer in pipeline.PEERS
        ]
        return cases

    # MARK: All of it

    def measure(self, title, cases):
        print(title, flush=True)
        board.run_in_turn(cases, self.repeats, self.slow, lambda text: print(text, flush=True))
        return cases

    def check_order(self, graph):
        """That people stand in the same order with us: all answers are compared by position."""
        path, folder = self.prepare(graph)
        self.program.analyze(path, "--rounds", "1")
        if self.program.people()[0] != (folder / "ids.txt").read_text().split("\n"):
            raise board.Disagreement(f"{graph}: people.csv does not list people by their first appearance")

    def run(self):
        graphs = os.environ.get("GRAPHS", "planted,barabasi-albert").split(",")
        for graph in graphs:
            self.check_order(graph)
        if "load" in self.tasks:
            for ids in ["string", "integer"]:
                found = {
                    graph: self.measure(f"{graph}: loading, {ids} ids", self.cases_of_loading(graph, ids))
                    for graph in graphs
                }
                self.sections.append(tables.loading(ids, found))
        if "step" in self.tasks:
            found = {graph: self.measure(f"{graph}: one step", self.cases_of_stepping(graph)) for graph in graphs}
            self.sections.append(tables.stepping(found))
        if "equilibrium" in self.tasks:
            found = {
                a: self.measure(f"planted: equilibrium at {a}", self.cases_of_settling("planted", a))
                for a in SUSCEPTIBILITIES
            }
            self.sections.append(tables.settling(found))
        if "whole" in self.tasks:
            found = {
                graph: self.measure(f"{graph}: the whole command", self.cases_of_the_whole(graph)) for graph in graphs
            }
            self.sections.append(tables.whole(found))

    def introduction(self, left_out):
        names = ["numpy", "scipy", "numba", "networkit", "igraph", "polars", "duckdb", "python-graphblas", "pandas", "networkx"]
        versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names if name not in left_out)
        lines = [
            f"{self.people:,} people, {self.ties:,} weighted ties; {datetime.date.today()}; {measuring.machine()}; "
            f"two threads. graph-tool {self.program.version}; Python {sys.version.split()[0]}, {versions}. "
            f"Medians of {self.repeats} fresh processes run in turn; * marks what was not repeated, because it took more "
            f"than {self.slow} s. Made by `make bench-peers` with PEOPLE={self.people} TIES={self.ties} "
            f"REPEATS={self.repeats} SLOW={self.slow} TIMEOUT={self.timeout} "
            f"GRAPHS={os.environ.get('GRAPHS', 'planted,barabasi-albert')}.",
        ]
        if left_out:
            lines.append(f"Could not be installed here and left out: {', '.join(left_out)}.")
        return "\n\n".join(lines)


def main(tool, yardstick, folder, document):
    left_out = [name for name in os.environ.get("LEFT_OUT", "").split() if name]
    comparison = Comparison(str(pathlib.Path(tool).resolve()), str(pathlib.Path(yardstick).resolve()), folder)
    try:
        comparison.run()
    except board.Disagreement as disagreement:
        raise SystemExit(f"error: {disagreement}; {document} was left as it was") from None
    text = "\n\n".join([comparison.introduction(left_out), *comparison.sections])
    (comparison.folder / "tables.md").write_text(text + "\n")
    marked.replace(document, "peers", text)
    print(f"wrote {document}")


if __name__ == "__main__":
    main(*sys.argv[1:])
