#!/usr/bin/env python3
"""Many courses of mesa_society.py in several processes: what a study takes without graph-tool.

    mesa_study.py FOLDER JOBS MODEL RUNNER PROCESSES

FOLDER holds the society, JOBS is a JSON file with a list of `Rules`, one a course. MODEL is `Society` or `LeanSociety`.
RUNNER is `batch_run`, Mesa's own, or `pool`: processes forked after imports and reading, each taking the next course when
it has finished one. Prints a JSON list: what came out of each course, in the order of JOBS.
"""

import functools
import json
import multiprocessing
import pathlib
import sys

import mesa
from mesa_society import LeanSociety, Rules, Society, read, simulate

# Mesa has processes spawned, not forked: each imports everything anew, and reads the society when it first needs it.
society_in = functools.cache(read)


class Watched:
    """What batch_run asks of a model: keyword arguments, and a collector with one entry a period."""

    def __init__(self, folder, rules):
        super().__init__(*society_in(folder), rules)
        self.datacollector = mesa.DataCollector(
            {"outcome": lambda model: model.outcome() if model.steps == rules.periods else None})

    def step(self):
        super().step()
        self.datacollector.collect(self)


class WatchedSociety(Watched, Society):
    pass


class WatchedLeanSociety(Watched, LeanSociety):
    pass


MODELS = {"Society": (Society, WatchedSociety), "LeanSociety": (LeanSociety, WatchedLeanSociety)}


def with_batch_run(folder, jobs, model, processes):
    rows = mesa.batch_run(
        MODELS[model][1], {"folder": [folder], "rules": jobs}, number_processes=processes, display_progress=False,
        # It goes on while no more than so many steps were made.
        max_steps=jobs[0].periods - 1)
    return [row["outcome"] for row in sorted(rows, key=lambda row: row["RunId"])]


def course(folder, model, rules):
    return simulate(MODELS[model][0], *society_in(folder), rules).outcome()


def with_pool(folder, jobs, model, processes):
    society_in(folder)  # once for all of them
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return pool.map(functools.partial(course, folder, model), jobs, chunksize=1)


def main(folder, jobs, model, runner, processes):
    jobs = [Rules(**rules) for rules in json.loads(pathlib.Path(jobs).read_text())]
    run = {"batch_run": with_batch_run, "pool": with_pool}[runner]
    print(json.dumps(run(pathlib.Path(folder), jobs, model, int(processes))))


if __name__ == "__main__":
    main(*sys.argv[1:])
