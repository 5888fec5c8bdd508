import Compute

extension SocietyReader {
  /// The society, once everything is read: scores, who is kept, layers.
  mutating func assemble(
    name: String, people: PeopleTable, records: [Records], _ description: SocietyFile, _ scorecard: Scorecard?
  ) throws(ReadingError) -> ReadSociety {
    // Without anybody there are no scores to look at.
    if people.count == 0 {
      try log.check()
      throw ReadingError(
        .badData, [InputProblem(file: records[0].source.fileName, "there is no tie, so there are no people")])
    }
    if people.count > Int(Int32.max) {
      throw ReadingError(
        .badData, [InputProblem(file: name, "\(people.count) people are too many; at most \(Int32.max) fit")])
    }
    let own = OwnScores(
      people, options: options, file: description, scorecard: scorecard, log: &log, notices: &notices)
    if options.missingScore == .error { own.tellMissing(people, &log) }
    try log.check(hint: own.hint)
    let (kept, scores, flags) = try fill(own, people)
    let layers = try options.progress.during(Phase("building rows", .ties)) { work throws(ReadingError) in
      let layers = try build(records, count: people.count, kept: kept)
      work.ties = layers.reduce(0) { $0 + $1.tieCount }
      return layers
    }
    let society = Society(
      name: name, people: people.people(keeping: kept, adding: flags), scale: own.scale, ownScores: scores,
      layers: layers, wishes: description.wishes)
    return ReadSociety(society: society, notices: notices, files: files, events: events(of: kept, among: people.count))
  }

  /// The events of those who are kept, by their new indices.
  private func events(of kept: [Int], among count: Int) -> [DatedEvent] {
    guard !events.isEmpty, kept.count < count else { return events }
    var newIndex = [Int?](repeating: nil, count: count)
    for (position, person) in kept.enumerated() { newIndex[person] = position }
    return events.compactMap { event in
      newIndex[event.person].map {
        DatedEvent(time: event.time, person: $0, change: event.change, halfLife: event.halfLife)
      }
    }
  }

  /// Who is kept, with which score, and the column that says whose score was filled in.
  private mutating func fill(
    _ own: OwnScores, _ people: PeopleTable
  ) throws(ReadingError) -> (kept: [Int], scores: [Double], flags: [AttributeColumn]) {
    let missing = own.scores.indices.filter { own.scores[$0] == nil }
    let everyone = Array(own.scores.indices)
    if missing.isEmpty { return (everyone, own.scores.compactMap { $0 }, []) }
    let known = own.scores.compactMap { $0 }
    let column = own.columns.joined(separator: ", ")
    switch options.missingScore {
    case .error: preconditionFailure("missing scores have been told as problems")
    case .drop:
      notices.append(
        Notice(
          .dropped, count: missing.count,
          "\(missing.count) \(missing.count == 1 ? "person" : "people") without an own score left out, with their ties")
      )
    case .mean where known.isEmpty:
      throw ReadingError(.badData, [InputProblem(file: people.file, column: column, "nobody has an own score")])
    case .mean:
      notices.append(
        Notice(
          .changed, count: missing.count,
          "\(missing.count) missing own \(missing.count == 1 ? "score" : "scores") set to the mean of the others"))
      let mean = known.reduce(0, +) / Double(known.count)
      let flag = AttributeColumn(
        name: people.freeName("score_missing"), values: own.scores.map { $0 == nil ? "true" : "false" })
      return (everyone, own.scores.map { $0 ?? mean }, [flag])
    }
    let kept = everyone.filter { own.scores[$0] != nil }
    if kept.isEmpty {
      throw ReadingError(.badData, [InputProblem(file: people.file, column: column, "nobody has an own score")])
    }
    return (kept, known, [])
  }

  private mutating func build(_ records: [Records], count: Int, kept: [Int]) throws(ReadingError) -> [Layer] {
    var newIndex = [Int32](repeating: -1, count: count)
    for (position, person) in kept.enumerated() { newIndex[person] = Int32(position) }
    let builder = LayerBuilder(rules: options.ties, personCount: kept.count, threads: options.threads)
    var layers: [Layer] = []
    for entry in records {
      let records = kept.count == count ? entry.records : entry.records.renumbered(newIndex)
      let layer = builder.build(
        records, name: entry.name, file: entry.source.fileName, kind: entry.source.kind,
        isDirected: entry.isDirected, share: entry.source.share, notices: &notices)
      if layer.rowTies.arcCount == 0 {
        notices.append(Notice(.ignored, "layer \(entry.name) has no ties (\(entry.source.fileName))"))
      }
      layers.append(layer)
    }
    if layers.allSatisfy({ $0.rowTies.arcCount == 0 }) {
      let dropped = notices.filter { $0.kind == .dropped }.map(\.text)
      let because = dropped.isEmpty ? "" : ": " + dropped.joined(separator: "; ")
      throw ReadingError(
        .badData,
        [
          InputProblem(
            file: Set(records.map(\.source.fileName)).sorted().joined(separator: ", "),
            "there is no tie between two people\(because)")
        ])
    }
    return layers
  }
}

extension TieRecords {
  /// The records of people who are kept, by their new indices; -1 says who is not.
  fileprivate func renumbered(_ newIndex: [Int32]) -> TieRecords {
    var result = Builder()
    for record in 0..<count {
      let source = newIndex[Int(sources[record])]
      let target = newIndex[Int(targets[record])]
      guard source >= 0, target >= 0 else { continue }
      result.sources.append(source)
      result.targets.append(target)
      if !values.isEmpty { result.values.append(values[record]) }
      if !times.isEmpty { result.times.append(times[record]) }
    }
    result.negativeCount = negativeCount
    result.unknownCount = unknownCount
    return result.records
  }
}
