/// A file that is not the same in two folders.
public struct RunDifference: Sendable, Equatable, Codable {
  /// How it differs.
  public enum Kind: String, Sendable, Equatable, Codable {
    /// Its content.
    case content
    /// Only the first folder has it.
    case missing
    /// Only the second folder has it.
    case extra
  }

  /// The file's path in the folder.
  public let file: String
  /// How it differs.
  public let kind: Kind
  /// For text: the first line that differs, from 1.
  public let line: Int?
  /// For other files: the first byte that differs, from 0.
  public let byte: Int?
  /// That line in the first folder, or what stands about the first difference where it is long.
  public let first: String?
  /// The same in the second folder.
  public let second: String?

  init(
    _ file: String, _ kind: Kind, line: Int? = nil, byte: Int? = nil, first: String? = nil, second: String? = nil
  ) {
    self.file = file
    self.kind = kind
    self.line = line
    self.byte = byte
    self.first = first
    self.second = second
  }
}
