"""Peers that apply the model, or settle it: `F(x) = a W x + (1 - a) s` with one susceptibility a for everyone.

A peer is a class: made from a `Problem` (not timed: matrices are normalised and converted there, compilers run), it has
`step()`, one application of F to its own state, which begins at s; or `settle()`, which runs until the certified error
`a / (1 - a) |x - F^-1(x)|` is at most 1e-9 of the scale; and `answer()`, public scores by first appearance.
"""

import pathlib

import golden
import numpy
import scipy.sparse
import scipy.sparse.linalg

TOLERANCE = 1e-9 * golden.WIDTH


class Problem:
    """What prepare.py wrote, and a susceptibility."""

    def __init__(self, folder, susceptibility):
        folder = pathlib.Path(folder)
        self.a = float(susceptibility)
        self.own = numpy.load(folder / "own.npy")
        count = len(self.own)
        self.ties = scipy.sparse.csr_matrix(
            (numpy.load(folder / "weights.npy"), numpy.load(folder / "neighbors.npy"),
             numpy.load(folder / "offsets.npy").astype(numpy.int32)), shape=(count, count))
        self.strengths = numpy.asarray(self.ties.sum(axis=1)).ravel()

    def scaled(self):
        """`a W`."""
        matrix = self.ties.copy()
        matrix.data *= numpy.repeat(self.a / self.strengths, numpy.diff(matrix.indptr))
        return matrix

    @property
    def allowed_change(self):
        """The change at which iteration may stop."""
        return TOLERANCE * (1 - self.a) / self.a


class Iterated:
    """What peers that iterate have in common: `step()` returns the largest change if it is asked to."""

    rounds = 0

    def settle(self):
        while True:
            self.rounds += 1
            if self.step(wants_change=True) <= self.allowed:
                return


class SciPy(Iterated):
    def __init__(self, problem):
        self.matrix, self.constant = problem.scaled(), (1 - problem.a) * problem.own
        self.x, self.allowed = problem.own.copy(), problem.allowed_change

    def step(self, wants_change=False):
        y = self.matrix @ self.x
        y += self.constant
        change = numpy.abs(y - self.x).max() if wants_change else None
        self.x = y
        return change

    def answer(self):
        return self.x


class Numba(Iterated):
    def __init__(self, problem):
        import numba

        numba.set_num_threads(2)

        @numba.njit(parallel=True, fastmath=True)
        def kernel(offsets, neighbors, weights, constant, x, y):
            change = 0.0
            for person in numba.prange(len(constant)):
                total = constant[person]
                for arc in range(offsets[person], offsets[person + 1]):
                    total += weights[arc] * x[neighbors[arc]]
                y[person] = total
                change = max(change, abs(total - x[person]))
            return change

        matrix = problem.scaled()
        self.kernel = kernel
        self.parts = (matrix.indptr, matrix.indices, matrix.data, (1 - problem.a) * problem.own)
        self.x, self.y, self.allowed = problem.own.copy(), numpy.empty_like(problem.own), problem.allowed_change
        kernel(*self.parts, self.x, self.y)

    def step(self, wants_change=False):
        change = self.kernel(*self.parts, self.x, self.y)
        self.x, self.y = self.y, self.x
        return change

    def answer(self):
        return self.x


class GraphBLAS(Iterated):
    def __init__(self, problem):
        import graphblas

        graphblas.ss.config["nthreads"] = 2
        matrix = problem.scaled()
        self.graphblas = graphblas
        self.matrix = graphblas.Matrix.from_csr(
            matrix.indptr.astype(numpy.uint64), matrix.indices.astype(numpy.uint64), matrix.data,
            ncols=len(problem.own))
        self.constant = graphblas.Vector.from_dense((1 - problem.a) * problem.own)
        self.x, self.allowed = graphblas.Vector.from_dense(problem.own), problem.allowed_change

    def step(self, wants_change=False):
        gb = self.graphblas
        y = self.constant.dup()
        y(gb.binary.plus) << self.matrix.mxv(self.x, gb.semiring.plus_times)
        change = None
        if wants_change:
            difference = self.x.ewise_mult(y, gb.binary.minus).new()
            change = difference.apply(gb.unary.abs).new().reduce(gb.monoid.max).get()
        self.x = y
        return change

    def answer(self):
        return self.x.to_dense()


