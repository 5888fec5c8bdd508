"""What was measured: cases run in turn, answers compared, medians kept."""

import dataclasses

import golden
import measuring
import numpy
import ours

AGREEMENT = 1e-8  # how far answers may be apart, as a share of the scale's width


class Disagreement(Exception):
    """Two programs came to different answers, so no time of theirs means anything."""


@dataclasses.dataclass
class Case:
    """One program at one task: a row of a table."""

    name: str
    run: object  # gives a dictionary: seconds, perhaps peak, work, rounds, answer, facts, counts, error
    reference: object = None  # the answer, or the facts, to agree with
    results: list = dataclasses.field(default_factory=list)
    problem: str = ""
    is_slow: bool = False
    error: float = 0.0  # the largest distance from the reference, as a share of the width

    def measure(self, slow):
        """Once more, unless it is known to be slow or not to work."""
        if self.results and self.results[-1]["seconds"] > slow:
            self.is_slow = True
        if self.problem or self.is_slow:
            return
        try:
            result = self.run()
        except ours.Unfinished as unfinished:
            self.problem = str(unfinished)
            return
        self.check(result)
        result.pop("answer", None)
        self.results.append(result)

    def check(self, result):
        if "facts" in result:
            for key, expected in self.reference.items():
                if not abs(result["facts"][key] - expected) <= AGREEMENT * abs(expected):
                    raise Disagreement(f"{self.name}: {key} is {result['facts'][key]}; {expected} was expected")
        elif "counts" in result:
            if result["counts"] != (self.reference["people"], self.reference["arcs"]):
                raise Disagreement(f"{self.name}: people and arcs are {result['counts']}; expected: {self.reference}")
        elif "error" in result:
            self.compare(result["error"])
        elif "answer" in result and self.reference is not None:
            if len(result["answer"]) != len(self.reference):
                raise Disagreement(f"{self.name}: {len(result['answer'])} people instead of {len(self.reference)}")
            self.compare(float(numpy.abs(result["answer"] - self.reference).max()) / golden.WIDTH)

    def compare(self, error):
        if not error <= AGREEMENT:
            raise Disagreement(f"{self.name}: the answer is off by {error:.2g} of the scale; {AGREEMENT:g} is allowed")
        self.error = max(self.error, error)

    def median(self, key="seconds"):
        return measuring.median([result[key] for result in self.results if result.get(key) is not None])

    @property
    def mark(self):
        """A star for a time that was not taken again because it is long."""
        return " *" if self.is_slow else ""


def run_in_turn(cases, repeats, slow, tell):
    """All cases once, then all again, so that a busy hour hits all alike."""
    for turn in range(repeats):
        for case in cases:
            before = len(case.results)
            case.measure(slow)
            if case.problem and turn == 0:
                tell(f"  {case.name}: {case.problem}")
            elif len(case.results) > before:
                tell(f"  {case.name}: {case.results[-1]['seconds']:.4g} s")
