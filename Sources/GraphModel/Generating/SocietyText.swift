/// One file of a generated society.
public struct SocietyText: Sendable, Equatable {
  /// The file's name in the folder.
  public let name: String
  /// Its content.
  public let text: String
}
