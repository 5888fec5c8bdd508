import Foundation
import GraphModel

/// What the pictures of a run are drawn from, as a file: compact JSON, keys in snake case and sorted.
public enum PortraitText {
  /// The name of the file in a run folder.
  public static let fileName = "portrait.json"

  /// The text of a portrait, with a line end.
  public static func text(_ portrait: some Encodable) throws(ExportError) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(portrait), as: UTF8.self) + "\n"
    } catch {
      throw ExportError(.writing, fileName, "a value cannot be written: \(error)")
    }
  }

  /// Writes a portrait into a folder.
  ///
  /// - Returns: how many bytes the file has.
  static func write(_ portrait: some Encodable, folder: String) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: folder + "/" + fileName)
    try sink.write(try text(portrait))
    let count = sink.byteCount
    try sink.close()
    return count
  }

  /// Reads a portrait back from a run folder.
  ///
  /// - Throws: `noInput` without the file, `badData` if it is none.
  public static func read<Portrait: Decodable>(
    _ type: Portrait.Type, from folder: String
  ) throws(ReadingError) -> Portrait {
    let path = folder + "/" + fileName
    let bytes = try InputFile.read(path).bytes
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      throw ReadingError(.badData, [InputProblem(file: path, "this is no portrait, or it is damaged")])
    }
  }
}
