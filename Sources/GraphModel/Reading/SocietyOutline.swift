import Foundation

/// What a society's folder or edge list says before a record is read: where people and ties are, and what `society.yaml` asks for.
///
/// Whoever reads the records elsewhere, on a cluster say, needs no more than this to read them alike.
public struct SocietyOutline: Sendable {
  /// One file of ties.
  public struct LayerFile: Sendable, Equatable {
    /// The layer's name.
    public let name: String
    /// The file's path, or the path of a folder of Parquet files.
    public let path: String
    /// What its ties are.
    public let kind: Layer.Kind
    /// Whether ties go one way, or `nil` where nobody says.
    public let isDirected: Bool?
    /// Its share in the mix, or `nil`.
    public let share: Double?
  }

  /// What the society is called.
  public let name: String
  /// The people file's path, or `nil` if people are those who have ties.
  public let people: String?
  /// The files of ties, in their order.
  public let layers: [LayerFile]
  /// The scale of the options, else of the society's file; `nil` leaves it to the scorecard, then to the scores.
  public let scale: Scale?
  /// The column of own scores, or `nil` for the usual ones.
  public let scoreColumn: String?
  /// The scorecard that makes own scores of factors, or `nil`.
  public let scorecard: Scorecard?
  /// What the society's file asks of a model.
  public let wishes: SocietyWishes
  /// What was assumed and ignored so far, in the order in which `SocietyReader` says it.
  public let notices: [Notice]
  /// The files that were or will be read.
  public let files: [FileRecord]
  /// Folders of Parquet files, which have no digest, by their names in the society.
  public let foldersRead: [String]

  /// Whether a text names a place by a scheme, as `hdfs://` and `file:/` do.
  public static func isURL(_ text: String) -> Bool { text.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]+:\//) != nil }

  /// The outline of a folder or an edge list.
  ///
  /// Of a URL nothing is known before its data is read: whoever reads it finds the files by their names, unless the URL
  /// itself ends in `.csv`, `.csv.gz` or `.parquet` and so is an edge list.
  ///
  /// - Parameters:
  ///   - path: the folder, or the file in CSV or Parquet, on this machine; or a URL with a scheme.
  ///   - options: how it is read.
  /// - Throws: `noInput` if nothing is there or no file of ties is, `usage` for a packed society, GraphML, standard input
  ///   or another format than CSV and Parquet, `badData` for a `society.yaml` or a scorecard that is wrong.
  /// - Complexity: O(bytes), for the digests of the files.
  public static func read(
    _ path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> SocietyOutline {
    var builder = OutlineBuilder(options: options)
    return try builder.outline(of: path)
  }
}
