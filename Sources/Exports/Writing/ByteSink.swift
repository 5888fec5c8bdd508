import Foundation

/// Text on its way to a file, in pieces of about a megabyte.
struct ByteSink: ~Copyable {
  private static let pieceSize = 1 << 20

  private let handle: FileHandle
  private let path: String
  private var buffer: [UInt8] = []

  /// Makes a file, or empties it.
  init(creating path: String) throws(ExportError) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw ExportError(.cannotCreate, path, "the file cannot be made; check that its folder exists and is writable")
    }
    self.handle = handle
    self.path = path
    buffer.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Adds text.
  mutating func write(_ text: String) throws(ExportError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize { try flush() }
  }

  /// Adds bytes; a large piece goes to the file as it is.
  mutating func write(_ bytes: [UInt8]) throws(ExportError) {
    if bytes.count < Self.pieceSize / 16 {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.pieceSize { try flush() }
    } else {
      try flush()
      try put(bytes)
    }
  }

  /// Writes what is left and closes the file.
  consuming func close() throws(ExportError) {
    try flush()
    do { try handle.close() } catch {
      throw ExportError(.writing, path, "closing failed: \(error.localizedDescription)")
    }
  }

  private mutating func flush() throws(ExportError) {
    if buffer.isEmpty { return }
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(ExportError) {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw ExportError(.writing, path, "writing failed; the disk may be full")
    }
  }
}
