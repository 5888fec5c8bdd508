#!/usr/bin/env python3
"""What one round costs on Spark: towns of several sizes, scores broadcast and scores sent, on one machine.

    Benchmarks/spark/rounds.py TOOL SPARK_HOME FOLDER [TIES ...]      SPARK_HOME: of .venv-spark, after make test-spark

Prints a table for docs/scale.md: seconds and bytes shuffled a round, and what reading takes. Beside each the same number of
rounds by the embedded engine. MEMORY (16g) goes to Spark's driver, MASTER is local[2], ROUNDS are 8; the first one of each
run, in which Spark compiles, is left out.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MASTER, MEMORY = os.environ.get("MASTER", "local[2]"), os.environ.get("MEMORY", "16g")
ROUNDS = int(os.environ.get("ROUNDS", "8"))
MARK = "@contagion "


def job(home, society, folder, limit):
    """Runs the job; returns the seconds of each round, of each phase, and the bytes shuffled while it propagated."""
    events = folder / "events"
    shutil.rmtree(events, ignore_errors=True)
    events.mkdir(parents=True)
    conf = {
        "spark.driver.memory": MEMORY, "spark.ui.enabled": "false", "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": events.as_uri(), "spark.eventLog.compress": "false", "spark.eventLog.rolling.enabled": "false",
        "spark.local.dir": str(folder / "local"),
    }
    command = [home + "/bin/spark-submit", "--master", MASTER]
    for key, value in conf.items():
        command += ["--conf", f"{key}={value}"]
    command += [str(ROOT / "spark/analyze.py"), str(society), "--rounds", str(ROUNDS), "--communities", "none"]
    command += ["--broadcast-limit", str(limit), "--checkpoint", str(folder / "checkpoints")]
    rounds, phases, begin, end = [], {}, 0.0, 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout:
            if not line.startswith(MARK):
                continue
            event = json.loads(line[len(MARK) :])
            if event["event"] == "error":
                sys.exit("; ".join(event["problems"]))
            if event["event"] == "round":
                rounds.append(event["seconds"])
                if event["round"] == 1:
                    begin = time.time()
            if event["event"] == "done":
                phases[event["name"]] = event["seconds"]
                if event["name"] == "propagating":
                    end = time.time()
                    # What comes after is not measured here.
                    process.terminate()
                    break
    shuffled = 0
    for log in events.iterdir():
        for line in log.open(encoding="utf-8"):
            if '"SparkListenerTaskEnd"' not in line:
                continue
            task = json.loads(line)
            if begin * 1000 <= task["Task Info"]["Finish Time"] <= end * 1000:
                shuffled += task["Task Metrics"]["Shuffle Write Metrics"]["Shuffle Bytes Written"]
    return rounds[1:], phases, shuffled / (len(rounds) - 1)


def embedded(tool, society, folder):
    """Seconds of a round and of reading, of the embedded engine."""
    out = folder / "embedded"
    command = [tool, "analyze", str(society), "--rounds", str(ROUNDS), "--no-communities", "--permutations", "0"]
    subprocess.run([*command, "--no-graphml", "--quiet", "--force", "-o", str(out)], check=True)
    phases = json.loads((out / "run.json").read_text())["machine"]["phases"]
    moving = sum(one["seconds"] for one in phases if one["name"] == "settling scores")
    reading = sum(one["seconds"] for one in phases if one["name"].startswith(("reading", "building")))
    return moving / ROUNDS, reading


def main(tool, home, place, *sizes):
    folder = pathlib.Path(place).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    print("| ties | people | broadcast, s a round | sent, s a round | shuffled a round, sent | read on Spark, s "
          "| embedded, s a round | read embedded, s |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for ties in map(int, sizes or ("1000000", "10000000", "50000000")):
        people, society = ties // 10, folder / f"town-{ties}"
        if not society.exists():
            command = [tool, "generate", "planted", "--people", str(people), "--ties", str(ties)]
            subprocess.run([*command, "-o", str(society)], check=True, stderr=subprocess.DEVNULL)
        wide, phases, _ = job(home, society, folder, people)
        sent, _, shuffled = job(home, society, folder, 0)
        read = sum(phases[name] for name in ("reading people", "reading ties", "building rows"))
        here, reading = embedded(tool, society, folder)
        print(
            f"| {ties:,} | {people:,} | {statistics.median(wide):.2f} | {statistics.median(sent):.2f} "
            f"| {shuffled / 1e6:.1f} MB | {read:.0f} | {here:.3f} | {reading:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
