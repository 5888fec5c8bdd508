"""Tables as they stand in files: Parquet or CSV, with the same names of columns and the same rules for values."""

import json
import re
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

from .events import Failure
from .hadoop import first_line

#: How many problems are told one by one.
PROBLEM_LIMIT = 20
#: The largest number that is read, and the smallest weight of a tie.
LARGEST, LEAST = 1e100, 1e-100

NUMBER = r"^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"
_TIME = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?$"
)


@dataclass
class Table:
    """Rows of a file: the columns as written, and `_place`, which puts rows in the order of the file.

    In the frame columns are called `_c0`, `_c1` ..., so that no name from a file meets one of ours.
    """

    name: str
    frame: DataFrame
    columns: list
    types: dict

    def column(self, names):
        """The column with one of some names, in the order of names, letter case ignored; or `None`."""
        lowered = {column.lower(): column for column in reversed(self.columns)}
        return next((lowered[name] for name in names if name in lowered), None)

    def required(self, names, role):
        column = self.column(names)
        if column is None:
            found = ", ".join(f'"{column}"' for column in self.columns)
            also = "" if len(names) == 1 else "; also understood: " + ", ".join(names[1:])
            raise Failure(
                65, [f'{self.name}: there is no column "{names[0]}" ({role}); the header has {found}{also}']
            )
        return column

    def inner(self, column):
        """What the column is called in the frame."""
        return f"_c{self.columns.index(column)}"

    def text(self, column):
        """The column's text, as an SQL expression; missing is missing."""
        quoted = self.inner(column)
        return f"trim({quoted})" if self.types[column] == "string" else f"cast({quoted} as string)"

    def is_missing(self, column):
        return f"({self.text(column)} is null or {self.text(column)} in ('', 'NA'))"

    def number(self, column):
        """The column's number: missing where the text is none. An SQL expression."""
        quoted = self.inner(column)
        if self.types[column] != "string":
            return f"cast({quoted} as double)"
        text = self.text(column)
        return f"case when {text} rlike '{NUMBER}' then cast({text} as double) end"

    def seconds(self, column):
        """The column's time in Unix seconds; without a zone it is UTC. An SQL expression."""
        quoted = self.inner(column)
        if self.types[column] in ("timestamp", "timestamp_ntz", "date"):
            return f"unix_micros(cast({quoted} as timestamp)) / 1e6D"
        if self.types[column] != "string":
            return _in_range(f"cast({quoted} as double)")
        return seconds(self.text(column))


def seconds(text):
    """The Unix seconds that an SQL expression of text stands for, missing if it is no time."""
    # Spark wants seconds before a zone.
    whole = f"regexp_replace(upper({text}), '([T ][0-9]{{2}}:[0-9]{{2}})(Z|[+-])', '$1:00$2')"
    return (
        f"case when {text} rlike '{NUMBER}' then {_in_range(f'cast({text} as double)')} "
        f"when {text} rlike '{_TIME}' then unix_micros(cast({whole} as timestamp)) / 1e6D end"
    )


def _in_range(number):
    """Unix seconds of the years 0 to 9999, which catches milliseconds; an SQL expression."""
    return f"case when {number} >= -62167219200D and {number} < 253402300800D then {number} end"


def read(spark, url, name):
    """The table in a file or a folder of files; `_place` is the order of rows in files, files in the order of names."""
    is_parquet = url.rstrip("/").lower().endswith(".parquet")
    try:
        if is_parquet:
            frame = spark.read.parquet(_literal(url))
            bad = F.lit(False)
        else:
            plain = {"header": True, "escape": '"', "mode": "PERMISSIVE", "sep": _separator(spark, url)}
            trimmed = {"ignoreLeadingWhiteSpace": True, "ignoreTrailingWhiteSpace": True}
            names = spark.read.options(**plain, **trimmed).csv(_literal(url)).columns
            fields = [T.StructField(column, T.StringType()) for column in names]
            schema = T.StructType([*fields, T.StructField("_broken", T.StringType())])
            reader = spark.read.options(**plain, **trimmed, columnNameOfCorruptRecord="_broken", enforceSchema=True)
            frame = reader.schema(schema).csv(_literal(url))
            bad = F.col("_broken").isNotNull()
    except Exception as error:
        if type(error).__name__ != "AnalysisException":
            raise
        raise Failure(66, [f"{name}: {first_line(error)}"]) from error
    columns = [column for column in frame.columns if column != "_broken"]
    if not columns:
        raise Failure(65, [f"{name}: the file is empty; a header line was expected"])
    seen = set()
    for column in columns:
        if column.lower() in seen:
            raise Failure(65, [f'{name}: the header names column "{column}" twice'])
        seen.add(column.lower())
    types = dict(frame.dtypes)
    quoted = [F.col("`" + column.replace("`", "``") + "`").alias(f"_c{place}") for place, column in enumerate(columns)]
    place = F.struct(F.input_file_name(), F.input_file_block_start(), F.monotonically_increasing_id())
    frame = frame.select(*quoted, bad.alias("_bad"), place.alias("_place"))
    return Table(name, frame, columns, types)


def _literal(url):
    """A path that stands for itself, whatever characters it has."""
    return re.sub(r"([{}\[\]*?\\])", r"\\\1", url)


def _separator(spark, url):
    """What stands between the fields of a CSV file, by its first line."""
    first = spark.read.text(_literal(url)).limit(1).collect()
    line = first[0].value if first else ""
    return next((mark for mark in (",", "\t", ";") if mark in line), ",")


def table_of(spark, rows, schema):
    """A small table of values that are at hand, without any work of Python on executors."""
    text = json.dumps(rows, ensure_ascii=True, allow_nan=False)
    fields = ", ".join("`{}`: {}".format(*field.split()) for field in schema.split(", "))
    return spark.range(0, 1, 1, 1).select(F.inline(F.from_json(F.lit(text), f"array<struct<{fields}>>")))


def refuse(rows, sentence, total=None):
    """Stops with the problems that rows stand for; more than twenty are counted."""
    problems = [sentence(row) for row in rows[:PROBLEM_LIMIT]]
    if total is not None and total > len(problems):
        problems.append(f"and {total - len(problems)} more")
    elif len(rows) > len(problems):
        problems.append("and more")
    if problems:
        raise Failure(65, problems)


def plain(value):
    """The shortest text of a number, without a trailing `.0`."""
    if value is None:
        return ""
    text = repr(float(value))
    return text[:-2] if text.endswith(".0") else text


def counted(count, noun):
    return f"{count} {noun}{'' if count == 1 else 's'}"


def notice(kind, text, count=1):
    return {"kind": kind, "count": count, "text": text}
