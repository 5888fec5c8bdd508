import Foundation
import GraphModel

/// What a run was read from, and where that stands now.
///
/// `run.json` names the files of a folder as they are called in it, and others as they were typed. What does not start with
/// a slash is looked for from a folder that the caller names.
public struct RunInputs: Sendable {
  private let records: [FileRecord]
  private let society: String
  private let typed: Set<String>
  private let base: String

  /// Inputs.
  ///
  /// - Parameters:
  ///   - records: the files, as `run.json` has them.
  ///   - society: the folder or file of the society, as it was typed.
  ///   - typed: files that were named on the command line, not found in the society's folder.
  ///   - base: where relative paths start.
  public init(_ records: [FileRecord], society: String, typed: Set<String> = [], from base: String) {
    self.records = records
    self.society = society
    self.typed = typed
    self.base = base
  }

  /// A path seen from a folder.
  public static func path(_ path: String, from base: String) -> String {
    path.hasPrefix("/") || base.isEmpty || base == "." ? path : base.hasSuffix("/") ? base + path : base + "/" + path
  }

  /// Checks that every file is there, and the same.
  ///
  /// - Throws: `noInput` if one is missing, else `badData` if one has changed, with every such file; `badData` for what
  ///   came from standard input.
  public func check() throws(ReadingError) {
    if society == "-" || records.contains(where: { $0.name == "standard input" }) {
      throw ReadingError(
        .badData, [InputProblem(file: "standard input", "the run was read from it, so it cannot be made again")])
    }
    let root = Self.path(society, from: base)
    guard FileManager.default.fileExists(atPath: root) else {
      throw ReadingError(.noInput, [InputProblem(file: root, "the run was read from here, and it is not there")])
    }
    var (missing, changed): ([InputProblem], [InputProblem]) = ([], [])
    for record in records {
      let path = place(of: record.name, root: root)
      guard let file = try? InputFile.read(path) else {
        missing.append(InputProblem(file: path, "the run read this file, and it is not there"))
        continue
      }
      if file.sha256 != record.sha256 { changed.append(Self.changed(path, record.sha256, file.sha256)) }
    }
    if !missing.isEmpty { throw ReadingError(.noInput, missing + changed) }
    if !changed.isEmpty { throw ReadingError(.badData, changed) }
  }

  /// A file that is not what the run has read.
  public static func changed(_ path: String, _ before: String, _ now: String) -> InputProblem {
    InputProblem(
      file: path,
      "it has changed since the run was made: its SHA-256 was \(before.prefix(12))..., and is \(now.prefix(12))...")
  }

  private func place(of name: String, root: String) -> String {
    var isFolder: ObjCBool = false
    let isThere = unsafe FileManager.default.fileExists(atPath: root, isDirectory: &isFolder)
    return isThere && isFolder.boolValue && !typed.contains(name)
      ? Self.path(name, from: root) : Self.path(name, from: base)
  }
}
