/// A picture of a page as a file of its own.
public struct PlotFile: Sendable {
  /// The name of the file, without an ending: lower case letters, digits and hyphens.
  public let name: String
  /// The picture.
  public let svg: String
}
