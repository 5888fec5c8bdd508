"""Reads what `graph-tool export` writes with other programs: used by check_interop.py.

For a run RUN, exports stand in RUN.exports: `run.EXT` of the run folder and `society.EXT` of the society itself, which
must be the same bytes, in every form. They are read by networkx, python-igraph, SciPy, NumPy, Python's sqlite3, csv and
json, and, where they are installed, by JGraphT, Graphviz and the Python package graph-tool; ids, types, values and weights
are compared with people.csv and graph.graphml, bit for bit.
"""

import base64
import collections
import csv
import gzip
import json
import math
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import warnings

import igraph
import networkx
import numpy
import scipy.sparse

JARS = ["jgrapht-core", "jgrapht-io", "jheaps", "antlr4-runtime", "apfloat", "commons-text", "commons-lang3"]
HERE = pathlib.Path(__file__).parent


def unique(names, reserved=(), ignore_case=False, separator="_"):
    """The names, a number behind those that stand already, as docs/export.md says."""
    fold = str.lower if ignore_case else str
    taken = {fold(name) for name in reserved}
    result = []
    for name in names:
        token, number = name, 1
        while fold(token) in taken:
            number += 1
            token = f"{name}{separator}{number}"
        taken.add(fold(token))
        result.append(token)
    return result


def camel(name):
    """A key of GML: letters and digits."""
    words = [word for word in re.split(r"[^A-Za-z0-9]+", name[:64]) if word]
    text = "".join([word if i == 0 else word[0].upper() + word[1:] for i, word in enumerate(words)])
    return text and ("column" + text if text[0].isdigit() else text) or "column"


