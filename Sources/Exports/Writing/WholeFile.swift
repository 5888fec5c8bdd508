import Foundation

/// A single output file that appears whole or not at all.
public enum WholeFile {
  /// Writes a file beside its place and moves it there when it is complete.
  ///
  /// - Parameters:
  ///   - path: where it shall be. Its folder must exist.
  ///   - force: whether a file that stands there is replaced.
  ///   - body: writes the content to the path it is given.
  public static func write(
    to path: String, force: Bool, _ body: (String) throws -> Void
  ) throws {
    try check(path, force: force)
    let partial = path + ".partial"
    do {
      try body(partial)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
    try Renaming.move(partial, to: path)
  }

  /// Writes a text.
  public static func write(to path: String, force: Bool, text: String) throws {
    try write(to: path, force: force) { partial in
      var sink = try ByteSink(creating: partial)
      try sink.write(text)
      try sink.close()
    }
  }

  /// Refuses a path that cannot be written to, before any work is done.
  public static func check(_ path: String, force: Bool) throws(ExportError) {
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw ExportError(.cannotCreate, path, "this is a folder; a file was expected") }
      let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      if let type, type != .typeRegular, type != .typeSymbolicLink {
        throw ExportError(.cannotCreate, path, "this is a device or a pipe; a file was expected")
      }
      if !force { throw ExportError(.cannotCreate, path, "the file exists already; --force replaces it") }
    }
  }
}

/// Moving a finished output into place.
enum Renaming {
  /// Renames in one step; what stands at the new path is replaced.
  static func move(_ old: String, to new: String) throws(ExportError) {
    guard unsafe rename(old, new) == 0 else {
      throw ExportError(.cannotCreate, new, "the finished output cannot be moved here (\(reason()))")
    }
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
