"""What the job comes to: tables, findings, and the files they are written to."""

from pyspark.sql import functions as F

from . import communities, findings, graphml, measured, measures, spread
from .events import Failure
from .layout import LEVEL, adaptive, steady
from .people import tier
from .reading import plain, table_of

_SPARK_TYPES = {"integer": "bigint", "number": "double", "boolean": "boolean", "text": "string"}

#: The columns of measures.csv, with their types.
_MEASURE_COLUMNS = (
    "period int, measure string, of string, on string, by string, weighted boolean, value double, expected double, "
    "sd double, p double, n bigint, p_high double, p_low double, draws int, missing string, z double, null string, "
    "seed bigint"
)


#: What our own columns begin with beside those of a file, and the one that has the order of people.
_OURS = "\x01"
_ORDER = _OURS + "order"


def _quoted(name):
    return "`" + name.replace("`", "``") + "`"


class Results:
    """The examination of a settled society."""

    def __init__(self, job, society, propagation):
        self.job, self.society, self.propagation = job, society, propagation
        self.options, self.log = job.options, job.log
        self.written = []

    def examine(self):
        """Divides, measures and sums up."""
        society, options, log = self.society, self.options, self.log
        with log.phase("splitting effects by layer"):
            society.people = self.propagation.results()
            society.public_noise = self.propagation.noise
        self.kinds = findings.column_kinds(society, society.people)
        self.combined = communities.combined(society, society.hub_degree)
        divisions = []
        if options.communities != "none":
            with log.phase("finding communities"):
                divisions.append(self._communities())
        for name in options.by:
            divisions.append(self._column(name))
        with log.phase("summing up scores"):
            self.own = spread.summary(society, "own")
            self.public = spread.summary(society, "pub")
            self.transitions = spread.transitions(society)
        with log.phase("measuring"):
            summaries = {"own": self.own, "pub": self.public}
            self.measured = measured.Measured(society, self.combined, divisions, summaries)
            self.rows = measures.rows(self.measured)
            self.groupings = measures.groupings(self.measured)

    def _communities(self):
        """Communities from ties alone: their numbers become a column of people."""
        society, options = self.society, self.options
        find = communities.labels if options.communities == "labels" else communities.components
        labelled, self.passes = find(society, self.combined)
        numbers = communities.numbered(society, labelled)
        if options.communities == "components":
            self.components, self.largest = numbers.of_two, numbers.largest
        return self._divided("community", "community", numbers, None)

    def _column(self, name):
        """The groups of a column of the society."""
        society = self.society
        lowered = [column.lower() for column in society.columns]
        if name.lower() not in lowered:
            found = ", ".join(f'"{column}"' for column in society.columns) or "none"
            raise Failure(64, [f'--by: there is no column "{name}"; the columns are {found}'])
        slot = lowered.index(name.lower())
        column, held = society.columns[slot], f"_a{slot}"
        missing = ["''"] if self.kinds[slot]["kind"] == "text" else ["''", "'NA'"]
        value = f"case when {held} not in ({','.join(missing)}) then {held} end as label"
        numbers = communities.numbered(society, society.people.selectExpr("i", value))
        if numbers.count == 0:
            raise Failure(64, [f'--by: nobody has a value in column "{column}"'])
        # A column called "community" must not be taken for the communities that were found.
        is_taken = self.options.communities != "none" and column.lower() == "community"
        return self._divided("input_" + column if is_taken else column, f"_g{slot}", numbers, society.checkpoint(numbers.names()))

    def _divided(self, by, label, numbers, names):
        society = self.society
        before = society.people
        society.people = society.checkpoint(communities.added(society, label, numbers)).persist(LEVEL)
        before.unpersist()
        numbers.forget()
        return measured.Grouping(by, label, names)

    def findings(self):
        """The findings of run.json."""
        society, people = self.society, self.society.people
        whole = {
            "name": self.name,
            "people": society.n,
            "scale": society.scale,
            "layers": findings.layer_findings(society, people),
            "tied_pairs": self.measured.pairs(),
            "isolated": society.n - self.measured.tied(),
            "columns": self.kinds,
        }
        if self.options.communities == "components":
            whole["components"] = self.components
            whole["largest_component"] = self.largest
        found = {
            "society": whole,
            "propagation": findings.propagation_findings(society, self.propagation, people),
            "without_layers": [],
            "own_scores": self.own,
            "public_scores": self.public,
            "tier_transitions": self.transitions,
            "groupings": self.groupings,
            "measures": self.rows,
            "segregation": [],
            "draws": 0,
            "notices": society.notices,
        }
        if self.options.communities != "none":
            quality = [row.get("value") for row in self.rows if row["measure"] == "modularity" and row["by"] == "community"]
            found["communities"] = {"resolution": 1.0, "passes": self.passes, "method": self.options.communities}
            if quality and quality[0] is not None:
                found["communities"]["modularity"] = quality[0]
        return found

    # Tables

    def write(self, folder):
        """Writes people, communities and measures as CSV and Parquet parts, and the graph of communities."""
        society = self.society
        adaptive(society.spark)
        with self.log.phase("writing tables") as phase:
            phase.numbers["people"] = society.n
            people, text = self._people()
            self._both(folder, "people", people.orderBy(_ORDER), text)
            if self.options.communities != "none":
                self._write_communities(folder)
            self._both(folder, "measures", table_of(society.spark, self.rows, _MEASURE_COLUMNS))
        steady(society.spark)

    def _write_communities(self, folder):
        society = self.society
        groups = communities.groups(self.measured, "community").drop("name").persist(LEVEL)
        self._both(folder, "communities", groups.orderBy("community"))
        between = communities.between(society, self.combined, "community")
        parts, name = folder + "/_graph", "communities.graphml"
        graphml.write(society, groups, between, parts, self._facts())
        self.job.files.rename(parts + "/" + self.job.files.parts(parts)[0], folder + "/" + name)
        self.job.files.delete(parts)
        self.written.append(name)
        groups.unpersist()

    def _both(self, folder, name, frame, text=None):
        """One table as CSV and as Parquet; `text`: columns that stand in CSV as they were read."""
        kept = [column for column in frame.columns if not column.startswith(_OURS)]
        written = [F.col(_quoted((text or {}).get(column, column))).alias(column) for column in kept]
        csv = {"header": True, "escape": '"', "emptyValue": "", "nullValue": ""}
        frame.select(*written).write.mode("overwrite").options(**csv).csv(f"{folder}/{name}.csv")
        frame.select(*[F.col(_quoted(column)) for column in kept]).write.mode("overwrite").parquet(f"{folder}/{name}.parquet")
        self.written += [f"{name}.csv", f"{name}.parquet"]

    def _people(self):
        """The columns of people.csv; and where those stand that keep their text."""
        society, active = self.society, self.propagation.active
        tiers = "array(" + ",".join("'" + name + "'" for name in society.scale["tier_names"]) + ")"
        columns = [
            ("id", "id"), ("own_score", "own"), ("network_score", "net"), ("friends_own_score", "friends"),
            ("public_score", "pub"), ("peer_effect", "pub - own"),
        ]
        columns += [(f"effect_{society.layers[l].name}", f"e{l}") for l in active]
        for number, layer in enumerate(society.layers):
            columns.append((f"degree_{layer.name}", f"coalesce(degree{number}, 0L)"))
            columns.append((f"strength_{layer.name}", f"coalesce(strength{number}, 0D)"))
        if self.options.communities != "none":
            columns.append(("community", "nullif(community, 0)"))
        columns.append(("tier_own", f"{tiers}[{tier(society.scale, 'own')}]"))
        columns.append(("tier_public", f"{tiers}[{tier(society.scale, 'pub')}]"))
        taken, text, frame = {name for name, _ in columns}, {}, society.people
        chosen = [F.expr(value).alias(name) for name, value in columns]
        for number, (name, kind) in enumerate(zip(society.columns, self.kinds)):
            while name in taken:
                name = "input_" + name
            taken.add(name)
            kept = f"_a{number}"
            typed = f"try_cast(nullif({kept}, 'NA') as {_SPARK_TYPES[kind['kind']]})" if kind["kind"] != "text" else kept
            chosen += [F.expr(typed).alias(name), F.col(kept).alias(f"{_OURS}text{number}")]
            text[name] = f"{_OURS}text{number}"
        return frame.select(F.col("i").alias(_ORDER), *chosen), text

    # What is told of the run

    def settings(self):
        """The settings as they came out, by name."""
        options, society = self.options, self.society
        shares = ",".join(f"{layer.name}={plain(layer.share)}" for layer in society.layers)
        settings = {
            "engine": "spark",
            "spark_version": society.spark.version,
            "partitions": str(society.layout.count),
            "society": options.society,
            "scale": society.scale["name"],
            "scores": options.scores,
            "missing_score": options.missing_score,
            "unknown_people": options.unknown_people,
            "amount": options.amount,
            "amount_unit": plain(options.amount_unit),
            "direction": options.direction,
            "self_ties": options.self_ties,
            "negative": options.negative,
            "model": "friedkin-johnsen",
            "susceptibility": self.propagation.susceptibility,
            "mix": options.mix,
            "isolates": options.isolates,
            "layer_weights": shares,
            "communities": options.communities,
            "permutations": "0",
        }
        if options.rounds is not None:
            settings["rounds"] = str(options.rounds)
        else:
            settings["tolerance"] = "1e-9 of the scale" if options.tolerance is None else plain(options.tolerance)
        for name in ("half_life", "as_of"):
            if getattr(options, name) is not None:
                settings[name] = str(getattr(options, name))
        if options.by:
            settings["by"] = ",".join(options.by)
        return settings

    def outputs(self):
        """The files of the folder."""
        content = {
            "people": "one row a person: scores, effects, community, tiers",
            "communities": "one row a community",
            "measures": "one row a measure",
            "communities.graphml": "communities and the ties between them",
        }
        listed = [{"name": "run.json", "content": "what was run, and every finding as data"}]
        for name in self.written:
            stem, _, kind = name.partition(".")
            what = content.get(name) or content[stem]
            listed.append({"name": name, "content": what if kind == "graphml" else f"{what}, parts ({kind})"})
        return listed

    def left_out(self):
        """What the engine on Spark does not work out, a sentence each."""
        return [
            "Random societies, local Moran, spectral segregation, Kendall's tau and the agreement of divisions are not "
            "worked out on Spark.",
            "graph.graphml and the files of single communities are not written on Spark.",
        ]

    def _facts(self):
        propagation = self.propagation
        return [
            ("name", self.name), ("scale", self.society.scale["name"]), ("model", "friedkin-johnsen"),
            ("rounds", propagation.round), ("error_bound", propagation.bound),
        ]

    @property
    def name(self):
        """What the society is called."""
        return self.options.name or self.options.society.rstrip("/").rsplit("/", 1)[-1]
