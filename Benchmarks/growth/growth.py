#!/usr/bin/env python3
"""Time and memory a tie, from ten thousand ties on: a table and a chart.

    growth.py TOOL FOLDER DOCUMENT CHART

For each size: a planted society of ties / 10 people as an edge list, packed; then `analyze --no-communities` from the
edge list and from the pack. Both must give the same public scores. FOLDER is for data and may be deleted; the table goes
between the markers `growth` of DOCUMENT, the chart becomes CHART (SVG). Environment:

    LARGEST   the most ties (10,000,000); up to 100,000,000 where memory and disk allow
    REPEATS   measurements of each kind up to a million ties (3); above that one
"""

import datetime
import filecmp
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "common"))

import chart  # noqa: E402
import marked  # noqa: E402
import measuring  # noqa: E402

SMALLEST = 10_000
# What a size may need, in bytes a tie: memory at the peak of reading, and the edge list, the pack and two runs on disk.
MEMORY_A_TIE, DISK_A_TIE = 70, 80
WAYS = ["from an edge list", "from a pack"]


def must(arguments):
    """A command that must succeed; its wall time and peak memory."""
    done = measuring.run(arguments)
    if done.code != 0:
        raise SystemExit(f"error: {' '.join(str(part) for part in arguments)}: {done.errors.strip()}")
    return done.seconds, done.peak_bytes


def medians(measurements):
    return tuple(measuring.median(column) for column in zip(*measurements))


def measure(tool, ties, folder, repeats):
    """One size: wall time in seconds and peak memory in bytes of each command."""
    people, threads = max(ties // 10, 2), ["--threads", "2"]
    edges, pack, runs = folder / "ties.csv", folder / "society.pack", [folder / "edges.run", folder / "pack.run"]
    found = {
        "generate": must([
            tool, "generate", "planted", "--people", people, "--ties", ties, "--edge-list", "--quiet", *threads, "-o", edges]),
        "pack": must([tool, "pack", edges, "--scores", "synthetic", "--quiet", *threads, "-o", pack]),
    }
    analyze = ["--no-communities", "--permutations", "0", "--no-graphml", "--quiet", "--force", *threads]
    calls = [[tool, "analyze", edges, "--scores", "synthetic", *analyze, "-o", runs[0]],
             [tool, "analyze", pack, *analyze, "-o", runs[1]]]
    results = [[], []]
    for _ in range(repeats):
        for call, result in zip(calls, results):
            result.append(must(call))
    if not filecmp.cmp(runs[0] / "people.csv", runs[1] / "people.csv", shallow=False):
        raise SystemExit(f"error: at {ties:,} ties the edge list and its pack gave different people.csv")
    found |= {way: medians(result) for way, result in zip(WAYS, results)}
    return found


def rows(sizes):
    for ties, found in sizes.items():
        row = [f"{ties:,}", marked.seconds(found["generate"][0]), marked.seconds(found["pack"][0])]
        for way in WAYS:
            seconds, peak = found[way]
            row += [marked.seconds(seconds), f"{seconds / ties * 1e9:,.0f} ns", marked.size(peak), f"{peak / ties:,.0f} B"]
        yield row


def main(tool, folder, document, picture):
    tool, folder = pathlib.Path(tool).resolve(), pathlib.Path(folder).resolve()
    largest, repeats = int(float(os.environ.get("LARGEST", 1e7))), int(os.environ.get("REPEATS", 3))
    sizes, ties, stopped = {}, SMALLEST, ""
    while ties <= largest:
        folder.mkdir(parents=True, exist_ok=True)
        if ties * MEMORY_A_TIE > measuring.available_bytes() or ties * DISK_A_TIE > shutil.disk_usage(folder).free:
            stopped = f" {ties:,} ties and more did not fit into this machine's free memory or disk."
            break
        work = folder / str(ties)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        sizes[ties] = measure(tool, ties, work, repeats if ties <= 1_000_000 else 1)
        shutil.rmtree(work)
        print(f"{ties:,} ties: " + ", ".join(f"{name} {seconds:.2f} s" for name, (seconds, _) in sizes[ties].items()), flush=True)
        ties *= 10
    if not sizes:
        raise SystemExit(f"error: LARGEST is below {SMALLEST:,} ties, or nothing fits")
    header = ["ties", "generate", "pack"]
    for way in WAYS:
        header += [f"analyze {way}", "a tie", "peak memory", "a tie"]
    image = f"![Time and memory a tie, by size]({pathlib.Path(picture).name})"
    when = f"{datetime.date.today()}; {measuring.machine()}; two threads. Made by `make bench-growth` with LARGEST={largest}."
    note = f"Whole processes; medians of {repeats} up to a million ties, above that one.{stopped}"
    marked.replace(document, "growth", "\n\n".join([image, when, marked.table(header, rows(sizes)), note]))

    def series(value):
        return [(way, [(ties, value(ties, *found[way])) for ties, found in sizes.items()]) for way in WAYS]

    pathlib.Path(picture).write_text(chart.draw(
        "Time and memory a tie, by size", "Logarithmic axes. The values are in the table of docs/performance.md.",
        [("nanoseconds a tie, whole command", "ns", series(lambda ties, seconds, _: seconds / ties * 1e9)),
         ("peak memory a tie, bytes", "bytes", series(lambda ties, _, peak: peak / ties))]))
    print(f"wrote {document} and {picture}")


if __name__ == "__main__":
    main(*sys.argv[1:])
