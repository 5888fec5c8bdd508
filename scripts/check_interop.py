#!/usr/bin/env python3
"""Read what the program writes with other libraries, and compare with the run's tables.

    python3 scripts/check_interop.py RUN [RUN ...]

For each RUN that `graph-tool analyze SOCIETY -o RUN` wrote:

- graph.graphml against people.csv and run.json: counts of people and ties, ids, every attribute of every person with
  its type and, for numbers, its bits; ties and weights the same in all readers. NetworKit keeps no attributes: there,
  counts, ids and the total weight.
- communities.graphml against communities.csv, and its ties against those of graph.graphml.
- each clusters/*.graphml: one whole community, its people as in people.csv, its ties as in graph.graphml.

If RUN.exports stands beside it: what check_exports.py reads.

If RUN.pack stands beside it, which `graph-tool pack SOCIETY -o RUN.pack` wrote: every array with NumPy, mapped into
memory, against its digest, and the ties of each layer as a matrix of SciPy against ties.csv (`analyze --ties`).

The files are also read as plain XML ("xml"), to check what readers let pass and to know the type each key declares.
One line is printed for each file and reader, then the number of lines that passed and failed; the exit code is 1 if
any failed. The comparison of ties between communities supposes that no layer has weight 0.

Needs the packages in interop-requirements.txt.
"""

import argparse
import collections
import contextlib
import csv
import hashlib
import io
import json
import math
import pathlib
import sys
import warnings
import xml.etree.ElementTree as ElementTree

import igraph
import networkit
import networkx
import numpy
import scipy.sparse

import check_exports

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
SHOWN = 5  # problems shown for one file and reader

# Where run.json keeps what GraphML can be counted against. A layer is an object with `name` and `ties`.
PEOPLE_AT = [("findings", "society", "people"), ("findings", "people"), ("society", "people")]
LAYERS_AT = [("findings", "society", "layers"), ("findings", "layers"), ("society", "layers")]

# Types that attributes of GraphML may have here, as Python sees them.
PYTHON_TYPE = {"boolean": bool, "int": int, "long": int, "double": float, "string": str}

# Types that the program's own columns must have. A column of the society may have any of them.
PEOPLE_TYPES = {
    **dict.fromkeys(["own_score", "network_score", "friends_own_score", "public_score", "peer_effect"], float),
    "community": int,
    **dict.fromkeys(["tier_own", "tier_public"], str),
}
LAYER_TYPES = {"effect_": float, "degree_": int, "strength_": float}
COMMUNITY_TYPES = {
    **dict.fromkeys(["community", "people", "ties_within"], int),
    **dict.fromkeys(["mean_own_score", "mean_public_score", "weight_within", "weight_outside"], float),
}


class Problems(list):
    """What is wrong with one file as one reader sees it."""

    def expect(self, holds, message):
        if not holds:
            self.append(message)
        return holds

    def expect_equal(self, what, found, expected):
        return self.expect(same(found, expected), f"{what}: found {found!r}, expected {expected!r}")

    def expect_names(self, what, found, expected):
        """The same names, each as often, in any order. The message shows only the first that differ."""
        found, expected = collections.Counter(iter(found)), collections.Counter(iter(expected))
        missing, extra = sorted((expected - found).elements()), sorted((found - expected).elements())
        return self.expect(
            found == expected,
            f"{what}: {len(missing)} missing {missing[:SHOWN]}, {len(extra)} not expected {extra[:SHOWN]}",
        )


class Report:
    """Prints one line for each file and reader, and counts them."""

    def __init__(self):
        self.passed = self.failed = 0
        self.omitted = []

    def line(self, path, reader, problems, summary):
        if problems:
            self.failed += 1
            print(f"FAILED  {path}  {reader}")
            for problem in problems[:SHOWN]:
                print(f"        {problem}")
            if len(problems) > SHOWN:
                print(f"        and {len(problems) - SHOWN} more")
        else:
            self.passed += 1
            print(f"ok      {path}  {reader}: {summary}")

    def left_out(self, what):
        """Says loudly that a part of the check was not made."""
        if what not in self.omitted:
            self.omitted.append(what)
            print(f"LEFT OUT  {what}")

    def check(self, path, reader, check):
        """Run `check(problems)`, which returns a summary. An exception or a warning is a failure, with its message."""
        problems, summary = Problems(), ""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                summary = check(problems)
            except Exception as error:  # whatever a reader throws at a file is the finding
                problems.append(f"{type(error).__name__}: {error}")
        problems.extend(f"{warning.category.__name__}: {warning.message}" for warning in caught)
        self.line(path, reader, problems, summary)


