import Compute
import Foundation
import GraphModel
import Simulation

/// The last checkpoint of a run that is not whole, and how to go on from it.
public struct SimulationCheckpoint {
  /// The folder of the run.
  public let folder: OutputFolder
  private let description: CheckpointDescription
  private let arrays: SavedArrays

  /// Who ran what.
  public var context: SimulationContext { description.context }
  /// Every how many periods a checkpoint was written; 0: on an interrupt only.
  public var every: Int { description.every }
  /// The last period that it knows.
  public var period: Int { description.simulation.period }
  /// The copy of the scenario file.
  public var scenarioPath: String { folder.partialPath + "/" + SimulationFiles.scenarioName }

  /// Whether the folder of a run that is not whole has a checkpoint.
  public static func stands(in folder: OutputFolder) -> Bool {
    (try? CheckpointFolder(in: folder.partialPath).find()) ?? false
  }

  /// Takes the checkpoint away from a run that is whole.
  ///
  /// - Parameter path: the run folder.
  public static func remove(from path: String) { CheckpointFolder(in: path).remove() }

  /// Reads the checkpoint.
  ///
  /// - Throws: `noInput` if there is none, `badData` if it is damaged.
  public init(in folder: OutputFolder) throws(ReadingError) {
    guard Self.stands(in: folder) else {
      throw ReadingError(
        .noInput,
        [InputProblem(file: folder.partialPath, "there is no checkpoint in it, so there is nothing to resume")])
    }
    self.folder = folder
    let path = CheckpointFolder(in: folder.partialPath).path
    description = try CheckpointDescription(reading: path + "/" + CheckpointDescription.fileName)
    var arrays = SavedArrays()
    for (name, entry) in description.arrays.sorted(by: { $0.key < $1.key }) {
      arrays[name] = try SavedArray(reading: entry, folder: path)
    }
    self.arrays = arrays
  }

  /// Refuses to go on with another scenario or society than it began with.
  ///
  /// - Throws: `badData` that names the file that has changed.
  public func check(scenario: FileRecord) throws(ReadingError) {
    guard scenario.sha256 == context.scenario.sha256 else {
      throw ReadingError(
        .badData,
        [InputProblem(file: scenarioPath, "it is not the scenario that the run began with; start the run anew")])
    }
  }

  /// Refuses to go on with another society than it began with.
  ///
  /// - Throws: `badData` that names the files that have changed.
  public func check(inputs: [FileRecord]) throws(ReadingError) {
    guard inputs != context.inputs else { return }
    let names = (context.inputs + inputs).reduce(into: [String]()) { names, record in
      let isSame = inputs.contains(record) && context.inputs.contains(record)
      if !isSame, !names.contains(record.name) { names.append(record.name) }
    }
    throw ReadingError(
      .badData,
      (names.isEmpty ? ["the society"] : names).map {
        InputProblem(file: $0, "it has changed since the run began, so the run cannot go on; start it anew")
      })
  }

  /// The simulation as it was.
  ///
  /// - Throws: `badData` if the checkpoint does not fit the society.
  public func run(_ read: ReadSociety, _ scenario: Scenario, threads: ThreadCount) throws -> SimulationRun {
    do {
      return try SimulationRun(
        resuming: SavedSimulation(facts: description.simulation, arrays: arrays), read, scenario, threads: threads)
    } catch let damage as SavedArrays.Damage {
      throw ReadingError(
        .badData, [InputProblem(file: "checkpoint/\(damage.name).npy", "the array is missing or of another length")])
    }
  }

  /// The files as they were: what was written after the checkpoint is taken away.
  ///
  /// - Parameter run: the simulation as it was.
  public func files(
    of run: SimulationRun, threads: ThreadCount, progress: Compute.Progress
  ) throws -> SimulationFiles {
    try removeLaterSnapshots()
    var recorder: GraphRecorder?
    do {
      if let layers = description.graphLayers {
        recorder = try GraphRecorder(run.society, layers: layers, periods: description.graphPeriods, arrays)
      }
    } catch {
      throw ReadingError(
        .badData, [InputProblem(file: "checkpoint/\(error.name).npy", "the array is missing or of another length")])
    }
    return try SimulationFiles(
      continuing: run, in: folder, context: context, places: description.tables,
      recorder: recorder, threads: threads, progress: progress)
  }

  private func removeLaterSnapshots() throws(ExportError) {
    let manager = FileManager.default
    let path = folder.partialPath + "/" + SimulationFiles.snapshotsName
    for name in (try? manager.contentsOfDirectory(atPath: path)) ?? [] {
      let digits = name.hasPrefix("period-") ? name.dropFirst("period-".count) : ""
      if let number = Int(digits), number <= period { continue }
      do { try manager.removeItem(atPath: path + "/" + name) } catch {
        throw ExportError(.writing, path + "/" + name, "it cannot be removed, and was written after the checkpoint")
      }
    }
  }
}

extension SavedArray {
  /// Reads the array from its file.
  fileprivate init(reading array: PackDescription.Array, folder: String) throws(ReadingError) {
    switch ArrayHeader.Kind(rawValue: array.dtype) {
    case .byte: self = .bytes(try StoredArray.read(array, folder: folder, as: UInt8.self))
    case .int32: self = .int32(try StoredArray.read(array, folder: folder, as: Int32.self))
    case .uint32: self = .uint32(try StoredArray.read(array, folder: folder, as: UInt32.self))
    case .int64: self = .int64(try StoredArray.read(array, folder: folder, as: Int64.self))
    case .float32: self = .float32(try StoredArray.read(array, folder: folder, as: Float.self))
    case .float64: self = .float64(try StoredArray.read(array, folder: folder, as: Double.self))
    case nil: throw ReadingError(.badData, [InputProblem(file: array.file, "\(array.dtype) is no kind of elements")])
    }
  }
}
