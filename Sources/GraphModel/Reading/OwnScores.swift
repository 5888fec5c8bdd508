/// Finds the own score of each person and the scale they are on.
struct OwnScores {
  /// The scores; `nil` where missing.
  let scores: [Double?]
  /// The scale.
  let scale: Scale
  /// The file columns that scores were made of.
  let columns: [String]
  /// What the user can do if there is no column to take scores from.
  private(set) var hint: String?

  static let scoreNames = ["score", "own_score"]

  /// From the people's columns, by the options and the society's file.
  init(
    _ people: PeopleTable, options: ReadingOptions, file: SocietyFile, scorecard: Scorecard?, log: inout ProblemLog,
    notices: inout [Notice]
  ) {
    let asked = options.scale ?? file.scale ?? scorecard?.scale
    if options.scores == .synthetic {
      let scale = asked ?? .zhima
      scores = SyntheticScores.goldenRatio(count: people.count, on: scale)
      self.scale = scale
      columns = []
      notices.append(
        Notice(.assumed, "own scores are invented: the golden-ratio sequence on \(scale.name) (--scores synthetic)"))
    } else if let scorecard {
      let scale = asked ?? .zhima
      if asked == nil {
        notices.append(Notice(.assumed, "scale zhima, 350 to 950, for the scorecard's scores (--scale)"))
      }
      let factors = scorecard.factors.map { Self.factor($0, people, &log) }
      scores = log.total > 0 ? [] : scorecard.scores(factors, on: scale)
      self.scale = scale
      columns = scorecard.factors.map(\.name)
    } else {
      let names = file.scoreColumn.map { [$0] } ?? Self.scoreNames
      guard let name = names.first(where: { people.values(of: $0) != nil }), let texts = people.values(of: name) else {
        log.add(Self.nobodyHasOne(names[0], people))
        scores = []
        scale = asked ?? .zhima
        columns = []
        hint = "Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic."
        return
      }
      let values = Self.numbers(texts, column: name, people, &log)
      scale = asked ?? Self.scale(fitting: values, &notices)
      for (person, value) in values.enumerated() {
        if let value, value < scale.low || value > scale.high {
          log.add(
            Self.problem(
              people, person, name,
              "\(Numerals.plain(value)) is off the scale; \(Numerals.plain(scale.low)) to \(Numerals.plain(scale.high)) was expected (--scale)"
            ))
        }
      }
      scores = values
      columns = [name]
    }
  }

  /// Tells who has no score, for a society in which everybody needs one.
  func tellMissing(_ people: PeopleTable, _ log: inout ProblemLog) {
    for person in scores.indices where scores[person] == nil {
      let column = columns.first { FieldText.isMissing(people.values(of: $0)?[person] ?? "") }
      log.add(
        Self.problem(
          people, person, column ?? "score",
          "\"\(people.index[person])\" has no own score (--missing-score drop or mean accepts it)"))
    }
  }

  private static func nobodyHasOne(_ name: String, _ people: PeopleTable) -> InputProblem {
    InputProblem(
      file: people.file.isEmpty ? "people" : people.file,
      "nobody has an own score: a column \"\(name)\" was expected, and \(has(people))")
  }

  private static func has(_ people: PeopleTable) -> String {
    if people.file.isEmpty { return "there is no people file" }
    let found = people.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return found.isEmpty ? "it has no other columns" : "it has \(found)"
  }

  private static func problem(_ people: PeopleTable, _ person: Int, _ column: String, _ message: String) -> InputProblem
  {
    let line = person < people.lines.count && people.lines[person] > 0 ? people.lines[person] : nil
    return InputProblem(file: people.file, line: line, column: column, message)
  }

  private static func numbers(
    _ texts: TextList, column: String, _ people: PeopleTable, _ log: inout ProblemLog
  ) -> [Double?] {
    (0..<texts.count).map { person in
      // Plain numbers, nearly all of them, need no `String`.
      let plain = texts.withBytes(of: person) { Numerals.number($0) }
      if let plain, plain.magnitude <= FieldText.largestNumber { return plain }
      let text = texts[person]
      if FieldText.isMissing(text) { return nil }
      switch FieldText.number(text) {
      case .success(let value): return value
      case .failure(let failure):
        // Not missing but wrong: NaN fails no further check, and the problem in the log stops the reading.
        log.add(problem(people, person, column, failure.message))
        return .nan
      }
    }
  }

  private static func factor(_ factor: Scorecard.Factor, _ people: PeopleTable, _ log: inout ProblemLog) -> [Double?] {
    guard let texts = people.values(of: factor.name) else {
      log.add(
        InputProblem(
          file: people.file.isEmpty ? "people" : people.file,
          "there is no column \"\(factor.name)\", which the scorecard needs; \(has(people))"))
      return []
    }
    let values = numbers(texts, column: factor.name, people, &log)
    if factor.normalisation == .range {
      for (person, value) in values.enumerated() {
        if let value, value < factor.low || value > factor.high {
          log.add(
            problem(
              people, person, factor.name,
              "\(Numerals.plain(value)) is out of range; \(Numerals.plain(factor.low)) to \(Numerals.plain(factor.high)) was expected"
            ))
        }
      }
    }
    return values
  }

  /// Zhima if all scores fit it, else the data's own range.
  private static func scale(fitting values: [Double?], _ notices: inout [Notice]) -> Scale {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    if known.allSatisfy(Scale.zhima.contains) {
      notices.append(Notice(.assumed, "scale zhima, 350 to 950: all own scores fit it (--scale)"))
      return .zhima
    }
    let low = known.min() ?? 0
    let high = known.max() ?? 1
    // Half a point is nothing beside a very large score.
    let margin = low < high ? 0 : max(0.5, low.magnitude * 1e-12)
    let scale = Scale.fifths(low: low - margin, high: high + margin)
    notices.append(Notice(.assumed, "scale \(scale.name): the range of the own scores (--scale)"))
    return scale
  }
}
