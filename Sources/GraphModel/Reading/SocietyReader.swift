import Compute
import Foundation

/// A society as read, with what was done to it and what it was read from.
public struct ReadSociety: Sendable {
  /// The society.
  public let society: Society
  /// What was assumed, merged, dropped and ignored, in the order it happened.
  public let notices: [Notice]
  /// The files that were read.
  public let files: [FileRecord]

  /// The same society with ids replaced by keyed hashes.
  ///
  /// - Throws: a `usage` error for an empty key, `badData` if two ids fall together.
  public func pseudonymised(key: InputFile) throws(ReadingError) -> ReadSociety {
    if key.bytes.isEmpty {
      throw ReadingError(.usage, [InputProblem(file: key.name, "the key is empty; some secret bytes were expected")])
    }
    guard let people = society.people.pseudonymised(key: Array(key.bytes)) else {
      throw ReadingError(.badData, [InputProblem(file: key.name, "two people get the same pseudonym; use another key")])
    }
    let renamed = Society(
      name: society.name, people: people, scale: society.scale, ownScores: society.ownScores, layers: society.layers,
      wishes: society.wishes)
    let notice = Notice(.changed, count: people.count, "ids replaced by keyed hashes; other columns are as they were")
    return ReadSociety(society: renamed, notices: notices + [notice], files: files)
  }
}

/// A file that was read: enough to know it again.
public struct FileRecord: Sendable, Equatable, Codable {
  /// Its name.
  public let name: String
  /// Its size.
  public let bytes: Int
  /// The SHA-256 digest of its content, in hexadecimal.
  public let sha256: String
}

/// Reads a society from a folder or a single edge list.
///
/// A folder holds `people.csv` and `friendships.csv`, `transactions.csv` or layers that `society.yaml` names. All files
/// are read before a problem is reported, so that one run shows all of them.
public struct SocietyReader {
  private let options: ReadingOptions
  private var log = ProblemLog()
  private var notices: [Notice] = []
  private var files: [FileRecord] = []

