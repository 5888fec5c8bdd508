"""What all measures are made of, worked out once."""

from dataclasses import dataclass

from pyspark.sql import functions as F

from .group_measures import GroupTable
from .network import exact
from .tie_measures import totals
from .tie_sums import SCORES, TieSums


@dataclass
class Grouping:
    """What people are divided by: a column of `society.people` with numbers from 1 by size, 0 for none.

    `names`: a table `(number, name)`, or `None` where the number is the name. `column` is `label` unless given.
    """

    by: str
    label: str
    names: object = None


class Measured:
    """What the measures are made of, worked out once; kept on the cluster until `forget`."""

    def __init__(self, society, combined, groupings, summaries):
        """`combined`: see `communities.combined`. `summaries`: `{"own": ..., "pub": ...}` from `spread.summary`."""
        self.society, self.groupings, self.summaries = society, list(groupings), summaries
        self.sums = TieSums(society, combined, [grouping.label for grouping in self.groupings], summaries)
        self.tables = [GroupTable(self.sums, slot) for slot in range(len(self.sums.divisions))]
        self.totals = totals(self.sums)
        self.names = [grouping.by for grouping in self.groupings] + self.sums.divisions[len(self.groupings) :]
        groups = self.tables[: len(self.groupings)]
        self.splits = [{score: table.splits(score) for score, _ in SCORES} for table in groups]

    def table(self, by):
        """The groups of a grouping."""
        return self.tables[self.names.index(by)]

    def modularity(self, by):
        """The modularity of groups on the combined graph, or `None` without ties; people of no group count alone.

        `Q = sum_c (w_c / 2m - (d_c / 2m)^2)`. Source: M. E. J. Newman, "Analysis of weighted networks", Phys. Rev. E 70
        (2004) 056131.
        """
        if not self.sums.combined:
            return None
        frame, slot = self.sums.combined[0], self.names.index(by)
        total = self.totals[frame.name("total")]
        if not total > 0:
            return None
        groups = self.table(by).totals
        inside = groups[frame.name("same")] + self.totals[frame.name(f"alone_self_{slot}")]
        squares = groups[frame.name("strengths")] + self.totals[frame.name(f"alone_{slot}")]
        return inside / total - squares / (total * total)

    def tied(self):
        """How many people have a tie in any layer with a share."""
        return self.totals[self.sums.combined[0].name("tied")] if self.sums.combined else 0

    def pairs(self):
        """How many pairs of people are tied in any layer with a share, people tied to themselves included."""
        if not self.sums.combined:
            return 0
        counted = self.sums.combined[-1]
        rows = self.sums.table.groupBy("q").agg(F.sum(counted.name("self")).alias("loops")).collect()
        return round((self.totals[counted.name("total")] + exact(rows, "loops")[0]) / 2)

    def forget(self):
        """Frees what is kept."""
        for table in self.tables:
            table.forget()
        self.sums.forget()
