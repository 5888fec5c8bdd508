"""A town of a million people and ten million ties: both engines, the same society, the same numbers."""

import csv
import os
import subprocess
import unittest

from running import TOOL, Bench
from same import notices

PEOPLE, TIES = os.environ.get("TOWN_PEOPLE", "1000000"), os.environ.get("TOWN_TIES", "10000000")
MEMORY = os.environ.get("TOWN_MEMORY", "10g")


class Town(unittest.TestCase):
    def test_every_public_score_is_within_both_bounds(self):
        bench = Bench()
        self.addCleanup(bench.close)
        society = bench.folder / "town"
        subprocess.run([TOOL, "generate", "planted", "--people", PEOPLE, "--ties", TIES, "-o", str(society)], check=True)
        one = bench.embedded(society, "--no-communities", "--by", "community")
        other = bench.spark(
            society, "--by", "community", "--no-communities",
            conf=["--conf", f"spark.driver.memory={MEMORY}", "--conf", "spark.ui.enabled=false"],
        )
        self.assertEqual(notices(one), notices(other))
        doubt, worst, count = one.bound + other.bound, 0.0, 0
        with open(one.folder / "people.csv", newline="") as left, open(other.folder / "people.csv", newline="") as right:
            for row, twin in zip(csv.DictReader(left), csv.DictReader(right), strict=True):
                self.assertEqual(row["id"], twin["id"])
                self.assertEqual(row["degree_friendship"], twin["degree_friendship"])
                worst = max(worst, abs(float(row["public_score"]) - float(twin["public_score"])))
                count += 1
        self.assertEqual(count, int(PEOPLE))
        print(f"\n{count} people: scores differ by at most {worst:.3g}; both bounds together {doubt:.3g}")
        self.assertLessEqual(worst, doubt)


if __name__ == "__main__":
    unittest.main()
