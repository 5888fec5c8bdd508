import Foundation

/// Values as JSON: keys in snake case and sorted, numbers that read back to the same bits.
public enum JSONText {
  /// The text of a value, with a line end.
  public static func text(_ value: some Encodable) throws(ExportError) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(value)
      return String(decoding: data, as: UTF8.self) + "\n"
    } catch {
      throw ExportError(.writing, "JSON", "a value cannot be written: \(error)")
    }
  }

  static func write(_ value: some Encodable, to path: String) throws(ExportError) {
    var sink = try ByteSink(creating: path)
    try sink.write(try text(value))
    try sink.close()
  }
}
