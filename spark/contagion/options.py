"""The job's command line. Names and meanings are those of graph-tool; see docs/scale.md."""

import argparse
import json

from .events import Failure


class _Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Failure(64, [message])


def _layer(text):
    name, _, rest = text.partition("=")
    url, *settings = rest.split(";")
    layer = {"name": name, "url": url, "kind": "transaction" if name == "transaction" else "friendship"}
    layer["directed"], layer["share"] = False, None
    for setting in settings:
        key, _, value = setting.partition("=")
        if key == "kind" and value in ("friendship", "transaction"):
            layer["kind"] = value
        elif key == "directed" and value in ("true", "false"):
            layer["directed"] = value == "true"
        elif key == "share":
            layer["share"] = float(value)
        else:
            raise argparse.ArgumentTypeError(f"'{setting}' of layer {name} is not understood")
    if not name or not url:
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=URL")
    return layer


def _shares(text):
    shares = {}
    for part in text.split(","):
        name, _, value = part.partition("=")
        shares[name] = float(value)
        if shares[name] < 0:
            raise argparse.ArgumentTypeError(f"the weight of layer {name} is below 0")
    return shares


def parse(arguments):
    """The options as values; raises a failure with code 64 for what is not understood."""
    parser = _Parser(prog="analyze.py", description=__doc__, allow_abbrev=False)
    add = parser.add_argument
    add("society", help="folder with people.parquet or people.csv, friendships.*, transactions.*")
    add("-o", "--output", help="folder for the results, any URL that Hadoop writes")
    add("--force", action="store_true", help="replace results that exist")
    add("--fetch", help="local folder that gets a copy of the results")
    add("--fetch-record", action="store_true", help="copy run.json alone")
    add("--name", help="the society's name")
    add("--people", help="the people file; otherwise found by its name")
    add("--layer", action="append", type=_layer, help="NAME=URL;kind=...;directed=...;share=...")
    add("--scale")
    add("--score-column")
    add("--scorecard", type=json.loads, help="a scorecard as JSON")
    add("--scores", choices=["given", "synthetic"], default="given")
    add("--missing-score", choices=["error", "drop", "mean"], default="error")
    add("--unknown-people", choices=["error", "add", "drop"], default="error")
    add("--amount", choices=["count", "amount", "log"], default="log")
    add("--amount-unit", type=float, default=1.0)
    add("--half-life", type=float, help="days")
    add("--as-of", help="Unix seconds or ISO 8601")
    add("--direction", choices=["both", "payer", "payee"], default="both")
    add("--self-ties", choices=["drop", "keep"], default="drop")
    add("--negative", choices=["error", "drop", "absolute"], default="error")
    add("--susceptibility", help="a number, a column, or degree")
    add("--susceptibility-of-society", help="the same, as a wish of society.yaml")
    add("--mix", choices=["per-layer", "pooled"], default="per-layer")
    add("--layer-weights", type=_shares)
    add("--isolates", choices=["keep", "floor"], default="keep")
    add("--tolerance", type=float, help="error bound to reach, in points")
    add("--rounds", type=int, help="exactly so many rounds instead")
    add("--max-rounds", type=int, default=100_000)
    add("--communities", choices=["labels", "components", "none"], default="labels")
    add("--by", action="append", default=[], help="a column to measure groups by")
    add("--seed", type=int, default=1)
    add("--partitions", type=int)
    add("--checkpoint", help="folder for checkpoints, seen by all executors")
    add("--broadcast-limit", type=int, default=10_000_000, help="up to so many people all scores go to every executor")
    add("--hub-degree", type=int, help="whoever has more ties is dealt out over partitions")
    add("--tool-version", default="")
    add("--command-line", type=json.loads)
    add("--notices", type=json.loads, default=[])
    options = parser.parse_args(arguments)
    if options.tolerance is not None and options.rounds is not None:
        raise Failure(64, ["--tolerance and --rounds exclude each other"])
    for name in ("amount_unit", "half_life", "tolerance", "partitions", "max_rounds", "hub_degree"):
        value = getattr(options, name)
        if value is not None and not value > 0:
            raise Failure(64, [f"--{name.replace('_', '-')} is {value}; a number above 0 was expected"])
    if options.rounds is not None and options.rounds < 0:
        raise Failure(64, [f"--rounds is {options.rounds}; a number of rounds, 0 or more, was expected"])
    return options
