import Foundation
import GraphModel

/// The society of a job: what `spark-submit` is told of where people and ties are.
public struct SparkSociety: Sendable {
  /// The folder, the file or the URL, as the job gets it; on this machine an absolute path.
  public let place: String
  /// What is known of it before its data is read.
  public let outline: SocietyOutline

  /// Whether it stands at a URL, so that its files are unknown here.
  public var isElsewhere: Bool { SocietyOutline.isURL(place) }

  /// The society that somebody named.
  ///
  /// - Parameters:
  ///   - text: a folder or an edge list on this machine, or a URL with a scheme.
  ///   - options: how it is read.
  /// - Throws: what `SocietyOutline` throws; `usage` for the path of a layer with a semicolon in it, which the job's
  ///   options cannot tell.
  public init(_ text: String, options: ReadingOptions) throws(ReadingError) {
    outline = try SocietyOutline.read(text, options: options)
    place = SocietyOutline.isURL(text) ? text : Self.absolute(text)
    for layer in outline.layers where layer.path.contains(";") {
      throw ReadingError(
        .usage,
        [InputProblem(file: layer.path, "there is a semicolon in the path, which Spark's options have no room for")])
    }
  }

  /// A path from the root; a URL is one already.
  public static func absolute(_ path: String) -> String {
    SocietyOutline.isURL(path) ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
