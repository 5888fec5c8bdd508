import Compute

/// Reads an array from a file of NumPy into memory.
package enum StoredArray {
  /// The elements, after the header, the length and the digest have been checked.
  ///
  /// - Parameters:
  ///   - array: what is said of it.
  ///   - folder: where the file is.
  ///   - type: the type of the elements, which is that of `array.dtype`.
  /// - Throws: `badData` for a file that is not what is said of it.
  package static func read<Element: BitwiseCopyable & Sendable>(
    _ array: PackDescription.Array, folder: String, as type: Element.Type
  ) throws(ReadingError) -> SharedBuffer<Element> {
    guard let kind = ArrayHeader.Kind(rawValue: array.dtype) else {
      throw ReadingError(.badData, [InputProblem(file: array.file, "\(array.dtype) is no kind of elements")])
    }
    let mapped = try MappedArray(array, folder: folder, kinds: [kind], count: nil)
    guard InputFile.digest(mapped.allBytes) == array.sha256 else {
      throw ReadingError(.badData, [InputProblem(file: array.file, "the file is damaged: its digest is another one")])
    }
    // A copy: the file may go away.
    return SharedBuffer(Array(mapped.buffer(of: type)))
  }
}
