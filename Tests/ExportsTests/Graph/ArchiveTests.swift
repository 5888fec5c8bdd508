import Analysis
import Compute
import Foundation
import GraphModel
import Testing

@testable import Exports

struct ArchiveTests {
  /// The entries of a ZIP archive, found as readers do: from the directory at its end.
  private struct Archive {
    var entries: [String: [UInt8]] = [:]

    init(_ data: Data) throws {
      let bytes = [UInt8](data)
      func number(_ at: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
      }
      var end = bytes.count - 22
      try #require(number(end, 4) == 0x0605_4B50)
      var (count, place) = (number(end + 10, 2), number(end + 16, 4))
      if count == 0xFFFF {
        try #require(number(end - 20, 4) == 0x0706_4B50)
        end = number(end - 12, 8)
        try #require(number(end, 4) == 0x0606_4B50)
        (count, place) = (number(end + 32, 8), number(end + 48, 8))
      }
      for _ in 0..<count {
        try #require(number(place, 4) == 0x0201_4B50)
        var (size, offset) = (number(place + 24, 4), number(place + 42, 4))
        let (nameLength, extra) = (number(place + 28, 2), number(place + 30, 2))
        var wide = place + 46 + nameLength + 4
        if size == 0xFFFF_FFFF {
          size = number(wide, 8)
          wide += 16
        }
        if offset == 0xFFFF_FFFF { offset = number(wide, 8) }
        let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
        try #require(number(offset, 4) == 0x0403_4B50)
        let start = offset + 30 + number(offset + 26, 2) + number(offset + 28, 2)
        entries[name] = Array(bytes[start..<start + size])
        place += 46 + nameLength + extra
      }
    }

    /// The elements of an array, behind its header.
    func elements<Element: BitwiseCopyable>(_ name: String, of _: Element.Type) throws -> [Element] {
      let bytes = try #require(entries[name])
      let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
      return unsafe bytes[start...].withUnsafeBytes { raw in
        (0..<raw.count / MemoryLayout<Element>.stride).map {
          unsafe raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Element>.stride, as: Element.self)
        }
      }
    }
  }

  @Test func `The matrix has the ties in both directions, columns rising`() throws {
    let examination = try Fixture.twoTriangles()
    let archive = try Archive(ExportedFile.data(examination.peopleGraph, .npz))
    let table = examination.society.layers[0].ties
    var (offsets, columns, values): ([Int32], [Int32], [Double]) = ([0], [], [])
    for person in 0..<7 {
      table.forEachTie(of: person) { neighbor, weight in
        columns.append(Int32(neighbor))
        values.append(weight)
      }
      offsets.append(Int32(columns.count))
    }
    #expect(try archive.elements("indptr.npy", of: Int32.self) == offsets)
    #expect(try archive.elements("indices.npy", of: Int32.self) == columns)
    #expect(try archive.elements("data.npy", of: Double.self) == values)
    #expect(try archive.elements("shape.npy", of: Int64.self) == [7, 7])
    #expect(try archive.elements("node_own_score.npy", of: Double.self) == examination.society.ownScores)
  }

  @Test func `A self-tie stands once in the matrix`() throws {
    let examination = try Fixture.examine(
      ids: ["a", "b"], layers: [Fixture.layer("friendship", people: 2, [(0, 0, 3), (0, 1, 1)])])
    let archive = try Archive(ExportedFile.data(examination.peopleGraph, .npz))
    #expect(try archive.elements("indices.npy", of: Int32.self) == [0, 1, 0])
  }

  @Test func `Missing numbers are NaN, and whole ones stay whole where none is missing`() throws {
    let archive = try Archive(ExportedFile.data(Fixture.twoTriangles().peopleGraph, .npz))
    #expect(try archive.elements("node_degree_friendship.npy", of: Int64.self) == [2, 2, 3, 3, 2, 2, 0])
    #expect(try archive.elements("node_community.npy", of: Double.self).last?.isNaN == true)
  }

  /// ZIP64 from 100 bytes on stands for archives beyond 4 GB.
  @Test func `Records of 64 bits lead to the same entries`() throws {
    let folder = TemporaryFolder()
    let arrays = [("short", NumberArray([Int32(7)])), ("long", NumberArray((0..<100).map(Double.init)))]
    for limit in [100, 1 << 30] {
      var file = try ZipFile(creating: folder.path("z"), wideFrom: limit)
      for (name, array) in arrays { try file.add(array, named: name) }
      let count = try file.close()
      let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("z")))
      #expect(data.count == count)
      let archive = try Archive(data)
      #expect(archive.entries.count == 2)
      #expect(try archive.elements("short.npy", of: Int32.self) == [7])
      #expect(try archive.elements("long.npy", of: Double.self) == (0..<100).map(Double.init))
    }
  }

  @Test func `A folder of arrays says which column is where`() throws {
    let folder = TemporaryFolder()
    try Fixture.twoTriangles().peopleGraph.write(.npy, to: folder.path)
    let names = try folder.names()
    #expect(names.contains("edges.npy") && names.contains("weights.npy") && names.contains("node_public_score.npy"))
    let text = try folder.text("graph.json")
    #expect(text.contains("\"node_public_score.npy\" : \"public_score\"") && text.contains("\"edges\" : 7"))
  }

  @Test(arguments: [0, 1, 1 << 20, 3_000_000])
  func `What is packed unpacks to what it was, with the same bytes each time`(size: Int) throws {
    let folder = TemporaryFolder()
    let text = String((0..<size).map { Character(UnicodeScalar(UInt8(97 + $0 * $0 % 23))) })
    try folder.write("plain", text)
    try GzipFile.pack(folder.path("plain"), into: folder.path("a.gz"))
    try GzipFile.pack(folder.path("plain"), into: folder.path("b.gz"))
    let (one, other) = try (
      Data(contentsOf: URL(fileURLWithPath: folder.path("a.gz"))),
      Data(contentsOf: URL(fileURLWithPath: folder.path("b.gz")))
    )
    #expect(one == other)
    #expect(Array(try InputFile.read(folder.path("a.gz")).bytes) == Array(text.utf8))
  }
}
