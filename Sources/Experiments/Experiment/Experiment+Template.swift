extension Experiment {
  /// A commented experiment.
  public static let template = """
    # An experiment: the settings of "graph-tool sweep"; docs/experiments.md explains every key.
    name: susceptibility and sorting

    # The scenario that is varied: a path seen from this file's folder, or the settings themselves.
    scenario: datasets/scenarios/village.yaml

    # What differs from the scenario in all cells, by the paths of settings.
    set:
      periods: 24

    # grid: every combination. one-at-a-time: the first value of each factor, and each other value alone.
    # latin-hypercube, sobol: "points" are sampled from ranges (sobol: points times factors + 2 cells).
    design: grid

    # What varies. A list of values; a range with a count, perhaps on a log scale; or arms that change
    # several settings at once.
    factors:
      propagation.susceptibility: [0, 0.25, 0.5, 0.75]
      review: {setting: rewiring.review, from: 0.05, to: 0.2, count: 3, scale: log}
      rule:
        arms:
          control: {rewiring.rule: blind}
          cost: {rewiring.rule: cost}

    # Runs of each cell. common: the cells of a replicate share random numbers, so that differences
    # between them are sharper; independent: they do not.
    replicates: 10
    seed: 1
    random_numbers: common
    # one: all runs begin with one society. each: every replicate generates its own (needs "generate").
    society: one

    # What is asked of each run: a number of periods.csv or measures.csv, and what of its course counts.
    outcomes:
      sorting: own_assortativity
      gap: {measure: own_gap_first, last: 6}
      dropped: {measure: dropped, from: 1, take: sum}
      sorted_by: {measure: own_assortativity, above: 0.3}
      circles: {measure: public_score, by: circle}

    # Which level of a factor the others are compared with, replicate by replicate.
    compare:
      rule: control

    # When replicates are enough, looked at after each batch of them.
    # until: sorting ci-width < 0.02
    # batch: 10

    # The chance that an interval holds its number.
    level: 0.95

    """
}
