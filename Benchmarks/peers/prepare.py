#!/usr/bin/env python3
"""Make what every measurement starts from and is checked against.

    prepare.py TIES.csv FOLDER SUSCEPTIBILITY ...

Reads an edge list (source,target,weight; undirected) with pandas and writes into FOLDER, people in the order of their
first appearance:

- ids.txt; offsets.npy, neighbors.npy, weights.npy (the ties by rows, both directions), own.npy
- facts.json: counts and sums that any reader must come to, whatever its order of people
- equilibrium-A.npy for each susceptibility A: the answer to which all others are compared. It solves
  (D - a C) x = (1 - a) D s by conjugate gradients, C the symmetric ties and D their row sums, and is refused unless
  its certified error |F(x) - x| / (1 - a) is below 1e-10 of the scale.
"""

import json
import pathlib
import sys

import golden
import numpy
import pandas
import scipy.sparse
import scipy.sparse.linalg


def facts(ties, strengths):
    """Sums over people, so that they do not depend on the order of people."""
    return {
        "people": int(ties.shape[0]),
        "arcs": int(ties.nnz),
        "weight": float(ties.data.sum()),
        "squares": float((strengths**2).sum()),
        "largest": float(strengths.max()),
    }


def main(path, folder, *susceptibilities):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    table = pandas.read_csv(path, dtype={"source": str, "target": str, "weight": float})
    ends = numpy.empty(2 * len(table), dtype=object)
    ends[0::2], ends[1::2] = table["source"], table["target"]
    codes, ids = pandas.factorize(ends)
    (folder / "ids.txt").write_text("\n".join(ids))
    source, target = codes[0::2].astype(numpy.int32), codes[1::2].astype(numpy.int32)
    count = len(ids)
    del ends, codes, ids
    if (source == target).any():
        raise SystemExit(f"{path}: no ties of a person with the same person were expected")
    half = scipy.sparse.coo_matrix((table["weight"].to_numpy(), (source, target)), shape=(count, count))
    ties = (half + half.T).tocsr()
    ties.sort_indices()
    if ties.nnz != 2 * len(table):
        raise SystemExit(f"{path}: every pair once was expected; {2 * len(table) - ties.nnz} arcs are repeats")
    strengths = numpy.asarray(ties.sum(axis=1)).ravel()
    own = golden.scores(count)
    numpy.save(folder / "offsets.npy", ties.indptr.astype(numpy.int64))
    numpy.save(folder / "neighbors.npy", ties.indices.astype(numpy.int32))
    numpy.save(folder / "weights.npy", ties.data)
    numpy.save(folder / "own.npy", own)
    (folder / "facts.json").write_text(json.dumps(facts(ties, strengths)))
    for text in susceptibilities:
        a = float(text)

        def step(x):
            return a * (ties @ x) / strengths + (1 - a) * own

        matrix = scipy.sparse.linalg.LinearOperator((count, count), matvec=lambda x: strengths * x - a * (ties @ x))
        inverse = scipy.sparse.linalg.LinearOperator((count, count), matvec=lambda x: x / strengths)
        # Relative to the middle of the scale, so that rounding is of the spread and not of the level.
        middle = own.mean()
        x, _ = scipy.sparse.linalg.cg(
            matrix, (1 - a) * strengths * (own - middle), rtol=1e-15, maxiter=2000, M=inverse)
        x = step(x + middle)
        error = numpy.abs(step(x) - x).max() / (1 - a)
        if not error < 1e-10 * golden.WIDTH:
            raise SystemExit(f"the reference at susceptibility {text} is off by up to {error:g} points")
        numpy.save(folder / f"equilibrium-{text}.npy", x)


if __name__ == "__main__":
    main(*sys.argv[1:])
