"""Runs graph-tool and the Spark job for the checks, and reads what they write."""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("GRAPH_TOOL", str(ROOT / ".build/release/graph-tool"))
HOME = os.environ["SPARK_HOME"]
MASTER = os.environ.get("SPARK_MASTER", "local[2]")
#: Small tables need no many partitions.
CONF = ["--conf", "spark.sql.shuffle.partitions=2", "--conf", "spark.ui.enabled=false"]


class Run:
    """A run folder, read."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.record = json.loads((self.folder / "run.json").read_text())
        self.findings = self.record["findings"]

    @property
    def bound(self):
        return self.findings["propagation"].get("error_bound") or 0.0

    def table(self, name):
        """The rows of a table: of one file, or of all its parts."""
        path = self.folder / name
        parts = sorted(path.glob("part-*.csv")) if path.is_dir() else [path]
        rows = []
        for part in parts:
            with open(part, newline="", encoding="utf-8") as file:
                rows += list(csv.DictReader(file))
        return rows

    def bytes(self, name):
        path = self.folder / name
        parts = sorted(path.glob("part-*")) if path.is_dir() else [path]
        return b"".join(part.read_bytes() for part in parts)


class Bench:
    """A folder for the runs of a check."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="graph-tool-spark-test-"))

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def embedded(self, society, *options):
        """A run of the embedded engine."""
        out = self.folder / f"embedded-{len(list(self.folder.iterdir()))}"
        arguments = [TOOL, "analyze", str(society), *options, "--permutations", "0", "--quiet", "--no-graphml", "-o", str(out)]
        subprocess.run(arguments, check=True, capture_output=True, text=True)
        return Run(out)

    def spark(self, society, *options, master=MASTER, conf=CONF):
        """A run of the engine on Spark, by the same program."""
        out = self.folder / f"spark-{len(list(self.folder.iterdir()))}"
        engine = ["--engine", "spark", "--spark-home", HOME, "--master", master, *conf]
        done = subprocess.run(
            [TOOL, "analyze", str(society), *options, *engine, "--quiet", "-o", str(out)], capture_output=True, text=True
        )
        if done.returncode:
            raise AssertionError(f"exit {done.returncode}: {done.stderr}")
        return Run(out)

    def job(self, *arguments, conf=CONF):
        """A run of the job alone, as by hand: exit code, events, and the fetched folder."""
        out = self.folder / f"job-{len(list(self.folder.iterdir()))}"
        submit = [HOME + "/bin/spark-submit", "--master", MASTER, *conf, str(ROOT / "spark/analyze.py")]
        done = subprocess.run(
            [*submit, *map(str, arguments), "-o", str(out)], capture_output=True, text=True, check=False
        )
        mark = "@contagion "
        events = [json.loads(line[len(mark) :]) for line in done.stdout.splitlines() if line.startswith(mark)]
        return done.returncode, events, Run(out) if (out / "run.json").exists() else None
