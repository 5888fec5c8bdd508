"""The program under test and the yardstick: how they are run, and what is read from what they leave."""

import csv
import json
import re
import shutil
import sys

import measuring
import numpy

THREADS = ["--threads", "2"]


class Program:
    """graph-tool: every call analyses an edge list into a run folder, and reads its times from run.json."""

    def __init__(self, tool, folder, timeout):
        self.tool, self.folder, self.timeout = tool, folder, timeout
        self.version = measuring.run([tool, "--version"]).output.strip()
        help_text = " ".join(measuring.run([tool, "analyze", "--help"]).output.split())
        found = re.search(r"How to compute the equilibrium: (.*?) or (\w+) \(default", help_text)
        # A solver of the name `automatic` is what is measured without any option.
        self.solvers = [name for name in re.split(r", ", found[1]) + [found[2]] if name != "automatic"] if found else []

    def analyze(self, path, *options, scores="synthetic", permutations=0):
        """A run: how the process went, and the object of run.json."""
        run = self.folder / "ours.run"
        shutil.rmtree(run, ignore_errors=True)
        done = measuring.run(
            [self.tool, "analyze", path, "--scores", scores, "--no-communities", "--permutations",
             str(permutations), "--no-graphml", "--quiet", *THREADS, *options, "-o", run], timeout=self.timeout)
        if done.timed_out or done.code != 0:
            raise Unfinished("took too long" if done.timed_out else complaint(done.errors))
        return done, json.loads((run / "run.json").read_text())

    def people(self):
        """The columns of the last run's people.csv: ids, public scores, and strengths and numbers of ties."""
        with open(self.folder / "ours.run" / "people.csv", newline="") as file:
            rows = csv.reader(file)
            names = {name: column for column, name in enumerate(next(rows))}
            wanted = [names["id"], names["public_score"], names["strength_friendship"], names["degree_friendship"]]
            columns = list(zip(*([row[column] for column in wanted] for row in rows)))
        ids, *numbers = columns
        return (list(ids), *[numpy.array(column, dtype=float) for column in numbers])

    def load(self, path):
        """Reading alone: all phases before scores settle, and the peak of memory up to there."""
        _, description = self.analyze(path, "--rounds", "1")
        reading = before_settling(description)
        _, _, strengths, degrees = self.people()
        return {
            "seconds": sum(phase["seconds"] for phase in reading),
            "peak": max(phase.get("peak_memory", 0) for phase in reading) or None,
            "facts": {
                "people": len(strengths), "arcs": int(degrees.sum()), "weight": float(strengths.sum()),
                "squares": float((strengths**2).sum()), "largest": float(strengths.max()),
            },
        }

    def step(self, path, susceptibility, few=3, many=23):
        """One application: what `many - few` rounds more take, divided, so that what comes once falls out."""
        short = settling(self.analyze(path, "--susceptibility", susceptibility, "--rounds", str(few))[1])
        done, description = self.analyze(path, "--susceptibility", susceptibility, "--rounds", str(many))
        seconds = (settling(description)["seconds"] - short["seconds"]) / (many - few)
        return {"seconds": seconds, "peak": done.peak_bytes, "answer": self.people()[1]}

    def equilibrium(self, path, susceptibility, *options):
        done, description = self.analyze(path, "--susceptibility", susceptibility, *options)
        return {
            "seconds": settling(description)["seconds"], "peak": done.peak_bytes, "answer": self.people()[1],
            "rounds": description["findings"]["propagation"].get("rounds"),
        }

    def whole(self, path, susceptibility):
        done, _ = self.analyze(path, "--susceptibility", susceptibility)
        return {
            "seconds": done.seconds, "work": done.seconds, "peak": done.peak_bytes, "answer": self.people()[1],
        }

    def measures(self, path, measure, permutations, *options, phase="measuring"):
        """A phase of an analysis of a society with scores of its own; the fact is a measure of own scores on friendship."""
        done, description = self.analyze(path, *options, scores="given", permutations=permutations)
        with open(self.folder / "ours.run" / "measures.csv", newline="") as file:
            value = next(
                float(row["value"]) for row in csv.DictReader(file)
                if (row["measure"], row["of"], row["on"], row["weighted"])
                == (measure, "own_score", "friendship", "false"))
        return {
            "seconds": named(phase, description)["seconds"], "peak": done.peak_bytes, "facts": {measure: value},
        }


class Unfinished(Exception):
    """A measurement that came to no end; the row says why."""


def complaint(errors):
    """The line that says what went wrong; advice may follow it."""
    lines = errors.strip().splitlines() or ["ended without a word"]
    return next((line for line in lines if line.lower().startswith("error")), lines[-1])


def before_settling(description):
    phases = description["machine"]["phases"]
    names = [phase["name"] for phase in phases]
    return phases[: names.index("settling scores")]


def named(name, description):
    return next(phase for phase in description["machine"]["phases"] if phase["name"] == name)


def settling(description):
    return named("settling scores", description)


class Yardstick:
    """The C++ program: one run gives all three times, and each case takes its own; its answer is the equilibrium."""

    def __init__(self, program, folder, timeout):
        self.program, self.folder, self.timeout = program, folder, timeout

    def measure(self, what, path, susceptibility):
        answer = self.folder / "yardstick.npy"
        done = measuring.run(
            [self.program, path, susceptibility, answer], timeout=self.timeout, environment={"OMP_NUM_THREADS": "2"})
        if done.timed_out or done.code != 0:
            raise Unfinished("took too long" if done.timed_out else done.errors.strip())
        times = json.loads(done.output)
        result = {"seconds": times[what], "peak": done.peak_bytes, "rounds": times["rounds"]}
        if what == "load":
            result["counts"] = (times["people"], times["arcs"])
        else:
            result["answer"] = numpy.load(answer)
        return result


class Peers:
    """Each measurement in a fresh Python."""

    ENVIRONMENT = {
        "OMP_NUM_THREADS": "2", "NUMBA_NUM_THREADS": "2", "POLARS_MAX_THREADS": "2", "OPENBLAS_NUM_THREADS": "2",
    }

    def __init__(self, worker, folder, timeout):
        self.worker, self.folder, self.timeout = worker, folder, timeout

    def measure(self, task, peer, *arguments):
        answer = self.folder / "peer.npy"
        answer.unlink(missing_ok=True)
        extra = [] if task in ("load", "measure") else [answer]
        done = measuring.run(
            [sys.executable, self.worker, task, peer, *arguments, *extra], timeout=self.timeout,
            environment=self.ENVIRONMENT)
        if done.timed_out or done.code != 0:
            lines = done.errors.strip().splitlines() or [f"ended with code {done.code}"]
            raise Unfinished("took too long" if done.timed_out else lines[-1])
        result = json.loads(done.output.splitlines()[-1])
        result["peak"] = done.peak_bytes
        if task == "whole":
            result["work"], result["seconds"] = result["seconds"], done.seconds
        if answer.exists():
            result["answer"] = numpy.load(answer)
        return result
