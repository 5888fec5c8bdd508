#!/usr/bin/env python3
"""A society that goes from period to period, by the rules of docs/scenarios.md, written with Mesa and nothing of ours.

    mesa_society.py FOLDER RULES MODEL

FOLDER holds people.csv and friendships.csv, RULES is a JSON object (`Rules`), MODEL is `Society` or `LeanSociety`. Prints a
JSON object: the seconds for making the model and all its periods, imports and reading left out, and what came out.
"""

import csv
import dataclasses
import json
import math
import pathlib
import statistics
import sys
import time

import mesa
import networkx
import numpy
import scipy.sparse


@dataclasses.dataclass(frozen=True)
class Rules:
    """The rules, in points of the scale where they are not chances or numbers of people."""

    seed: int
    periods: int
    susceptibility: float
    review: float
    drop_threshold: float
    accept_threshold: float
    noise: float
    candidates: int
    friends_of_friends: float
    budget: float
    tolerance: float  # how far public scores may be from the equilibrium


class Person(mesa.Agent):
    """Somebody with an own score and a public one, who chooses company."""

    def __init__(self, model, own):
        super().__init__(model)
        self.own = self.public = self.heard = own

    @property
    def friends(self):
        return self.model.friends(self)

    def network_score(self, friends):
        """What the network says to this person, had the person these friends."""
        return sum(friend.public for friend in friends) / len(friends) if friends else self.own

    def gain(self, friends):
        """What it does to the public score to have these friends instead of one's own, everyone else as they are."""
        return self.model.rules.susceptibility * (self.network_score(friends) - self.network_score(self.friends))

    def wants(self, gain, threshold):
        return self.random.random() < 1 / (1 + math.exp(-(gain - threshold) / self.model.rules.noise))

    def review(self):
        rules = self.model.rules
        friends = self.friends
        for friend in friends:
            if self.random.random() < rules.review:
                gain = self.gain([other for other in friends if other is not friend])
                if self.wants(gain, rules.drop_threshold):
                    self.model.parting.add(frozenset((self, friend)))

    def search(self):
        for _ in range((self.first_ties - len(self.friends)) * self.model.rules.candidates):
            self.ask(self.candidate())

    def candidate(self):
        """A friend of a friend, as friendships were when the period began, or anyone."""
        friends = self.friends_before
        if friends and self.random.random() < self.model.rules.friends_of_friends:
            return self.random.choice(self.random.choice(friends).friends_before)
        return self.random.choice(self.model.people)

    def ask(self, other):
        if other is self or other in self.friends_before or not other.has_place:
            return
        threshold = self.model.rules.accept_threshold
        if not self.wants(self.gain([*self.friends, other]), threshold):
            return
        if other.wants(other.gain([*other.friends, self]), threshold):
            self.model.agreed.append((self, other))
        else:
            self.model.refusals += 1

    @property
    def misses_ties(self):
        return len(self.friends) < self.first_ties

    @property
    def has_place(self):
        return len(self.friends) < max(1, math.ceil(self.model.rules.budget * self.first_ties))

    def remember(self):
        self.friends_before = self.friends

    def listen(self):
        weight = self.model.rules.susceptibility
        friends = self.friends
        self.heard = weight * self.network_score(friends) + (1 - weight) * self.own if friends else self.own

    def speak(self):
        self.model.change = max(self.model.change, abs(self.heard - self.public))
        self.public = self.heard


