import Compute
import Exports
import Foundation
import GraphModel
import Simulation

/// The society of a scenario: read, or made on the spot.
struct SimulatedInput {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Reads the society, with its dated events.
  ///
  /// - Parameter isTold: whether the progress of reading is shown.
  func read(_ course: Course, isTold: Bool = true) throws -> ReadSociety {
    var options = ReadingOptions()
    options.scale = scenario.scale
    options.scores = scenario.scores
    options.readsEvents = true
    options.threads = course.threads
    options.memoryLimit = course.memoryLimit.value
    if isTold { options.progress = course.progress }
    switch scenario.source {
    case .folder(let path): return try SocietyReader.read(path, options: options)
    case .planted(let planted):
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("graph-tool-\(UUID().uuidString)/town")
      defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
      try make(planted, in: folder.path, threads: course.threads)
      return try SocietyReader.read(folder.path, options: options)
    }
  }

  private func make(_ planted: Scenario.Planted, in path: String, threads: ThreadCount) throws {
    var settings = PlantedCommunities.Settings(people: planted.people, ties: planted.ties)
    settings.inside = planted.inside
    settings.homophily = planted.homophily
    settings.seed = planted.seed
    let model: PlantedCommunities
    do { model = try PlantedCommunities(settings, threads: threads) } catch {
      throw ReadingError(.badData, [InputProblem(file: "generate", "\(error)")])
    }
    let folder = try OutputFolder(preparing: path, force: false, kind: .madeSociety)
    try model.write(to: GeneratedFiles(in: folder), command: "graph-tool generate planted", threads: threads)
    try folder.finish()
  }
}
