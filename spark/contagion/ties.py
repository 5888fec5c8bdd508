"""From records in files to ties: cleaning, amounts and times to weights, repeats, direction; each step counted.

The rules are those of the embedded engine (docs/scale.md): the same records are left out, merged and weighed, and the same
sentences tell of it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timezone

from pyspark.sql import functions as F

from .events import Failure
from .layout import LEVEL
from .reading import LARGEST, LEAST, counted, notice, plain, refuse

SOURCE_NAMES = ["source", "src", "from", "payer", "source_id", "node1"]
TARGET_NAMES = ["target", "dst", "to", "payee", "target_id", "node2"]
WEIGHT_NAMES = ["weight"]
AMOUNT_NAMES = ["amount", "value", "weight"]
TIME_NAMES = ["time", "timestamp", "date"]
LAYER_NAMES = ["layer"]
DAY = 86_400.0


@dataclass
class Layer:
    """One kind of ties: what is asked for, and what came out."""

    name: str
    file: str
    kind: str
    directed: bool
    share: object = None
    weighted: bool = False
    ties: int = 0
    arcs: int = 0
    weight: float = 0.0
    people: object = None
    table: object = None
    columns: dict = field(default_factory=dict)
    only: object = None

    @property
    def is_payment(self):
        return self.kind == "transaction"

    @property
    def has_values(self):
        return self.columns["value"] is not None

    @property
    def keeps_first(self):
        """Whether repeats collapse to one: ties without weights are there or not."""
        return not self.is_payment and not self.has_values


def columns_of(layer, notices):
    """Finds the columns of a file of ties, and tells which are not used."""
    table = layer.table
    layer.columns = {
        "source": table.required(SOURCE_NAMES, "one end of the tie"),
        "target": table.required(TARGET_NAMES, "the other end of the tie"),
        "value": table.column(AMOUNT_NAMES if layer.is_payment else WEIGHT_NAMES),
        "time": table.column(TIME_NAMES) if layer.is_payment else None,
        "layer": table.column(LAYER_NAMES),
    }
    unused = [f'"{name}"' for name in table.columns if name not in layer.columns.values()]
    if unused:
        text = f"columns not used in {layer.file}: {', '.join(unused)}"
        notices.append(notice("ignored", text, len(unused)))


def split_by_column(layer):
    """The layers that a `layer` column names, in the order of their first rows; the layer itself without one."""
    column = layer.columns["layer"]
    if column is None:
        return [layer]
    text = layer.table.text(column)
    rows = (
        layer.table.frame.groupBy(F.expr(text).alias("name")).agg(F.min("_place").alias("place")).orderBy("place")
    ).limit(1001)
    names = [row.name for row in rows.collect()]
    for name in names:
        if not name or not name.isascii() or not all(character.isalnum() or character in "-_" for character in name):
            sentence = f'"{name or ""}" is not a layer\'s name; letters, digits, - and _ were expected'
            raise Failure(65, [f'{layer.file}, column "{column}": {sentence}'])
    if len(names) > 1000:
        raise Failure(65, [f"{layer.file}: there are more than 1000 layers"])
    split = []
    for name in names:
        one = Layer(name, layer.file, layer.kind, layer.directed, layer.share, table=layer.table, columns=layer.columns)
        one.only = f"{text} = '" + name + "'"
        split.append(one)
    return split or [layer]


def moment(text):
    """The Unix seconds of `--as-of`."""
    try:
        return float(text)
    except ValueError:
        pass
    try:
        time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        sentence = "Unix seconds or an ISO 8601 date such as 2025-12-31 was expected"
        raise Failure(64, [f"--as-of: '{text}' is not a time; {sentence}"]) from None
    return (time if time.tzinfo else time.replace(tzinfo=timezone.utc)).timestamp()


def moment_text(value):
    """A time as it is told: a date, with the time of day unless that is midnight."""
    time = datetime.fromtimestamp(int(value // 1), timezone.utc)
    return time.strftime("%Y-%m-%d") if value // 1 % DAY == 0 else time.strftime("%Y-%m-%dT%H:%M:%SZ")


class Records:
    """The records of one layer, with numbers for people; problems are told, and what is left out is counted."""

    def __init__(self, layer, ids, options, as_of, few_people, knows_everyone):
        """`ids`: `(id, i)`, i = -1 for people who were left out. `knows_everyone`: whether there is a people file."""
        self.layer, self.options, self.knows_everyone = layer, options, knows_everyone
        table, columns = layer.table, layer.columns
        frame = table.frame if layer.only is None else table.frame.where(layer.only)
        value = table.number(columns["value"]) if layer.has_values else "cast(null as double)"
        time = table.seconds(columns["time"]) if columns["time"] else "cast(null as double)"
        rows = frame.selectExpr(
            f"{table.text(columns['source'])} as source",
            f"{table.text(columns['target'])} as target",
            f"{value} as value",
            f"{time} as time",
            f"{self._problem(table, value, time, as_of)} as problem",
        )
        shown = [columns["value"], columns["time"]]
        texts = [table.text(column) if column else "''" for column in shown]
        self._wrong = frame.selectExpr(
            f"{table.text(columns['source'])} as source", f"{table.text(columns['target'])} as target",
            f"{texts[0]} as value_text", f"{texts[1]} as time_text",
            f"{self._problem(table, value, time, as_of)} as problem", "_place",
        ).where("problem > 0")
        self.as_of = as_of
        for end, number in (("source", "u"), ("target", "v")):
            known = ids.select(F.col("id").alias(end), F.col("i").alias(number))
            rows = rows.join(F.broadcast(known) if few_people else known, end, "left")
        self.rows = rows

    def _problem(self, table, value, time, as_of):
        """The number of the first problem of a row, 0 for none: an SQL expression."""
        columns, options = self.layer.columns, self.options
        source, target = table.text(columns["source"]), table.text(columns["target"])
        cases = [("_bad", 1), (f"{source} is null or {source} = ''", 2), (f"{target} is null or {target} = ''", 3)]
        if columns["value"]:
            missing = table.is_missing(columns["value"])
            if not self.layer.is_payment:
                cases.append((missing, 4))
            cases.append((f"not {missing} and (({value}) is null or isnan({value}))", 5))
            cases.append((f"abs({value}) > {LARGEST!r}D", 6))
            cases.append((f"({value}) != 0D and abs({value}) < {LEAST!r}D", 7))
            if options.negative == "error":
                cases.append((f"({value}) < 0D", 8))
        if columns["time"]:
            cases.append((f"not {table.is_missing(columns['time'])} and ({time}) is null", 9))
            if as_of is not None:
                cases.append((f"({time}) > {as_of!r}D", 10))
        return "case " + " ".join(f"when {test} then {number}" for test, number in cases) + " else 0 end"

    def _refuse_problems(self, count):
        """Stops because rows cannot be read; the first in the file are told."""
        refuse(self._wrong.orderBy("_place").limit(20).collect(), self._sentence, count)

    def _sentence(self, row):
        layer, columns = self.layer, self.layer.columns
        ends = f'"{row.source or ""}" to "{row.target or ""}"'
        if row.problem == 1:
            return f"{layer.file}, {ends}: the row has not as many fields as the header"
        if row.problem in (2, 3):
            column = columns["source" if row.problem == 2 else "target"]
            return f'{layer.file}, column "{column}": the id is empty; a person\'s id was expected ({ends})'
        text = row.time_text if row.problem in (9, 10) else row.value_text
        column = columns["time" if row.problem in (9, 10) else "value"]
        sentence = {
            4: "the weight is missing; a number of 0 or more was expected",
            5: f'"{text}" is not a number; a number of 0 or more was expected',
            6: f'"{text}" is too large; a number of 0 or more was expected',
            7: f'"{text}" is too small; 0 or a number from {plain(LEAST)} up was expected',
            8: f"{text} is negative; 0 or more was expected (--negative drop or absolute accepts it)",
            9: f'"{text}" is not a time; Unix seconds or an ISO 8601 date was expected',
            10: f'"{text}" is after {moment_text(self.as_of or 0)}, the moment given with --as-of',
        }[row.problem]
        return f'{layer.file}, column "{column}": {sentence} ({ends})'

    def _refuse_unknown(self):
        """Stops because a tie names somebody who is not in the people file."""
        unknown = self.rows.where("u is null or v is null")
        rows = unknown.selectExpr("case when u is null then source else target end as id").distinct().orderBy("id")
        found = rows.limit(21).collect()
        refuse(found, lambda row: f'{self.layer.file}: "{row.id}" is not the id of anyone in the people file')

    def numbered(self):
        """Keeps the records as numbers, and counts what the rules leave out."""
        options, layer = self.options, self.layer
        negative = "coalesce(value < 0D, false)"
        self.kept = self.rows.selectExpr(
            "u", "v", "problem > 0 as bad", "problem = 0 and (u is null or v is null) as unknown",
            f"problem = 0 and u is not null and v is not null and {negative} as negative",
            "abs(value) as value", "time",
        ).persist(LEVEL)
        gone = "unknown or negative" if options.negative == "drop" else "unknown"
        here = f"not (bad or {gone}) and u >= 0 and v >= 0"
        weight = self.weight()
        self_tie = f"{here} and u = v" if options.self_ties == "drop" else "false"
        counts = self.kept.agg(
            F.expr("count_if(bad)").alias("bad"), F.expr("count_if(unknown)").alias("unknown"),
            F.expr("count_if(negative)").alias("negative"),
            F.expr(f"count_if({here})").alias("records"),
            F.expr(f"count_if({self_tie})").alias("self_ties"),
            F.expr(f"count_if({here} and not ({self_tie}) and {weight} = 0D)").alias("zeros"),
            F.expr(f"count_if({here} and value is null)").alias("amounts"),
            F.expr(f"count_if({here} and time is null)").alias("times"),
            F.expr(f"max(case when {here} then time end)").alias("latest"),
        ).first()
        self.here = f"{here} and not ({self_tie}) and {weight} > 0D"
        if counts["bad"]:
            self._refuse_problems(counts["bad"])
        if counts["unknown"] and options.unknown_people == "error" and self.knows_everyone:
            self._refuse_unknown()
        return counts

    def weight(self):
        """What a record adds before it fades: an SQL expression."""
        if not self.layer.has_values:
            return "1D"
        if not self.layer.is_payment:
            return "value"
        rule = {
            "count": "1D",
            "amount": "value",
            "log": f"log1p(least(value / {self.options.amount_unit!r}D, 1.7976931348623157E308D))",
        }[self.options.amount]
        return f"case when value is null then 1D else {rule} end"

    def arcs(self, number, notices):
        """The arcs of the layer, not merged yet: `(i, j, l, w, r)`, w faded from the moment of the society, r from the
        latest payment of the person; and how many records they are made of.
        """
        layer, options = self.layer, self.options
        counts = self.numbered()
        told = self._told(counts, notices)
        weight = self.weight()
        rows = self.kept.where(self.here)
        if told is None:
            rows = rows.selectExpr("u", "v", f"{weight} as f", "0D as age")
        else:
            age = f"coalesce(({told!r}D - time) / {options.half_life * DAY!r}D, 0D)"
            rows = rows.selectExpr("u", "v", f"{weight} as f", f"{age} as age")
        both = options.direction == "both" if layer.is_payment else not layer.directed
        layer.directed = not both
        turned = layer.is_payment and options.direction == "payee"
        forward = rows.selectExpr("v as i", "u as j", "f", "age") if turned else rows.selectExpr("u as i", "v as j", "f", "age")
        arcs = forward.unionAll(rows.where("u != v").selectExpr("v as i", "u as j", "f", "age")) if both else forward
        if told is None:
            made = counts["records"] - counts["self_ties"] - counts["zeros"]
            arcs = arcs.selectExpr("i", "j", f"{number} as l", "f as w", "f as r")
        else:
            made = rows.where(f"f * pow(2D, -age) >= {LEAST!r}D").count()
            youngest = arcs.groupBy(F.col("i").alias("_i")).agg(F.min("age").alias("youngest"))
            arcs = arcs.join(youngest, arcs["i"] == youngest["_i"])
            arcs = arcs.selectExpr(
                "i", "j", f"{number} as l", "f * pow(2D, -age) as w", "f * pow(2D, youngest - age) as r"
            )
            cut = f"case when w >= {LEAST!r}D then w else 0D end as w"
            arcs = arcs.selectExpr("i", "j", "l", cut, f"case when r >= {LEAST!r}D then r else 0D end as r")
            arcs = arcs.where("w > 0D or r > 0D")
        return arcs, counts, made

    def _told(self, counts, notices):
        """Tells what the rules left out; returns the moment that payments fade from, or `None`."""
        layer, options, file = self.layer, self.options, self.layer.file
        if counts["negative"]:
            text = counted(counts["negative"], "negative value")
            dropped = options.negative == "drop"
            what = "left out" if dropped else "counted without the sign"
            notices.append(notice("dropped" if dropped else "changed", f"{text} {what} ({file})", counts["negative"]))
        if counts["unknown"]:
            text = counted(counts["unknown"], "tie") + " with people who are not in the people file left out"
            notices.append(notice("dropped", f"{text} ({file})", counts["unknown"]))
        if counts["self_ties"]:
            text = counted(counts["self_ties"], "self-tie")
            notices.append(notice("dropped", f"{text} left out ({file})", counts["self_ties"]))
        if counts["zeros"]:
            text = counted(counts["zeros"], "record")
            notices.append(notice("dropped", f"{text} of weight 0 left out ({file})", counts["zeros"]))
        if not layer.is_payment:
            return None
        if layer.has_values and counts["amounts"]:
            text = counted(counts["amounts"], "payment")
            notices.append(notice("assumed", f"{text} without an amount weigh 1 each ({file})", counts["amounts"]))
        if options.half_life is None:
            return None
        if layer.columns["time"] and 0 < counts["times"] < counts["records"]:
            text = counted(counts["times"], "payment")
            notices.append(notice("assumed", f"{text} without a time do not fade ({file})", counts["times"]))
        if counts["latest"] is None:
            text = f"payments in {file} have no times, so the half-life does nothing there"
            notices.append(notice("ignored", text))
            return None
        if self.as_of is None:
            text = f"payments in {file} fade as of {moment_text(counts['latest'])}, the latest one"
            notices.append(notice("assumed", text))
            return counts["latest"]
        return self.as_of


def merged_notice(layer, counts, made, entries):
    """What merging did: too old payments, repeats collapsed or added."""
    told = []
    whole = counts["records"] - counts["self_ties"] - counts["zeros"]
    if made < whole:
        text = counted(whole - made, "payment") + " too old or too small to weigh anything beside others"
        told.append(notice("dropped", f"{text} ({layer.file})", whole - made))
    merged = made - entries
    if merged > 0:
        if layer.is_payment:
            text = f"{counted(made, 'payment')} added up into {counted(entries, 'tie')} ({layer.file})"
        elif layer.keeps_first:
            text = f"{counted(merged, 'repeated tie')} collapsed into the first ({layer.file})"
        else:
            text = f"{counted(merged, 'repeated tie')} added to the first ({layer.file})"
        told.append(notice("merged", text, merged))
    return told
