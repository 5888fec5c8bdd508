#!/usr/bin/env python3
"""Compare a study, many courses under several settings, with the same one run by Mesa: runs a second, and what comes out.

    sweep.py TOOL FOLDER [DOCUMENT]

FOLDER is for data and results and may be deleted; the tables go to its sweep.md and, if there is a DOCUMENT, between its
markers `sweep`. Environment:

    REPLICATES          courses of each cell, here and in Mesa's lean model (25)
    SLOW_REPLICATES     the same of the model that people write first (2)
    VILLAGE_REPLICATES  courses of each cell of datasets/studies/susceptibility.yaml (167)
    SOCIETY_SEED        seed of the society (1)
    REPEATS             measurements of each program (3)
    TIMEOUT             a process that takes longer, in seconds, is ended (900)

The rules are those of simulation.py, under four susceptibilities. All use two processes or threads, and begin with one
society. Each repeat has seeds of its own, so that outcomes of all repeats are compared; Mesa and we draw from different
random streams, so only distributions can be. The exit code is 1 if a test says that they differ, with p below 1e-3: of two
programs that do the same, all tests together find a difference by chance at most once in so many times as the text says.
"""

import argparse
import csv
import dataclasses
import io
import json
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "common"))

import against_mesa  # noqa: E402
import board  # noqa: E402
import marked  # noqa: E402
import measuring  # noqa: E402
import numpy  # noqa: E402
import ours  # noqa: E402
from against_mesa import CALM, PEOPLE, TIES, mean, number, useful_decimals  # noqa: E402
from scipy import stats  # noqa: E402

VILLAGE = HERE.parents[1] / "datasets" / "studies" / "susceptibility.yaml"
VILLAGE_CELLS = 6
WORKERS = 2
SUSCEPTIBILITIES = [0, 0.25, 0.5, 0.75]
# What an outcome is called here, in a study of ours, and in words.
OUTCOMES = {
    "assortativity": ("own_assortativity", "assortativity of own scores"),
    "ties": ("ties_friendship", "ties"),
    "sd": ("public_sd", "sd of public scores, points"),
}
OTHERS = "processors busy for others"
US = "**graph-tool sweep**"
POOL = "Mesa, friends in dictionaries, scipy; `multiprocessing.Pool`"
LEAN = "Mesa, friends in dictionaries, scipy; `batch_run`"
GRID = "Mesa, NetworkGrid of networkx; `batch_run`"
# The first one's outcomes are those that the others must have too.
PEERS = {POOL: ("LeanSociety", "pool"), LEAN: ("LeanSociety", "batch_run"), GRID: ("Society", "batch_run")}


def experiment(replicates, seed):
    """The study as graph-tool reads it, beside its scenario."""
    return "\n".join([
        "name: susceptibility, against Mesa", "scenario: scenario.yaml", "design: grid",
        f"factors: {{susceptibility: {{setting: propagation.susceptibility, values: {SUSCEPTIBILITIES}}}}}",
        f"replicates: {replicates}", f"seed: {seed}", "random_numbers: independent", "society: one",
        "outcomes: {" + ", ".join(f"{key}: {measure}" for key, (measure, _) in OUTCOMES.items()) + "}", ""])


