#!/usr/bin/env python3
"""One measurement of one peer, in this process; prints one line of JSON.

    worker.py load PEER TIES.csv string|integer
    worker.py step PEER FOLDER SUSCEPTIBILITY ANSWER.npy
    worker.py equilibrium PEER FOLDER SUSCEPTIBILITY ANSWER.npy
    worker.py whole PEER TIES.csv SUSCEPTIBILITY OUTPUT.csv ANSWER.npy
    worker.py measure PEER SOCIETY PERMUTATIONS

FOLDER is prepare.py's. `seconds` is of the work alone: for a step the median of 20 after 3 to warm up.
"""

import importlib
import json
import statistics
import sys
import time

import numpy

WARM_UP, TIMED = 3, 20


def load(peer, path, ids):
    import loading

    for module in loading.MODULES[peer]:
        importlib.import_module(module)
    start = time.perf_counter()
    ties = loading.PEERS[peer](path, ids == "integer")
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "facts": loading.facts(ties)}


def step(peer, folder, susceptibility, answer):
    import solving

    solver = solving.STEPPING[peer](solving.Problem(folder, susceptibility))
    times = []
    for _ in range(WARM_UP + TIMED):
        start = time.perf_counter()
        solver.step()
        times.append(time.perf_counter() - start)
    numpy.save(answer, solver.answer())
    return {"seconds": statistics.median(times[WARM_UP:])}


def equilibrium(peer, folder, susceptibility, answer):
    import solving

    solver = solving.SETTLING[peer](solving.Problem(folder, susceptibility))
    start = time.perf_counter()
    solver.settle()
    result = {"seconds": time.perf_counter() - start, "rounds": solver.rounds}
    found = solver.answer()
    if found is None:
        result["error"] = solver.error()
    else:
        numpy.save(answer, found)
    return result


def whole(peer, path, susceptibility, output, answer):
    import pipeline

    for module in pipeline.MODULES[peer]:
        importlib.import_module(module)
    start = time.perf_counter()
    public = pipeline.run(pipeline.PEERS[peer], path, output, susceptibility)
    seconds = time.perf_counter() - start
    numpy.save(answer, public)
    return {"seconds": seconds}


def measure(peer, society, permutations):
    import sorting

    # What numba compiles is compiled here.
    sorting.PEERS[peer](sorting.ring(), 9).measure()
    ready = sorting.PEERS[peer](sorting.Society(society), int(permutations))
    start = time.perf_counter()
    value = ready.measure()
    return {"seconds": time.perf_counter() - start, "facts": {ready.fact: float(value)}}


if __name__ == "__main__":
    tasks = {"load": load, "step": step, "equilibrium": equilibrium, "whole": whole, "measure": measure}
    task = tasks[sys.argv[1]]
    print(json.dumps(task(*sys.argv[2:])))