class Exports:
    """The exports of one run, and what must be in them."""

    def __init__(self, run, document, report, typed):
        self.folder = run.folder.with_name(run.folder.name + ".exports")
        self.report, self.document = report, document
        self.types = document.types["node"]
        self.ids = [row["id"] for row in run.people]
        self.values = [
            {name: typed(row[name], kind) for name, kind in self.types.items()} for row in run.people
        ]
        self.place = {id: place for place, id in enumerate(self.ids)}
        self.layers = [name for name in document.types["edge"] if name != "weight"]

    def path(self, extension):
        return self.folder / f"run.{extension}"

    def check(self):
        def same_bytes(problems):
            count = 0
            for path in sorted(self.folder.glob("run.*")):
                other = self.folder / path.name.replace("run.", "society.", 1)
                pairs = [(path, other)]
                if path.is_dir():
                    pairs = [(file, other / file.name) for file in sorted(path.iterdir())]
                for one, two in pairs:
                    count += 1
                    problems.expect(two.exists() and one.read_bytes() == two.read_bytes(), f"{one.name}: not the same")
            return f"{count} files, the same from the run as from the society"

        self.report.check(self.folder, "bytes", same_bytes)
        for extension, reader, check in [
            ("graphml.gz", "gzip", self.packed), ("gexf", "networkx", self.gexf), ("gml", "networkx", self.gml),
            ("gml", "igraph", self.gml_igraph), ("csv", "csv", self.csv), ("jsonl", "json", self.jsonl),
            ("npz", "scipy", self.npz), ("npy", "numpy", self.npy), ("sqlite", "sqlite3", self.sqlite),
            ("drawn.graphml", "networkx", self.drawn),
        ]:
            self.report.check(self.path(extension), reader, check)
        self.graphviz()

    # What every reader's nodes and edges are held against.

    def expect_nodes(self, problems, found, names=None, convert=lambda value, kind: value):
        """`found`: the attributes of each node, by its id; a missing value is absent or None."""
        if not problems.expect_names("ids", found, self.ids):
            return
        for id, values in zip(self.ids, self.values):
            for name, expected in values.items():
                key = names[name] if names else name
                if expected is not None:
                    expected = convert(expected, self.types[name])
                problems.expect_equal(f"{id[:40]}: {name}", found[id].get(key), expected)

    def expect_edges(self, problems, found, names=None):
        """`found`: the weights of each edge, by both ids; for an undirected graph in one order."""
        expected = {
            pair: {names[name] if names else name: value for name, value in data.items()}
            for pair, data in self.document.ties.items()
        }
        problems.expect_names("edges", found, expected)
        for pair, data in expected.items():
            problems.expect_equal(f"edge {pair[0][:40]} - {pair[1][:40]}", found.get(pair), data)

    def summary(self):
        return f"{len(self.ids)} people, {len(self.document.ties)} ties, {len(self.types)} attributes"

    # Readers.

    def packed(self, problems):
        plain = self.path("graphml").read_bytes()
        problems.expect(gzip.decompress(self.path("graphml.gz").read_bytes()) == plain, "not what is packed")
        return f"{len(plain)} bytes"

    def gexf(self, problems):
        graph = networkx.read_gexf(self.path("gexf"))
        problems.expect_equal("directed", graph.is_directed(), self.document.directed)
        nodes = {id: {k: v for k, v in data.items() if k != "label"} for id, data in graph.nodes.items()}
        problems.expect(all(data["label"] == id for id, data in graph.nodes.items()), "labels are not the ids")
        self.expect_nodes(problems, nodes)
        edges = {self.document.pair(*ends): {k: v for k, v in data.items() if k != "id"} for ends, data in graph.edges.items()}
        self.expect_edges(problems, edges)
        return self.summary()

    def gml_names(self):
        names = dict(zip(self.types, unique(map(camel, self.types), ["id", "label", "graphics"], True, "")))
        edge_names = list(self.document.types["edge"])
        edges = dict(zip(edge_names, unique(map(camel, edge_names), ["source", "target", "label", "graphics", "id"], True, "")))
        wide = {
            name for name, kind in self.types.items() if kind is int
            and any(value[name] is not None and not -(2**31) <= value[name] < 2**31 for value in self.values)
        }
        return names, edges, wide

    def gml(self, problems):
        graph = networkx.read_gml(self.path("gml"))
        names, edge_names, wide = self.gml_names()
        texts = {names[name] for name in wide}
        found = {
            id: {k: int(v) if k in texts else v for k, v in data.items()} for id, data in graph.nodes.items()
        }
        self.expect_nodes(problems, found, names, lambda value, kind: int(value) if kind is bool else value)
        edges = {self.document.pair(*ends): data for ends, data in graph.edges.items()}
        self.expect_edges(problems, edges, edge_names)
        return self.summary()

    def gml_igraph(self, problems):
        """All its numbers are floats, a missing one is NaN, and texts keep the references of characters."""
        with warnings.catch_warnings():
            # It says that it leaves the references of characters as they are.
            warnings.simplefilter("ignore")
            graph = igraph.Graph.Read_GML(str(self.path("gml")))
        unescape = lambda text: re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text)
        names, edge_names, wide = self.gml_names()
        ids = [unescape(label) for label in graph.vs["label"]]
        found = {}
        for index, id in enumerate(ids):
            found[id] = {}
            for name, key in names.items():
                value = graph.vs[index].attributes().get(key)
                if isinstance(value, str):
                    value = unescape(value)
                    if value == "" and self.values[self.place[id]][name] is None:
                        value = None
                    elif name in wide and value is not None:
                        value = float(value)
                if isinstance(value, float) and math.isnan(value):
                    value = None
                found[id][key] = value
        self.expect_nodes(problems, found, names, lambda value, kind: value if kind is str else float(value))
        edges = {}
        for edge in graph.es:
            data = {k: v for k, v in edge.attributes().items() if not math.isnan(v)}
            edges[self.document.pair(ids[edge.source], ids[edge.target])] = data
        self.expect_edges(problems, edges, edge_names)
        return self.summary()

    def table(self, path):
        csv.field_size_limit(1 << 30)
        with open(path, encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        return header, [dict(zip(header, row)) for row in rows]

    def value(self, text, kind):
        if text == "":
            return None
        return text == "true" if kind is bool else kind(text)

    def csv(self, problems):
        header, rows = self.table(self.path("csv") / "nodes.csv")
        names = dict(zip(self.types, unique(self.types, ["Id", "Label", "Timeset"], True)))
        problems.expect_equal("header", header, ["Id", "Label", *names.values()])
        problems.expect_equal("ids", [row["Id"] for row in rows], self.ids)
        found = {
            row["Id"]: {key: self.value(row[key], self.types[name]) for name, key in names.items()} for row in rows
        }
        self.expect_nodes(problems, found, names)
        header, rows = self.table(self.path("csv") / "edges.csv")
        problems.expect_equal("header", header, ["Source", "Target", "Type", "Id", "Weight", *self.layers])
        problems.expect({row["Type"] for row in rows} <= {"Directed" if self.document.directed else "Undirected"}, "types")
        edges = {
            self.document.pair(row["Source"], row["Target"]):
            {"weight": float(row["Weight"])} | {name: float(row[name]) for name in self.layers if row[name]}
            for row in rows
        }
        self.expect_edges(problems, edges)
        return self.summary()

    def jsonl(self, problems):
        with open(self.path("jsonl"), encoding="utf-8") as file:
            objects = [json.loads(line) for line in file]
        problems.expect_equal("the graph", objects[0]["type"], "graph")
        problems.expect_equal("directed", objects[0]["directed"], self.document.directed)
        names = dict(zip(self.types, unique(self.types, ["type", "id"])))
        number = lambda value, name: float(value) if self.types[name] is float and value is not None else value
        found = {
            item["id"]: {key: number(item.get(key), name) for name, key in names.items()}
            for item in objects if item["type"] == "person"
        }
        self.expect_nodes(problems, found, names)
        edges = {
            self.document.pair(item["source"], item["target"]):
            {k: float(v) for k, v in item.items() if k not in ("type", "source", "target")}
            for item in objects if item["type"] == "tie"
        }
        self.expect_edges(problems, edges)
        return self.summary()

    def matrix(self):
        rows, columns, values = [], [], []
        for (a, b), data in self.document.ties.items():
            i, j = self.place[a], self.place[b]
            for ends in {(i, j), (i, j) if self.document.directed else (j, i)}:
                rows.append(ends[0])
                columns.append(ends[1])
                values.append(data["weight"])
        return scipy.sparse.csr_matrix((values, (rows, columns)), shape=(len(self.ids), len(self.ids)))

    def expect_arrays(self, problems, get):
        for name, kind in self.types.items():
            if kind is str:
                continue
            values = [row[name] for row in self.values]
            array = get(name)
            wanted = float if None in values else {bool: bool, int: numpy.int64, float: float}[kind]
            problems.expect_equal(f"{name}: type", array.dtype.name, numpy.dtype(wanted).name)
            expected = numpy.array([math.nan if value is None else value for value in values], dtype=wanted)
            problems.expect(array.tobytes() == expected.tobytes() or numpy.array_equal(array, expected, equal_nan=wanted is float), f"{name}: not the values of people.csv")

    def npz(self, problems):
        matrix = scipy.sparse.load_npz(self.path("npz"))
        problems.expect_equal("format", matrix.format, "csr")
        expected = self.matrix()
        problems.expect(matrix.has_canonical_format, "columns do not rise")
        problems.expect(matrix.shape == expected.shape and (matrix != expected).nnz == 0, "not the ties")
        with numpy.load(self.path("npz")) as arrays:
            data, offsets = arrays["ids_bytes"].tobytes(), arrays["ids_offsets"]
            ids = [data[start:end].decode() for start, end in zip(offsets, offsets[1:])]
            problems.expect_equal("ids", ids, self.ids)
            tokens = dict(zip(self.types, unique([re.sub(r"[^A-Za-z0-9_.-]", "_", name[:64]) for name in self.types])))
            self.expect_arrays(problems, lambda name: arrays["node_" + tokens[name]])
        return self.summary()

    def npy(self, problems):
        folder = self.path("npy")
        described = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
        edges = numpy.load(folder / "edges.npy")
        weights = numpy.load(folder / "weights.npy")
        problems.expect_equal("edges", (edges.dtype.name, edges.shape), ("int32", (len(self.document.ties), 2)))
        problems.expect_equal("edges in graph.json", described["edges"], len(self.document.ties))
        found = {self.document.pair(self.ids[a], self.ids[b]): w for (a, b), w in zip(edges, weights)}
        problems.expect(found == {pair: data["weight"] for pair, data in self.document.ties.items()}, "not the ties")
        files = {name: file for file, name in described["node_arrays"].items()}
        self.expect_arrays(problems, lambda name: numpy.load(folder / files[name]))
        header, rows = self.table(folder / "nodes.csv")
        problems.expect_equal("ids", [row["Id"] for row in rows], self.ids)
        return self.summary()

    def sqlite(self, problems):
        with sqlite3.connect(f"file:{self.path('sqlite')}?mode=ro", uri=True) as database:
            problems.expect_equal("integrity", database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            names = dict(zip(self.types, unique(self.types, ["person", "id"], True)))
            cursor = database.execute("SELECT * FROM people ORDER BY person")
            header = [column[0] for column in cursor.description]
            rows = [dict(zip(header, row)) for row in cursor]
            problems.expect_equal("numbers", [row["person"] for row in rows], list(range(len(self.ids))))
            problems.expect_equal("ids", [row["id"] for row in rows], self.ids)
            found = {row["id"]: {key: row[key] for key in names.values()} for row in rows}
            self.expect_nodes(problems, found, names, lambda value, kind: int(value) if kind is bool else value)
            cursor = database.execute("SELECT * FROM ties_by_id")
            header = [column[0] for column in cursor.description]
            edges = {}
            for row in cursor:
                data = dict(zip(header, row))
                pair = self.document.pair(data.pop("source"), data.pop("target"))
                edges[pair] = {name: value for name, value in data.items() if value is not None}
            self.expect_edges(problems, edges)
            loops = sum(a == b for a, b in edges)
            wanted = len(edges) if self.document.directed else 2 * len(edges) - loops
            problems.expect_equal("neighbours", database.execute("SELECT count(*) FROM neighbours").fetchone(), (wanted,))
        return self.summary()

    def drawn(self, problems):
        """Places and colours under the names that Gephi's reader takes: see its ImporterGraphML."""
        graph = networkx.read_graphml(self.path("drawn.graphml"))
        for id, data in graph.nodes.items():
            numbers = [data.get(name) for name in ["x", "y", "size", "r", "g", "b"]]
            problems.expect(all(isinstance(value, float) for value in numbers[:3]), f"{id[:40]}: no place")
            problems.expect(all(isinstance(v, int) and 0 <= v < 256 for v in numbers[3:]), f"{id[:40]}: no colour")
        places = {(data.get("x"), data.get("y")) for data in graph.nodes.values()}
        problems.expect_equal("different places", len(places), len(self.ids))
        return f"{len(self.ids)} places and colours"

    def graphviz(self):
        if shutil.which("dot") is None:
            return self.report.left_out("Graphviz: there is no program dot (apt-get install graphviz)")

        def check(problems):
            result = subprocess.run(
                ["dot", "-Tdot_json", str(self.path("dot"))], capture_output=True, encoding="utf-8", timeout=300)
            problems.expect_equal("errors", result.stderr, "")
            graph = json.loads(result.stdout)
            problems.expect_equal("nodes", len(graph["objects"]), len(self.ids))
            problems.expect_equal("edges", len(graph.get("edges", [])), len(self.document.ties))
            return self.summary()

        if len(self.ids) <= 200:
            self.report.check(self.path("dot"), "graphviz", check)


def jars():
    """The class path of JGraphT, or None."""
    folder = pathlib.Path(os.environ.get("JGRAPHT", "/usr/share/java"))
    paths = [folder / f"{name}.jar" for name in JARS]
    found = shutil.which("java") and all(path.exists() for path in paths)
    return ":".join(map(str, paths)) if found else None


def check_jgrapht(all_exports, report):
    """JGraphT reads GraphML, GML and DOT; GraphML is also held against the schema."""
    path = jars()
    if path is None:
        return report.left_out("JGraphT and the schema of GraphML: no Java with it (apt-get install libjgrapht-java default-jre)")
    files = {str(exports.path(ext)): exports for exports in all_exports for ext in ["graphml", "gml", "dot"]}
    output = subprocess.run(
        ["java", "-cp", path, str(HERE / "ReadGraphs.java"), *files], capture_output=True, encoding="utf-8", check=True)
    found = collections.defaultdict(list)
    for line in output.stdout.splitlines():
        fields = [base64.b64decode(field).decode() for field in line.split("\t")]
        if fields[0] == "file":
            current = found[fields[1]]
        else:
            current.append(fields)
    for file, exports in files.items():

        def check(problems):
            lines = found[file]
            errors = [fields[1] for fields in lines if fields[0] == "error"]
            # The schema allows name tokens alone as ids of nodes, and ids of people are kept whatever they are.
            tokens = all(re.fullmatch(r"[\w.:-]+", id) for id in exports.ids)
            if errors and file.endswith(".graphml") and not tokens and "NMTOKEN" in errors[0]:
                return "not valid by the schema, as some ids of people are no name tokens"
            problems.expect_equal("errors", errors, [])
            nodes = [fields[1] for fields in lines if fields[0] == "node"]
            edges = [fields[1:] for fields in lines if fields[0] == "edge"]
            problems.expect_equal("nodes", len(nodes), len(exports.ids))
            problems.expect_equal("edges", len(edges), len(exports.document.ties))
            if not file.endswith(".graphml"):
                return exports.summary()
            values = collections.defaultdict(dict)
            for _, name, kind, text, *of in (fields for fields in lines if fields[0] == "value"):
                if len(of) == 1:
                    kind = {"int": int, "long": int, "double": float, "boolean": bool, "string": str}[kind]
                    values[of[0]][name] = text == "true" if kind is bool else kind(text)
            exports.expect_nodes(problems, {id: values[id] for id in nodes})
            return exports.summary() + ", valid by the schema"

        report.check(pathlib.Path(file), "jgrapht", check)


def check_graph_tool(all_exports, report):
    """The Python package graph-tool, of the system's Python."""
    probe = subprocess.run(["/usr/bin/python3", "-c", "import graph_tool"], capture_output=True)
    if probe.returncode != 0:
        return report.left_out("graph-tool (Python): not installed (apt-get install python3-graph-tool, 340 MB and more)")
    script = (
        "import graph_tool, json, sys\n"
        "for path in sys.argv[1:]:\n"
        "  g = graph_tool.load_graph(path)\n"
        "  ids, own, weight = g.vp['_graphml_vertex_id'], g.vp['own_score'], g.ep['weight']\n"
        "  print(json.dumps([path, [[ids[v], own[v].hex()] for v in g.vertices()],"
        " [weight[e].hex() for e in g.edges()], g.is_directed()]))\n"
    )
    files = {str(exports.path("graphml")): exports for exports in all_exports}
    output = subprocess.run(
        ["/usr/bin/python3", "-c", script, *files], capture_output=True, encoding="utf-8", check=True)
    for line in output.stdout.splitlines():
        path, nodes, weights, directed = json.loads(line)
        exports = files[path]

        def check(problems):
            problems.expect_equal("directed", directed, exports.document.directed)
            expected = [[id, values["own_score"].hex()] for id, values in zip(exports.ids, exports.values)]
            problems.expect_equal("own scores", nodes, expected)
            ties = [data["weight"].hex() for data in exports.document.ties.values()]
            problems.expect_names("weights", weights, ties)
            return exports.summary()

        report.check(pathlib.Path(path), "graph-tool", check)
