import Foundation

extension PackDescription {
  /// The largest `society.json` that is read.
  private static let largestFile = 64 << 20

  private struct Probe: Decodable {
    let format: String?
    let version: Int?
  }

  /// Reads `society.json` and checks everything in it that can be checked without the arrays.
  ///
  /// - Throws: a `noInput` error if the file is not there, `badData` for what is wrong in it.
  static func read(folder: String) throws(ReadingError) -> (description: PackDescription, record: FileRecord) {
    let path = folder + "/" + fileName
    let size = try RegularFile.size(path, name: fileName)
    func refuse(_ message: String) -> ReadingError {
      ReadingError(.badData, [InputProblem(file: fileName, message)])
    }
    guard size <= largestFile else { throw refuse("the file has \(size) bytes; \(largestFile) at most were expected") }
    let input = try InputFile.read(path, name: fileName)
    let description: PackDescription
    do throws(InputProblem) {
      description = try decode(input)
      try description.check()
    } catch {
      throw ReadingError(.badData, [error])
    }
    return (description, FileRecord(name: fileName, bytes: input.bytes.count, sha256: input.sha256))
  }

  private static func decode(_ input: InputFile) throws(InputProblem) -> PackDescription {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(input.bytes)
    do {
      let probe = try decoder.decode(Probe.self, from: data)
      guard probe.format == formatName else {
        throw InputProblem(
          file: fileName,
          "the format is \(probe.format.map { "\"\($0)\"" } ?? "missing"); \"\(formatName)\" was expected")
      }
      guard probe.version == currentVersion else {
        let version = probe.version.map(String.init) ?? "missing"
        throw InputProblem(file: fileName, "the version is \(version); \(currentVersion) was expected")
      }
      return try decoder.decode(PackDescription.self, from: data)
    } catch let problem as InputProblem {
      throw problem
    } catch {
      throw InputProblem(file: fileName, sentence(error))
    }
  }

  private static func sentence(_ error: any Error) -> String {
    func place(_ path: [any CodingKey], _ key: String? = nil) -> String {
      let keys = path.map { $0.intValue.map(String.init) ?? $0.stringValue } + (key.map { [$0] } ?? [])
      return keys.joined(separator: ".")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return "\"\(place(context.codingPath, key.stringValue))\" is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return "\"\(place(context.codingPath))\" is not of the kind that was expected (\(type))"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\"\(place(context.codingPath))\" has a value that is not understood"
    default: return "this is not valid JSON"
    }
  }

  // MARK: What can be checked without the arrays

  private func check() throws(InputProblem) {
    func refuse(_ message: String) -> InputProblem { InputProblem(file: Self.fileName, message) }
    guard people >= 1, people <= Int(Int32.max) else {
      throw refuse("there are \(people) people; 1 to \(Int32.max) were expected")
    }
    guard let known = Scale(named: scale), known.name == scale else {
      throw refuse("\"\(scale)\" is not a scale; zhima, fico, unit or LOW:HIGH was expected")
    }
    if let text = susceptibility, let number = Numerals.number(text), !(0...1).contains(number) {
      throw refuse("\"susceptibility\" is \"\(text)\"; a number from 0 to 1, a column or degree was expected")
    }
    if let mix, mix != "per-layer", mix != "pooled" {
      throw refuse("\"mix\" is \"\(mix)\"; per-layer or pooled was expected")
    }
    for text in [name, susceptibility ?? ""] + notices.map(\.text) + columns.map(\.name)
    where text.unicodeScalars.contains(where: Self.isForbidden) {
      throw refuse("a text holds a control character; plain text was expected")
    }
    var names: Set<String> = []
    for column in columns where column.name.isEmpty || !names.insert(column.name.lowercased()).inserted {
      throw refuse("column \"\(column.name)\" has no name of its own; each name once was expected")
    }
    try checkLayers()
    for share in order.map({ [$0.nearBefore, $0.nearAfter] }) ?? [] where !(0...1).contains(share) {
      throw refuse("a share of near ties is \(share); a number from 0 to 1 was expected")
    }
    var files: Set<String> = []
    for array in arrays {
      let isPlain = array.file.utf8.allSatisfy {
        $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
      }
      guard isPlain, array.file.hasSuffix(".npy"), !array.file.hasPrefix("."), array.file.utf8.count <= 255 else {
        throw refuse(
          "\"\(array.file)\" is not a file's name; letters, digits, -, _ and ., and .npy at the end were expected")
      }
      guard files.insert(array.file.lowercased()).inserted else {
        throw refuse("\"\(array.file)\" stands for two arrays; one was expected")
      }
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n" && scalar != "\r"
  }

  private func checkLayers() throws(InputProblem) {
    func refuse(_ message: String) -> InputProblem { InputProblem(file: Self.fileName, message) }
    var names: Set<String> = []
    for layer in layers {
      if let problem = TieReader.problem(withLayerName: layer.name) { throw refuse(problem) }
      guard names.insert(layer.name.lowercased()).inserted else {
        throw refuse("layer \"\(layer.name)\" stands there twice; each name once was expected")
      }
      if let share = layer.share, !(share >= 0 && share <= FieldText.largestNumber) {
        throw refuse("the share of layer \"\(layer.name)\" is \(share); a number of 0 or more was expected")
      }
      guard layer.directed == (layer.reverse != nil) else {
        throw refuse("layer \"\(layer.name)\": directed layers, and no others, have \"reverse\"")
      }
      for ties in [layer.ties, layer.rowTies, layer.reverse].compactMap({ $0 }) {
        guard ties.arcs >= 0, (ties.weights == nil) != (ties.weight == nil) else {
          throw refuse("ties of layer \"\(layer.name)\" need a number of arcs, and either \"weights\" or \"weight\"")
        }
        if let weight = ties.weight, !TieCheck.weights.contains(weight) {
          throw refuse("the weight of layer \"\(layer.name)\" is \(weight); \(TieCheck.expected) was expected")
        }
      }
    }
    guard layers.contains(where: { ($0.rowTies ?? $0.ties).arcs > 0 }) else { throw refuse("there is no tie") }
    guard layers.contains(where: { ($0.share ?? 1) > 0 }) else {
      throw refuse("every layer has share 0; one above 0 was expected")
    }
  }
}
