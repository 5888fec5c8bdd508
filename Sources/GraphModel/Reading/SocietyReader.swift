import Compute
import Foundation

/// Reads a society from a folder, a packed society, a single edge list or a GraphML file.
///
/// A folder holds `people.csv` and `friendships.csv`, `transactions.csv` or layers that `society.yaml` names. All files
/// are read before a problem is reported, so that one run shows all of them.
public struct SocietyReader {
  let options: ReadingOptions
  var log = ProblemLog()
  var notices: [Notice] = []
  var files: [FileRecord] = []
  /// Dated events, by the index of everyone read.
  var events: [DatedEvent] = []
  /// A file whose kind had to be known first, by its path.
  private var opened: [String: InputFile] = [:]

  /// Reads a society.
  ///
  /// - Parameters:
  ///   - path: a folder, an edge list, a GraphML file, or `-` for one of the last two on standard input.
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
        hint: "A society is a folder with people.csv and friendships.csv, or one edge list in CSV or GraphML.")
    }
    if isFolder.boolValue, PackedSociety.isPack(path) {
      try PackedSociety.check(options, path: path)
      let pack = try options.progress.during(Phase("opening the pack", .bytes)) { work throws(ReadingError) in
        let pack = try PackedSociety.open(path)
        work.bytes = pack.byteCount
        return pack
      }
      return try options.progress.during(Phase("checking the pack", .ties)) { work throws(ReadingError) in
        let read = try pack.read(threads: options.threads)
        work.bytes = pack.byteCount
        work.ties = read.society.layers.reduce(0) { $0 + $1.ties.arcCount }
        return read
      }
    }
    if isFolder.boolValue {
      if options.peopleFile != nil {
        throw ReadingError(
          .usage,
          [InputProblem(file: path, "--people goes with a single edge list; this is a folder with its own people.csv")])
      }
      if options.format != .auto {
        throw ReadingError(
          .usage,
          [
            InputProblem(
              file: path, "--format goes with a single edge list; the layers of a folder say theirs in society.yaml")
          ])
      }
      return try readFolder(path)
    }
    let input = try InputFile.read(path, memoryLimit: options.memoryLimit)
    if options.format == .graphml || (options.format == .auto && GraphMLSource.recognises(input)) {
      return try readGraphML(input, path)
    }
    opened[path] = input
    return try readEdgeList(path)
  }

  private mutating func open(_ path: String, name: String? = nil) throws(ReadingError) -> InputFile {
    let input: InputFile
    if let known = opened.removeValue(forKey: path) {
      input = known
    } else {
      input = try InputFile.read(path, name: name, memoryLimit: options.memoryLimit)
    }
    files.append(FileRecord(name: input.name, bytes: input.storedCount, sha256: input.sha256))
    return input
  }

  private mutating func readPeople(_ input: InputFile) -> PeopleTable {
    options.progress.during(Phase("reading \(input.name)", .bytes, total: input.bytes.count)) { work in
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
    // A usual file may be packed.
    func found(_ file: String) -> String? { [file, file + ".gz"].first(where: has) }
    var peopleInput: InputFile?
    if let file = found("people.csv") {
      peopleInput = try open(path(file), name: file)
    } else {
      notices.append(Notice(.assumed, "there is no people.csv: people are those who have ties"))
    }
    var sources = description.layers.map { layer in
      LayerSource(
        name: layer.name, path: path(layer.file), fileName: layer.file, kind: layer.kind, isDirected: layer.isDirected,
        format: layer.format, share: layer.share)
    }
    if sources.isEmpty {
      let usual: [(String, String, Layer.Kind)] = [
        ("friendship", "friendships.csv", .friendship), ("transaction", "transactions.csv", .transaction),
      ]
      sources = usual.compactMap { name, usual, kind in
        found(usual).map { file in
          LayerSource(name: name, path: path(file), fileName: file, kind: kind, isDirected: nil, share: nil)
        }
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
    if let unread = Self.unread(in: folder, read: [path("people.csv"), path("events.csv")] + sources.map(\.path)) {
      notices.append(unread)
    }
    let scorecard = try self.scorecard(description, folder: path(""))
    let (people, records) = try read(peopleInput, sources, of: folder)
    if has("events.csv") {
      if options.readsEvents {
        // Sound events are nothing to tell of: whoever asks for them is about to use them.
        events = EventReader.read(
          try open(path("events.csv"), name: "events.csv"), people: people.index, knowsEveryone: people.isWhole,
          log: &log)
      } else {
        notices.append(Self.eventsIgnored)
      }
    }
    return try assemble(name: name, people: people, records: records, description, scorecard)
  }

  private mutating func readEdgeList(_ path: String) throws(ReadingError) -> ReadSociety {
    var peopleInput: InputFile?
    if let file = options.peopleFile {
      peopleInput = try open(file)
    } else {
      notices.append(Notice(.assumed, "no people file (--people): people are those who have ties"))
    }
    let shown = path == "-" ? "standard input" : path
    let source = LayerSource(
      name: "friendship", path: path, fileName: shown, kind: .friendship, isDirected: options.isDirected ? true : nil,
      format: options.format, share: nil, isAlone: true)
    let scorecard = try self.scorecard(SocietyFile(), folder: "")
    let (people, records) = try read(peopleInput, [source], of: shown)
    return try assemble(name: Self.name(ofFile: path), people: people, records: records, SocietyFile(), scorecard)
  }

  /// What a society in one file is called: the file's name without `.gz`, its extension, and KONECT's `out.` before it.
  static func name(ofFile path: String) -> String {
    if path == "-" { return "standard input" }
    var url = URL(fileURLWithPath: path)
    if url.pathExtension == "gz" { url = url.deletingPathExtension() }
    let name = url.lastPathComponent
    return name.hasPrefix("out.") && name.count > 4
      ? String(name.dropFirst(4)) : url.deletingPathExtension().lastPathComponent
  }

  private mutating func readGraphML(_ input: InputFile, _ path: String) throws(ReadingError) -> ReadSociety {
    files.append(FileRecord(name: input.name, bytes: input.storedCount, sha256: input.sha256))
    let source = try GraphMLSource(input, options: options, log: &log, notices: &notices)
    let scorecard = try self.scorecard(source.description, folder: "")
    let name = Self.name(ofFile: path)
    let records = source.layers.map { layer in
      let place = LayerSource(
        name: layer.name, path: path, fileName: input.name, kind: .friendship, isDirected: source.isDirected, share: nil
      )
      return Records(source: place, isDirected: source.isDirected, name: layer.name, records: layer.records)
    }
    return try assemble(name: name, people: source.people, records: records, source.description, scorecard)
  }

  /// The notice of events that nobody asked for.
  static let eventsIgnored = Notice(.ignored, "events.csv is not used here; it belongs to a simulation")

  /// The notice of tables in a folder that are not read, if there are any.
  static func unread(in folder: String, read: [String]) -> Notice? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    func standard(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    let isRead = Set(read.map(standard))
    let unread = names.filter { $0.hasSuffix(".csv") && !isRead.contains(standard(folder + "/" + $0)) }.sorted()
    guard !unread.isEmpty else { return nil }
    return Notice(.ignored, count: unread.count, "files nobody names, not read: \(unread.joined(separator: ", "))")
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
    notices.append(card.notice)
    return card
  }

  // MARK: Ties

  /// A layer's records, and where they come from.
  struct Records {
    let source: LayerSource
    let isDirected: Bool
    let name: String
    let records: TieRecords
  }

  /// Reads people and ties.
  ///
  /// All files are opened first, so that what takes too much memory is refused before any work.
  private mutating func read(
    _ peopleInput: InputFile?, _ sources: [LayerSource], of name: String
  ) throws(ReadingError) -> (PeopleTable, [Records]) {
    var opened: [OpenTies] = []
    for source in sources {
      let input = try open(source.path, name: source.path == "-" ? nil : source.fileName)
      do throws(InputProblem) {
        opened.append(try OpenTies(source, input))
      } catch {
        log.add(error)
      }
    }
    let plan = ReadingPlan(people: peopleInput, ties: opened, rules: options.ties)
    try plan.check(limit: options.memoryLimit, name: name)
    if let notice = plan.notice { notices.append(notice) }
    var people = PeopleTable()
    if let peopleInput { people = readPeople(peopleInput) }
    // Files whose beginning says that they cannot be read are all that is told.
    if opened.isEmpty { try log.check() }
    let records = try readTies(opened, people: &people, hasPeopleFile: peopleInput != nil)
    return (people, records)
  }

  private mutating func readTies(
    _ opened: [OpenTies], people: inout PeopleTable, hasPeopleFile: Bool
  ) throws(ReadingError) -> [Records] {
    let before = people.count
    var all: [Records] = []
    for ties in opened {
      let (source, input) = (ties.source, ties.input)
      notices += ties.notices
      let reader = TieReader(
        source: source, options: options, layout: ties.layout,
        addsPeople: !hasPeopleFile || options.unknownPeople == .add, knowsEveryone: people.isWhole)
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
        all.append(Records(source: source, isDirected: ties.isDirected, name: layer.name, records: layer.records))
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
}
