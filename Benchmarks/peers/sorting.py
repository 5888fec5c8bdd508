"""Peers that measure whether tied people have like scores: how each is made ready, and what of it is timed.

The society is a folder of `graph-tool generate` with integer ids and ties without weights. People without ties are left
out, as the program leaves them out. Each class gets a `Society`, brings it into the peer's own shape when it is made, and
measures in `measure`, which alone is timed; `fact` names the number by which all are compared.
"""

import pathlib

import numpy
import pandas
import scipy.sparse


class Society:
    """Ties by rows and one score a person."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        scores = pandas.read_csv(folder / "people.csv", usecols=["score"])["score"].to_numpy()
        table = pandas.read_csv(folder / "friendships.csv", usecols=["source", "target"], dtype=numpy.int32)
        ends = table["source"].to_numpy(), table["target"].to_numpy()
        half = scipy.sparse.coo_matrix((numpy.ones(len(table)), ends), shape=(len(scores), len(scores)))
        ties = (half + half.T).tocsr()
        tied = numpy.flatnonzero(numpy.diff(ties.indptr))
        self.ties, self.scores = ties[tied][:, tied], scores[tied]

    @property
    def pairs(self):
        """Each tie once."""
        upper = scipy.sparse.triu(self.ties, format="coo")
        return numpy.column_stack([upper.row, upper.col])

    def facts(self):
        """What all must come to, by numpy: the correlation over arcs, and Moran's I on rows that sum to 1."""
        arcs = self.ties.tocoo()
        z = self.scores - self.scores.mean()
        averages = (self.ties @ z) / numpy.diff(self.ties.indptr)
        return {
            "assortativity": float(numpy.corrcoef(self.scores[arcs.row], self.scores[arcs.col])[0, 1]),
            "moran_i": float((z @ averages) / (z @ z)),
        }


def ring(count=50):
    """A small society, to compile and import on before anything is timed."""
    society = Society.__new__(Society)
    shift = scipy.sparse.csr_matrix(
        (numpy.ones(count), (numpy.arange(count), (numpy.arange(count) + 1) % count)), shape=(count, count))
    society.ties, society.scores = (shift + shift.T).tocsr(), numpy.arange(count, dtype=float) ** 2
    return society


class Igraph:
    fact = "assortativity"

    def __init__(self, society, _):
        import igraph

        self.graph = igraph.Graph(n=len(society.scores), edges=society.pairs)
        self.scores = society.scores.tolist()

    def measure(self):
        return self.graph.assortativity(self.scores, directed=False)


class NetworkX:
    """It makes a dense matrix of all different scores."""

    fact = "assortativity"

    def __init__(self, society, _):
        import networkx

        self.networkx = networkx
        self.graph = networkx.Graph(society.pairs.tolist())
        networkx.set_node_attributes(self.graph, dict(enumerate(society.scores.tolist())), "score")

    def measure(self):
        return self.networkx.numeric_assortativity_coefficient(self.graph, "score")


class Moran:
    fact = "moran_i"

    def __init__(self, society, permutations):
        import esda
        import libpysal

        self.esda, self.permutations, self.scores = esda, permutations, society.scores
        self.weights = libpysal.weights.WSP(society.ties).to_W(silence_warnings=True)
        self.weights.transform = "r"
        numpy.random.seed(1)

    def measure(self):
        return self.esda.Moran(self.scores, self.weights, permutations=self.permutations).I


class LocalMoran(Moran):
    """Local I's add up to n - 1 times Moran's I."""

    jobs = 1

    def measure(self):
        local = self.esda.Moran_Local(
            self.scores, self.weights, permutations=self.permutations, n_jobs=self.jobs, seed=1)
        return local.Is.sum() / (len(self.scores) - 1)


class LocalMoranOfTwo(LocalMoran):
    jobs = 2


PEERS = {
    "igraph (1 thread)": Igraph,
    "networkx (1 thread)": NetworkX,
    "esda Moran (1 thread)": Moran,
    "esda Moran_Local, 1 job": LocalMoran,
    "esda Moran_Local, 2 jobs": LocalMoranOfTwo,
}
