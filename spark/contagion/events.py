"""What the job tells whoever started it: lines on standard output, one event each."""

import json
import sys
import time

MARK = "@contagion "


class Failure(Exception):
    """The job cannot go on: the exit code, and a sentence for each problem."""

    def __init__(self, code, problems, hint=None):
        super().__init__("; ".join(problems))
        self.code = code
        self.problems = list(problems)
        self.hint = hint


class Log:
    """Writes events; each line begins with a mark, so that it is told from what Spark prints."""

    def __init__(self, stream=None):
        self.stream = stream or sys.stdout
        self.phases = []

    def event(self, event, **fields):
        self.stream.write(MARK + json.dumps({"event": event, **fields}, ensure_ascii=True) + "\n")
        self.stream.flush()

    def note(self, text):
        self.event("note", text=text)

    def phase(self, name):
        return _Phase(self, name)


class _Phase:
    """A piece of the work; numbers that are set on it are told at its end."""

    def __init__(self, log, name):
        self.log = log
        self.name = name
        self.numbers = {}

    def __enter__(self):
        self.start = time.monotonic()
        self.log.event("phase", name=self.name)
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            seconds = round(time.monotonic() - self.start, 3)
            self.log.phases.append({"name": self.name, "seconds": seconds, **self.numbers})
            self.log.event("done", name=self.name, seconds=seconds, **self.numbers)
        return False
