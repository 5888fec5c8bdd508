"""What comparisons with Mesa share: the society, the rules, how processes are run, and how outcomes are compared."""

import dataclasses
import datetime
import importlib.metadata
import os
import subprocess
import sys

import measuring
import numpy
import ours
from mesa_society import Rules
from scipy import stats

LEVEL = 1e-3  # the p below which a test says that outcomes differ
PEOPLE, TIES = 1000, 5000
# 1e-6 of the scale's width, as the program has it unless told otherwise.
CALM = Rules(
    seed=1, periods=20, susceptibility=0.5, review=0.1, drop_threshold=4, accept_threshold=0, noise=2, candidates=3,
    friends_of_friends=0.5, budget=1.5, tolerance=6e-4)


def number(name, default):
    return int(os.environ.get(name, default))


def planted(tool, folder, seed):
    """The society that all courses start from, made unless it is there."""
    society = folder / f"planted-{PEOPLE}-{TIES}-{seed}"
    if not society.exists():
        subprocess.run(
            [tool, "generate", "planted", "--people", str(PEOPLE), "--ties", str(TIES), "--weights", "none",
             "--susceptibility", "none", "--seed", str(seed), "--quiet", "-o", society], check=True)
    return society


def scenario(society, rules):
    """The rules as graph-tool reads them; whatever else a scenario can have is off."""
    names = ["review", "drop_threshold", "accept_threshold", "noise", "candidates", "friends_of_friends", "budget"]
    return "\n".join([
        f"society: {society}", f"seed: {rules.seed}", f"periods: {rules.periods}", "settle_periods: 0", "twins: none",
        "communities: none", "events: {file: false}",
        f"propagation: {{susceptibility: {rules.susceptibility}, tolerance: {rules.tolerance}}}",
        "rewiring: {rule: cost, " + ", ".join(f"{name}: {getattr(rules, name)}" for name in names) + "}",
        f"output: {{measures_every: {rules.periods + 1}}}", ""])


def finish(command, timeout):
    """Run a command to its good end."""
    done = measuring.run(command, timeout=timeout, environment={"OPENBLAS_NUM_THREADS": "1"})
    if done.timed_out or done.code != 0:
        raise ours.Unfinished("took too long" if done.timed_out else ours.complaint(done.errors))
    return done


def setting(tool, society_seed):
    """What was compared, where and when: the first words of a section."""
    packages = ["mesa", "networkx", "numpy", "scipy"]
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    return (
        f"A planted society without weights, seed {society_seed}; {datetime.date.today()}; {measuring.machine()}. "
        f"graph-tool {measuring.run([tool, '--version']).output.strip()}; Python {sys.version.split()[0]}, {versions}.")


@dataclasses.dataclass
class Tests:
    """Tests of whether outcomes of two programs differ, each of two samples of the same outcome."""

    count: int = 0
    differences: list = dataclasses.field(default_factory=list)

    def compare(self, name, one, other):
        """The p of a difference in distribution (Kolmogorov and Smirnov), and of one in means (Welch)."""
        same_distribution = stats.ks_2samp(one, other).pvalue
        # Of two constants the test of means knows nothing.
        same_mean = stats.ttest_ind(one, other, equal_var=False).pvalue if numpy.ptp([*one, *other]) > 0 else 1.0
        self.count += 2
        self.differences += [f"{name}: p = {p:.2g}" for p in (same_distribution, same_mean) if not p >= LEVEL]
        return same_distribution, same_mean

    def verdict(self):
        found = "; ".join(self.differences) if self.differences else "none does"
        return (
            "*p, distribution*: Kolmogorov-Smirnov test of two samples; *p, mean*: Welch's t-test. With p below "
            f"{LEVEL:g} outcomes would count as different, by chance in at most {self.count * LEVEL:.1%} of such "
            f"comparisons ({self.count} tests): {found}.")


def mean(values):
    """A mean and its standard error, with as many decimals as the error has use for."""
    error = values.std(ddof=1) / len(values) ** 0.5
    if error == 0:
        return f"{values.mean():,.6g}, always"
    decimals = useful_decimals(error)
    return f"{values.mean():,.{decimals}f} ± {error:,.{decimals}f}"


def useful_decimals(error):
    """As many as show two digits of an error."""
    return max(0, 1 - int(numpy.floor(numpy.log10(error))))
