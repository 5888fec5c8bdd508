import Compute
import Foundation
import Testing

struct MappedFileTests {
  private static func file(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `the bytes are those of the file`() throws {
    let path = try Self.file([1, 2, 3, 255])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try MappedFile(path: path)
    let bytes = (0..<4).map { unsafe file.bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
    #expect(bytes == [1, 2, 3, 255])
  }

  @Test func `a file without bytes can be mapped`() throws {
    let path = try Self.file([])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try MappedFile(path: path).count == 0)
  }

  @Test(arguments: ["/nowhere/at/all", "/"])
  func `what is no file is refused with the system's reason`(path: String) {
    #expect(throws: MappedFile.Failure.self) { _ = try MappedFile(path: path) }
  }

  @Test func `a buffer sees a part of the file and keeps it alive`() throws {
    let path = try Self.file([0, 0, 0, 0, 7, 0, 0, 0, 9, 0, 0, 0])
    var buffer: SharedBuffer<Int32>?
    do {
      let file = try MappedFile(path: path)
      buffer = SharedBuffer(file, byteOffset: 4, count: 2)
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(buffer.map { [$0[0], $0[1]] } == [7, 9])
  }

  @Test(arguments: [(0, 4), (2, 1), (-4, 1), (4, 3), (0, -1), (0, Int.max), (Int.max - 3, 1)])
  func `a part beyond the file or out of step is refused`(offset: Int, count: Int) throws {
    let path = try Self.file([UInt8](repeating: 0, count: 12))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let buffer = SharedBuffer<Int32>(try MappedFile(path: path), byteOffset: offset, count: count)
    #expect(buffer.map(\.count) == nil)
  }
}
