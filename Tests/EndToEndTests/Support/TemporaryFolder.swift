import Foundation

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder {
  /// Its path, without links in it.
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("graph-tool-tests-\(UUID().uuidString)")
    path = url.path
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("a test needs a temporary folder: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  func path(_ name: String) -> String { path + "/" + name }

  /// The same as a URL.
  func url(_ name: String) -> URL { URL(fileURLWithPath: path(name)) }

  /// Writes a file; folders on the way are made.
  func write(_ name: String, _ text: String) throws { try write(name, [UInt8](text.utf8)) }

  /// Writes a file of bytes; folders on the way are made.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url(name))
  }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  /// Makes a link in it.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  /// Reads a file.
  func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url(name)), as: UTF8.self) }

  /// Whether something stands there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The files in a folder of it, by their paths in that folder, folders inside included.
  func files(in name: String = "") throws -> [String: Data] {
    let folder = path(name)
    var files: [String: Data] = [:]
    for entry in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let url = URL(fileURLWithPath: folder + "/" + entry)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == false {
        files[entry] = try Data(contentsOf: url)
      }
    }
    return files
  }

  /// What stands in it, sorted, folders inside not opened.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}
