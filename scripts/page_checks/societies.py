"""Societies that are hard to show: hostile names, nobody tied, one person, no spread; and studies of some."""

import csv
import json
import pathlib

LONG = "p" * 64

HOSTILE_NAMES = [
    "<script>alert(1)</script>",
    "\"&'",
    "</script>",
    "<img src=x onerror=alert(2)>",
    "<!--<script>",
    "]]>",
    "&lt;b&gt;&#60;",
    "javascript:alert(3)",
    "' onmouseover='alert(4)",
    "${alert(5)}`\\u003c",
    "%3Cscript%3E",
    "</style><style>*{display:none}",
    "</title>",
    "\u05d0\u05d1\u05e8\u05d4\u05dd \u05d1\u05df",
    "\u0645\u062d\u0645\u062f 12",
    "\u202egnp.live",
    "\u2067\u2067open",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466\U0001f3f3\ufe0f\u200d\U0001f308",
    "a" + "\u0301" * 300,
    "x" * 10_000,
    "w\u00f6rter " * 40,
    LONG + "1",
    LONG + "2",
    "__proto__",
    "constructor",
    "=1+1",
    'quote""d',
    "comma, and; more",
    "line\u2028separator",
    "\u6f22\u5b57" * 12,
    "0",
    "-0",
]

# Names of layers are Latin letters, digits, hyphens and underscores.
LAYERS = {"constructor_" + "l" * 60: "one.csv", "__proto__": "two.csv"}
COLUMN = "<b onclick=alert(7)>\"&' \u202e"
GROUPS = ["<i>one</i>", "\u05e7\u05d1\u05d5\u05e6\u05d4", "]]>&amp;" + "g" * 200]


SOCIETY = "<img src=x onerror=alert(8)>&\"'"


def write(folder):
    """Write each society into a folder of its own, a scenario of the hostile one, and experiments."""
    folder = pathlib.Path(folder)
    hostile(folder)
    studies(folder)
    names = [f"n{index}" for index in range(12)]
    ring = [(one, other) for one, other in zip(names, names[1:] + names[:1])]
    small(folder / "without-spread", names, [600] * 12, ring)
    # The program refuses a society in which no tie is left, so here people are tied to themselves alone.
    small(folder / "tied-to-themselves", names, range(400, 880, 40), [(name, name) for name in names])
    small(folder / "one-person", ["alone"], [600], [("alone", "alone")])
    many = [f"n{index}" for index in range(40)]
    small(folder / "hardly-tied", many, range(400, 800, 10), [("n3", "n30")])


def table(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def small(folder, names, scores, ties):
    folder.mkdir(parents=True)
    table(folder / "people.csv", [["id", "score"], *zip(names, scores)])
    table(folder / "friendships.csv", [["source", "target"], *ties])
    (folder / "society.yaml").write_text("scale: zhima\n", encoding="utf-8")


def studies(folder):
    """A grid with arms, a sampled design, and a grid over the hostile society; a second or so each."""
    florentine = str(pathlib.Path(__file__).resolve().parents[2] / "datasets" / "florentine")
    scenario = {"name": "florentine", "society": florentine, "periods": 4, "rewiring": {"rule": "cost", "review": 0.3}}
    outcomes = {
        "sorting": "own_assortativity", "spread": "public_sd", "dropped": {"measure": "dropped", "from": 1, "take": "sum"},
        "never": {"measure": "own_assortativity", "above": 2},
    }
    grid = {
        "name": "study", "scenario": scenario, "replicates": 3, "outcomes": outcomes, "compare": {"rule": "control"},
        "factors": {
            "susceptibility": {"setting": "propagation.susceptibility", "values": [0.2, 0.5, 0.8]},
            "rule": {"arms": {"control": {"rewiring.rule": "blind"}, "cost": {"rewiring.rule": "cost"}}},
        },
    }
    sampled = {
        "name": "sampled", "scenario": scenario, "design": "latin-hypercube", "points": 30, "replicates": 1,
        "outcomes": outcomes,
        "factors": {
            "susceptibility": {"setting": "propagation.susceptibility", "from": 0.1, "to": 0.9},
            "review": {"setting": "rewiring.review", "from": 0.05, "to": 0.5, "scale": "log"},
        },
    }
    odd = {
        "name": HOSTILE_NAMES[0], "scenario": {**scenario, "name": HOSTILE_NAMES[3], "society": SOCIETY}, "replicates": 3,
        "outcomes": {"sorting": "own_assortativity", "groups": {"measure": "public_score", "by": COLUMN}},
        "compare": {"rule": HOSTILE_NAMES[0]},
        "factors": {
            "susceptibility": {"setting": "propagation.susceptibility", "values": [0.2, 0.8]},
            "rule": {"arms": {HOSTILE_NAMES[0]: {"rewiring.rule": "blind"}, HOSTILE_NAMES[13]: {}, LONG: {}}},
        },
    }
    for name, study in (("study", grid), ("sampled", sampled), ("hostile-study", odd)):
        text = json.dumps(study, ensure_ascii=False)
        (folder / f"{name}.yaml").write_text(text + "\n", encoding="utf-8")


def hostile(folder):
    society = folder / SOCIETY
    society.mkdir(parents=True)
    names, count = HOSTILE_NAMES, len(HOSTILE_NAMES)
    rows = [["id", "score", COLUMN]]
    rows += [[name, 360 + (index * 173) % 580, GROUPS[index % len(GROUPS)]] for index, name in enumerate(names)]
    table(society / "people.csv", rows)
    table(society / "one.csv", [["source", "target"], *((names[i], names[(i + 1) % count]) for i in range(count))])
    table(society / "two.csv", [["source", "target"], *((names[i], names[(i * 7 + 3) % count]) for i in range(count))])
    # A string of JSON is one of YAML.
    layers = ", ".join(f"{json.dumps(name, ensure_ascii=False)}: {{file: {file}}}" for name, file in LAYERS.items())
    (society / "society.yaml").write_text(f"scale: zhima\nlayers: {{{layers}}}\n", encoding="utf-8")
    scenario = {
        "name": HOSTILE_NAMES[0], "society": SOCIETY, "periods": 6, "settle_periods": 0,
        "rewiring": {"rule": "cost", "review": 0.3}, "twins": ["rewiring"],
    }
    text = json.dumps(scenario, ensure_ascii=False)
    (folder / "hostile.yaml").write_text(text + "\n", encoding="utf-8")