  /// Reads a society.
  ///
  /// - Parameters:
  ///   - path: a folder, an edge list, or `-` for an edge list on standard input.
  ///   - options: how.
  /// - Throws: every problem found, with file, line, column and value.
  public static func read(
    _ path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> ReadSociety {
    var reader = SocietyReader(options: options)
    return try reader.read(path)
  }

  private init(options: ReadingOptions) { self.options = options }

  private mutating func read(_ path: String) throws(ReadingError) -> ReadSociety {
    var isFolder: ObjCBool = false
    let exists = unsafe path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists else {
      throw ReadingError(
        .noInput, [InputProblem(file: path, "there is no such file or folder")],
        hint: "A society is a folder with people.csv and friendships.csv, or one edge list in CSV.")
    }
    if isFolder.boolValue {
      if options.peopleFile != nil {
        throw ReadingError(
          .usage,
          [InputProblem(file: path, "--people goes with a single edge list; this is a folder with its own people.csv")])
      }
      return try readFolder(path)
    }
    return try readEdgeList(path)
  }

  private mutating func open(_ path: String, name: String? = nil) throws(ReadingError) -> InputFile {
    let input = try InputFile.read(path, name: name)
    files.append(FileRecord(name: input.name, bytes: input.bytes.count, sha256: input.sha256))
    return input
  }

  private mutating func readPeople(_ path: String, name: String? = nil) throws(ReadingError) -> PeopleTable {
    let input = try open(path, name: name)
    return options.progress.during(Phase("reading \(input.name)", .bytes, total: input.bytes.count)) { work in
      work.bytes = input.bytes.count
      return PeopleTable(input, options: options, log: &log)
    }
  }

  // MARK: Where things are

  private mutating func readFolder(_ folder: String) throws(ReadingError) -> ReadSociety {
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    func path(_ file: String) -> String { folder.hasSuffix("/") ? folder + file : folder + "/" + file }
    // A link that leads nowhere is there all the same; it is refused when it is opened.
    func has(_ file: String) -> Bool { InputFile.stands(at: path(file)) }
    var description = SocietyFile()
    if has("society.yaml") {
      let input = try open(path("society.yaml"), name: "society.yaml")
      do { description = try SocietyFile(input) } catch { throw ReadingError(.badData, [error]) }
    }
    var people = PeopleTable()
    let hasPeople = has("people.csv")
    if hasPeople {
      people = try readPeople(path("people.csv"), name: "people.csv")
    } else {
      notices.append(Notice(.assumed, "there is no people.csv: people are those who have ties"))
    }
    var sources = description.layers.map { layer in
      LayerSource(
        name: layer.name, path: path(layer.file), fileName: layer.file, kind: layer.kind, isDirected: layer.isDirected,
        share: layer.share)
    }
    if sources.isEmpty {
      let usual: [(String, String, Layer.Kind)] = [
        ("friendship", "friendships.csv", .friendship), ("transaction", "transactions.csv", .transaction),
      ]
      sources = usual.filter { has($0.1) }.map { name, file, kind in
        LayerSource(name: name, path: path(file), fileName: file, kind: kind, isDirected: false, share: nil)
      }
    }
    if sources.isEmpty {
      throw ReadingError(
        .noInput,
        [
          InputProblem(
            file: folder, "there is neither friendships.csv nor transactions.csv, and no society.yaml that names layers"
          )
        ])
    }
    noteUnread(in: folder, read: [path("people.csv"), path("events.csv")] + sources.map(\.path))
    let scorecard = try self.scorecard(description, folder: path(""))
    let records = try readTies(sources, people: &people, hasPeopleFile: hasPeople)
    if has("events.csv") {
      if options.readsEvents {
        // Sound events are nothing to tell of: whoever asks for them is about to use them.
        EventReader.check(
          try open(path("events.csv"), name: "events.csv"), people: people.isWhole ? people.index : nil, log: &log)
      } else {
        notices.append(Notice(.ignored, "events.csv is not used here; it belongs to a simulation"))
      }
    }
    return try assemble(name: name, people: people, records: records, description, scorecard)
  }

  private mutating func readEdgeList(_ path: String) throws(ReadingError) -> ReadSociety {
    var people = PeopleTable()
    if let file = options.peopleFile {
      people = try readPeople(file)
    } else {
      notices.append(Notice(.assumed, "no people file (--people): people are those who have ties"))
    }
    let name = path == "-" ? "standard input" : URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let shown = path == "-" ? "standard input" : path
    let source = LayerSource(
      name: "friendship", path: path, fileName: shown, kind: .friendship, isDirected: options.isDirected, share: nil)
    if !options.isDirected {
      notices.append(Notice(.assumed, "ties in \(shown) go both ways (--directed)"))
    }
    let scorecard = try self.scorecard(SocietyFile(), folder: "")
    let records = try readTies([source], people: &people, hasPeopleFile: options.peopleFile != nil)
    return try assemble(name: name, people: people, records: records, SocietyFile(), scorecard)
  }

  private mutating func noteUnread(in folder: String, read: [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    func standard(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    let isRead = Set(read.map(standard))
    let unread = names.filter { $0.hasSuffix(".csv") && !isRead.contains(standard(folder + "/" + $0)) }.sorted()
    if !unread.isEmpty {
      notices.append(
        Notice(.ignored, count: unread.count, "files nobody names, not read: \(unread.joined(separator: ", "))"))
    }
  }

  private mutating func scorecard(_ description: SocietyFile, folder: String) throws(ReadingError) -> Scorecard? {
    guard options.scores == .given else { return nil }
    let isOption = options.scorecard != nil
    guard let name = options.scorecard ?? description.scorecard else { return nil }
    let card: Scorecard
    if let builtIn = try Scorecard.builtIn(name) {
      card = builtIn
    } else {
      card = try Scorecard(try open(isOption ? name : folder + name, name: name))
    }
    let weights = card.isOfficial == false ? ", weights unofficial" : ""
    notices.append(Notice(.assumed, "own scores by the scorecard \"\(card.name)\"\(weights): \(card.title)"))
    return card
  }

  // MARK: Ties

  private struct Records {
    let source: LayerSource
    let name: String
    let records: TieRecords
  }

  private mutating func readTies(
    _ sources: [LayerSource], people: inout PeopleTable, hasPeopleFile: Bool
  ) throws(ReadingError) -> [Records] {
    let before = people.count
    var all: [Records] = []
    for source in sources {
      let input = try open(source.path, name: source.path == "-" ? nil : source.fileName)
      let reader = TieReader(
        source: source, options: options, addsPeople: !hasPeopleFile || options.unknownPeople == .add,
        knowsEveryone: people.isWhole)
      let layers = options.progress.during(
        Phase("reading \(input.name)", .bytes, total: input.bytes.count)
      ) { work in
        let layers = reader.read(input, people: &people.index, log: &log, notices: &notices)
        work.bytes = input.bytes.count
        work.ties = layers.reduce(0) { $0 + $1.records.count }
        return layers
      }
      for layer in layers {
        if all.contains(where: { $0.name.lowercased() == layer.name.lowercased() }) {
          log.add(
            InputProblem(file: input.name, "layer \"\(layer.name)\" comes from another file too; one file was expected")
          )
        }
        all.append(Records(source: source, name: layer.name, records: layer.records))
      }
    }
    if hasPeopleFile, people.count > before {
      let added = LayerBuilder.counted(people.count - before, "id")
      notices.append(
        Notice(
          .changed, count: people.count - before, "\(added) met only in ties added as people (--unknown-people add)"))
    }
    people.padColumns()
    return all
  }

  // MARK: Putting it together

  private mutating func assemble(
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
    return ReadSociety(society: society, notices: notices, files: files)
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
        isDirected: entry.source.isDirected, share: entry.source.share, notices: &notices)
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