class Krylov:
    """A solver of scipy, asked again with a smaller residual, from where it stopped, until the bound holds."""

    rounds = 0

    def __init__(self, problem):
        self.problem, self.matrix = problem, problem.scaled()
        self.constant, self.x = (1 - problem.a) * problem.own, problem.own

    def settle(self):
        count, a = len(self.x), self.problem.a
        residual = TOLERANCE * (1 - a) * count**0.5 / 8
        while True:
            self.x = self.solve(residual)
            final = self.matrix @ self.x + self.constant
            if numpy.abs(final - self.x).max() * a / (1 - a) <= TOLERANCE:
                self.x = final
                return
            residual /= 4

    def count(self, _):
        self.rounds += 1

    def answer(self):
        return self.x


class BiCGSTAB(Krylov):
    def solve(self, residual):
        operator = scipy.sparse.linalg.LinearOperator(self.matrix.shape, matvec=lambda x: x - self.matrix @ x)
        return scipy.sparse.linalg.bicgstab(
            operator, self.constant, x0=self.x, rtol=0, atol=residual, callback=self.count)[0]


class ConjugateGradients(Krylov):
    """On D^1/2 (I - a W) D^-1/2, which is symmetric for undirected ties."""

    def __init__(self, problem):
        super().__init__(problem)
        self.root = numpy.sqrt(problem.strengths)
        self.symmetric = problem.ties.copy()
        self.symmetric.data *= numpy.repeat(problem.a / self.root, numpy.diff(self.symmetric.indptr))
        self.symmetric.data /= self.root[self.symmetric.indices]

    def solve(self, residual):
        operator = scipy.sparse.linalg.LinearOperator(self.matrix.shape, matvec=lambda x: x - self.symmetric @ x)
        middle = self.problem.own.mean()
        typical = float(numpy.sqrt(numpy.mean(self.root**2)))
        found = scipy.sparse.linalg.cg(
            operator, self.root * (self.constant - (1 - self.problem.a) * middle), x0=self.root * (self.x - middle),
            rtol=0, atol=residual * typical, callback=self.count)[0]
        return found / self.root + middle


class Igraph:
    """PRPACK: with resets in proportion to D s, personalised PageRank is D x, up to its sum, for undirected ties."""

    rounds = None

    def __init__(self, problem):
        import igraph

        upper = scipy.sparse.triu(problem.ties, format="coo")
        self.graph = igraph.Graph(n=len(problem.own), edges=numpy.column_stack([upper.row, upper.col]))
        self.weights = upper.data.tolist()
        resets = problem.strengths * problem.own
        self.total, self.resets = resets.sum(), resets.tolist()
        self.problem = problem

    def settle(self):
        self.rank = self.graph.personalized_pagerank(
            damping=self.problem.a, reset=self.resets, weights=self.weights, implementation="prpack")

    def answer(self):
        return numpy.array(self.rank) * self.total / self.problem.strengths


class NetworKit:
    """PageRank with equal resets: D x for the own scores 1 / (n d), so the same work on other own scores.

    Its answer is checked against those, not against the reference. `tolerance` is on the sum of changes, where the sum
    of all ranks is 1.
    """

    def __init__(self, problem):
        import networkit

        networkit.setNumberOfThreads(2)
        upper = scipy.sparse.triu(problem.ties, format="coo")
        self.graph = networkit.GraphFromCoo(
            (upper.data, (upper.row.astype(numpy.uint64), upper.col.astype(numpy.uint64))), n=len(problem.own),
            weighted=True, directed=False)
        self.problem, self.networkit = problem, networkit

    def settle(self):
        rank = self.networkit.centrality.PageRank(
            self.graph, damp=self.problem.a, tol=1e-9 * (1 - self.problem.a) / self.problem.a)
        rank.norm = self.networkit.centrality.Norm.L1_NORM
        rank.run()
        self.rounds, self.rank = rank.numberOfIterations(), numpy.array(rank.scores())

    def answer(self):
        """Public scores of the project's own problem are not to be had; see `error`."""
        return None

    def error(self):
        """The certified error of its own problem, as a share of the width of its own scores."""
        strengths, a = self.problem.strengths, self.problem.a
        own = 1 / (len(strengths) * strengths)
        x = self.rank / self.rank.sum() / strengths
        residual = a * (self.problem.ties @ x) / strengths + (1 - a) * own - x
        return float(numpy.abs(residual).max() / (1 - a) / (own.max() - own.min()))


STEPPING = {"numba": Numba, "GraphBLAS": GraphBLAS, "scipy (1 thread)": SciPy}
SETTLING = {
    "numba": Numba,
    "GraphBLAS": GraphBLAS,
    "scipy, iterated (1 thread)": SciPy,
    "scipy BiCGSTAB (1 thread)": BiCGSTAB,
    "scipy CG (1 thread)": ConjugateGradients,
    "NetworKit PageRank": NetworKit,
    "igraph PRPACK (1 thread)": Igraph,
}
