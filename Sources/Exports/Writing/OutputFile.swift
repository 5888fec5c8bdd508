import Foundation

/// A file that is open for writing; it is closed at the latest when nobody holds it any more.
final class OutputFile: @unchecked Sendable {
  // @unchecked: `descriptor` changes only in `close`, which whoever made the file calls last.

  /// Where it is.
  let path: String
  private var descriptor: Int32

  /// Makes a file, or empties it.
  init(creating path: String) throws(ExportError) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    self.path = path
    guard descriptor >= 0 else {
      throw ExportError(.cannotCreate, path, "the file cannot be made; check that its folder exists and is writable")
    }
  }

  /// Opens a file to write behind its first bytes; what stands further back is cut off.
  ///
  /// - Parameter length: how many bytes stay.
  init(continuing path: String, at length: Int) throws(ExportError) {
    descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0, lseek(descriptor, 0, SEEK_END) >= length else {
      throw ExportError(.writing, path, "the file is gone or shorter than it was")
    }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) == length else {
      throw ExportError(.writing, path, "writing failed; the disk may be full")
    }
  }

  deinit { if descriptor >= 0 { _ = Foundation.close(descriptor) } }

  /// Writes bytes behind those that are there.
  func write(_ bytes: Span<UInt8>) throws(ExportError) {
    let descriptor = descriptor
    let isWritten = unsafe bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let count = unsafe Foundation.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
        if count >= 0 { start += count } else if errno != EINTR { return false }
      }
      return true
    }
    guard isWritten else { throw ExportError(.writing, path, "writing failed; the disk may be full") }
  }

  /// Closes it.
  func close() throws(ExportError) {
    let isClosed = Foundation.close(descriptor) == 0
    let reason = errno
    descriptor = -1
    guard isClosed else {
      throw ExportError(.writing, path, "closing failed: \(unsafe String(cString: strerror(reason)))")
    }
  }
}
