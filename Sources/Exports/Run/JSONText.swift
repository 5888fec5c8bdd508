import Foundation

/// Values as JSON: keys in snake case and sorted, numbers that read back to the same bits.
public enum JSONText {
  /// The text of a value, with a line end.
  public static func text(_ value: some Encodable) throws(ExportError) -> String {
    try encoded(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// The text of a value without blanks and line breaks, for values with many numbers.
  static func compact(_ value: some Encodable) throws(ExportError) -> String {
    try encoded(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func encoded(
    _ value: some Encodable, _ form: JSONEncoder.OutputFormatting
  ) throws(ExportError) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = form
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw ExportError(.writing, "JSON", "a value cannot be written: \(error)")
    }
  }

  /// Reads a value back from such a text.
  ///
  /// - Throws: what the decoder throws.
  static func value<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }

  static func write(_ value: some Encodable, to path: String) throws(ExportError) {
    try write(text: try text(value), to: path)
  }

  /// Writes a value without blanks and line breaks.
  ///
  /// - Returns: how many bytes the file has.
  @discardableResult
  static func write(compact value: some Encodable, to path: String) throws(ExportError) -> Int {
    try write(text: try compact(value), to: path)
  }

  /// Writes a text.
  ///
  /// - Returns: how many bytes the file has.
  @discardableResult
  static func write(text: String, to path: String) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    try sink.write(text)
    let count = sink.byteCount
    try sink.close()
    return count
  }
}