class Comparison:
    def __init__(self, tool, folder):
        self.tool = tool
        self.replicates, self.slow_replicates = number("REPLICATES", 25), number("SLOW_REPLICATES", 2)
        self.village_replicates, self.repeats = number("VILLAGE_REPLICATES", 167), number("REPEATS", 3)
        self.society_seed, self.timeout = number("SOCIETY_SEED", 1), number("TIMEOUT", 900)
        self.folder = pathlib.Path(folder).resolve() / "sweep"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.society = against_mesa.planted(tool, self.folder, self.society_seed)
        (self.folder / "scenario.yaml").write_text(against_mesa.scenario(self.society, CALM))
        self.tests = against_mesa.Tests()
        self.cases = []

    def run(self):
        self.cases = [
            board.Case(US, lambda: self.sweep_planted(len(self.cases[0].results))),
            *(board.Case(name, lambda name=name: self.study_with_mesa(name)) for name in PEERS),
        ]
        self.measure(self.cases)
        villages = [
            board.Case(f"graph-tool sweep, {threads} {word}", lambda threads=threads: self.sweep_village(threads))
            for threads, word in ((2, "threads"), (1, "thread"))
        ]
        self.measure(villages)
        if not villages[0].results[-1]["outcomes"] == villages[1].results[-1]["outcomes"]:
            raise board.Disagreement("the village: one thread and two come to different outcomes")
        # Tests count themselves, so their verdict comes after them.
        outcomes = self.outcomes()
        return "\n\n".join([
            self.introduction(villages), self.times(), self.what_is_timed(), outcomes, self.verdict(),
            self.village(villages)])

    def measure(self, cases):
        board.run_in_turn(cases, self.repeats, self.timeout, lambda text: print(text, flush=True))
        for case in cases:
            if case.problem:
                raise ours.Unfinished(f"{case.name}: {case.problem}")

    # One study

    def sweep_planted(self, repeat):
        path = self.folder / "experiment.yaml"
        path.write_text(experiment(self.replicates, repeat + 1))
        return self.sweep(path, len(SUSCEPTIBILITIES) * self.replicates, WORKERS)

    def sweep_village(self, threads):
        replicates = self.village_replicates
        return self.sweep(VILLAGE, VILLAGE_CELLS * replicates, threads, "--replicates", str(replicates))

    def sweep(self, path, runs, threads, *options):
        """A study of ours in a folder that was not there: the whole command, and what came out of its runs."""
        study = self.folder / "ours.study"
        shutil.rmtree(study, ignore_errors=True)
        done = against_mesa.finish(
            [self.tool, "sweep", path, "-o", study, "--threads", str(threads), *options], self.timeout)
        listed = against_mesa.finish([self.tool, "study", study, "--list", "results", "--csv"], self.timeout)
        outcomes = {}
        for row in csv.DictReader(io.StringIO(listed.output)):
            key = (row["outcome"], int(row["cell"]), int(row["replicate"]))
            outcomes[key] = float(row["value"]) if row["value"] else None
        found = len({(cell, replicate) for _, cell, replicate in outcomes})
        if found != runs:
            raise ours.Unfinished(f"{found} runs have outcomes, not {runs}")
        return measured(done, runs, outcomes)

    def study_with_mesa(self, name):
        """The same study, by Mesa: the whole process of Python with those it starts."""
        repeat = len(next(case for case in self.cases if case.name == name).results)
        replicates = self.slow_replicates if name == GRID else self.replicates
        cells = [
            (cell, replicate) for cell in range(1, len(SUSCEPTIBILITIES) + 1) for replicate in range(1, replicates + 1)]
        jobs = [self.rules(repeat, cell, replicate) for cell, replicate in cells]
        path = self.folder / "jobs.json"
        path.write_text(json.dumps([dataclasses.asdict(rules) for rules in jobs]))
        done = against_mesa.finish(
            [sys.executable, HERE / "mesa_study.py", self.society, path, *PEERS[name], str(WORKERS)], self.timeout)
        outcomes = {
            (key, *cell): outcome[key] for cell, outcome in zip(cells, json.loads(done.output), strict=True)
            for key in OUTCOMES
        }
        self.check(name, outcomes, repeat)
        return measured(done, len(jobs), outcomes)

    def rules(self, repeat, cell, replicate):
        """No two courses of Mesa have one seed, and a course of one repeat has the same whoever runs it."""
        seed = (repeat * len(SUSCEPTIBILITIES) + cell) * 100_000 + replicate
        return dataclasses.replace(CALM, seed=seed, susceptibility=SUSCEPTIBILITIES[cell - 1])

    def check(self, name, outcomes, repeat):
        """Both models draw the same numbers, so from one seed they must come to one outcome, whoever runs them."""
        first = next(case for case in self.cases if case.name in PEERS)
        if first.name == name:
            return
        for key, value in outcomes.items():
            expected = first.results[repeat]["outcomes"][key]
            if not abs(value - expected) <= board.AGREEMENT * abs(expected):
                raise board.Disagreement(f"{name}: {key} is {value}; {expected} was expected")

    # Tables

    def times(self):
        own = self.cases[0]
        rows = []
        for case in self.cases:
            ratios = [
                mine["rate"] / other["rate"] for mine, other in zip(own.results, case.results, strict=True)]
            rows.append([
                case.name, f"{case.results[0]['runs']:,}", spread(case, "seconds", marked.seconds), spread(case, "rate"),
                "1" if case is own else spread_of(ratios), spread(case, "processor", marked.seconds),
                "1" if case is own else f"{case.median('processor') / own.median('processor'):.3g}",
                spread(case, "others", "{:.2f}".format)])
        header = [
            f"{PEOPLE:,} people, {TIES:,} ties, {CALM.periods} periods", "runs", "time", "runs a second",
            "ours by theirs", "processor time a run", "theirs by ours", OTHERS]
        return marked.table(header, rows)

    def outcomes(self):
        own, peer = self.cases[0].results, self.cases[1].results
        rows = []
        for key, (_, name) in OUTCOMES.items():
            for cell, susceptibility in enumerate(SUSCEPTIBILITIES, start=1):
                # Sums in another order differ in the last bits, which no test should see.
                one, other = (
                    numpy.round([
                        result["outcomes"][key, cell, replicate] for result in results
                        for replicate in range(1, self.replicates + 1)], 9)
                    for results in (own, peer))
                same = self.tests.compare(f"{name}, susceptibility {susceptibility}", one, other)
                rows.append([
                    f"{name}, susceptibility {susceptibility}", mean(one), mean(other), difference(one, other),
                    *(f"{p:.2g}" for p in same)])
        header = [
            f"after {CALM.periods} periods", "graph-tool", "Mesa", "difference, 95%", "p, distribution", "p, mean"]
        return marked.table(header, rows)

    def village(self, cases):
        rows = [
            [case.name, f"{case.results[0]['runs']:,}", spread(case, "seconds", marked.seconds), spread(case, "rate"),
             spread(case, "processor", marked.seconds), marked.size(case.median("peak")),
             spread(case, "others", "{:.2f}".format)]
            for case in cases
        ]
        header = ["the village, 6 susceptibilities, 36 periods", "runs", "time", "runs a second", "processor time a run",
                  "peak memory", OTHERS]
        ratios = [one["seconds"] / two["seconds"] for two, one in zip(*(case.results for case in cases), strict=True)]
        return "\n\n".join([
            marked.table(header, rows),
            f"Whole commands: `graph-tool sweep datasets/studies/susceptibility.yaml --replicates "
            f"{self.village_replicates}`. One thread takes {spread_of(ratios)} times as long as two; both come to the same "
            "outcome of every run."])

    # Words

    def introduction(self, villages):
        return (
            f"{against_mesa.setting(self.tool, self.society_seed)} Made by `make bench-sweep` with "
            f"REPLICATES={self.replicates} SLOW_REPLICATES={self.slow_replicates} "
            f"VILLAGE_REPLICATES={self.village_replicates} REPEATS={self.repeats}. Medians of {self.repeats} fresh "
            f"processes run in turn, in brackets the least and the most; two threads or processes. {self.load(villages)}")

    def load(self, villages):
        """What other programs did to these numbers, said before anybody has to ask."""
        busy = [result["others"] for case in [*self.cases, *villages] for result in case.results]
        words = (
            f"other programs kept {measuring.median(busy):.2f} processors busy meanwhile (median of {len(busy)} "
            f"measurements; {min(busy):.2f}–{max(busy):.2f})")
        return f"**Measured under load**: {words}." if measuring.median(busy) > 0.1 else f"{words.capitalize()}."

    def what_is_timed(self):
        cells = ", ".join(str(value) for value in SUSCEPTIBILITIES)
        return (
            f"Susceptibility {cells}, all beginning with one society. All times are of whole processes, from start to end. "
            "Ours: start, reading, measures of every period, the database of runs, results and series, and answers with "
            "intervals. Mesa's: start of Python and imports, reading, the courses, and three outcomes of each at its end, "
            "printed; no measures on the way, nothing kept, no answers. `Pool` forks two processes after imports and "
            "reading; `batch_run` spawns them, as Mesa has it, so that each imports anew. Runs a second: runs by the time "
            "of the whole process, compared turn by turn. Processor time is that of all threads and processes of a program; "
            "it depends less on what else the machine does.")

    def verdict(self):
        courses = self.repeats * self.replicates
        return (
            f"Means of {courses} courses a cell with their standard errors; difference: ours less Mesa's, with Welch's "
            f"interval, which one in twenty times misses 0 by chance. {self.tests.verdict()} Where susceptibility is 0, "
            "public scores are own scores, whatever the ties. Outcomes of Mesa are those of the pool; `batch_run` and the "
            "other model must come to the same from the same seed.")


