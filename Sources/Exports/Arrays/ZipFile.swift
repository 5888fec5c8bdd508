import CZlib
import Compute

/// A ZIP archive of entries that are stored as they are, such as an NPZ file.
///
/// Every entry has the date 1980-01-01, so that the bytes depend on the content alone. What 32 bits do not hold goes into
/// ZIP64 records. Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 6.3.10, sections 4.3 to 4.5.
struct ZipFile: ~Copyable {
  /// One entry, as the directory at the end lists it.
  private struct Entry {
    let name: [UInt8]
    let checksum: UInt32
    let size: Int
    let offset: Int
  }

  private var sink: ByteSink
  private var entries: [Entry] = []
  /// From which size and offset on 64 bits are used.
  private let wideFrom: Int
  /// 1980-01-01 in the format of MS-DOS.
  private static let date: UInt16 = 1 << 5 | 1

  /// Makes an archive.
  ///
  /// - Parameter wideFrom: from which size and offset on 64 bits are used; the format asks for them from 2^32 - 1 on.
  init(creating path: String, wideFrom: Int = 0xFFFF_FFFF) throws(ExportError) {
    sink = try ByteSink(creating: path)
    self.wideFrom = wideFrom
  }

  /// Adds an array as the entry `NAME.npy`.
  mutating func add(_ array: NumberArray, named name: String) throws(ExportError) {
    var checksum: UInt = 0
    try array.forEachPiece { (bytes) throws(ExportError) in checksum = Self.checksum(bytes, after: checksum) }
    try begin("\(name).npy", checksum, size: array.byteCount)
    try array.forEachPiece { (bytes) throws(ExportError) in try sink.write(bytes) }
  }

  /// Adds a file.
  mutating func add(_ bytes: [UInt8], named name: String) throws(ExportError) {
    let bytes = bytes.span
    try begin(name, Self.checksum(bytes, after: 0), size: bytes.count)
    try sink.write(bytes)
  }

  private static func checksum(_ bytes: Span<UInt8>, after checksum: UInt) -> UInt {
    unsafe bytes.withUnsafeBufferPointer { unsafe crc32_z(checksum, $0.baseAddress, $0.count) }
  }

  /// Writes what stands before an entry's bytes.
  private mutating func begin(_ name: String, _ checksum: UInt, size: Int) throws(ExportError) {
    let entry = Entry(
      name: Array(name.utf8), checksum: UInt32(truncatingIfNeeded: checksum), size: size, offset: sink.byteCount)
    entries.append(entry)
    let isWide = entry.size >= wideFrom
    try sink.write { text in
      text.append(little: 0x0403_4B50, bytes: 4)
      text.append(little: isWide ? 45 : 20, bytes: 2)
      Self.append(entry, size: isWide ? 0xFFFF_FFFF : entry.size, extra: isWide ? 20 : 0, to: &text)
      text.append(entry.name)
      if isWide { Self.append(wide: [entry.size, entry.size], to: &text) }
    }
  }

  /// Ends the archive.
  ///
  /// - Returns: how many bytes it has.
  consuming func close() throws(ExportError) -> Int {
    let start = sink.byteCount
    var isWide = start >= wideFrom || entries.count >= 0xFFFF
    for entry in entries {
      var wide: [Int] = []
      if entry.size >= wideFrom { wide += [entry.size, entry.size] }
      if entry.offset >= wideFrom { wide.append(entry.offset) }
      isWide = isWide || !wide.isEmpty
      let extra = wide.isEmpty ? 0 : 4 + 8 * wide.count
      let (size, offset) = (
        entry.size >= wideFrom ? 0xFFFF_FFFF : entry.size, entry.offset >= wideFrom ? 0xFFFF_FFFF : entry.offset
      )
      try sink.write { text in
        text.append(little: 0x0201_4B50, bytes: 4)
        text.append(little: 45, bytes: 2)
        text.append(little: wide.isEmpty ? 20 : 45, bytes: 2)
        Self.append(entry, size: size, extra: extra, to: &text)
        // No comment, one disk, no attributes.
        text.append(little: 0, bytes: 10)
        text.append(little: offset, bytes: 4)
        text.append(entry.name)
        if !wide.isEmpty { Self.append(wide: wide, to: &text) }
      }
    }
    let (end, count) = (sink.byteCount, entries.count)
    try sink.write { text in
      if isWide {
        text.append(little: 0x0606_4B50, bytes: 4)
        text.append(little: 44, bytes: 8)
        text.append(little: 45, bytes: 2)
        text.append(little: 45, bytes: 2)
        text.append(little: 0, bytes: 8)
        for value in [count, count, end - start, start] { text.append(little: value, bytes: 8) }
        text.append(little: 0x0706_4B50, bytes: 4)
        text.append(little: 0, bytes: 4)
        text.append(little: end, bytes: 8)
        text.append(little: 1, bytes: 4)
      }
      text.append(little: 0x0605_4B50, bytes: 4)
      text.append(little: 0, bytes: 4)
      for _ in 0..<2 { text.append(little: isWide ? 0xFFFF : count, bytes: 2) }
      text.append(little: isWide ? 0xFFFF_FFFF : end - start, bytes: 4)
      text.append(little: isWide ? 0xFFFF_FFFF : start, bytes: 4)
      text.append(little: 0, bytes: 2)
    }
    let bytes = sink.byteCount
    try sink.close()
    return bytes
  }

  /// Adds what the entry's own header and the directory have in common, from the flags to the length of the extra field.
  private static func append(_ entry: Entry, size: Int, extra: Int, to text: inout ByteText) {
    text.append(little: 0, bytes: 6)
    text.append(little: Int(date), bytes: 2)
    text.append(little: Int(entry.checksum), bytes: 4)
    text.append(little: size, bytes: 4)
    text.append(little: size, bytes: 4)
    text.append(little: entry.name.count, bytes: 2)
    text.append(little: extra, bytes: 2)
  }

  /// Adds the extra field with values of 64 bits.
  private static func append(wide values: [Int], to text: inout ByteText) {
    text.append(little: 1, bytes: 2)
    text.append(little: 8 * values.count, bytes: 2)
    for value in values { text.append(little: value, bytes: 8) }
  }
}

extension ByteText {
  /// Adds a whole number of 0 or more, its least byte first.
  fileprivate mutating func append(little number: Int, bytes: Int) {
    for index in 0..<bytes { append(index < 8 ? UInt8(truncatingIfNeeded: number >> (8 * index)) : 0 as UInt8) }
  }
}
