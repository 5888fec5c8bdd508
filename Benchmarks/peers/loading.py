"""Peers that read an edge list (source,target,weight; undirected) into ties by rows.

Each function takes the path and whether ids are integers from 0 without gaps, which peers may use as they are, and
returns a value for `facts`. Only the function is timed; the modules it imports are loaded before, see `MODULES`.
"""

import numpy
import scipy.sparse


def _rows(source, target, weight, count):
    """Both directions of each tie, compressed."""
    half = scipy.sparse.coo_matrix((weight, (source, target)), shape=(count, count))
    return (half + half.T).tocsr()


def pandas_scipy(path, integers):
    import pandas

    kind = numpy.int32 if integers else str
    table = pandas.read_csv(path, dtype={"source": kind, "target": kind, "weight": float})
    source, target = table["source"].to_numpy(), table["target"].to_numpy()
    if integers:
        count = int(max(source.max(), target.max())) + 1
    else:
        codes, ids = pandas.factorize(numpy.concatenate([source, target]))
        count = len(ids)
        source, target = codes[: len(table)].astype(numpy.int32), codes[len(table) :].astype(numpy.int32)
    return _rows(source, target, table["weight"].to_numpy(), count)


def polars_scipy(path, integers):
    import polars

    kind = polars.Int32 if integers else polars.String
    table = polars.read_csv(path, schema_overrides={"source": kind, "target": kind, "weight": polars.Float64})
    if integers:
        source, target = table["source"].to_numpy(), table["target"].to_numpy()
        count = int(max(source.max(), target.max())) + 1
    else:
        ends = polars.concat([table["source"], table["target"].alias("source")])
        codes = ends.rank("dense").to_numpy().astype(numpy.int32) - 1
        count = int(codes.max()) + 1
        source, target = codes[: len(table)], codes[len(table) :]
    return _rows(source, target, table["weight"].to_numpy(), count)


def duckdb_ties(path, integers, connection, first_appearance=False):
    """The table `ties(s, t, weight)` with numbers for people; with strings, the table `people(id, n)` too."""
    kind = "INTEGER" if integers else "VARCHAR"
    columns = f"{{'source': '{kind}', 'target': '{kind}', 'weight': 'DOUBLE'}}"
    connection.execute("SET threads = 2")
    connection.execute(f"CREATE TABLE read AS FROM read_csv('{path}', header = true, columns = {columns})")
    if integers:
        connection.execute("CREATE VIEW ties AS SELECT source AS s, target AS t, weight FROM read")
        return
    if first_appearance:
        connection.execute(
            "CREATE TABLE people AS SELECT id, (row_number() OVER (ORDER BY min(p)) - 1)::INTEGER AS n FROM ("
            "SELECT source AS id, 2 * rowid AS p FROM read UNION ALL SELECT target, 2 * rowid + 1 FROM read) GROUP BY id")
    else:
        connection.execute(
            "CREATE TABLE people AS SELECT id, (row_number() OVER () - 1)::INTEGER AS n "
            "FROM (SELECT source AS id FROM read UNION SELECT target FROM read)")
    connection.execute(
        "CREATE VIEW ties AS SELECT a.n AS s, b.n AS t, weight "
        "FROM read JOIN people a ON a.id = source JOIN people b ON b.id = target")


def duckdb_scipy(path, integers):
    import duckdb

    connection = duckdb.connect()
    duckdb_ties(path, integers, connection)
    columns = connection.execute("FROM ties").fetchnumpy()
    source, target = columns["s"], columns["t"]
    return _rows(source, target, columns["weight"], int(max(source.max(), target.max())) + 1)


def igraph_frame(path, integers):
    import igraph
    import pandas

    kind = numpy.int64 if integers else str
    table = pandas.read_csv(path, dtype={"source": kind, "target": kind, "weight": float})
    return igraph.Graph.DataFrame(table, directed=False, use_vids=integers)


def networkit_reader(path, integers):
    import networkit

    networkit.setNumberOfThreads(2)
    # The line of headers is passed over as a comment: it begins with "s", and no id does.
    return networkit.graphio.EdgeListReader(",", 0, "s", continuous=integers, directed=False).read(path)


def networkx_reader(path, integers):
    import networkx

    with open(path, "rb") as file:
        next(file)
        return networkx.parse_edgelist(
            (line.decode() for line in file), delimiter=",", nodetype=int if integers else str,
            data=[("weight", float)])


def facts(ties):
    """The counts and sums of prepare.py, from whatever a peer made."""
    if scipy.sparse.issparse(ties):
        strengths = numpy.asarray(ties.sum(axis=1)).ravel()
        people, arcs = ties.shape[0], ties.nnz
    elif type(ties).__module__.startswith("igraph"):
        strengths = numpy.array(ties.strength(weights="weight"))
        people, arcs = ties.vcount(), 2 * ties.ecount()
    elif type(ties).__module__.startswith("networkx"):
        strengths = numpy.array([strength for _, strength in ties.degree(weight="weight")])
        people, arcs = ties.number_of_nodes(), 2 * ties.number_of_edges()
    else:
        strengths = numpy.array([ties.weightedDegree(person) for person in ties.iterNodes()])
        people, arcs = ties.numberOfNodes(), 2 * ties.numberOfEdges()
    return {
        "people": int(people), "arcs": int(arcs), "weight": float(strengths.sum()),
        "squares": float((strengths**2).sum()), "largest": float(strengths.max()),
    }


MODULES = {
    "DuckDB + scipy": ["duckdb"],
    "polars + scipy": ["polars"],
    "pandas + scipy": ["pandas"],
    "igraph": ["igraph", "pandas"],
    "NetworKit": ["networkit"],
    "networkx": ["networkx"],
}
PEERS = {
    "DuckDB + scipy": duckdb_scipy,
    "polars + scipy": polars_scipy,
    "pandas + scipy": pandas_scipy,
    "igraph": igraph_frame,
    "NetworKit": networkit_reader,
    "networkx": networkx_reader,
}
