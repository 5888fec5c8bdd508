#!/usr/bin/env python3
"""Compare a simulation with the same rules written with Mesa: the distributions of what comes out, and the time.

    simulation.py TOOL FOLDER [DOCUMENT]

FOLDER is for data and results and may be deleted; the tables go to its simulation.md and, if there is a DOCUMENT, between
its markers `simulation`. Environment:

    SEEDS         courses of each program under each set of rules (30)
    SOCIETY_SEED  seed of the society (1)
    REPEATS       measurements of time of each program (5)
    PARALLEL      simulations at once while outcomes are compared (2)
    TIMEOUT       a process that takes longer, in seconds, is ended (600)

People choose friends for what they do to a public score, and public scores settle (docs/scenarios.md: `cost`). Both programs
start from one planted society, so that courses differ by chance alone, and draw from random streams of their own, so that
only distributions can be compared. The exit code is 1 if a test says that they differ, with p below 1e-3: of two programs
that do the same, all tests together find a difference by chance at most once in so many times as the text says.
"""

import argparse
import concurrent.futures
import dataclasses
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "common"))

import against_mesa  # noqa: E402
import board  # noqa: E402
import marked  # noqa: E402
import numpy  # noqa: E402
import ours  # noqa: E402
from against_mesa import CALM, PEOPLE, TIES, mean, number  # noqa: E402

US = "**graph-tool**"
# So much change that people lose their last ties, all are asked by many, and places run out.
RESTLESS = dataclasses.replace(
    CALM, periods=10, review=0.3, drop_threshold=0, accept_threshold=-1, noise=1, candidates=4, friends_of_friends=0.9,
    budget=1.1)
RULES = {"as a scenario has them": CALM, "restless": RESTLESS}
OUTCOMES = {
    "assortativity": "assortativity of own scores",
    "ties": "ties",
    "sd": "sd of public scores, points",
    "dropped": "ties dropped in the last period",
    "isolated": "people without ties",
    "dropped_in_all": "ties dropped in all periods",
    "made_in_all": "ties made in all periods",
    "refused_in_all": "requests refused in all periods",
}
MESA, LEAN = "Mesa, NetworkGrid of networkx", "Mesa, friends in dictionaries, scipy"
MODELS = {MESA: "Society", LEAN: "LeanSociety"}


