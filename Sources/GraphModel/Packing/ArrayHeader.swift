#if _endian(big)
  #error("arrays are read and written in place, and their numbers are little-endian")
#endif

/// The header of a one-dimensional array in a file of NumPy.
///
/// Format 1.0: the magic `\x93NUMPY`, 1, 0, the length of the text in two bytes, then a Python dictionary with `descr`,
/// `fortran_order` and `shape`, padded with blanks to a multiple of 64 bytes and ended by LF. Source: NumPy, "NEP 1 - A
/// simple file format for NumPy arrays".
package struct ArrayHeader: Equatable, Sendable {
  /// What the elements are, by NumPy's word.
  package enum Kind: String, Sendable {
    case byte = "|u1"
    case int32 = "<i4"
    case uint32 = "<u4"
    case int64 = "<i8"
    case float32 = "<f4"
    case float64 = "<f8"

    /// The size of one element in bytes.
    package var size: Int {
      switch self {
      case .byte: 1
      case .int32, .uint32, .float32: 4
      case .int64, .float64: 8
      }
    }
  }

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// How many bytes stand in front of the dictionary.
  private static let prefixSize = 10

  /// NumPy's word for the elements, as it stands there.
  package let dtype: String
  /// The extents.
  package let shape: [Int]
  /// Where the elements begin.
  package let dataOffset: Int

  /// The header's bytes for an array.
  package static func bytes(_ kind: Kind, count: Int) -> [UInt8] { bytes(dtype: kind.rawValue, shape: [count]) }

  /// The header's bytes for an array of any extents.
  ///
  /// - Parameters:
  ///   - dtype: NumPy's word for the elements.
  ///   - shape: the extents; none for a single value.
  package static func bytes(dtype: String, shape: [Int]) -> [UInt8] {
    let extents = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(dtype)', 'fortran_order': False, 'shape': (\(extents)), }"
    let length = prefixSize + text.utf8.count + 1
    text += String(repeating: " ", count: (64 - length % 64) % 64) + "\n"
    let size = text.utf8.count
    return magic + [1, 0, UInt8(size & 0xFF), UInt8(size >> 8)] + Array(text.utf8)
  }

  /// What is wrong with a header, a sentence without a full stop.
  struct Problem: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  /// Reads the header of a file.
  init(_ file: Span<UInt8>) throws(Problem) {
    guard file.count >= Self.prefixSize else { throw Problem("the file ends in the header of the array") }
    for index in Self.magic.indices where file[index] != Self.magic[index] {
      throw Problem("this is no array of NumPy: \\x93NUMPY was expected at its start")
    }
    guard file[6] == 1, file[7] == 0 else {
      throw Problem("the array is of format \(file[6]).\(file[7]); 1.0 was expected")
    }
    dataOffset = Self.prefixSize + Int(file[8]) + Int(file[9]) << 8
    guard dataOffset <= file.count else { throw Problem("the file ends in the header of the array") }
    var bytes: [UInt8] = []
    for index in Self.prefixSize..<dataOffset { bytes.append(file[index]) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let dtype = Self.part(of: text, behind: "'descr':", from: "'", to: "'"),
      let order = Self.part(of: text, behind: "'fortran_order':", from: "", to: ","),
      let extents = Self.part(of: text, behind: "'shape':", from: "(", to: ")")
    else { throw Problem("the header of the array is not understood") }
    guard order == "False" else { throw Problem("the array is in Fortran order; C order was expected") }
    self.dtype = dtype
    var shape: [Int] = []
    for extent in extents.split(separator: ",").map(Self.trimmed) where !extent.isEmpty {
      guard let number = Int(extent), number >= 0 else {
        throw Problem("the shape of the array is (\(extents)); numbers of 0 or more that fit 63 bits were expected")
      }
      shape.append(number)
    }
    self.shape = shape
  }

  /// What stands behind a key, between two marks.
  private static func part(of text: String, behind key: String, from start: String, to end: String) -> String? {
    guard let behind = text.firstRange(of: key)?.upperBound else { return nil }
    let rest = trimmed(text[behind...])
    guard rest.hasPrefix(start) else { return nil }
    let value = rest.dropFirst(start.count)
    guard let stop = value.firstRange(of: end)?.lowerBound else { return nil }
    return trimmed(value[..<stop])
  }

  private static func trimmed(_ text: Substring) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\n" }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
