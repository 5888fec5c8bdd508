import Compute
import Crypto
import Foundation

/// The bytes of a file, with the name it goes by in messages.
///
/// A regular file of some size is mapped and not read: it must not change while the program runs.
public struct InputFile: Sendable {
  /// The name for messages.
  public let name: String
  /// The whole content, unpacked.
  public let bytes: SharedBuffer<UInt8>
  /// The size and the digest of the file as it stands, where it is packed.
  private let packed: (count: Int, sha256: String)?
  /// Whether the content is held in memory and not mapped.
  private let isHeld: Bool

  /// Files of at least so many bytes are mapped.
  private static let mappedFrom = 1 << 16

  /// The SHA-256 digest of the file as it stands, packed or not, in hexadecimal.
  public var sha256: String { packed?.sha256 ?? Self.digest(bytes) }

  /// The size of the file as it stands, packed or not, in bytes.
  public var storedCount: Int { packed?.count ?? bytes.count }

  /// How much memory the content takes, in bytes.
  var heldCount: Int { isHeld ? bytes.count : 0 }

  static func digest(_ bytes: SharedBuffer<UInt8>) -> String {
    var hash = SHA256()
    unsafe bytes.span.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return text(of: hash.finalize())
  }

  /// A digest in hexadecimal.
  static func text(of digest: some Sequence<UInt8>) -> String {
    digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Content that is already at hand.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = SharedBuffer(bytes)
    packed = nil
    isHeld = true
  }

  /// Content as it was found: if it is gzip data, what that unpacks to.
  ///
  /// - Parameters:
  ///   - isMapped: whether the content is that of a mapped file.
  ///   - memoryLimit: how many bytes it may unpack to, or `nil`.
  private init(
    name: String, stored: SharedBuffer<UInt8>, isMapped: Bool, memoryLimit: Int?
  ) throws(ReadingError) {
    self.name = name
    guard Gunzip.recognises(stored) else {
      bytes = stored
      packed = nil
      isHeld = !isMapped
      return
    }
    do {
      bytes = SharedBuffer(try Gunzip.inflate(stored, limit: memoryLimit))
    } catch {
      throw ReadingError(packed: error, file: name)
    }
    packed = (stored.count, Self.digest(stored))
    isHeld = true
  }

  /// Whether something stands at a path, be it a link that leads nowhere.
  static func stands(at path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  /// Reads a file whole, unpacked if it is gzip data; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: where it stands.
  ///   - name: what it is called in messages; its path unless said.
  ///   - memoryLimit: how many bytes gzip data may unpack to, or `nil`.
  /// - Throws: a `noInput` error if there is no such file, it is a folder, or it may not be read; `badData` for damaged
  ///   gzip data, `memory` for too much of it.
  public static func read(
    _ path: String, name: String? = nil, memoryLimit: Int? = nil
  ) throws(ReadingError) -> InputFile {
    let name = name ?? path
    func refuse(_ message: String) -> ReadingError {
      ReadingError(.noInput, [InputProblem(file: name, message)])
    }
    if path == "-" {
      return try InputFile(
        name: "standard input",
        stored: SharedBuffer([UInt8](FileHandle.standardInput.readDataToEndOfFile())), isMapped: false,
        memoryLimit: memoryLimit)
    }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw refuse(stands(at: path) ? "this is a link to a file that is not there" : "there is no such file")
    }
    if isFolder.boolValue { throw refuse("this is a folder; a file was expected") }
    if let file = try? MappedFile(path: path), file.count >= mappedFrom {
      file.expectSequentialReading()
      if let bytes = SharedBuffer<UInt8>(file, byteOffset: 0, count: file.count) {
        return try InputFile(name: name, stored: bytes, isMapped: true, memoryLimit: memoryLimit)
      }
    }
    // A handle reads named pipes and devices too, which `Data(contentsOf:)` refuses.
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.readToEnd() ?? Data() else {
      throw refuse("the file cannot be read; check its permissions")
    }
    return try InputFile(
      name: name, stored: SharedBuffer([UInt8](data)), isMapped: false, memoryLimit: memoryLimit)
  }
}

extension ReadingError {
  /// Why a packed file cannot be read.
  init(packed failure: Gunzip.Failure, file: String) {
    switch failure {
    case .truncated:
      self.init(.badData, [InputProblem(file: file, "the gzip data ends too early; a whole file was expected")])
    case .corrupt(let reason):
      self.init(.badData, [InputProblem(file: file, "the gzip data is damaged (\(reason)); a sound file was expected")])
    case .tooLarge(let limit):
      self.init(
        .memory,
        [
          InputProblem(file: file, "the gzip data unpacks to more than the \(ReadingPlan.text(limit)) that may be used")
        ],
        hint: ReadingPlan.hint)
    }
  }
}
