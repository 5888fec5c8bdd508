import Compute
import GraphModel

/// A period of Holme and Newman's rule on the ties of a society, see `HolmeNewman`.
///
/// Two people have one tie at most here, so it is their variant without repeats. A tie that is moved keeps its weight.
struct OpinionRewiring {
  let plan: Plan
  let rule: Scenario.RewiringRule
  let period: Int
  let ties: [TieTable]

  /// Everyone's opinion at the start: a column's value, or one drawn of `people / peoplePerOpinion`.
  ///
  /// People without a value hold one opinion of their own, together.
  static func start(_ plan: Plan) -> [Int] {
    guard let rule = plan.scenario.rewiring, rule.choice == .holmeNewman else { return [] }
    if let opinions = plan.opinions { return opinions.parts }
    let count = max(1, plan.society.count / max(1, rule.peoplePerOpinion))
    return (0..<plan.society.count).map { person in
      var random = RuleStream.opinions.of(person, period: 0, seed: plan.scenario.seed)
      return random.integer(below: count)
    }
  }

  /// Lets `review` steps a person happen, layer by layer.
  ///
  /// - Returns: the ties that were moved, as drops and makes, by layer and their order in it.
  func callAsFunction(_ opinions: inout [Int]) -> Rewiring.Result {
    var result = Rewiring.Result()
    var random = RuleStream.opinions.of(period: period, seed: plan.scenario.seed)
    for layer in plan.rewired {
      var pairs: [(Int, Int)] = []
      var weights: [Double] = []
      for person in 0..<plan.society.count {
        ties[layer].forEachTie(of: person) { other, weight in
          guard other > person else { return }
          pairs.append((person, other))
          weights.append(weight)
        }
      }
      var model = HolmeNewman(
        people: plan.society.count, ties: pairs, opinions: opinions, phi: rule.phi, isSimple: true)
      var moved: [Int: Int] = [:]
      let steps = Int((rule.review * Double(plan.society.count)).rounded())
      for _ in 0..<steps {
        if case .move(let move) = model.step(&random) { moved[move.tie] = move.person }
      }
      result.considered += steps
      opinions = model.opinions
      let after = model.ties
      append(moved, pairs, after, weights, layer, &result)
    }
    return result
  }

  private func append(
    _ moved: [Int: Int], _ before: [(Int, Int)], _ after: [(Int, Int)], _ weights: [Double], _ layer: Int,
    _ result: inout Rewiring.Result
  ) {
    // A tie that came back to where it was has not moved; one may stand where another has been, and is another tie.
    // All drops come first: whoever follows the changes must not take one tie at a place for the other.
    let ties = moved.keys.sorted().filter { Pair(before[$0]) != Pair(after[$0]) }
    for (kind, ends) in [(TieChange.Kind.dropped, before), (.made, after)] {
      for tie in ties {
        let pair = Pair(ends[tie])
        result.changes.append(
          TieChange(
            kind: kind, source: pair.low, target: pair.high, layer: layer, by: side(moved[tie], pair), gain: nil,
            weight: weights[tie]))
      }
    }
    result.counts.dropped += ties.count
    result.counts.made += ties.count
  }

  private func side(_ person: Int?, _ pair: Pair) -> TieChange.Side { person == pair.high ? .target : .source }

  private struct Pair: Equatable {
    let low: Int
    let high: Int

    init(_ ends: (Int, Int)) { (low, high) = ends.0 < ends.1 ? ends : (ends.1, ends.0) }
  }
}
