"""Run one command in a process of its own: how long it took, and the most memory it held."""

import dataclasses
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

CHILD = str(pathlib.Path(__file__).with_name("child.py"))


@dataclasses.dataclass
class Finished:
    """A process that has ended."""

    seconds: float  # of wall time, from its start to its end
    peak_bytes: int  # the largest resident memory, pages of mapped files included
    code: int  # exit code; minus the signal's number if one ended it
    output: str
    errors: str
    timed_out: bool
    processor_seconds: float  # of all its threads, and of children it waited for
    others_busy: float  # how many processors other programs kept busy meanwhile


def run(arguments, timeout=3600.0, environment=None):
    """Run a command, wait, and end it after `timeout` seconds."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, tempfile.NamedTemporaryFile() as report:
        start, busy = time.perf_counter(), busy_seconds()
        child = subprocess.Popen(
            [sys.executable, "-I", "-S", CHILD, report.name, *(str(part) for part in arguments)],
            stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env={**os.environ, **(environment or {})},
            start_new_session=True)
        timed_out = False
        try:
            child.wait(timeout)
        except subprocess.TimeoutExpired:
            # The command and the process that started it; nothing else is in their session.
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            timed_out = True
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        passed, worked = time.perf_counter() - start, busy_seconds() - busy
        found = report.read()
        facts = json.loads(found) if found else {}
        processor = facts.get("processor", 0.0)
        output.seek(0)
        errors.seek(0)
        return Finished(
            facts.get("seconds", passed), facts.get("peak", 0),
            facts.get("code", child.returncode or 1), output.read().decode(errors="replace"),
            errors.read().decode(errors="replace"), timed_out,
            processor, max(0.0, worked - processor) / passed)


def median(values):
    """The median, or None of nothing."""
    return statistics.median(values) if values else None


def machine():
    """One line about this machine: processor, processors in use, memory, system."""
    with open("/proc/cpuinfo") as file:
        lines = file.read().splitlines()
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown processor")
    flags = next((line for line in lines if line.startswith("flags")), "")
    widest = "AVX-512" if " avx512f" in flags else "AVX2" if " avx2" in flags else "no AVX2"
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 1024**2
    system = os.uname()
    return f"{model} ({widest}), {len(os.sched_getaffinity(0))} processors, {memory:.0f} GiB, {system.sysname} {system.release}"


def busy_seconds():
    """How long all processors together have worked since the machine was started, whoever for."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, interrupts, soft_interrupts, *_ = (int(ticks) for ticks in file.readline().split()[1:])
    return (user + nice + system + interrupts + soft_interrupts) / os.sysconf("SC_CLK_TCK")


def available_bytes():
    """Memory that can be had now without swapping."""
    with open("/proc/meminfo") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("MemAvailable"))
