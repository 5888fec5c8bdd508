"""Where people and ties lie on the cluster, and how scores come to the ties that need them.

People are numbered 0 to n - 1. With B partitions, person i is at home in partition i mod B and there has place i div B,
so that a vector over people is B rows, one array each. A tie lies in the partition of the person who is influenced, sorted
by person, and names the other end by home and place. A round then needs no sorting and no exchange of ties:

- few people: all arrays are broadcast to every executor;
- many people: each home sends each partition an array of just the numbers that its ties need, in an order that both know;
  8 bytes a number cross the network, no ids.

Sums run over the ties of a person in their order in the partition. So the same input gives the same bits whichever
executor does the work, and however often a lost one is done again.
"""

from pyspark import StorageLevel
from pyspark.sql import Window
from pyspark.sql import functions as F

#: Tables that are used again and again: in memory while there is room, on disk otherwise.
LEVEL = StorageLevel.MEMORY_AND_DISK


def steady(spark):
    """From here on tables lie where they must, and no plan is to be changed while it runs.

    Until then, for reading files and joining ids, Spark adapts plans to what it meets.
    """
    spark.conf.set("spark.sql.adaptive.enabled", "false")


def adaptive(spark):
    """Lets Spark adapt plans again, for writing tables."""
    spark.conf.set("spark.sql.adaptive.enabled", "true")


class Layout:
    """The partitions, and the keys that lead Spark's own hashing to them, one key a partition."""

    def __init__(self, spark, people, partitions, broadcast_limit, checkpoint=None):
        """`checkpoint`: writes a table down and returns it without the plan that led to it."""
        self.spark = spark
        self.checkpoint = checkpoint or (lambda frame: frame)
        self.people = people
        self.count = partitions
        self.is_broadcast = people <= broadcast_limit
        self.keys = _keys(spark, partitions)
        self._key_array = "array(" + ",".join(map(str, self.keys)) + ")"

    def key_at(self, position):
        """The key of the partition at a position, an SQL expression from 0 to B - 1."""
        if self.count == 1:
            return str(self.keys[0])
        return f"element_at({self._key_array}, cast({position} as int) + 1)"

    def home(self, index):
        """The key of the partition that a person is at home in."""
        return self.key_at(f"pmod({index}, {self.count})")

    def place(self, index):
        """The place of a person among those of the same home."""
        return f"cast({index} div {self.count} as int)"

    def spread(self, frame, *order, key="q"):
        """The rows in the partitions of their keys, sorted."""
        return frame.repartition(self.count, key).sortWithinPartitions(key, *order)

    def arrays(self, people, *names):
        """Columns of people as arrays: one row a partition. `people` lie at home, sorted by index, nobody missing."""
        return people.groupBy("q").agg(*[F.collect_list(name).alias(name) for name in names])

    def at_home(self, frame, arrays, *names, index="i", prefix=""):
        """Numbers of the person of each row, taken from arrays; rows lie at that person's home and keep their order."""
        return self.taken(frame, arrays, "q", self.place(index), names, prefix, "shuffle_hash")

    def taken(self, frame, arrays, key, place, names, prefix, hint):
        """The rows with numbers from the arrays of a key, at a place."""
        inner = arrays.select(F.col("q").alias("_q"), *[F.col(name).alias("_" + name) for name in names])
        # A left join never turns the sides round, so the rows keep their order.
        joined = frame.join(inner.hint(hint), frame[key] == inner["_q"], "left")
        taken = [F.expr(f"_{name}[{place}]").alias(prefix + name) for name in names]
        return joined.select(*frame.columns, *taken)


class Roads:
    """How numbers come from people's homes to the far ends of ties."""

    def __init__(self, layout, needs=None):
        self.layout = layout
        # One row for each pair of a partition (q) and a home (jq): the places there that the partition's ties name.
        self.needs = needs

    @staticmethod
    def laid(layout, arcs):
        """The roads for a table of ties, and the ties with places renamed to positions in what arrives."""
        if layout.is_broadcast:
            return Roads(layout), arcs
        needs = arcs.groupBy("q", "jq").agg(F.sort_array(F.collect_set("jo")).alias("places"))
        needs = layout.checkpoint(layout.spread(needs, "q", key="jq")).persist(LEVEL)
        window = Window.partitionBy("q", "jq").orderBy("jo")
        return Roads(layout, needs), arcs.withColumn("jo", (F.dense_rank().over(window) - 1).cast("int"))

    def brought(self, arcs, arrays, *names, prefix=""):
        """The ties with the numbers of their far ends."""
        layout = self.layout
        if self.needs is None:
            return layout.taken(arcs, arrays, "jq", "jo", names, prefix, "broadcast")
        homes = arrays.select(F.col("q").alias("_h"), *[F.col(name).alias("_" + name) for name in names])
        sent = self.needs.join(homes.hint("shuffle_hash"), self.needs["jq"] == homes["_h"], "left").select(
            F.col("q").alias("_q"),
            F.col("jq").alias("_jq"),
            *[F.expr(f"transform(places, p -> _{name}[p])").alias("_" + name) for name in names],
        )
        sent = sent.repartition(layout.count, "_q")
        joined = arcs.join(
            sent.hint("shuffle_hash"), (arcs["q"] == sent["_q"]) & (arcs["jq"] == sent["_jq"]), "left"
        )
        return joined.select(*arcs.columns, *[F.expr(f"_{name}[jo]").alias(prefix + name) for name in names])

    def forget(self):
        """Frees what is kept."""
        if self.needs is not None:
            self.needs.unpersist()


def _keys(spark, count):
    """For each partition a number that Spark's hashing leads there."""
    size = 8
    while True:
        found = dict(
            spark.range(size * count)
            .selectExpr("cast(id as int) k", f"pmod(hash(cast(id as int)), {count}) p")
            .groupBy("p")
            .agg(F.min("k"))
            .collect()
        )
        if len(found) == count:
            return [found[position] for position in range(count)]
        size *= 2
