import Foundation

/// A file whose bytes are seen in place, without reading them first.
///
/// The file must not change while it is mapped: one that is cut short under the program ends the program.
@safe public final class MappedFile: @unchecked Sendable {
  // @unchecked: the mapping is read-only and lives as long as the object.
  let base: UnsafeRawPointer
  /// How many bytes the file has.
  public let count: Int
  private let length: Int

  /// What cannot be mapped: no regular file, or one that may not be read.
  public struct Failure: Error, Sendable {
    /// The system's own word for what went wrong.
    public let reason: String
  }

  /// Maps a regular file.
  public init(path: String) throws(Failure) {
    var status = stat()
    // Looked at before it is opened: a named pipe that is opened and closed again has lost its writer.
    guard unsafe stat(path, &status) == 0 else { throw Self.failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "it is not a regular file") }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure() }
    defer { close(descriptor) }
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "it is not a regular file") }
    count = Int(status.st_size)
    // An empty mapping is refused by the system.
    length = max(1, count)
    guard let address = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe address != MAP_FAILED
    else { throw Self.failure() }
    unsafe base = UnsafeRawPointer(address)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), length) }

  /// The bytes.
  public var bytes: RawSpan {
    @_lifetime(borrow self) get {
      let span = unsafe RawSpan(_unsafeStart: base, byteCount: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Tells the system that the file will be read from start to end.
  public func expectSequentialReading() {
    _ = unsafe madvise(UnsafeMutableRawPointer(mutating: base), length, MADV_SEQUENTIAL)
  }

  private static func failure() -> Failure { unsafe Failure(reason: String(cString: strerror(errno))) }
}
