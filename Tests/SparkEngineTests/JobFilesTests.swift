import Foundation
import SparkEngine
import Testing

struct JobFilesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The files of the job by their paths, as they stand in `spark`.
  private static func onDisk() throws -> [String: Data] {
    let spark = root.appendingPathComponent("spark")
    let package = try FileManager.default.contentsOfDirectory(atPath: spark.path + "/contagion")
      .filter { $0.hasSuffix(".py") }.map { "contagion/" + $0 }
    return try Dictionary(
      uniqueKeysWithValues: (["analyze.py"] + package).map {
        ($0, try Data(contentsOf: spark.appendingPathComponent($0)))
      })
  }

  @Test func `Every file of the job on disk is in the program, and no other`() throws {
    #expect(Set(JobFiles.all.map(\.path)) == Set(try Self.onDisk().keys))
  }

  @Test func `The files are written as they stand on disk, with the package as an archive`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("job-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try JobFiles.write(to: folder.path)
    for (path, data) in try Self.onDisk() {
      #expect(try Data(contentsOf: folder.appendingPathComponent(path)) == data, "\(path)")
    }
    let archive = try Data(contentsOf: folder.appendingPathComponent(JobFiles.archive))
    #expect(archive.starts(with: [0x50, 0x4B, 3, 4]))
  }
}
