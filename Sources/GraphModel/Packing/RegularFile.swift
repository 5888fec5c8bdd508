import Foundation

/// Files that are nothing but files: no links, which lead elsewhere, and no pipes, which wait.
enum RegularFile {
  /// How many bytes a file has.
  ///
  /// - Throws: a `noInput` error if nothing is there, `badData` if it is something else.
  static func size(_ path: String, name: String) throws(ReadingError) -> Int {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      throw ReadingError(.noInput, [InputProblem(file: name, "there is no such file, which a packed society needs")])
    }
    let what: String
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular: return attributes[.size] as? Int ?? 0
    case .typeDirectory: what = "a folder"
    case .typeSymbolicLink: what = "a link"
    default: what = "neither a file nor a folder"
    }
    throw ReadingError(.badData, [InputProblem(file: name, "this is \(what); a file was expected")])
  }
}
