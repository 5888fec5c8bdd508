import Foundation

/// Makes the outline of a society, in the order of `SocietyReader`.
struct OutlineBuilder {
  let options: ReadingOptions
  private var notices: [Notice] = []
  private var layerNotices: [Notice] = []
  private var files: [FileRecord] = []
  private var foldersRead: [String] = []

  init(options: ReadingOptions) { self.options = options }

  mutating func outline(of path: String) throws(ReadingError) -> SocietyOutline {
    if path == "-" { throw Self.refused("standard input", "it") }
    if SocietyOutline.isURL(path) { return try elsewhere(path) }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadingError(
        .noInput, [InputProblem(file: path, "there is no such file or folder")],
        hint: "A society is a folder with people.csv and friendships.csv, or one edge list in CSV.")
    }
    guard isFolder.boolValue, !Self.isParquet(path) else { return try edgeList(path) }
    if PackedSociety.isPack(path) { throw Self.refused(path, "a packed society") }
    if options.peopleFile != nil {
      throw ReadingError(
        .usage,
        [InputProblem(file: path, "--people goes with a single edge list; this is a folder with its own people")])
    }
    if options.isDirected {
      throw ReadingError(
        .usage,
        [
          InputProblem(
            file: path,
            "--directed goes with a single edge list; a folder says in society.yaml which of its layers are directed")
        ])
    }
    return try folder(path)
  }

  private static func refused(_ path: String, _ what: String) -> ReadingError {
    ReadingError(
      .usage,
      [
        InputProblem(
          file: path,
          "\(what) cannot be read on Spark; a folder with CSV or Parquet files, an edge list in CSV, or a URL was expected"
        )
      ])
  }

  private static func isParquet(_ path: String) -> Bool {
    let name = URL(fileURLWithPath: path).lastPathComponent.lowercased()
    return name.hasSuffix(".parquet")
  }

  // MARK: A URL

  private mutating func elsewhere(_ url: String) throws(ReadingError) -> SocietyOutline {
    let path = String(url.reversed().drop { $0 == "/" }.reversed())
    let isEdgeList = [".csv", ".csv.gz", ".parquet"].contains(where: path.lowercased().hasSuffix)
    if options.isDirected, !isEdgeList {
      throw ReadingError(
        .usage, [InputProblem(file: url, "--directed goes with a single edge list; this is taken for a folder")])
    }
    if let people = options.peopleFile {
      try note(people, name: people)
    } else if isEdgeList {
      notices.append(Notice(.assumed, "no people file (--people): people are those who have ties"))
    }
    let card = try scorecard(SocietyFile(), folder: "")
    var layers: [SocietyOutline.LayerFile] = []
    if isEdgeList {
      if !options.isDirected { notices.append(Notice(.assumed, "ties in \(url) go both ways (--directed)")) }
      layers = [
        .init(name: "friendship", path: path, kind: .friendship, isDirected: options.isDirected, share: nil)
      ]
    }
    return outline(
      name: isEdgeList ? SocietyReader.name(ofFile: path) : path.split(separator: "/").last.map(String.init) ?? path,
      people: options.peopleFile, layers: layers, SocietyFile(), card)
  }

  // MARK: A folder

  private mutating func folder(_ folder: String) throws(ReadingError) -> SocietyOutline {
    func path(_ file: String) -> String { folder.hasSuffix("/") ? folder + file : folder + "/" + file }
    func has(_ file: String) -> Bool { InputFile.stands(at: path(file)) }
    func found(_ name: String) -> String? {
      ["\(name).parquet", "\(name).csv", "\(name).csv.gz"].first(where: has)
    }
    var description = SocietyFile()
    if has("society.yaml") {
      let input = try InputFile.read(path("society.yaml"), name: "society.yaml")
      files.append(input.record)
      do { description = try SocietyFile(input) } catch { throw ReadingError(.badData, [error]) }
    }
    let people = found("people")
    if let people {
      try note(path(people), name: people)
    } else {
      notices.append(Notice(.assumed, "there is no people.csv: people are those who have ties"))
    }
    var layers: [(file: String, layer: SocietyOutline.LayerFile, format: TieFormat)] = description.layers.map { layer in
      (layer.file, .init(layer, path: path(layer.file)), layer.format)
    }
    if layers.isEmpty {
      let usual: [(String, String, Layer.Kind)] = [
        ("friendship", "friendships", .friendship), ("transaction", "transactions", .transaction),
      ]
      layers = usual.compactMap { name, file, kind in
        found(file).map { ($0, .init(name: name, path: path($0), kind: kind, isDirected: nil, share: nil), .auto) }
      }
    }
    if layers.isEmpty {
      throw ReadingError(
        .noInput,
        [
          InputProblem(
            file: folder,
            "there is neither friendships nor transactions in CSV or Parquet, and no society.yaml that names layers")
        ])
    }
    let read = [people.map(path), path("events.csv")].compactMap(\.self) + layers.map(\.layer.path)
    if let unread = SocietyReader.unread(in: folder, read: read) { notices.append(unread) }
    let card = try scorecard(description, folder: path(""))
    var readable: [SocietyOutline.LayerFile] = []
    for (file, layer, format) in layers {
      readable.append(try checked(layer, name: file, format: format, isAlone: false))
    }
    notices += layerNotices
    if has("events.csv") { notices.append(SocietyReader.eventsIgnored) }
    return outline(
      name: URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent, people: people.map(path),
      layers: readable, description, card)
  }

  // MARK: An edge list

  private mutating func edgeList(_ path: String) throws(ReadingError) -> SocietyOutline {
    if let people = options.peopleFile {
      try note(people, name: people)
    } else {
      notices.append(Notice(.assumed, "no people file (--people): people are those who have ties"))
    }
    let card = try scorecard(SocietyFile(), folder: "")
    let layer = SocietyOutline.LayerFile(
      name: "friendship", path: path, kind: .friendship, isDirected: options.isDirected ? true : nil, share: nil)
    let readable = try checked(layer, name: path, format: options.format, isAlone: true)
    notices += layerNotices
    return outline(
      name: SocietyReader.name(ofFile: path), people: options.peopleFile, layers: [readable], SocietyFile(), card)
  }

  // MARK: Files

  /// Notes a file that is read, with its digest; of a folder of Parquet files, the name alone.
  private mutating func note(_ path: String, name: String) throws(ReadingError) {
    if SocietyOutline.isURL(path) { return }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadingError(.noInput, [InputProblem(file: name, "there is no such file")])
    }
    if isFolder.boolValue {
      guard Self.isParquet(path) else {
        throw ReadingError(.noInput, [InputProblem(file: name, "this is a folder; a file was expected")])
      }
      foldersRead.append(name)
    } else {
      files.append(try FileRecord(reading: path, name: name))
    }
  }

  /// The layer with its direction as its file says it, if it is one that Spark reads.
  private mutating func checked(
    _ layer: SocietyOutline.LayerFile, name: String, format: TieFormat, isAlone: Bool
  ) throws(ReadingError) -> SocietyOutline.LayerFile {
    try note(layer.path, name: name)
    let isTold = layer.kind == .transaction
    func assumption() -> [Notice] {
      isAlone && layer.isDirected == nil ? [Notice(.assumed, "ties in \(name) go both ways (--directed)")] : []
    }
    // The first lines of packed and of Parquet files are not to be had without reading them.
    if Self.isParquet(layer.path) || name.hasSuffix(".gz") {
      layerNotices += assumption()
      return layer
    }
    let input = try InputFile.read(layer.path, name: name)
    do throws(InputProblem) {
      let layout = try FormatDetector.layout(of: input, named: format)
      guard layout.format == .csv || layout.format == .gephi else {
        throw InputProblem(
          file: name, "\(layout.format.rawValue) cannot be read on Spark; a table in CSV or Parquet was expected")
      }
      let isDirected = isTold ? layer.isDirected : try layout.isDirected(asked: layer.isDirected, file: name)
      layerNotices += layout.notices(asked: layer.isDirected, file: name, tellsDirection: !isTold)
      guard layout.direction != nil else {
        layerNotices += assumption()
        return layer
      }
      return SocietyOutline.LayerFile(
        name: layer.name, path: layer.path, kind: layer.kind, isDirected: isDirected, share: layer.share)
    } catch {
      throw ReadingError(.usage, [error])
    }
  }

  private mutating func scorecard(_ description: SocietyFile, folder: String) throws(ReadingError) -> Scorecard? {
    guard options.scores == .given, let name = options.scorecard ?? description.scorecard else { return nil }
    let card: Scorecard
    if let builtIn = try Scorecard.builtIn(name) {
      card = builtIn
    } else {
      let input = try InputFile.read(options.scorecard == nil ? folder + name : name, name: name)
      files.append(input.record)
      card = try Scorecard(input)
    }
    notices.append(card.notice)
    return card
  }

  private func outline(
    name: String, people: String?, layers: [SocietyOutline.LayerFile], _ description: SocietyFile, _ card: Scorecard?
  ) -> SocietyOutline {
    SocietyOutline(
      name: name, people: people, layers: layers, scale: options.scale ?? description.scale,
      scoreColumn: description.scoreColumn, scorecard: card, wishes: description.wishes, notices: notices, files: files,
      foldersRead: foldersRead)
  }
}

extension SocietyOutline.LayerFile {
  fileprivate init(_ entry: SocietyFile.LayerEntry, path: String) {
    self.init(name: entry.name, path: path, kind: entry.kind, isDirected: entry.isDirected, share: entry.share)
  }
}
