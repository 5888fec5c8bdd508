import Analysis
import Foundation
import GraphModel

/// A folder of results, which appears whole or not at all.
///
/// It is built in `PATH.partial`, which is moved to `PATH` when it is complete. Whatever ends the program before leaves
/// `PATH` as it was.
public struct OutputFolder: Sendable {
  /// Where the folder shall be.
  public let path: String
  /// Where it is built.
  public let partialPath: String

  /// Checks that the folder can be made, and makes the place where it is built.
  ///
  /// - Parameters:
  ///   - path: where it shall be.
  ///   - force: whether what stands there is replaced. Only an empty folder or one with the marker is: nobody loses other
  ///     files by a slip.
  ///   - marker: the file by which a folder of the kind is known.
  public init(preparing path: String, force: Bool, marker: String = "run.json") throws(ExportError) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
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
      guard names.isEmpty || names.contains(marker) else {
        throw ExportError(
          .cannotCreate, trimmed, "the folder is not empty and holds no \(marker), so --force does not replace it")
      }
    }
    try? manager.removeItem(atPath: partialPath)
    do {
      try manager.createDirectory(atPath: partialPath, withIntermediateDirectories: true)
    } catch {
      throw ExportError(.cannotCreate, partialPath, "the folder cannot be made; check that you may write here")
    }
  }

  /// Removes what has been built so far.
  public func abandon() { try? FileManager.default.removeItem(atPath: partialPath) }

  /// Moves the finished folder to its place.
  public func finish() throws(ExportError) {
    let manager = FileManager.default
    let old = path + ".old"
    let replaces = manager.fileExists(atPath: path)
    if replaces {
      try? manager.removeItem(atPath: old)
      try Renaming.move(path, to: old)
    }
    try Renaming.move(partialPath, to: path)
    if replaces { try? manager.removeItem(atPath: old) }
  }
}
