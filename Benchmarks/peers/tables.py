"""Results as tables in Markdown: medians, and how many times longer than ours each took."""

import marked


def _ours(cases):
    return next((case for case in cases if case.name == "**graph-tool**"), None)


def _ratio(case, cases, key="seconds"):
    own = _ours(cases).median(key)
    mine = case.median(key)
    # Phases come in milliseconds, so on a small society ours can be 0.
    if not own or own < 0 or mine is None:
        return ""
    ratio = mine / own
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2f}"


def _time(case):
    return marked.seconds(case.median()) + case.mark if case.results else (case.problem or "left out")


def _side_by_side(found, columns):
    """One row a program; for each group of cases the same columns. All groups list the same programs."""
    first = next(iter(found.values()))
    rows = []
    for position, case in enumerate(first):
        row = [case.name]
        for cases in found.values():
            row += [column(cases[position], cases) for column in columns]
        rows.append(row)
    return rows


def _verdict(found):
    """Where we lose, said before anybody has to look for it."""
    lost = []
    for name, cases in found.items():
        own = _ours(cases)
        if not own.results:
            lost.append(f"{name}: we came to no end")
            continue
        lost += [
            f"{name}: {case.name} takes {_ratio(case, cases)} of our time" for case in cases
            if case.results and not case.name.startswith(("*", "graph-tool")) and case.median() < own.median()
        ]
    return "Where a peer is faster: " + ("; ".join(lost) + "." if lost else "nowhere in this table.")


def loading(ids, found):
    header = [f"{ids} ids"]
    for graph in found:
        header += [graph, "times ours", "peak memory"]
    columns = [lambda case, _: _time(case), _ratio, lambda case, _: marked.size(case.median("peak"))]
    text = (
        "Peak memory is of the process: for peers with Python and their libraries, for us and the yardstick with the "
        "mapped file." if ids == "string" else "")
    return "\n\n".join(filter(None, [
        f"### An edge list with {ids} ids, to ties by rows", marked.table(header, _side_by_side(found, columns)),
        _verdict(found), text]))


def stepping(found):
    header = ["one step, susceptibility 0.6"]
    for graph in found:
        header += [graph, "times ours"]
    rows = _side_by_side(found, [lambda case, _: _time(case), _ratio])
    yardsticks = []
    for graph, cases in found.items():
        own, yardstick = _ours(cases).median(), cases[0].median()
        if own and own > 0 and yardstick:
            yardsticks.append(f"{graph} {own / yardstick:.2f}")
    return "\n\n".join([
        "### One step", marked.table(header, rows), _verdict(found),
        "Our step, in steps of the yardstick (1.25 is what we allow ourselves): " + ", ".join(yardsticks) + "."])


def settling(found):
    header = ["equilibrium, planted"]
    for a in found:
        header += [f"a = {a}", "times ours", "rounds"]

    def rounds(case, _):
        value = case.median("rounds")
        return "" if value is None else f"{value:.0f}"

    rows = _side_by_side(found, [lambda case, _: _time(case), _ratio, rounds])
    worst = max((case.error for cases in found.values() for case in cases), default=0)
    return "\n\n".join([
        "### Equilibrium, to a true error of 1e-9 of the scale", marked.table(header, rows), _verdict(found),
        f"The largest distance of any answer from the reference: {worst:.1e} of the scale. *Rounds* are the solver's "
        "own: applications of F, or iterations of a Krylov method (BiCGSTAB applies F twice in each). NetworKit's PageRank "
        "resets everyone equally, which is the model with other own scores: the same work, checked against those scores."])


def whole(found):
    header = ["edge list in, scores out"]
    for graph in found:
        header += [graph, "times ours", "without start", "peak memory", "times ours"]
    columns = [
        lambda case, _: _time(case), _ratio, lambda case, _: marked.seconds(case.median("work")),
        lambda case, _: marked.size(case.median("peak")), lambda case, cases: _ratio(case, cases, "peak"),
    ]
    return "\n\n".join([
        "### The whole command: `analyze --no-communities -o`", marked.table(header, _side_by_side(found, columns)),
        _verdict(found),
        "Wall time of the whole process. *Without start* leaves out the start of Python and its imports. Ours also "
        "hashes its input, certifies the error, measures, and writes tables of measures and a codebook."])


def measures(title, cases):
    own = _ours(cases).median() if _ours(cases) else None

    def ratio(case):
        # Peers that compute one number beside a phase that computes many may take a thousandth.
        return f"{case.median() / own:.2g}" if own and case.results else ""

    return marked.table([title, "time", "times ours"], [[case.name, _time(case), ratio(case)] for case in cases])
