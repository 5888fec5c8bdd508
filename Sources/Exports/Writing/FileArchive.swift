import Foundation

/// Several files in one: a ZIP archive that any system unpacks.
///
/// Entries are stored as they are and carry no dates: the bytes depend on names and content alone.
public enum FileArchive {
  /// A file of an archive.
  public struct Entry: Sendable {
    /// Its path in the archive.
    public let name: String
    /// Where its content stands.
    public let content: Content

    /// A file of an archive.
    public init(_ name: String, _ content: Content) {
      self.name = name
      self.content = content
    }
  }

  /// Where the content of a file stands.
  public enum Content: Sendable {
    /// In a file at a path.
    case file(String)
    /// Here.
    case text(String)
  }

  /// Writes an archive.
  ///
  /// - Parameter path: where it shall be; the file is not checked and not whole before this returns.
  public static func write(_ entries: [Entry], to path: String) throws(ExportError) {
    var archive = try ZipFile(creating: path)
    for entry in entries {
      let bytes: [UInt8]
      switch entry.content {
      case .text(let text): bytes = Array(text.utf8)
      case .file(let file):
        guard let data = FileManager.default.contents(atPath: file) else {
          throw ExportError(.writing, path, "\(file) cannot be read any more")
        }
        bytes = Array(data)
      }
      try archive.add(bytes, named: entry.name)
    }
    _ = try archive.close()
  }
}
