import CZlib
import Compute

/// Unpacks gzip data (RFC 1952), of one member or several, into memory.
enum Gunzip {
  /// Why data cannot be unpacked.
  enum Failure: Error, Equatable {
    /// The data ends within a member.
    case truncated
    /// The data is damaged, or something else stands behind it; zlib's or our own word for it.
    case corrupt(String)
    /// The text would be longer than the limit, in bytes.
    case tooLarge(limit: Int)
  }

  /// How much is unpacked at a time, in bytes.
  private static let step = 1 << 18

  /// Whether bytes begin as gzip data does.
  static func recognises(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The unpacked bytes; zeros behind the last member are padding.
  ///
  /// - Parameters:
  ///   - packed: whole gzip data.
  ///   - limit: how many bytes may come out, or `nil`.
  /// - Throws: `Failure`; the members' checksums and lengths are checked.
  static func inflate(_ packed: UnsafeRawBufferPointer, limit: Int? = nil) throws(Failure) -> [UInt8] {
    var stream = unsafe z_stream()
    // 15 bits of window, and 16 asks for the gzip format.
    let started = unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard started == Z_OK else { throw .corrupt("zlib \(started)") }
    defer { unsafe inflateEnd(&stream) }
    var result: [UInt8] = []
    var position = 0
    let packedCount = packed.count
    while true {
      var status = Z_OK
      // zlib counts input in 32 bits.
      let given = min(packedCount - position, 1 << 30)
      unsafe stream.next_in = UnsafeMutablePointer(
        mutating: packed.baseAddress.map { unsafe ($0 + position).assumingMemoryBound(to: UInt8.self) })
      unsafe stream.avail_in = UInt32(given)
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: step) { room, count in
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(step)
        status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        count = unsafe step - Int(stream.avail_out)
      }
      result += piece
      position += unsafe given - Int(stream.avail_in)
      if let limit, result.count > limit { throw .tooLarge(limit: limit) }
      switch status {
      case Z_STREAM_END:
        let rest = unsafe packed[position...]
        if unsafe rest.allSatisfy({ $0 == 0 }) { return result }
        guard unsafe recognises(rest) else { throw .corrupt("something else follows the packed data") }
        unsafe inflateReset(&stream)
      case Z_OK, Z_BUF_ERROR:
        if position == packedCount, piece.isEmpty { throw .truncated }
      default:
        throw .corrupt(unsafe stream.msg.map { unsafe String(cString: $0) } ?? "zlib \(status)")
      }
    }
  }

  /// The unpacked bytes of a buffer; as above.
  static func inflate(_ packed: SharedBuffer<UInt8>, limit: Int? = nil) throws(Failure) -> [UInt8] {
    let result = unsafe packed.span.withUnsafeBytes { bytes in
      Result { () throws(Failure) in try unsafe inflate(bytes, limit: limit) }
    }
    return try result.get()
  }
}
