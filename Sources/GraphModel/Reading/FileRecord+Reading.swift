import Crypto
import Foundation

extension FileRecord {
  private static let pieceSize = 1 << 20

  /// What to write down of a file to know it again; the file is read in pieces and never held whole.
  ///
  /// - Parameters:
  ///   - path: where it stands.
  ///   - name: what it is called.
  /// - Throws: `noInput` if it cannot be read.
  package init(reading path: String, name: String) throws(ReadingError) {
    func refuse(_ message: String) -> ReadingError {
      ReadingError(.noInput, [InputProblem(file: name, message)])
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw refuse(
        InputFile.stands(at: path) ? "this is a link to a file that is not there" : "there is no such file")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw refuse("the file cannot be read; check its permissions")
    }
    defer { try? handle.close() }
    var hash = SHA256()
    var count = 0
    while true {
      guard let piece = try? handle.read(upToCount: Self.pieceSize) ?? Data() else {
        throw refuse("the file cannot be read; check its permissions")
      }
      if piece.isEmpty { break }
      hash.update(data: piece)
      count += piece.count
    }
    self.init(name: name, bytes: count, sha256: InputFile.text(of: hash.finalize()))
  }
}
