"""The engine on Spark gives the numbers of the embedded engine, within the bounds of both."""

import unittest

from running import ROOT, Bench
from same import compare

DATASETS = ROOT / "datasets"


class SameNumbers(unittest.TestCase):
    def setUp(self):
        self.bench = Bench()
        self.addCleanup(self.bench.close)

    def hold(self, society, *options):
        # Measures can be held to 1e-9 if scores are.
        options += () if "--rounds" in options else ("--tolerance", "1e-9")
        compare(self, self.bench.embedded(society, *options), self.bench.spark(society, *options))

    def test_florentine_families(self):
        self.hold(DATASETS / "florentine")

    def test_karate_club(self):
        self.hold(DATASETS / "karate")

    def test_village_with_three_layers_by_circle(self):
        self.hold(DATASETS / "village", "--by", "circle")

    def test_village_with_payments_that_fade_one_way(self):
        self.hold(
            DATASETS / "village", "--half-life", "30", "--direction", "payer", "--amount", "amount",
            "--layer-weights", "friendship=0.5,family=0.1,transaction=0.4", "--rounds", "12",
        )

    def test_village_pooled_by_degree(self):
        self.hold(DATASETS / "village", "--mix", "pooled", "--susceptibility", "degree", "--half-life", "90")

    def test_society_that_needs_every_rule(self):
        folder = self.bench.folder / "dirty"
        folder.mkdir()
        (folder / "people.csv").write_text(
            "id,score,susceptibility,town,note\n"
            'a,700,0.9,north,"says ""hi"", twice"\nb,500,0.5,south,\nc,600,1,north,x\nd,,0.3,,NA\ne,420,0.5,south,y\n'
            "f,655,0.5,north,z\ng,610,0.7,,007\n"
        )
        (folder / "friendships.csv").write_text(
            "source,target,weight\na,b,1\nb,a,2.5\na,a,1\nb,c,0\nc,d,-3\nc,a,0.1\nc,a,0.2\nc,a,0.3\nf,zoe,1\ng,a,2\n"
        )
        (folder / "transactions.csv").write_text(
            "payer,payee,amount,time\na,b,10,2025-01-01\nb,c,,2025-02-01T12:00:00Z\nc,a,5,\nf,a,1e3,1735689600\na,b,7,2020-01-01\n"
        )
        rules = ["--negative", "absolute", "--unknown-people", "drop", "--missing-score", "mean", "--isolates", "floor"]
        self.hold(folder, *rules, "--half-life", "20", "--self-ties", "keep", "--by", "town")
        self.hold(
            folder, "--negative", "drop", "--unknown-people", "drop", "--missing-score", "drop", "--as-of", "2025-03-01",
            "--half-life", "5", "--direction", "payee",
        )


class Layouts(unittest.TestCase):
    """However people and ties are dealt out, the numbers are the same."""

    def setUp(self):
        self.bench = Bench()
        self.addCleanup(self.bench.close)

    def test_one_partition_or_seven_broadcast_or_sent_hubs_split_or_not(self):
        society = DATASETS / "karate"
        embedded = self.bench.embedded(society)
        for options in (
            ["--partitions", 1], ["--partitions", 7, "--broadcast-limit", 0], ["--partitions", 3, "--hub-degree", 4],
            ["--partitions", 5, "--broadcast-limit", 0, "--hub-degree", 6],
        ):
            with self.subTest(options=options):
                layers = ["--notices", "[]", *options]
                code, _, run = self.bench.job(society, *layers)
                self.assertEqual(code, 0)
                doubt = embedded.bound + run.bound
                expected = {row["id"]: float(row["public_score"]) for row in embedded.table("people.csv")}
                for row in run.table("people.csv"):
                    self.assertAlmostEqual(float(row["public_score"]), expected[row["id"]], delta=doubt)

    def test_parquet_gives_what_csv_gives(self):
        from pyspark.sql import SparkSession

        spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        folder = self.bench.folder / "parquet"
        for stem in ("people", "friendships"):
            table = spark.read.csv(str(DATASETS / f"karate/{stem}.csv"), header=True, inferSchema=True)
            table.coalesce(1).write.parquet(str(folder / f"{stem}.parquet"))
        spark.stop()
        one = self.bench.job(DATASETS / "karate")[2]
        other = self.bench.job(folder)[2]
        self.assertEqual(
            [(row["id"], row["public_score"]) for row in one.table("people.csv")],
            [(row["id"], row["public_score"]) for row in other.table("people.csv")],
        )

    def test_the_same_run_twice_gives_the_same_bytes(self):
        runs = [self.bench.job(DATASETS / "karate")[2] for _ in range(2)]
        for name in ("people.csv", "measures.csv", "communities.csv", "communities.graphml"):
            self.assertEqual(runs[0].bytes(name), runs[1].bytes(name), name)


if __name__ == "__main__":
    unittest.main()
