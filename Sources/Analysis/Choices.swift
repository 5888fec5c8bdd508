import GraphModel
import Propagation

/// What the settings come to for one society, and what had to be assumed.
package struct Choices {
  package let shares: [Double]
  package let mix: LayerMix
  package let susceptibility: [Double]
  /// Whether susceptibility follows from ties, so that other ties mean another one.
  package let followsTies: Bool
  let susceptibilityText: String
  /// The model, but for own scores and ties.
  let rule: ScoringRule
  /// The groups of the columns that were asked for.
  let groupings: [Grouping]
  package let notices: [Notice]

  package init(_ society: Society, _ settings: AnalysisSettings) throws(ReadingError) {
    var notices: [Notice] = []
    shares = try Self.shares(society, settings, &notices)
    mix = settings.mix ?? society.wishes.mix.flatMap(LayerMix.init) ?? .perLayer
    rule = try ScoringRule(society, settings)
    notices += rule.notices
    if !settings.model.isContraction {
      susceptibility = [Double](repeating: 0, count: society.count)
      susceptibilityText = "none"
      followsTies = false
    } else if settings.model == .deGroot {
      susceptibility = [Double](repeating: 1, count: society.count)
      susceptibilityText = "1 (DeGroot)"
      followsTies = false
    } else {
      let rule = Self.susceptibility(society, settings, &notices)
      susceptibility = try Self.values(rule, society, isAsked: settings.susceptibility != nil, shares: shares)
      susceptibilityText = rule.description
      followsTies = rule == .degree
    }
    var groupings: [Grouping] = []
    for name in settings.groupColumns {
      groupings.append(try Grouping.of(name, society, besideCommunities: settings.findsCommunities))
    }
    self.groupings = groupings
    self.notices = notices
  }

  private static func shares(
    _ society: Society, _ settings: AnalysisSettings, _ notices: inout [Notice]
  ) throws(ReadingError) -> [Double] {
    if let weights = settings.layerWeights {
      let names = society.layers.map(\.name)
      for name in weights.keys.sorted() where !names.contains(name) {
        throw ReadingError(
          .usage,
          [
            InputProblem(
              file: "layer weights", "there is no layer \"\(name)\"; the layers are \(names.joined(separator: ", "))")
          ])
      }
      if weights.values.allSatisfy({ $0 == 0 }) {
        throw ReadingError(.usage, [InputProblem(file: "layer weights", "all are 0; one above 0 was expected")])
      }
      let unnamed = names.filter { weights[$0] == nil }
      if !unnamed.isEmpty {
        notices.append(
          Notice(.assumed, count: unnamed.count, "layers without a weight count 0: \(unnamed.joined(separator: ", "))"))
      }
      return society.layerShares(weights)
    }
    let isEqual = society.layers.allSatisfy { $0.share == nil }
    if isEqual, society.layers.count > 1 {
      notices.append(Notice(.assumed, "the \(society.layers.count) layers count equally (--layer-weights)"))
    }
    return society.layerShares()
  }

  private static func susceptibility(
    _ society: Society, _ settings: AnalysisSettings, _ notices: inout [Notice]
  ) -> Susceptibility {
    if let asked = settings.susceptibility { return asked }
    if let wish = society.wishes.susceptibility { return Susceptibility(wish) }
    if let column = society.people.attribute(named: "susceptibility") { return .column(column.name) }
    notices.append(Notice(.assumed, "susceptibility 0.5 for everyone (--susceptibility)"))
    return .constant(0.5)
  }

  /// The susceptibilities; what is wrong with the society's own wish is bad data in its file.
  private static func values(
    _ rule: Susceptibility, _ society: Society, isAsked: Bool, shares: [Double]
  ) throws(ReadingError) -> [Double] {
    do {
      return try rule.values(for: society, shares: shares)
    } catch {
      guard error.code == .usage, !isAsked else { throw error }
      throw ReadingError(
        .badData, error.problems.map { InputProblem(file: "society.yaml", "susceptibility: \($0.message)") })
    }
  }
}
