import Foundation
import GraphModel

/// Two run folders compared file by file and byte by byte: one run, and the same made again.
///
/// `run.json` counts without its object `machine`, which says where and when, and without the program's version if that
/// differs, which `versions` tells. Pictures (SVG, PNG, PDF) that somebody has put into the folder are no part of a run.
public struct RunFolderComparison: Sendable, Equatable {
  /// How many files the two folders have together, each counted once.
  public let files: Int
  /// How many bytes the first folder's files have.
  public let bytes: Int
  /// The files that differ, by name.
  public let differences: [RunDifference]
  /// The versions of the program that made the two, if they are not the same.
  public let versions: [String]
  /// Pictures in the first folder that were left aside, by name.
  public let pictures: [String]

  /// Compares two folders.
  ///
  /// - Parameter isWanted: asked before each file; once it says no, the comparison ends.
  /// - Returns: `nil` if it ended so.
  /// - Throws: `noInput` if a file cannot be read.
  public init?(_ first: String, _ second: String, isWanted: () -> Bool = { true }) throws(ReadingError) {
    let (one, other) = (Self.files(in: first), Self.files(in: second))
    let isPicture = { (name: String) in [".svg", ".png", ".pdf"].contains { name.hasSuffix($0) } }
    pictures = one.keys.filter { isPicture($0) && other[$0] == nil }.sorted()
    var differences: [RunDifference] = []
    var versions: [String] = []
    let names = Set(one.keys).union(other.keys).subtracting(pictures).sorted()
    for name in names {
      guard isWanted() else { return nil }
      if other[name] == nil {
        differences.append(RunDifference(name, .missing))
      } else if one[name] == nil {
        differences.append(RunDifference(name, .extra))
      } else if name == RecordedRun.descriptionName {
        let texts = try [first, second].map { (folder) throws(ReadingError) in
          DescriptionText(String(decoding: try InputFile.read(folder + "/" + name).bytes, as: UTF8.self))
        }
        let made = texts.map { $0.version.map(String.init) ?? "" }
        if made[0] != made[1] { versions = made }
        if let (line, text, again) = texts[0].firstDifference(from: texts[1], ignoringVersion: true) {
          differences.append(RunDifference(name, .content, line: line, first: text, second: again))
        }
      } else if let difference = try Self.difference(name, first + "/" + name, second + "/" + name) {
        differences.append(difference)
      }
    }
    files = names.count
    bytes = names.reduce(0) { $0 + (one[$1] ?? 0) }
    self.differences = differences
    self.versions = versions
  }

  private static func difference(
    _ name: String, _ first: String, _ second: String
  ) throws(ReadingError) -> RunDifference? {
    let pair = try FilePair(first, second)
    defer { pair.close() }
    guard let place = pair.firstDifference() else { return nil }
    guard place.isText else { return RunDifference(name, .content, byte: place.byte) }
    let (text, again) = pair.text(at: place)
    return RunDifference(name, .content, line: place.line, first: text, second: again)
  }

  /// The files of a folder and of those in it, with their sizes.
  private static func files(in folder: String) -> [String: Int] {
    var files: [String: Int] = [:]
    let manager = FileManager.default
    for name in (try? manager.subpathsOfDirectory(atPath: folder)) ?? [] {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard unsafe manager.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[name] = (try? manager.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    }
    return files
  }
}