def same(a, b):
    """Equal in value and type; floats bit for bit, where NaN equals NaN."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float):
        return a.hex() == b.hex()
    return a == b


def typed(text, kind):
    """The value of a CSV field under the type that a GraphML key declares; None if the field is empty."""
    if text == "":
        return None
    if kind is bool:
        return {"true": True, "1": True, "false": False, "0": False}[text.lower()]
    return kind(text)


def read_csv(path):
    """The columns of a CSV file and its rows as dictionaries."""
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    for number, row in enumerate(rows, start=1):
        if len(row) != len(header):
            raise csv.Error(f"{path.name}: row {number} has {len(row)} fields, the header {len(header)}")
    return header, [dict(zip(header, row)) for row in rows]


def first_at(tree, paths):
    """What stands at the first of `paths` that exists in a tree of dictionaries, or None."""
    for path in paths:
        here = tree
        for step in path:
            here = here.get(step) if isinstance(here, dict) else None
        if here is not None:
            return here
    return None


class Document:
    """A GraphML file as it is written: what it declares, and its ties, before any graph library had a say."""

    def __init__(self, path, problems):
        root = ElementTree.parse(path).getroot()
        problems.expect_equal("root element", root.tag, NAMESPACE + "graphml")
        key_elements = root.findall(NAMESPACE + "key")
        graphs = root.findall(NAMESPACE + "graph")
        problems.expect_equal("number of graphs", len(graphs), 1)
        graph = graphs[0]

        tags = [child.tag.removeprefix(NAMESPACE) for child in root]
        problems.expect_equal("order in the file", tags, sorted(tags, key=["key", "graph"].index))
        tags = [child.tag.removeprefix(NAMESPACE) for child in graph]
        problems.expect(
            tags == sorted(tags, key=["data", "node", "edge"].index), "data, nodes and edges are not in that order"
        )

        ids = [key.get("id") for key in key_elements]
        problems.expect_equal("number of different key ids", len(set(ids)), len(ids))
        self.types = {"graph": {}, "node": {}, "edge": {}}
        names = {}
        for key in key_elements:
            name, kind, of = key.get("attr.name"), key.get("attr.type"), key.get("for")
            problems.expect(key.find(NAMESPACE + "default") is None, f"key {name!r} has a default")
            if problems.expect(of in self.types, f"key {name!r} is for {of!r}") and problems.expect(
                kind in PYTHON_TYPE, f"key {name!r} has type {kind!r}"
            ):
                problems.expect(name not in self.types[of], f"two keys for {of} are named {name!r}")
                self.types[of][name] = PYTHON_TYPE[kind]
                names[key.get("id")] = name

        self.directed = graph.get("edgedefault") == "directed"
        self.nodes, self.ties = {}, {}
        for node in graph.iterfind(NAMESPACE + "node"):
            id = node.get("id")
            problems.expect(id not in self.nodes, f"two nodes have the id {id!r}")
            self.nodes[id] = {names[data.get("key")]: data.text or "" for data in node.iterfind(NAMESPACE + "data")}
        for edge in graph.iterfind(NAMESPACE + "edge"):
            ends = edge.get("source"), edge.get("target")
            problems.expect(ends[0] in self.nodes and ends[1] in self.nodes, f"edge {ends} has an end that is no node")
            problems.expect(self.pair(*ends) not in self.ties, f"two edges join {ends}")
            self.ties[self.pair(*ends)] = {
                names[data.get("key")]: float(data.text) for data in edge.iterfind(NAMESPACE + "data")
            }

        problems.expect("weight" in self.types["edge"], "there is no edge key `weight`")
        for name, kind in self.types["edge"].items():
            wanted = int if name == "ties" else float
            problems.expect(kind is wanted, f"edge key {name!r} is not {'an int' if wanted is int else 'a double'}")
        for pair, data in self.ties.items():
            problems.expect("weight" in data, f"edge {pair} has no weight")

    def pair(self, a, b):
        """The name of the tie a-b in `ties`: in one order for both directions if the graph is undirected."""
        return (a, b) if self.directed else (min(a, b), max(a, b))


def check_types(declared, columns, rows, expected, problems):
    """Keys are the columns, and those with an expected type have it. A column without a value needs no key."""
    for name, kind in expected.items():
        if name in declared:
            problems.expect_equal(f"type of {name!r}", declared[name].__name__, kind.__name__)
    for name in columns:
        if any(row[name] != "" for row in rows):
            problems.expect(name in declared, f"there is no node key {name!r}, but a column with values")


def check_attributes(who, found, types, row, problems):
    """The attributes that networkx gives a node against its row in a table, for the names in `types`."""
    for name, kind in types.items():
        expected = typed(row[name], kind)
        if expected is None:
            problems.expect(name not in found, f"{who}: {name} = {found.get(name)!r}, but it is missing in the table")
        elif problems.expect(name in found, f"{who}: {name} is missing, expected {expected!r}"):
            problems.expect_equal(f"{who}: {name}", found[name], expected)


def read_networkx(path, document, rows, types, problems):
    """networkx: counts, ids, attributes against `rows` by node id, ties against the XML."""
    graph = networkx.read_graphml(path)
    problems.expect(not graph.is_multigraph(), "networkx sees parallel edges")
    problems.expect_equal("directed", graph.is_directed(), document.directed)
    problems.expect_equal("number of edges", graph.number_of_edges(), len(document.ties))
    if problems.expect_names("ids", graph, rows):
        for node, found in graph.nodes.items():
            check_attributes(node, found, types, rows[node], problems)
    for (a, b), found in graph.edges.items():
        problems.expect_equal(f"tie {a} - {b}", found, document.ties.get(document.pair(a, b)))
    return graph.number_of_nodes()


def read_igraph(path, document, rows, types, problems):
    """python-igraph: the same. All its numbers are floats; what is missing is NaN, an empty text or false.

    Its reader leaves `&` in XML attributes, so in ids and names, as the text `&#38;`, however it was written. That is
    undone here: no writer can avoid it.
    """
    graph = igraph.Graph.Read_GraphML(str(path))
    problems.expect_equal("directed", graph.is_directed(), document.directed)
    problems.expect_equal("number of edges", graph.ecount(), len(document.ties))
    values = {name.replace("&#38;", "&"): graph.vs[name] for name in graph.vs.attributes()}
    ids = [id.replace("&#38;", "&") for id in values.get("id", [])]
    if problems.expect_names("ids", ids, rows):
        for name, kind in types.items():
            if not problems.expect(name in values, f"igraph has no vertex attribute {name!r}"):
                continue
            missing = {bool: False, str: ""}.get(kind, math.nan)
            for id, found in zip(ids, values[name]):
                expected = typed(rows[id][name], kind)
                expected = float(expected) if kind is int and expected is not None else expected
                problems.expect_equal(f"{id}: {name}", found, missing if expected is None else expected)
    for edge in graph.es:
        a, b = ids[edge.source], ids[edge.target]
        found = {
            name.replace("&#38;", "&"): value
            for name, value in edge.attributes().items()
            if name != "id" and not math.isnan(value)
        }
        problems.expect_equal(f"tie {a} - {b}", found, document.ties.get(document.pair(a, b)))
    return graph.vcount()


def read_networkit(path, document, rows, types, problems):
    """NetworKit: counts, ids and the total weight, which it adds up in its own order."""
    reader = networkit.graphio.GraphMLReader()
    with contextlib.redirect_stdout(io.StringIO()):
        graph = reader.read(str(path))
    problems.expect_equal("directed", graph.isDirected(), document.directed)
    problems.expect_equal("weighted", graph.isWeighted(), True)
    problems.expect_equal("number of edges", graph.numberOfEdges(), len(document.ties))
    problems.expect_equal("number of nodes", graph.numberOfNodes(), len(rows))
    problems.expect_names("ids", reader.graphmlsax.mapping, rows)
    total = math.fsum(data["weight"] for data in document.ties.values())
    problems.expect(
        math.isclose(graph.totalEdgeWeight(), total, rel_tol=1e-12),
        f"total weight: found {graph.totalEdgeWeight()!r}, expected {total!r}",
    )
    return graph.numberOfNodes()


READERS = {"networkx": read_networkx, "igraph": read_igraph, "networkit": read_networkit}


class Run:
    """One run folder: its tables, and the checks of its GraphML files."""

    def __init__(self, folder, report):
        self.folder, self.report = folder, report
        self.columns, self.people = read_csv(folder / "people.csv")
        self.person = {row["id"]: row for row in self.people}
        self.members = collections.defaultdict(set)
        for row in self.people:
            if row.get("community"):
                self.members[row["community"]].add(row["id"])
        self.graph = None

    def check(self):
        self.check_graph()
        if self.graph is not None:
            self.check_communities()
            self.check_clusters()

    def check_readers(self, path, document, rows, types, noun, readers):
        for reader in readers:

            def check(problems):
                nodes = READERS[reader](path, document, rows, types, problems)
                detail = "total weight" if reader == "networkit" else f"{len(types)} attributes"
                return f"{nodes} {noun}, {len(document.ties)} ties, {detail}"

            self.report.check(path, reader, check)

    def check_people_keys(self, document, rows, problems):
        """Node keys are the columns of people.csv but `id`, and the program's own have their types."""
        layers = [name.removeprefix("weight_") for name in document.types["edge"] if name.startswith("weight_")]
        expected = {prefix + layer: kind for layer in layers for prefix, kind in LAYER_TYPES.items()}
        for name in expected:
            problems.expect(name in self.columns, f"people.csv has no column {name!r}")
        check_types(document.types["node"], self.columns[1:], rows, PEOPLE_TYPES | expected, problems)
        for name in document.types["node"]:
            problems.expect(name in self.columns[1:], f"node key {name!r} is no column of people.csv")
        return layers

    def check_graph(self):
        path = self.folder / "graph.graphml"
        documents = []

        def check(problems):
            document = Document(path, problems)
            documents.append(document)
            problems.expect_equal("first column of people.csv", self.columns[0], "id")
            problems.expect_equal("number of different ids in people.csv", len(self.person), len(self.people))
            problems.expect_names("ids", document.nodes, self.person)
            layers = self.check_people_keys(document, self.people, problems)
            problems.expect(layers, "no edge key weight_LAYER")
            self.check_layers(document, layers, problems)
            self.check_run(document, layers, problems)
            return f"{len(document.nodes)} people, {len(document.ties)} ties, layers {', '.join(layers)}"

        self.report.check(path, "xml", check)
        if documents:
            self.graph = documents[0]
            types = {name: kind for name, kind in self.graph.types["node"].items() if name in self.columns}
            self.check_readers(path, self.graph, self.person, types, "people", READERS)

    def check_layers(self, document, layers, problems):
        """Every tie is in some layer; in an undirected file each person has as many as the table's degree says."""
        for pair, data in document.ties.items():
            problems.expect(len(data) > 1, f"tie {pair} is in no layer")
        if document.directed:
            return
        for layer in layers:
            degree = collections.Counter(
                end for pair, data in document.ties.items() if "weight_" + layer in data for end in set(pair)
            )
            for id, row in self.person.items():
                problems.expect_equal(f"{id}: degree in {layer}", str(degree[id]), row.get("degree_" + layer))

    def check_run(self, document, layers, problems):
        """The counts of run.json."""
        run = json.loads((self.folder / "run.json").read_text(encoding="utf-8"))
        people, listed = first_at(run, PEOPLE_AT), first_at(run, LAYERS_AT)
        if problems.expect(people is not None, f"run.json has no count of people at {at(PEOPLE_AT)}"):
            problems.expect_equal("people in run.json", people, len(document.nodes))
        if not problems.expect(listed is not None, f"run.json lists no layers at {at(LAYERS_AT)}"):
            return
        ties = {layer["name"]: layer["ties"] for layer in listed}
        problems.expect_names("layers in run.json", ties, layers)
        for layer in layers:
            pairs = [pair for pair, data in document.ties.items() if "weight_" + layer in data]
            loops = sum(a == b for a, b in pairs)
            # A directed file holds the ties of an undirected layer in both directions.
            allowed = {ties.get(layer)} | ({2 * ties.get(layer, 0) - loops} if document.directed else set())
            problems.expect(len(pairs) in allowed, f"ties in {layer}: found {len(pairs)}, expected {allowed}")

    def check_communities(self):
        path, table = self.folder / "communities.graphml", self.folder / "communities.csv"
        if not table.exists() and not path.exists():
            return
        documents = []

        def check(problems):
            columns, rows = read_csv(table)
            document = Document(path, problems)
            # A node is a community: its id is the number, or it has the number as an attribute.
            number = {id: data.get("community", id) for id, data in document.nodes.items()}
            by_number = {row["community"]: row for row in rows}
            problems.expect_names("communities", number.values(), by_number)
            problems.expect_names("communities in people.csv", self.members, by_number)
            for community, row in by_number.items():
                people = len(self.members[community])
                problems.expect_equal(f"community {community}: people", row["people"], str(people))
            types = {name: kind for name, kind in document.types["node"].items() if name in columns}
            problems.expect("people" in types, "no node key `people`")
            check_types(types, [], rows, COMMUNITY_TYPES, problems)

            found = {tuple(sorted((number[a], number[b]))) for a, b in document.ties if a != b}
            of = {id: community for community, members in self.members.items() for id in members}
            among = (sorted((of[a], of[b])) for a, b in self.graph.ties if a in of and b in of)
            problems.expect_names("tied communities", found, {(a, b) for a, b in among if a != b})
            documents.append((document, {id: by_number[number[id]] for id in document.nodes}, types))
            return f"{len(document.nodes)} communities, {len(document.ties)} ties"

        self.report.check(path, "xml", check)
        for document, rows, types in documents:
            self.check_readers(path, document, rows, types, "communities", ["networkx", "igraph"])

    def check_clusters(self):
        paths = sorted((self.folder / "clusters").glob("*.graphml"))
        communities = []
        for path in paths:
            documents = []

            def check(problems):
                document = Document(path, problems)
                documents.append(document)
                problems.expect(set(document.nodes) <= set(self.person), "a node is nobody in people.csv")
                numbers = {self.person[id]["community"] for id in document.nodes}
                if problems.expect(len(numbers) == 1, f"people of the communities {sorted(numbers)}, expected one"):
                    communities.extend(numbers)
                    problems.expect_names("people", document.nodes, self.members[communities[-1]])
                self.check_people_keys(document, [self.person[id] for id in document.nodes], problems)
                problems.expect_equal("directed", document.directed, self.graph.directed)
                inside = {
                    pair: data
                    for pair, data in self.graph.ties.items()
                    if pair[0] in document.nodes and pair[1] in document.nodes
                }
                problems.expect(document.ties == inside, "the ties are not those of graph.graphml among these people")
                return f"{len(document.nodes)} people, {len(document.ties)} ties"

            self.report.check(path, "xml", check)
            for document in documents:
                rows = {id: self.person[id] for id in document.nodes if id in self.person}
                types = {name: kind for name, kind in document.types["node"].items() if name in self.columns}
                self.check_readers(path, document, rows, types, "people", ["networkx", "igraph"])
        if self.members:

            def check_all(problems):
                problems.expect(paths, "there are communities, but no file for any of them")
                problems.expect_equal("communities with two files", len(communities) - len(set(communities)), 0)
                return f"{len(paths)} of {len(self.members)} communities"

            self.report.check(self.folder / "clusters", "all", check_all)


