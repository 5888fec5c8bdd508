"""The graph of communities as GraphML, made of lines on the cluster."""

from pyspark.sql import functions as F

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
#: What a node carries, as the columns of `communities.csv`.
NODE_COLUMNS = [
    ("community", "int"), ("people", "int"), ("mean_own_score", "double"), ("mean_public_score", "double"),
    ("sd_own_score", "double"), ("sd_public_score", "double"), ("lowest_public_score", "double"),
    ("highest_public_score", "double"), ("ties_within", "int"), ("ties_outside", "int"), ("weight_within", "double"),
    ("weight_outside", "double"), ("closure", "double"),
]
EDGE_COLUMNS = [("weight", "double"), ("ties", "int")]


def plain(column):
    """A number as text without what Java adds: `1` for `1.0`, `1e-07` for `1.0E-7`; an SQL expression."""
    text = f"regexp_replace(cast({column} as string), '[.]0(E|$)', '$1')"
    return f"regexp_replace(regexp_replace({text}, 'E(-?)([0-9])$', 'e$10$2'), 'E', 'e')"


def escaped(text):
    """Text as XML content."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    for code in (9, 10, 13):
        text = text.replace(chr(code), f"&#{code};")
    return "".join("\ufffd" if character < " " or character in "\ufffe\uffff" else character for character in text)


def _data(prefix, columns):
    """The `<data>` of a row, without those that are missing: SQL expressions."""
    for name, kind in columns:
        value = plain(f"`{name}`") if kind == "double" else f"cast(`{name}` as string)"
        yield f"""'<data key="{prefix}{name}">' || {value} || '</data>'"""


def _kind(value):
    return "int" if isinstance(value, int) else "double" if isinstance(value, float) else "string"


def head(facts):
    """Everything in front of the first node. `facts`: names and values that the graph itself carries; `None` is left out."""
    facts = [(name, value) for name, value in facts if value is not None]
    text = HEAD
    keys = [("g_", "graph", name, _kind(value)) for name, value in facts]
    keys += [("v_", "node", name, kind) for name, kind in NODE_COLUMNS]
    keys += [("e_", "edge", name, kind) for name, kind in EDGE_COLUMNS]
    for prefix, domain, name, kind in keys:
        text += f'<key id="{prefix}{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    text += '<graph edgedefault="undirected">'
    for name, value in facts:
        shown = repr(value) if isinstance(value, float) else str(value)
        shown = shown[:-2] if isinstance(value, float) and shown.endswith(".0") else shown
        text += f'\n<data key="g_{name}">{escaped(shown)}</data>'
    return text


def write(society, groups, between, path, facts):
    """Writes one text file into the folder `path`, which must not exist; the caller gives the file its name.

    - `groups`: see `communities.groups`; `between`: see `communities.between`.
    - `facts`: what the graph says of itself, as pairs `[("name", ...), ("scale", ...), ("model", ...), ("rounds", 21),
      ("error_bound", 2.6e-7)]`; whole numbers, numbers and texts.
    """
    parts = "cast({} as int) as part, cast({} as int) as a, cast({} as int) as b"
    node = ", ".join(["""'<node id="' || community || '">'""", *_data("v_", NODE_COLUMNS), "'</node>'"])
    edge = """'<edge source="' || a || '" target="' || b || '">'"""
    edge = ", ".join([edge, *_data("e_", EDGE_COLUMNS), "'</edge>'"])
    nodes = groups.selectExpr(*parts.format(1, "community", 0).split(", "), f"concat_ws('', {node}) as value")
    edges = between.selectExpr(*parts.format(2, "a", "b").split(", "), f"concat_ws('', {edge}) as value")
    lines = nodes.unionAll(edges)
    for part, text in ((0, head(facts)), (3, "</graph>\n</graphml>")):
        ends = [F.lit(part).alias("part"), F.lit(0).alias("a"), F.lit(0).alias("b"), F.lit(text).alias("value")]
        lines = lines.unionAll(society.spark.range(1).select(*ends))
    # One file, in order; whatever its size, it is sorted on disk where memory ends.
    lines.repartition(1).sortWithinPartitions("part", "a", "b").select("value").write.text(path)
