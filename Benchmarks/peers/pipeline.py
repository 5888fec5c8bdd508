"""The whole command, put together from peers: an edge list with string ids in, a table of people out.

Columns: id, own, network and public score, peer effect, number of ties. DuckDB reads, numbers people by their first
appearance (own scores follow it) and writes; GraphBLAS or scipy settles.
"""

import golden
import loading
import numpy
import scipy.sparse
import solving


def run(peer, path, output, susceptibility):
    import duckdb
    import pandas

    connection = duckdb.connect()
    loading.duckdb_ties(path, False, connection, first_appearance=True)
    columns = connection.execute("FROM ties").fetchnumpy()
    problem = solving.Problem.__new__(solving.Problem)
    problem.a = float(susceptibility)
    count = connection.execute("SELECT count(*) FROM people").fetchall()[0][0]
    half = scipy.sparse.coo_matrix((columns["weight"], (columns["s"], columns["t"])), shape=(count, count))
    problem.ties = (half + half.T).tocsr()
    problem.own = golden.scores(count)
    problem.strengths = numpy.asarray(problem.ties.sum(axis=1)).ravel()
    solver = peer(problem)
    solver.settle()
    public = solver.answer()
    table = {
        "n": numpy.arange(count, dtype=numpy.int32), "own_score": problem.own,
        "network_score": (problem.ties @ public) / problem.strengths, "public_score": public,
        "peer_effect": public - problem.own, "degree": numpy.diff(problem.ties.indptr),
    }
    scores = pandas.DataFrame(table, copy=False)
    connection.register("scores", scores)
    connection.execute(
        "COPY (SELECT id, own_score, network_score, public_score, peer_effect, degree "
        f"FROM people JOIN scores USING (n) ORDER BY n) TO '{output}' (HEADER)")
    return public


MODULES = {"DuckDB + GraphBLAS": ["duckdb", "pandas", "graphblas"], "DuckDB + scipy": ["duckdb", "pandas"]}
PEERS = {"DuckDB + GraphBLAS": solving.GraphBLAS, "DuckDB + scipy": solving.SciPy}