def at(paths):
    return " or ".join(".".join(path) for path in paths)


def arrays_of(tree):
    """Every description of an array in society.json."""
    if isinstance(tree, dict):
        if "dtype" in tree:
            yield tree
        else:
            for value in tree.values():
                yield from arrays_of(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from arrays_of(value)


def load(folder, array):
    """An array of a pack, mapped into memory."""
    return numpy.load(folder / array["file"], mmap_mode="r")


def matrix(folder, ties, people):
    """Ties of a pack as a sparse matrix: the two lines of docs/pack.md."""
    offsets, neighbors = load(folder, ties["offsets"]), load(folder, ties["neighbors"])
    weights = load(folder, ties["weights"]) if "weights" in ties else numpy.full(ties["arcs"], ties["weight"])
    return scipy.sparse.csr_matrix((weights, neighbors, offsets), shape=(people, people))


def texts(folder, entry):
    """Texts of a pack."""
    data, offsets = load(folder, entry["bytes"]).tobytes(), load(folder, entry["offsets"])
    return [data[start:end].decode() for start, end in zip(offsets, offsets[1:])]


def read_pack(folder, run, problems):
    """NumPy and SciPy: arrays against society.json, people and ties against the run's tables."""
    society = json.loads((folder / "society.json").read_text(encoding="utf-8"))
    people = society["people"]
    arrays = list(arrays_of(society))
    for array in arrays:
        name = array["file"]
        found = load(folder, array)
        problems.expect_equal(f"{name}: type", found.dtype.str, array["dtype"])
        problems.expect_equal(f"{name}: shape", list(found.shape), array["shape"])
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        problems.expect_equal(f"{name}: digest", digest, array["sha256"])
    ids = texts(folder, society["ids"])
    _, rows = read_csv(run / "people.csv")
    problems.expect(ids == [row["id"] for row in rows], "the ids are not those of people.csv, in their order")
    order = load(folder, society["sorted_ids"])
    problems.expect(
        [ids[person].encode() for person in order] == sorted(id.encode() for id in ids), "the ids are not in order"
    )
    own = load(folder, society["own_scores"])
    problems.expect([float(row["own_score"]) for row in rows] == own.tolist(), "own scores are not those of people.csv")
    for column in society["columns"]:
        name = column["name"] if column["name"] in rows[0] else "input_" + column["name"]
        written = [value if value != "NA" or column["kind"] == "text" else "" for value in texts(folder, column["values"])]
        problems.expect(written == [row[name] for row in rows], f"column {name!r} is not that of people.csv")
    _, arcs = read_csv(run / "ties.csv")
    expected = collections.defaultdict(dict)
    for arc in arcs:
        expected[arc["layer"]][arc["source"], arc["target"]] = float(arc["weight"])
    for layer in society["layers"]:
        name = layer["name"]
        ties = matrix(folder, layer["ties"], people).astype(float)
        found = {(ids[i], ids[j]): weight for i, j, weight in zip(*scipy.sparse.find(ties))}
        problems.expect(found == expected[name], f"layer {name!r}: the matrix is not ties.csv")
        if "reverse" in layer:
            reverse = matrix(folder, layer["reverse"], people).astype(float)
            problems.expect((reverse != ties.T).nnz == 0, f"layer {name!r}: the reverse ties are not the transpose")
        elif ties.nnz:
            problems.expect((ties != ties.T).nnz == 0, f"layer {name!r}: the matrix is not symmetric")
        rows_of = matrix(folder, layer["row_ties"], people) if "row_ties" in layer else ties
        sums = numpy.asarray(rows_of.astype(float).sum(axis=1)).ravel()
        inverse = numpy.divide(1, sums, out=numpy.zeros(people), where=sums > 0)
        close = numpy.allclose(load(folder, layer["reciprocals"]), inverse, rtol=1e-12, atol=0)
        problems.expect(close, f"layer {name!r}: the reciprocals are not 1 over the row sums")
    return f"{people} people, {len(society['layers'])} layers, {len(arrays)} arrays"


def main():
    parser = argparse.ArgumentParser(description="Check that other libraries read what the program writes.")
    parser.add_argument("run", nargs="+", type=pathlib.Path, help="a folder that graph-tool analyze wrote")
    report = Report()
    exported = []
    for folder in parser.parse_args().run:
        try:
            run = Run(folder, report)
        except (OSError, csv.Error, UnicodeDecodeError, KeyError) as error:
            report.line(folder / "people.csv", "table", [f"{type(error).__name__}: {error}"], "")
            continue
        run.check()
        if run.graph is not None and folder.with_name(folder.name + ".exports").is_dir():
            exports = check_exports.Exports(run, run.graph, report, typed)
            exports.check()
            exported.append(exports)
        pack = folder.with_name(folder.name + ".pack")
        if pack.is_dir():
            report.check(pack, "numpy, scipy", lambda problems: read_pack(pack, folder, problems))
    if exported:
        check_exports.check_jgrapht(exported, report)
        check_exports.check_graph_tool(exported, report)
    print(f"{report.passed} passed, {report.failed} failed")
    for what in report.omitted:
        print(f"LEFT OUT  {what}")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
