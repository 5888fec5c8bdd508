import Analysis
import Foundation
import GraphModel

/// A folder of results, which appears whole or not at all.
///
/// It is built in `PATH.partial`, which is moved to `PATH` when it is complete. Whatever ends the program before leaves
/// `PATH` as it was.
public struct OutputFolder: Sendable {
  /// What a folder holds, by which one that may be replaced is known.
  public enum Kind: Sendable {
    /// A run: `run.json` stands in it.
    case run
    /// Graphs alone, as tables, arrays or a file each: see `GraphFormat`. There is no `run.json`.
    case graphs
    /// A society that this program made: its README says so.
    case madeSociety
    /// A packed society: `society.json` stands in it, and arrays.
    case pack
    /// Pictures alone.
    case plots

    /// Whether a folder with these files is one of the kind.
    fileprivate func fits(_ folder: String, _ names: [String]) -> Bool {
      switch self {
      case .run: return names.contains("run.json")
      case .graphs: return GraphFolderNames.fit(folder, names)
      case .pack: return names.contains("society.json") && names.contains("own_scores.npy")
      case .plots: return names.allSatisfy { $0.hasSuffix(".svg") || $0.hasSuffix(".png") || $0.hasSuffix(".pdf") }
      case .madeSociety:
        let readme = (try? String(contentsOfFile: folder + "/README.md", encoding: .utf8)) ?? ""
        return names.contains("people.csv") && readme.contains("graph-tool generate")
      }
    }

    fileprivate var name: String {
      switch self {
      case .run: "a run"
      case .graphs: "an export"
      case .madeSociety: "a generated society"
      case .pack: "a packed society"
      case .plots: "pictures"
      }
    }
  }

  /// Where the folder shall be.
  public let path: String
  /// Where it is built.
  public let partialPath: String

  /// Checks that the folder can be made, and makes the place where it is built.
  ///
  /// - Parameters:
  ///   - path: where it shall be.
  ///   - force: whether what stands there is replaced. Only an empty folder or one of the same kind is: nobody loses other
  ///     files by a slip.
  ///   - kind: what it will hold.
  public init(preparing path: String, force: Bool, kind: Kind = .run) throws(ExportError) {
    let trimmed = String(path.reversed().drop { $0 == "/" }.reversed())
    guard let name = trimmed.split(separator: "/").last, name != ".", name != "..", name != "-" else {
      throw ExportError(.cannotCreate, "-o", "\"\(path)\" is no name for a new folder")
    }
    self.path = trimmed
    partialPath = trimmed + ".partial"
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if unsafe manager.fileExists(atPath: trimmed, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw ExportError(.cannotCreate, trimmed, "a file stands here; a new folder was expected")
      }
      guard force else { throw ExportError(.cannotCreate, trimmed, "the folder exists already; --force replaces it") }
      let names = (try? manager.contentsOfDirectory(atPath: trimmed)) ?? []
      guard names.isEmpty || kind.fits(trimmed, names) else {
        throw ExportError(
          .cannotCreate, trimmed, "the folder holds other files than \(kind.name), so --force does not replace it")
      }
    }
    if unsafe manager.fileExists(atPath: partialPath, isDirectory: &isFolder), !isFolder.boolValue {
      throw ExportError(
        .cannotCreate, partialPath, "a file stands here, where the folder is to be built; move it away")
    }
    try? manager.removeItem(atPath: partialPath)
    do {
      try manager.createDirectory(atPath: partialPath, withIntermediateDirectories: true)
    } catch {
      throw ExportError(.cannotCreate, partialPath, "the folder cannot be made; check that you may write here")
    }
  }

  /// Goes on with a folder that was not finished.
  ///
  /// - Parameter path: where it shall be.
  /// - Returns: `nil` if nothing is being built there.
  public init?(reopening path: String) {
    self.path = String(path.reversed().drop { $0 == "/" }.reversed())
    partialPath = self.path + ".partial"
    var isFolder: ObjCBool = false
    let isThere = unsafe FileManager.default.fileExists(atPath: partialPath, isDirectory: &isFolder)
    guard !self.path.isEmpty, isThere, isFolder.boolValue else { return nil }
  }

  /// Removes what has been built so far.
  ///
  /// It is moved aside first, so that whoever still writes to it makes no new files there.
  public func abandon() {
    let aside = partialPath + ".abandoned"
    try? FileManager.default.removeItem(atPath: aside)
    do { try Renaming.move(partialPath, to: aside) } catch { return }
    try? FileManager.default.removeItem(atPath: aside)
  }

  /// Moves the finished folder to its place.
  public func finish() throws(ExportError) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else { return try Renaming.move(partialPath, to: path) }
    // A name that nobody else has chosen: PATH.old may well be the user's own.
    let old = "\(path).replaced-\(UUID().uuidString)"
    try Renaming.move(path, to: old)
    do {
      try Renaming.move(partialPath, to: path)
    } catch {
      try Renaming.move(old, to: path)
      throw error
    }
    try? manager.removeItem(atPath: old)
  }
}
