"""The course of the job: read, propagate, divide, measure, write, fetch."""

import json
import os
import sys
import tempfile
import time
import traceback
from datetime import datetime, timezone

from .events import Failure, Log
from .hadoop import Files, first_line
from .layout import LEVEL
from .options import parse

#: What Spark must do for tables to stay where they lie and for numbers to be read as they are; --conf cannot change it.
FIXED = {
    "spark.sql.ansi.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.adaptive.enabled": "true",
    "spark.sql.requireAllClusterKeysForCoPartition": "false",
    "spark.sql.optimizer.canChangeCachedPlanOutputPartitioning": "false",
    "spark.sql.execution.replaceHashWithSortAgg": "true",
    "spark.sql.csv.parser.columnPruning.enabled": "false",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
    "spark.checkpoint.compress": "true",
    "spark.cleaner.referenceTracking.cleanCheckpoints": "true",
    "spark.sql.caseSensitive": "true",
}


def session():
    """Spark, as the job needs it."""
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    given = SparkConf()
    builder = SparkSession.builder.appName("graph-tool")
    for key, value in FIXED.items():
        builder = builder.config(key, value)
    if not given.contains("spark.ui.showConsoleProgress"):
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    spark = builder.getOrCreate()
    if not given.contains("spark.sql.shuffle.partitions"):
        spark.conf.set("spark.sql.shuffle.partitions", str(max(4, 2 * spark.sparkContext.defaultParallelism)))
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def main(arguments):
    """Does the job; returns the exit code."""
    log = Log()
    try:
        options = parse(arguments)
        return Job(session(), options, log).run()
    except Failure as failure:
        log.event("error", code=failure.code, problems=failure.problems, hint=failure.hint)
        return failure.code
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        text = f"Spark failed: {type(error).__name__}: {first_line(error)}"
        log.event("error", code=70, problems=[text], hint="The log of Spark says more.")
        return 70


class Job:
    """One run, whole or not at all: results grow in a folder of their own and are renamed at the end."""

    def __init__(self, spark, options, log):
        self.spark, self.options, self.log = spark, options, log
        self.files = Files(spark)
        self.output = options.output.rstrip("/") if options.output else None
        self.partial = self.output + ".partial" if self.output else None
        self.started = datetime.now(timezone.utc)
        self.clock = time.monotonic()

    def run(self):
        if self.output:
            if self.files.exists(self.output) and not self.options.force:
                raise Failure(73, [f"{self.output} exists; another name, or --force, was expected"])
            if self.files.exists(self.partial):
                self.files.delete(self.partial)
            self.files.make_folder(self.partial)
            # Also where a signal ends the job.
            self.files.delete_on_exit(self.partial)
        scratch = self._checkpoints()
        try:
            return self._work()
        finally:
            self.files.delete(scratch)
            if self.partial and self.files.exists(self.partial):
                self.files.delete(self.partial)

    def _checkpoints(self):
        """The folder for what is written down on the way; every executor must see it."""
        place = self.options.checkpoint
        if place is None:
            place = self.partial + "/_checkpoints" if self.partial else tempfile.mkdtemp(prefix="graph-tool-spark-")
        else:
            place = place.rstrip("/") + f"/{os.getpid()}"
        self.spark.sparkContext.setCheckpointDir(place)
        self.files.delete_on_exit(place)
        return place

    def checkpoint(self, frame):
        """The table written down, where it lies and in its order, its history forgotten.

        What an executor loses is read again, not worked out anew; and Spark's plans stay short: each plan holds all that led
        to a table since it was last written down, as often as it is named.
        """
        held = frame.persist(LEVEL)
        written = held.checkpoint(eager=True)
        held.unpersist()
        return written

    def _work(self):
        from .propagation import Propagation
        from .results import Results
        from .society import Society

        society = Society(self.spark, self.files, self.options, self.log, self.checkpoint)
        society.read()
        propagation = Propagation(society, self.options, self.log)
        propagation.settle()
        results = Results(self, society, propagation)
        results.examine()
        findings = results.findings()
        if self.output:
            results.write(self.partial)
        record = self._record(society, results, findings)
        text = json.dumps(record, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        if self.output:
            self.files.write(self.partial + "/run.json", text)
            self.files.write(self.partial + "/_SUCCESS", "")
            for url in self.spark.sparkContext.getCheckpointDir(), self.partial + "/_checkpoints":
                if url:
                    self.files.delete(url)
            if self.files.exists(self.output):
                self.files.delete(self.output)
            self.files.rename(self.partial, self.output)
        self._fetch(text, results)
        seconds = round(time.monotonic() - self.clock, 3)
        ties = sum(layer.ties for layer in society.layers)
        self.log.event("finished", people=society.n, ties=ties, rounds=propagation.round, seconds=seconds)
        return 75 if propagation.outcome == "not-converged" else 0

    def _fetch(self, text, results):
        folder = self.options.fetch
        if not folder:
            return
        os.makedirs(folder, exist_ok=True)
        with self.log.phase("fetching results"):
            if self.output and not self.options.fetch_record:
                for name in results.written:
                    self.files.copy_to_local(self.output + "/" + name, os.path.abspath(folder))
            with open(os.path.join(folder, "run.json"), "w", encoding="utf-8") as file:
                file.write(text)

    def _record(self, society, results, findings):
        options, context = self.options, self.spark.sparkContext
        return {
            "version": options.tool_version or "0",
            "command": options.command_line or ["graph-tool", "analyze", *sys.argv[1:]],
            "seed": options.seed,
            "settings": results.settings(),
            "inputs": [],
            "outputs": results.outputs(),
            "left_out": results.left_out(),
            "findings": findings,
            "machine": {
                "host": context.master,
                "system": f"Spark {context.version}",
                "threads": context.defaultParallelism,
                "started": self.started.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "seconds": round(time.monotonic() - self.clock, 3),
                "phases": self.log.phases,
            },
        }
