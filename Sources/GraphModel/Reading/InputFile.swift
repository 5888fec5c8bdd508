import Compute
import Crypto
import Foundation

/// The bytes of a file, with the name it goes by in messages.
///
/// A regular file of some size is mapped and not read: it must not change while the program runs.
public struct InputFile: Sendable {
  /// The name for messages.
  public let name: String
  /// The whole content.
  public let bytes: SharedBuffer<UInt8>

  /// Files of at least so many bytes are mapped.
  private static let mappedFrom = 1 << 16

  /// The SHA-256 digest of the content, in hexadecimal.
  public var sha256: String {
    var hash = SHA256()
    unsafe bytes.span.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Content that is already at hand.
  public init(name: String, bytes: [UInt8]) { self.init(name: name, bytes: SharedBuffer(bytes)) }

  private init(name: String, bytes: SharedBuffer<UInt8>) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether something stands at a path, be it a link that leads nowhere.
  static func stands(at path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: a `noInput` error if there is no such file, it is a folder, or it may not be read.
  public static func read(_ path: String, name: String? = nil) throws(ReadingError) -> InputFile {
    let name = name ?? path
    func refuse(_ message: String) -> ReadingError {
      ReadingError(.noInput, [InputProblem(file: name, message)])
    }
    if path == "-" {
      return InputFile(name: "standard input", bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
    }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw refuse(stands(at: path) ? "this is a link to a file that is not there" : "there is no such file")
    }
    if isFolder.boolValue { throw refuse("this is a folder; a file was expected") }
    if let file = try? MappedFile(path: path), file.count >= mappedFrom {
      file.expectSequentialReading()
      if let bytes = SharedBuffer<UInt8>(file, byteOffset: 0, count: file.count) {
        return InputFile(name: name, bytes: bytes)
      }
    }
    // A handle reads named pipes and devices too, which `Data(contentsOf:)` refuses.
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.readToEnd() ?? Data() else {
      throw refuse("the file cannot be read; check its permissions")
    }
    return InputFile(name: name, bytes: [UInt8](data))
  }
}
