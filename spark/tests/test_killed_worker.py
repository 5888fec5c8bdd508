"""A worker that is killed in the middle changes nothing: not a byte of people.csv, measures.csv or communities.csv."""

import json
import os
import pathlib
import re
import signal
import subprocess
import time
import unittest

from running import CONF, HOME, ROOT, TOOL, Bench, Run

MARK = "@contagion "


class Cluster:
    """A master and two workers of Spark's own cluster on this machine, each worker with one core."""

    def __init__(self, folder, memory):
        self.folder = folder
        self.environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(folder / "work")}
        self.processes = []
        self.log = folder / "master.log"
        master = self._start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        self.url = self._wait(master, r"Starting Spark master at (spark://\S+)")
        self.workers = []
        for number in (1, 2):
            log = self._start(
                f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", memory,
                "--webui-port", "0", self.url,
            )
            self._wait(log, "Successfully registered with master")
            self.workers.append(self.processes[-1])

    def _start(self, name, *command):
        log = self.folder / f"{name}.log"
        with open(log, "w", encoding="utf-8") as file:
            process = subprocess.Popen(
                [HOME + "/bin/spark-class", *command], stdout=file, stderr=file, env=self.environment, start_new_session=True
            )
        self.processes.append(process)
        return log

    def _wait(self, log, pattern):
        for _ in range(600):
            found = re.search(pattern, log.read_text(errors="replace"))
            if found:
                return found.group(found.lastindex or 0)
            time.sleep(0.1)
        raise AssertionError(f"{log}: no line {pattern}\n{log.read_text(errors='replace')}")

    def kill_worker(self):
        """Kills the first worker and the executor that it started, without a word to either."""
        leader = self.workers[0].pid
        killed = [leader, *_children(leader)]
        for process in reversed(killed):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        return len(killed) - 1

    def stop(self):
        for process in self.processes:
            for one in [*_children(process.pid), process.pid]:
                try:
                    os.kill(one, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            process.wait()


def _children(parent):
    """All processes below one."""
    parents = {}
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found, queue = [], [parent]
    while queue:
        below = parents.get(queue.pop(), [])
        found += below
        queue += below
    return found


class KilledWorker(unittest.TestCase):
    def setUp(self):
        self.bench = Bench()
        self.addCleanup(self.bench.close)
        self.cluster = Cluster(self.bench.folder, "2g")
        self.addCleanup(self.cluster.stop)
        people = os.environ.get("KILL_PEOPLE", "2000")
        ties = str(int(people) * 8)
        self.society = self.bench.folder / "society"
        subprocess.run(
            [TOOL, "generate", "planted", "--people", people, "--ties", ties, "-o", str(self.society)],
            check=True, capture_output=True,
        )

    def run_job(self, name, kill_after=None):
        """The job on the cluster; a worker is killed after so many rounds."""
        out = self.bench.folder / name
        memory = ["--conf", "spark.executor.memory=1g", "--conf", "spark.task.maxFailures=8"]
        submit = [HOME + "/bin/spark-submit", "--master", self.cluster.url, *CONF, *memory, str(ROOT / "spark/analyze.py")]
        job = [str(self.society), "-o", str(out), "--partitions", "4", "--broadcast-limit", os.environ.get("KILL_LIMIT", "0")]
        job += os.environ.get("KILL_OPTIONS", "").split()
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
        killed = None
        with subprocess.Popen(
            [*submit, *job], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as process:
            for line in process.stdout:
                event = json.loads(line[len(MARK) :]) if line.startswith(MARK) else {}
                if event.get("event") == "round" and event["round"] == kill_after:
                    killed = self.cluster.kill_worker()
            trouble = process.stderr.read()
        self.assertEqual(process.returncode, 0, trouble[-3000:])
        return Run(out), killed

    def test_nothing_changes(self):
        undisturbed, _ = self.run_job("undisturbed")
        disturbed, killed = self.run_job("disturbed", kill_after=3)
        self.assertGreaterEqual(killed, 1, "the worker had an executor, which died with it")
        for name in ("people.csv", "measures.csv", "communities.csv", "communities.graphml"):
            self.assertEqual(undisturbed.bytes(name), disturbed.bytes(name), name)
        self.assertEqual(undisturbed.findings, disturbed.findings)


if __name__ == "__main__":
    unittest.main()
