import Analysis
import Foundation
import GraphModel
import Simulation

/// A run folder that is read back: what was run, what was found, and what pictures are drawn from.
public struct RecordedRun: Sendable, Equatable {
  /// What kind of run it is, with what it found.
  public enum Content: Sendable, Equatable {
    /// A run of `analyze`; the portrait is missing in runs that were written without one.
    case analysis(RunDescription, Portrait?)
    /// A run of `simulate`.
    case simulation(SimulationDescription, SimulationPortrait?)
  }

  /// The folder, as it was named.
  public let folder: String
  /// What it holds.
  public let content: Content

  /// The file that tells what was run.
  static let descriptionName = "run.json"
  /// The file that pictures are drawn from.
  static let portraitName = "portrait.json"
  /// The report as a page.
  public static let pageName = "report.html"

  /// The program's version that wrote the run.
  public var version: String {
    switch content {
    case .analysis(let description, _): description.version
    case .simulation(let description, _): description.version
    }
  }

  /// Opens a run folder.
  ///
  /// - Parameters:
  ///   - path: where it stands.
  ///   - version: the version of the program that reads it.
  /// - Throws: `noInput` if there is no such folder; `badData` if it is not a run, or its files cannot be read: the file,
  ///   where in it if that is known, and if another version wrote it, which. What they hold must fit together, so that
  ///   a report can be made of it without looking again.
  public init(opening path: String, version: String) throws(ReadingError) {
    let trimmed = String(path.reversed().drop { $0 == "/" }.reversed())
    let folder = trimmed.isEmpty ? path : trimmed
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      let isBegun = FileManager.default.fileExists(atPath: folder + ".partial")
      throw ReadingError(
        .noInput,
        [InputProblem(file: folder, isBegun ? "the run is not whole yet" : "there is no such run folder")],
        hint: isBegun ? "If it was interrupted, go on with: graph-tool simulate --resume \(folder)" : nil)
    }
    let path = folder + "/" + Self.descriptionName
    guard isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw ReadingError(
        .badData,
        [
          InputProblem(
            file: folder, "it is not a run: a folder with \(Self.descriptionName), as -o makes it, was expected")
        ])
    }
    let file = RecordedFile(path: path, data: data, reader: version)
    let heading = try file.value(Heading.self, writer: nil)
    guard let writer = heading.version, let command = heading.command, heading.findings != nil else {
      throw ReadingError(
        .badData, [InputProblem(file: path, "it does not describe a run: version, command and findings were expected")])
    }
    self.folder = folder
    // Only simulations have a scenario.
    if heading.scenario != nil {
      let description = try file.value(SimulationDescription.self, writer: writer)
      try file.check(ValueProblem.within("findings", description.findings.check()))
      content = .simulation(
        description,
        try Self.portrait(SimulationPortrait.self, in: folder, writer: writer, reader: version) {
          (portrait) throws(ValueProblem) in try portrait.check(for: description.findings)
        })
    } else if command.contains("analyze") {
      let description = try file.value(RunDescription.self, writer: writer)
      try file.check(ValueProblem.within("findings", description.findings.check()))
      content = .analysis(
        description,
        try Self.portrait(Portrait.self, in: folder, writer: writer, reader: version) {
          (portrait) throws(ValueProblem) in try portrait.check(for: description.findings)
        })
    } else {
      throw ReadingError(
        .badData, [InputProblem(file: path, "it is neither a run of analyze nor of simulate, the ones that are read")])
    }
  }

  private static func portrait<Value: Decodable>(
    _ type: Value.Type, in folder: String, writer: String, reader: String,
    check: (Value) throws(ValueProblem) -> Void
  ) throws(ReadingError) -> Value? {
    let path = folder + "/" + portraitName
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let file = RecordedFile(path: path, data: data, reader: reader)
    let value = try file.value(type, writer: writer)
    try file.check(check(value))
    return value
  }

  /// What tells a run from other JSON, and one kind from another.
  private struct Heading: Decodable {
    struct Anything: Decodable { init(from decoder: any Decoder) {} }
    let version: String?
    let command: [String]?
    let scenario: Anything?
    let findings: Anything?
  }
}

/// A JSON file of a run folder.
private struct RecordedFile {
  let path: String
  let data: Data
  /// The version of the program that reads it.
  let reader: String

  /// The value that it holds.
  ///
  /// - Parameter writer: the version that wrote it, if that is known.
  func value<Value: Decodable>(_ type: Value.Type, writer: String?) throws(ReadingError) -> Value {
    do {
      return try JSONText.value(type, from: data)
    } catch {
      throw ReadingError(.badData, [problem(error, writer)])
    }
  }

  /// Checks the value that it holds; the error names the file and the key.
  func check(_ check: @autoclosure () throws(ValueProblem) -> Void) throws(ReadingError) {
    do throws(ValueProblem) {
      try check()
    } catch {
      throw ReadingError(.badData, [InputProblem(file: path, "\(error.key): \(error.reason)")])
    }
  }

  private func problem(_ error: any Error, _ writer: String?) -> InputProblem {
    guard let error = error as? DecodingError else { return InputProblem(file: path, "it cannot be read: \(error)") }
    let (place, reason) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath + [key], "it is missing")
      case .valueNotFound(_, let context): (context.codingPath, "it has no value")
      case .typeMismatch(_, let context): (context.codingPath, "it is of another kind than expected")
      case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
      @unknown default: ([any CodingKey](), "it cannot be read")
      }
    if place.isEmpty {
      if case .dataCorrupted = error { return InputProblem(file: path, line: damagedLine, "it is not JSON") }
      return InputProblem(file: path, "it does not describe a run: \(reason)")
    }
    let name = place.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    let version =
      writer.map { $0 == reader ? "" : "; version \($0) wrote this run, and \(reader) cannot read it" } ?? ""
    return InputProblem(file: path, "\(name): \(reason)\(version)")
  }

  /// The line at which the text stops being JSON, as far as can be told.
  private var damagedLine: Int? {
    do {
      _ = try JSONSerialization.jsonObject(with: data)
      return nil
    } catch {
      // The decoder does not say where; the older parser says it in words only.
      let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
      let byte = words.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) } ?? data.count
      return data.prefix(byte).count { $0 == UInt8(ascii: "\n") } + 1
    }
  }
}
