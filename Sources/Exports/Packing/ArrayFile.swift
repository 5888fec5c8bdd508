import Crypto
import Foundation
import GraphModel

/// Writes arrays into files of NumPy straight from memory, and knows their digests.
struct ArrayFile {
  private static let pieceSize = 8 << 20

  private let handle: FileHandle
  private let path: String
  private var hash = SHA256()

  /// Writes a one-dimensional array.
  ///
  /// - Parameters:
  ///   - values: the elements.
  ///   - kind: what they are.
  ///   - folder: where; it must exist.
  ///   - name: the file's name in it.
  /// - Returns: what `society.json` says of the array.
  static func write<Element: BitwiseCopyable>(
    _ values: Span<Element>, kind: ArrayHeader.Kind, folder: String, name: String
  ) throws(ExportError) -> PackDescription.Array {
    precondition(MemoryLayout<Element>.stride == kind.size, "the kind is that of the elements")
    var file = try ArrayFile(creating: folder + "/" + name)
    let header = ArrayHeader.bytes(kind, count: values.count)
    unsafe try file.write(header.span.bytes)
    let bytes = unsafe values.bytes
    var start = 0
    while start < bytes.byteCount {
      let end = min(start + pieceSize, bytes.byteCount)
      try file.write(bytes.extracting(start..<end))
      start = end
    }
    return PackDescription.Array(
      file: name, dtype: kind.rawValue, shape: [values.count], sha256: try file.close())
  }

  private init(creating path: String) throws(ExportError) {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else {
      throw ExportError(.cannotCreate, path, "the file cannot be made; check that its folder exists and is writable")
    }
    self.handle = handle
    self.path = path
  }

  private mutating func write(_ bytes: RawSpan) throws(ExportError) {
    let descriptor = handle.fileDescriptor
    let isWritten = unsafe bytes.withUnsafeBytes { buffer in
      unsafe hash.update(bufferPointer: buffer)
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = unsafe Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
    if !isWritten { throw ExportError(.writing, path, "writing failed; the disk may be full") }
  }

  /// Closes the file.
  ///
  /// - Returns: the digest in hexadecimal.
  private func close() throws(ExportError) -> String {
    do { try handle.close() } catch {
      throw ExportError(.writing, path, "closing failed: \(error.localizedDescription)")
    }
    return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
