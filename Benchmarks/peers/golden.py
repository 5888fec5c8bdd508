"""Own scores without data: the golden-ratio sequence, this script's own copy of the formula."""

import numpy

LOW, HIGH = 350.0, 950.0
WIDTH = HIGH - LOW


def scores(count):
    """`350 + 600 frac((i + 1) * 0.6180339887498949)` for person i from 0, by first appearance."""
    turn = numpy.arange(1, count + 1, dtype=float) * 0.6180339887498949
    return LOW + WIDTH * (turn - numpy.floor(turn))
