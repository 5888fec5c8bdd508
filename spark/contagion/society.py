"""A society on the cluster: people with numbers and own scores, ties in their partitions, what was merged and dropped."""

import math

from pyspark.sql import functions as F

from . import people as persons
from .events import Failure
from .layout import LEVEL, Layout, steady
from .network import Network
from .people import OwnScores, indexed
from .reading import notice, read, refuse
from .ties import Layer, Records, columns_of, merged_notice, moment, split_by_column

#: About how many arcs a partition holds, and from how many partitions on it holds more.
ARCS_A_PARTITION = 2_500_000
MANY_PARTITIONS = 1000
#: Up to so many people their ids go to every executor.
FEW_PEOPLE = 1_000_000


class Society:
    """What the job works on. `people` has the columns q, i, id, own and the society's own columns as text."""

    def __init__(self, spark, files, options, log, checkpoint):
        self.spark, self.files, self.options, self.log, self.checkpoint = spark, files, options, log, checkpoint
        self.notices = list(options.notices)

    # Where the files are

    def _found(self, *names):
        """The first of some files that is there, in the society's folder."""
        for name in names:
            url = self.options.society.rstrip("/") + "/" + name
            if self.files.exists(url):
                return url
        return None

    def _sources(self):
        """The people file, or `None`, and the layers' files."""
        options = self.options
        usual = [".parquet", ".csv", ".csv.gz"]
        people = options.people
        if people is None and not options.layer:
            people = self._found(*["people" + end for end in usual])
            if people is None:
                self.notices.append(notice("assumed", "there is no people file: people are those who have ties"))
        layers = options.layer
        if not layers:
            layers = []
            for name, stem in (("friendship", "friendships"), ("transaction", "transactions")):
                url = self._found(*[stem + end for end in usual])
                if url is not None:
                    layers.append({"name": name, "url": url, "kind": name, "directed": False, "share": None})
        if not layers:
            text = f"{options.society}: there is neither friendships.csv nor transactions.csv, also no .parquet of them"
            raise Failure(66, [text + "; name files with --layer NAME=URL"])
        return people, layers

    # Reading

    def read(self):
        """Reads everything. Raises what is wrong with it."""
        with self.log.phase("looking at files") as phase:
            people_url, sources = self._sources()
            table = None if people_url is None else read(self.spark, people_url, _last(people_url))
            layers = []
            for source in sources:
                layer = Layer(
                    source["name"], _last(source["url"]), source["kind"], source["directed"], source["share"],
                    table=read(self.spark, source["url"], _last(source["url"])),
                )
                columns_of(layer, self.notices)
                layers += split_by_column(layer)
            names = [layer.name.lower() for layer in layers]
            for layer in layers:
                if names.count(layer.name.lower()) > 1:
                    raise Failure(65, [f'{layer.file}: layer "{layer.name}" comes twice; one file was expected'])
            urls = [people_url, *[one["url"] for one in sources]]
            phase.numbers["bytes"] = sum(self.files.size(url) for url in urls if url)
        self.layers = layers
        as_of = None if self.options.as_of is None else moment(self.options.as_of)
        self._read_people(table)
        self._read_ties(as_of)

    def _read_people(self, table):
        options = self.options
        self.table = table
        with self.log.phase("reading people") as phase:
            own = OwnScores(table, options)
            if table is None:
                frame = self._met_in_ties(None)
                self.columns = []
            else:
                column = table.required(persons.ID_NAMES, "who the person is")
                table.frame = table.frame.persist(LEVEL)
                persons.distinct_ids(table, column)
                self.columns = [name for name in table.columns if name != column]
                frame = table.frame.withColumn("id", F.expr(table.text(column)))
            frame = own.added(frame)
            if table is not None and options.unknown_people == "add":
                frame = self._with_strangers(frame)
            self.notices += own.notices
            frame, dropped = self._filled(frame, own, table)
            text = [
                F.expr("_missing" if name not in table.columns else table.text(name)).alias(f"_a{number}")
                for number, name in enumerate(self.columns)
            ]
            kept = frame.select("_place", "id", "own", *text)
            if dropped is not None:
                dropped = dropped.select("id").withColumn("i", F.lit(-1))
            numbered, self.n = indexed(kept, "_place", self.checkpoint)
            if own.is_synthetic:
                numbered = own.invented(numbered)
            if self.n == 0:
                raise Failure(65, ["there is nobody" if table is None else f"{table.name}: nobody has an own score"])
            if table is not None:
                table.frame.unpersist()
            self.numbered = numbered.drop("_place")
            ids = self.numbered.select("id", "i")
            self.ids = ids if dropped is None else ids.unionByName(dropped)
            self.scale = own.scale
            phase.numbers["people"] = self.n

    def _met_in_ties(self, known):
        """The ids that stand in ties, in the order in which they are met; without those who are known."""
        met, files = None, []
        for layer in self.layers:
            table, columns = layer.table, layer.columns
            # Row by row through a file, whatever layers its rows belong to.
            if table not in files:
                files.append(table)
            number = files.index(table)
            frame = table.frame if layer.only is None else table.frame.where(layer.only)
            for end, column in enumerate((columns["source"], columns["target"])):
                ids = frame.selectExpr(f"{table.text(column)} as id", f"struct({number}, _place, {end}) as _place")
                met = ids if met is None else met.unionAll(ids)
        met = met.where("id is not null and id != ''").groupBy("id").agg(F.min("_place").alias("_place"))
        return met if known is None else met.join(known.select("id"), "id", "left_anti")

    def _with_strangers(self, frame):
        """People met only in ties, behind the others."""
        strangers = self._met_in_ties(frame)
        count = strangers.count()
        if count == 0:
            return frame
        text = f"{count} id{'' if count == 1 else 's'} met only in ties added as people (--unknown-people add)"
        self.notices.append(notice("changed", text, count))
        frame = frame.withColumn("_place", F.expr("struct(0, struct(-1, _place, 0))"))
        strangers = strangers.selectExpr("id", "struct(1, struct(_place.col1, _place._place, _place.col3)) as _place")
        inner = [self.table.inner(name) for name in self.columns]
        kept = frame.select("id", "_place", "own", *inner)
        types = dict(kept.dtypes)
        nothing = [F.lit(None).cast(types[name]).alias(name) for name in inner]
        return kept.unionAll(strangers.select("id", "_place", F.lit(None).cast("double").alias("own"), *nothing))

    def _filled(self, frame, own, table):
        """People without a score by the rule; and who was left out, or `None`."""
        options = self.options
        if own.is_synthetic:
            return frame, None
        missing = frame.where("own is null")
        count = missing.count()
        if count == 0:
            return frame, None
        file = "" if table is None else table.name + ": "
        if options.missing_score == "error":
            rows = missing.orderBy("_place").limit(20).collect()
            sentence = "has no own score (--missing-score drop or mean accepts it)"
            refuse(rows, lambda row: f'{file}"{row.id}" {sentence}', count)
        if options.missing_score == "drop":
            who = "person" if count == 1 else "people"
            text = f"{count} {who} without an own score left out, with their ties"
            self.notices.append(notice("dropped", text, count))
            return frame.where("own is not null"), missing
        # Decimals add up to the same in any order.
        exact = F.expr("cast(sum(cast(own as decimal(38, 12))) as double) / count(own)")
        known = frame.where("own is not null").agg(F.coalesce(exact, F.avg("own"))).first()[0]
        if known is None:
            raise Failure(65, [f"{file}nobody has an own score"])
        scores = "score" if count == 1 else "scores"
        self.notices.append(notice("changed", f"{count} missing own {scores} set to the mean of the others", count))
        name = "score_missing"
        while name.lower() in [column.lower() for column in self.columns]:
            name = "own_" + name
        frame = frame.withColumn("_missing", F.expr("cast(own is null as string)")).fillna({"own": known})
        self.columns.append(name)
        return frame, None

    def _read_ties(self, as_of):
        options = self.options
        with self.log.phase("reading ties") as phase:
            few = self.n <= FEW_PEOPLE
            has_file = self.table is not None
            records = [Records(layer, self.ids, options, as_of, few, has_file) for layer in self.layers]
            told, arcs = [], None
            for number, one in enumerate(records):
                notices = []
                frame, counts, made = one.arcs(number, notices)
                told.append((notices, counts, made))
                frame = frame.select("i", "j", F.col("l").cast("int").alias("l"), "w", "r")
                arcs = frame if arcs is None else arcs.unionAll(frame)
            raw = sum((1 if layer.directed else 2) * made for layer, (_, _, made) in zip(self.layers, told))
            phase.numbers["ties"] = raw
        with self.log.phase("building rows") as phase:
            self._lay(arcs, raw)
            kinds = self._merge(arcs, raw)
            for layer, one, (notices, counts, made) in zip(self.layers, records, told):
                found = kinds.get(self.layers.index(layer), _Found())
                layer.arcs = found.arcs
                layer.ties = layer.arcs if layer.directed else (layer.arcs + found.loops) // 2
                layer.weighted = found.weighted and layer.arcs > 0
                weight, loops = math.fsum(found.weights), math.fsum(found.loop_weights)
                layer.weight = weight if layer.directed else (weight + loops) / 2
                layer.people = found.people
                self.notices += notices + merged_notice(layer, counts, made, layer.ties)
                if found.rows == 0:
                    self.notices.append(notice("ignored", f"layer {layer.name} has no ties ({layer.file})"))
                one.kept.unpersist()
            if all(found.rows == 0 for found in kinds.values()):
                dropped = [one["text"] for one in self.notices if one["kind"] == "dropped"]
                because = ": " + "; ".join(dropped) if dropped else ""
                files = ", ".join(sorted({layer.file for layer in self.layers}))
                raise Failure(65, [f"{files}: there is no tie between two people{because}"])
            phase.numbers["ties"] = sum(layer.ties for layer in self.layers)

    def _lay(self, arcs, raw):
        options = self.options
        count = options.partitions
        if count is None:
            few = -(-raw // ARCS_A_PARTITION)
            count = few if few <= MANY_PARTITIONS else max(MANY_PARTITIONS, -(-raw // (8 * ARCS_A_PARTITION)))
            count = max(4, count)
        # One partition alone has no key that Spark would keep it by.
        self.layout = Layout(self.spark, self.n, max(2, count), options.broadcast_limit, self.checkpoint)
        self.hub_degree = limit = options.hub_degree or max(100_000, raw // (4 * self.layout.count))
        degrees = arcs.groupBy("i").count().where(F.col("count") > limit)
        hubs = degrees.selectExpr(
            "i", f"cast(least({self.layout.count}, ceil(count / {float(limit)!r}D)) as int) as splits"
        ).persist(LEVEL)
        self.hubs = hubs if hubs.limit(1).count() else None

    def _merge(self, arcs, raw):
        """Lays the ties out, one for each pair and layer; returns what each layer came to."""
        firsts = [str(number) for number, layer in enumerate(self.layers) if layer.keeps_first]
        first = f"l in ({','.join(firsts)})" if firsts else "false"

        def merged(frame):
            # Equal ends lie side by side, by rising weight: sums do not depend on the order of records.
            frame = frame.sortWithinPartitions("q", "i", "l", "jq", "jo", "w", "r")
            summed = frame.groupBy("q", "i", "l", "jq", "jo").agg(
                F.sum("w").alias("ws"), F.max("w").alias("wm"), F.sum("r").alias("rs"), F.max("r").alias("rm")
            )
            return summed.selectExpr(
                "q", "i", "l", "jq", "jo",
                f"case when {first} then wm else ws end as w", f"case when {first} then rm else rs end as r",
            )

        steady(self.spark)
        placed = Network.placed(self.layout, arcs, self.hubs)
        self.raw = [merged(frame).persist(LEVEL) for frame in placed if frame is not None]
        found = {}
        for frame in self.raw:
            home = self.layout.home("i")
            loop = f"w > 0D and jq = {home} and jo = {self.layout.place('i')}"
            rows = frame.groupBy("q", "l").agg(
                F.expr("count_if(w > 0D)").alias("arcs"), F.count("*").alias("rows"),
                F.expr(f"count_if({loop})").alias("loops"), F.expr(f"sum(case when {loop} then w end)").alias("loop"),
                F.expr("sum(w)").alias("weight"), F.expr("max(w > 0D and w != 1D)").alias("weighted"),
            )
            for row in rows.collect():
                one = found.setdefault(row.l, _Found())
                one.arcs, one.rows, one.loops = one.arcs + row.arcs, one.rows + row.rows, one.loops + row.loops
                one.weights += [row.weight] if row.weight else []
                one.loop_weights += [row.loop] if row.loop else []
                one.weighted = one.weighted or bool(row.weighted)
        for number, layer in enumerate(self.layers):
            if layer.directed and number in found:
                found[number].people = self._tied(number)
        return found

    def _tied(self, number):
        """How many people have a tie of a directed layer, in either direction."""
        ends = None
        for frame in self.raw:
            here = frame.where(f"l = {number} and w > 0D")
            both = here.selectExpr(f"{self.layout.home('i')} as q", f"{self.layout.place('i')} as o")
            both = both.unionAll(here.select("jq", "jo"))
            ends = both if ends is None else ends.unionAll(both)
        return ends.distinct().count()


class _Found:
    """What a layer came to."""

    def __init__(self):
        self.arcs = self.rows = self.loops = 0
        self.weights, self.loop_weights = [], []
        self.weighted = False
        self.people = None


def _last(url):
    return url.rstrip("/").rsplit("/", 1)[-1]
