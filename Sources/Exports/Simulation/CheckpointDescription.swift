import Foundation
import GraphModel
import Simulation

/// What `state.json` of a checkpoint says: everything but the arrays, and what each array is.
struct CheckpointDescription: Codable, Sendable {
  /// The version that is written, and the only one that is read.
  static let currentFormat = 1
  /// The name of the file.
  static let fileName = "state.json"

  /// The version of the format.
  var format = currentFormat
  /// Who ran what.
  let context: SimulationContext
  /// Every how many periods a checkpoint is written; 0: on an interrupt only.
  let every: Int
  /// The tables that grow, and how long they are.
  let tables: [GrowingTable.Place]
  /// The layers of `dynamic.gexf`; `nil` without.
  let graphLayers: [TieHistory.LayerEntry]?
  /// The periods at which everyone's values are kept for it.
  let graphPeriods: [Int]
  /// The simulation, but for its arrays.
  let simulation: SavedSimulation.Facts
  /// The arrays by name.
  let arrays: [String: PackDescription.Array]

  /// A series can have no value at a period, which JSON cannot say of a number.
  private static let strange = (positive: "inf", negative: "-inf", none: "nan")

  func write(to path: String) throws(ExportError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: Self.strange.positive, negativeInfinity: Self.strange.negative, nan: Self.strange.none)
    let data: Data
    do { data = try encoder.encode(self) } catch {
      throw ExportError(.writing, path, "a value cannot be written: \(error)")
    }
    var sink = try ByteSink(creating: path)
    try sink.write(data.span)
    try sink.close()
  }

  init(
    context: SimulationContext, every: Int, tables: [GrowingTable.Place], graphLayers: [TieHistory.LayerEntry]?,
    graphPeriods: [Int], simulation: SavedSimulation.Facts, arrays: [String: PackDescription.Array]
  ) {
    self.context = context
    self.every = every
    self.tables = tables
    self.graphLayers = graphLayers
    self.graphPeriods = graphPeriods
    self.simulation = simulation
    self.arrays = arrays
  }

  /// Reads the file.
  ///
  /// - Throws: `badData` for a file that is not what it should be.
  init(reading path: String) throws(ReadingError) {
    struct Probe: Decodable { let format: Int? }
    let input = try InputFile.read(path)
    let data = Data(input.bytes)
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: Self.strange.positive, negativeInfinity: Self.strange.negative, nan: Self.strange.none)
    do {
      let format = try decoder.decode(Probe.self, from: data).format
      guard format == Self.currentFormat else {
        throw InputProblem(file: path, "the checkpoint is of another format than this version of the program reads")
      }
      self = try decoder.decode(CheckpointDescription.self, from: data)
    } catch let problem as InputProblem {
      throw ReadingError(.badData, [problem])
    } catch {
      throw ReadingError(.badData, [InputProblem(file: path, "this is no checkpoint, or it is damaged")])
    }
  }
}