class Society(mesa.Model):
    """The way a user of Mesa writes it: a person an agent, friendships a networkx graph in a NetworkGrid."""

    def __init__(self, scores, ties, rules):
        super().__init__(seed=rules.seed)
        self.rules = rules
        self.people = [Person(self, score) for score in scores]
        self.place(ties)
        for person in self.people:
            person.first_ties = len(person.friends)
        self.dropped, self.made, self.refused = [], [], []
        self.settle()

    def place(self, ties):
        self.graph = networkx.Graph()
        self.graph.add_nodes_from(range(len(self.people)))
        self.graph.add_edges_from(ties)
        self.grid = mesa.space.NetworkGrid(self.graph)
        for node, person in enumerate(self.people):
            self.grid.place_agent(person, node)

    def friends(self, person):
        return self.grid.get_neighbors(person.pos)

    def make_tie(self, one, other):
        self.graph.add_edge(one.pos, other.pos)

    def drop_tie(self, one, other):
        self.graph.remove_edge(one.pos, other.pos)

    def step(self):
        self.agents.do("remember")
        self.parting = set()
        self.agents.do("review")
        for one, other in self.parting:
            self.drop_tie(one, other)
        self.agreed, self.refusals = [], 0
        self.agents.do("search")
        self.dropped.append(len(self.parting))
        self.made.append(self.grant())
        self.refused.append(self.refusals)
        self.settle()

    def grant(self):
        """Make the ties that both sides want and have place for, in random order; tell how many."""
        self.random.shuffle(self.agreed)
        made = 0
        for asker, asked in self.agreed:
            if asker.misses_ties and asked.has_place and asked not in asker.friends:
                self.make_tie(asker, asked)
                made += 1
        return made

    def settle(self):
        """Everyone listens to friends until nobody is further from the equilibrium than the tolerance."""
        share = self.rules.susceptibility
        while True:
            self.change = 0.0
            self.agents.do("listen")
            self.agents.do("speak")
            if self.change * share / (1 - share) <= self.rules.tolerance:
                return

    def assortativity(self):
        """Pearson's correlation of own scores over the ends of ties."""
        graph = networkx.Graph()
        graph.add_nodes_from((person.unique_id, {"own": person.own}) for person in self.people)
        graph.add_edges_from((one.unique_id, other.unique_id) for one in self.people for other in one.friends)
        return networkx.numeric_assortativity_coefficient(graph, "own")

    def outcome(self):
        return {
            "assortativity": float(self.assortativity()),
            "ties": sum(len(person.friends) for person in self.people) // 2,
            "sd": statistics.pstdev(person.public for person in self.people),
            "dropped": self.dropped[-1],
            "isolated": sum(not person.friends for person in self.people),
            "dropped_in_all": sum(self.dropped),
            "made_in_all": sum(self.made),
            "refused_in_all": sum(self.refused),
        }


class LeanSociety(Society):
    """The same with what costs most done otherwise: friends in a dictionary of each person, scores settled by scipy."""

    def place(self, ties):
        self.circles = {person: {} for person in self.people}
        for position, person in enumerate(self.people):
            person.position = position
        for one, other in ties:
            self.make_tie(self.people[one], self.people[other])

    def friends(self, person):
        return list(self.circles[person])

    def make_tie(self, one, other):
        self.circles[one][other] = self.circles[other][one] = None

    def drop_tie(self, one, other):
        del self.circles[one][other], self.circles[other][one]

    def settle(self):
        weight = self.rules.susceptibility
        ends = numpy.cumsum([0, *(len(circle) for circle in self.circles.values())])
        friends = numpy.array([friend.position for circle in self.circles.values() for friend in circle])
        sizes = numpy.diff(ends)
        matrix = scipy.sparse.csr_array((numpy.ones(len(friends)), friends, ends), shape=(len(sizes), len(sizes)))
        own = numpy.array([person.own for person in self.people])
        share = numpy.where(sizes > 0, weight, 0.0)
        factor = share / numpy.maximum(sizes, 1)
        scores = numpy.array([person.public for person in self.people])
        change = math.inf
        while change * weight / (1 - weight) > self.rules.tolerance:
            heard = factor * (matrix @ scores) + (1 - share) * own
            change = numpy.abs(heard - scores).max()
            scores = heard
        for person, score in zip(self.people, scores.tolist()):
            person.public = score

    def assortativity(self):
        ends = numpy.array([(person.own, friend.own) for person, circle in self.circles.items() for friend in circle])
        return numpy.corrcoef(ends.T)[0, 1]


def read(folder):
    """Own scores in the order of people.csv, and ties as pairs of positions there."""
    with open(folder / "people.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    positions = {row["id"]: position for position, row in enumerate(rows)}
    with open(folder / "friendships.csv", newline="") as file:
        ties = [(positions[row["source"]], positions[row["target"]]) for row in csv.DictReader(file)]
    return [float(row["score"]) for row in rows], ties


def simulate(model, scores, ties, rules):
    """A society after all its periods."""
    society = model(scores, ties, rules)
    for _ in range(rules.periods):
        society.step()
    return society


def main(folder, rules, model):
    rules = Rules(**json.loads(rules))
    scores, ties = read(pathlib.Path(folder))
    start = time.perf_counter()
    society = simulate({"Society": Society, "LeanSociety": LeanSociety}[model], scores, ties, rules)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "outcome": society.outcome()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