def measured(done, runs, outcomes):
    return {
        "seconds": done.seconds, "runs": runs, "rate": runs / done.seconds, "processor": done.processor_seconds / runs,
        "others": done.others_busy, "peak": done.peak_bytes, "outcomes": outcomes,
    }


def spread(case, key, text="{:.3g}".format):
    return spread_of([result[key] for result in case.results], text)


def spread_of(values, text="{:.3g}".format):
    """A median, and between what it lies."""
    return f"{text(measuring.median(values))} ({text(min(values))}–{text(max(values))})"


def difference(one, other):
    """How much larger the mean of one is than that of the other, with an interval of 95%."""
    if numpy.ptp(one) == 0 == numpy.ptp(other):
        return f"{one[0] - other[0]:.6g}"
    interval = stats.ttest_ind(one, other, equal_var=False).confidence_interval(0.95)
    decimals = useful_decimals((interval.high - interval.low) / 4)
    return (
        f"{one.mean() - other.mean():+,.{decimals}f} ({interval.low:+,.{decimals}f} to {interval.high:+,.{decimals}f})")


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
    (comparison.folder / "sweep.md").write_text(text + "\n")
    print(f"\n{text}")
    if options.document:
        marked.replace(options.document, "sweep", text)
    if comparison.tests.differences:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
