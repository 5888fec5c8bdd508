import Compute

/// An array in a file of NumPy, seen in place.
struct MappedArray {
  /// The file's name, for messages.
  let name: String
  /// What the elements are.
  let kind: ArrayHeader.Kind
  /// How many elements there are.
  let count: Int
  private let file: MappedFile
  private let dataOffset: Int

  /// Maps an array and checks its header against what is said of it and the length of the file.
  ///
  /// The elements are not looked at.
  ///
  /// - Parameters:
  ///   - array: what `society.json` says.
  ///   - kinds: what the elements may be.
  ///   - count: how many elements there have to be, or `nil` if only the array itself says.
  /// - Throws: a `noInput` error if the file is not there, `badData` for everything else.
  init(_ array: PackDescription.Array, folder: String, kinds: [ArrayHeader.Kind], count: Int?) throws(ReadingError) {
    func refuse(_ message: String) -> ReadingError { ReadingError(.badData, [InputProblem(file: array.file, message)]) }
    let path = folder + "/" + array.file
    _ = try RegularFile.size(path, name: array.file)
    do {
      file = try MappedFile(path: path)
    } catch {
      throw ReadingError(.noInput, [InputProblem(file: array.file, "the file cannot be read: \(error.reason)")])
    }
    let expected = kinds.map(\.rawValue).joined(separator: " or ")
    guard let kind = ArrayHeader.Kind(rawValue: array.dtype), kinds.contains(kind) else {
      throw refuse("society.json says that the elements are \(array.dtype); \(expected) was expected")
    }
    guard let bytes = SharedBuffer<UInt8>(file, byteOffset: 0, count: min(file.count, 10 + 0xFFFF)) else {
      throw refuse("the file cannot be read")
    }
    let header: ArrayHeader
    do { header = try ArrayHeader(bytes.span) } catch { throw refuse(error.message) }
    guard header.dtype == array.dtype else {
      throw refuse("the elements are \(header.dtype); \(array.dtype) was expected")
    }
    let length = count ?? array.shape.first ?? 0
    guard header.shape == [length], array.shape == [length] else {
      func shown(_ shape: [Int]) -> String { "(\(shape.map(String.init).joined(separator: ", ")))" }
      throw refuse(
        "the shape is \(shown(header.shape)), \(shown(array.shape)) in society.json; (\(length)) was expected")
    }
    let (size, isTooMuch) = length.multipliedReportingOverflow(by: kind.size)
    guard length >= 0, !isTooMuch, size <= Int.max - header.dataOffset else {
      throw refuse("\(length) elements do not fit in any memory")
    }
    guard file.count == header.dataOffset + size else {
      throw refuse("the file has \(file.count) bytes; \(header.dataOffset + size) were expected")
    }
    guard header.dataOffset % kind.size == 0 else {
      throw refuse("the elements begin at byte \(header.dataOffset); a multiple of \(kind.size) was expected")
    }
    name = array.file
    self.kind = kind
    self.count = length
    dataOffset = header.dataOffset
  }

  /// The elements.
  ///
  /// - Precondition: the type is that of `kind`.
  func buffer<Element: BitwiseCopyable & Sendable>(of type: Element.Type) -> SharedBuffer<Element> {
    precondition(MemoryLayout<Element>.stride == kind.size, "the type is that of the elements")
    guard let buffer = SharedBuffer<Element>(file, byteOffset: dataOffset, count: count) else {
      preconditionFailure("the elements lie in the file")
    }
    return buffer
  }

  /// All bytes of the file.
  var allBytes: SharedBuffer<UInt8> {
    guard let buffer = SharedBuffer<UInt8>(file, byteOffset: 0, count: file.count) else {
      preconditionFailure("a file lies in itself")
    }
    return buffer
  }
}
