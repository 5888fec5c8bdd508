import Compute
import Foundation
import GraphModel

/// New payments of a period, and payment ties that the scheme takes away.
struct Money {
  let plan: Plan
  let period: Int
  let ties: [TieTable]
  /// Who is on the list.
  let listedSince: [Int32]

  private struct Payment {
    let payer: Int32
    let payee: Int32
    let weight: Double
  }

  /// Whether payment ties of the listed are cut.
  private var cuts: Bool { plan.scenario.blacklist?.cutsTransactions ?? false }

  private func isCut(_ person: Int) -> Bool { cuts && listedSince[person] >= 0 }

  /// Adds everyone's payments to the edits of the payment layer.
  ///
  /// - Returns: how many payments there were.
  func pay(_ rule: Scenario.MoneyRule, layer: Int, along: Int, _ edits: inout TieEdits) -> Int {
    let counts = Poisson(mean: rule.payments)
    let blocks = Blocks.even(count: plan.society.count, size: 1 << 12)
    let isDirected = plan.society.layers[layer].isDirected
    let friends = ties[along]
    let drawn = Parallel.map(blocks.count, threads: plan.threads) { block in
      var list: [Payment] = []
      for person in blocks[block] where !isCut(person) {
        var random = RuleStream.payments.of(person, period: period, seed: plan.scenario.seed)
        let count = counts.draw(&random)
        let arcs = friends.arcs(of: person)
        guard count > 0, !arcs.isEmpty else { continue }
        for _ in 0..<count {
          let payee = friends.rows.column(at: arcs.lowerBound + random.integer(below: arcs.count))
          let amount = rule.median * exp(rule.spread * random.normal())
          guard !isCut(payee), payee != person else { continue }
          list.append(Payment(payer: Int32(person), payee: Int32(payee), weight: log1p(amount / rule.unit)))
        }
      }
      return list
    }
    var count = 0
    for payment in drawn.joined() where payment.weight >= TieTable.leastWeight {
      count += 1
      if isDirected {
        edits.add(Int(payment.payer), Int(payment.payee), payment.weight)
      } else {
        edits.addTie(Int(payment.payer), Int(payment.payee), payment.weight)
      }
    }
    return count
  }

  /// Drops the payment ties of people who were listed in the last period.
  ///
  /// - Parameter changes: what has happened to ties so far; those that people have dropped themselves are gone already.
  func cutTies(of layer: Int, _ edits: inout TieEdits, _ changes: inout [TieChange]) {
    guard cuts else { return }
    let isNew = listedSince.map { $0 >= 0 && Int($0) == period - 1 }
    guard isNew.contains(true) else { return }
    let dropped = Set(
      changes.lazy.filter { $0.layer == layer && $0.kind == .dropped }.map { SIMD2($0.source, $0.target) })
    let isDirected = plan.society.layers[layer].isDirected
    for person in isNew.indices {
      // In a layer that goes both ways the rows of the listed hold all their ties.
      guard isDirected || isNew[person] else { continue }
      ties[layer].forEachTie(of: person) { other, weight in
        guard isNew[person] || isNew[other], !dropped.contains(SIMD2(person, other)),
          isDirected || !dropped.contains(SIMD2(other, person))
        else { return }
        if isDirected {
          edits.drop(person, other)
        } else {
          guard !isNew[other] || person <= other else { return }
          edits.dropTie(person, other)
        }
        changes.append(
          TieChange(
            kind: .dropped, source: person, target: other, layer: layer, by: .scheme, gain: nil, weight: weight))
      }
    }
  }
}
