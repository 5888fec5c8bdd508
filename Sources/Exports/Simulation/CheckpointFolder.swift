import Foundation

/// Where the last checkpoint of a run stands: whole, whatever ended the program.
///
/// A new one is built beside the old one, and only then takes its place. If the program ends between the two steps of
/// that, the old one is still there under its other name.
struct CheckpointFolder {
  /// Where the checkpoint is.
  let path: String
  private var building: String { path + ".new" }
  private var before: String { path + ".old" }

  /// The place of checkpoints in the folder of a run.
  init(in folder: String) { path = folder + "/checkpoint" }

  /// Whether there is one; puts one that was being replaced back into its place.
  func find() throws(ExportError) -> Bool {
    let manager = FileManager.default
    if !manager.fileExists(atPath: path), manager.fileExists(atPath: before) { try Renaming.move(before, to: path) }
    return manager.fileExists(atPath: path)
  }

  /// Replaces it.
  ///
  /// - Parameter body: writes the new one into the folder that it is given.
  func replace(_ body: (String) throws(ExportError) -> Void) throws(ExportError) {
    let manager = FileManager.default
    let isThere = try find()
    for rest in [building, before] { try? manager.removeItem(atPath: rest) }
    do {
      try manager.createDirectory(atPath: building, withIntermediateDirectories: false)
    } catch {
      throw ExportError(.writing, building, "the folder cannot be made; the disk may be full")
    }
    try body(building)
    if isThere { try Renaming.move(path, to: before) }
    try Renaming.move(building, to: path)
    try? manager.removeItem(atPath: before)
  }

  /// Takes it away.
  func remove() {
    for rest in [building, before, path] { try? FileManager.default.removeItem(atPath: rest) }
  }
}
