import Compute
import Exports
import Foundation
import GraphModel

/// A planted society as an edge list on disk.
struct Subject {
  /// The file.
  let path: String
  /// Its size in bytes.
  let bytes: Int
  /// How many ties it has.
  let ties: Int

  /// Draws the society and writes it into a folder.
  ///
  /// - Parameters:
  ///   - isShuffled: whether a community's people are spread over all ids.
  ///   - ids: the form of the ids.
  init(
    people: Int, ties: Int, isShuffled: Bool = true, ids: PersonLabels.Form = .string, in folder: URL,
    threads: ThreadCount
  ) throws {
    var settings = PlantedCommunities.Settings(people: people, ties: ties)
    settings.isShuffled = isShuffled
    settings.ids = ids
    let file = folder.appendingPathComponent("\(ids)-\(isShuffled ? "shuffled" : "ordered").csv")
    try PlantedCommunities(settings, threads: threads).writeTies(to: GeneratedFiles(at: file.path), threads: threads)
    path = file.path
    bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    self.ties = ties
  }

  /// The society, read as the program reads it.
  func society(threads: ThreadCount) throws -> Society {
    var options = ReadingOptions()
    options.scores = .synthetic
    options.threads = threads
    return try SocietyReader.read(path, options: options).society
  }
}