class Comparison:
    def __init__(self, tool, folder):
        self.tool = tool
        self.seeds, self.repeats, self.parallel = number("SEEDS", 30), number("REPEATS", 5), number("PARALLEL", 2)
        self.society_seed, self.timeout = number("SOCIETY_SEED", 1), number("TIMEOUT", 600)
        self.folder = pathlib.Path(folder).resolve() / "simulation"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.society = against_mesa.planted(tool, self.folder, self.society_seed)
        self.tests = against_mesa.Tests()

    def run(self):
        # Times first, while nothing else of ours runs.
        times = self.times()
        outcomes = [self.outcomes(title, rules) for title, rules in RULES.items()]
        return "\n\n".join([self.introduction(), times, *outcomes, self.verdict()])

    # One simulation

    def simulate(self, rules, *options):
        """A run of the program: seconds of the whole process, and what came out."""
        path = self.folder / f"seed-{rules.seed}.yaml"
        path.write_text(against_mesa.scenario(self.society, rules))
        done = against_mesa.finish([self.tool, "simulate", path, "--json", *options], self.timeout)
        records = json.loads(done.output)["records"]
        last, ties = records[-1], [record["ties"] for record in records]
        return {
            "seconds": done.seconds,
            "outcome": {
                "assortativity": last["own_sorting"]["assortativity"],
                "ties": ties[-1]["counts"][0],
                "sd": last["public_scores"]["sd"],
                "dropped": ties[-1]["dropped"],
                "isolated": last["isolated"],
                "dropped_in_all": sum(period["dropped"] for period in ties),
                "made_in_all": sum(period["made"] for period in ties),
                "refused_in_all": sum(period["declined"] for period in ties),
            },
        }

    def simulate_with_mesa(self, rules, name):
        """A run of the peer: seconds of the model alone, and what came out."""
        arguments = [self.society, json.dumps(dataclasses.asdict(rules)), MODELS[name]]
        done = against_mesa.finish([sys.executable, HERE / "mesa_society.py", *arguments], self.timeout)
        found = json.loads(done.output)
        return {"seconds": found["seconds"], "facts": found["outcome"]}

    # Time

    def times(self):
        print("time", flush=True)
        # Both models draw the same numbers, so from one seed they must come to one outcome.
        reference = self.simulate_with_mesa(CALM, LEAN)["facts"]
        cases = [
            board.Case(US, lambda: self.simulate(CALM, *ours.THREADS)),
            *(board.Case(name, lambda name=name: self.simulate_with_mesa(CALM, name), reference) for name in MODELS),
        ]
        board.run_in_turn(cases, self.repeats, self.timeout, lambda text: print(text, flush=True))
        own = cases[0].median()
        rows = [
            [case.name, marked.seconds(case.median()), f"{case.median() / own:.3g}"] if case.results
            else [case.name, case.problem, ""] for case in cases
        ]
        return marked.table([f"{PEOPLE:,} people, {TIES:,} ties, {CALM.periods} periods", "time", "times ours"], rows)

    # Outcomes

    def outcomes(self, title, rules):
        print(f"{self.seeds} seeds, rules {title}", flush=True)
        every = [dataclasses.replace(rules, seed=seed) for seed in range(1, self.seeds + 1)]
        with concurrent.futures.ThreadPoolExecutor(self.parallel) as pool:
            own = list(pool.map(lambda each: self.simulate(each)["outcome"], every))
            peers = list(pool.map(lambda each: self.simulate_with_mesa(each, LEAN)["facts"], every))
        rows = []
        for key, name in OUTCOMES.items():
            one, other = (numpy.array([outcome[key] for outcome in found], dtype=float) for found in (own, peers))
            same_distribution, same_mean = self.tests.compare(f"{name}, rules {title}", one, other)
            rows.append([name, mean(one), mean(other), f"{same_distribution:.2g}", f"{same_mean:.2g}"])
        header = [f"rules {title}, after {rules.periods} periods", "graph-tool", "Mesa", "p, distribution", "p, mean"]
        return marked.table(header, rows)

    # Words

    def introduction(self):
        return (
            f"{against_mesa.setting(self.tool, self.society_seed)} Made by `make bench-simulation` with "
            f"SEEDS={self.seeds} REPEATS={self.repeats}. Times are medians of {self.repeats} fresh processes run in turn, "
            "seed 1: of graph-tool the whole command, from the start of the process over reading and the measures of every "
            "period to the JSON; of Mesa the model and its periods alone, without Python's start, imports, reading and "
            "measures.")

    def verdict(self):
        return (
            f"Means of {self.seeds} courses with their standard errors. {self.tests.verdict()} Restless rules: "
            f"{differing(RESTLESS)}. Outcomes of Mesa are those of the model with dictionaries, which must agree with the "
            "other one from the same seed.")


def differing(rules):
    """What rules have that the calm ones have otherwise."""
    own, calm = dataclasses.asdict(rules), dataclasses.asdict(CALM)
    return ", ".join(f"`{name}` {value:g}" for name, value in own.items() if value != calm[name])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool")
    parser.add_argument("folder")
    parser.add_argument("document", nargs="?")
    options = parser.parse_args()
    comparison = Comparison(str(pathlib.Path(options.tool).resolve()), options.folder)
    try:
        text = comparison.run()
    except (board.Disagreement, ours.Unfinished) as error:
        raise SystemExit(f"error: {error}; no table was written") from None
    (comparison.folder / "simulation.md").write_text(text + "\n")
    print(f"\n{text}")
    if options.document:
        marked.replace(options.document, "simulation", text)
    if comparison.tests.differences:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
