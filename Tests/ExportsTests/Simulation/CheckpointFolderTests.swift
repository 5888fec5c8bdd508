import Foundation
import Testing

@testable import Exports

/// Whenever the program ends, a whole checkpoint is found.
struct CheckpointFolderTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String) throws {
    try CheckpointFolder(in: folder.path).replace { (path) throws(ExportError) in
      var sink = try ByteSink(creating: path + "/state.json")
      try sink.write(text)
      try sink.close()
    }
  }

  @Test func `A new checkpoint takes the place of the old one`() throws {
    try write("one")
    try write("two")
    #expect(try folder.names() == ["checkpoint"])
    #expect(try folder.text("checkpoint/state.json") == "two")
  }

  @Test func `Without a checkpoint none is found`() throws {
    try folder.write("checkpoint.new/state.json", "half")
    #expect(try !CheckpointFolder(in: folder.path).find())
  }

  @Test func `An end while the new one is written leaves the old one`() throws {
    try write("one")
    try folder.write("checkpoint.new/state.json", "half")
    #expect(try CheckpointFolder(in: folder.path).find())
    #expect(try folder.text("checkpoint/state.json") == "one")
    try write("two")
    #expect(try folder.text("checkpoint/state.json") == "two")
  }

  @Test func `An end between the two steps of replacing leaves the old one`() throws {
    try folder.write("checkpoint.old/state.json", "one")
    try folder.write("checkpoint.new/state.json", "two")
    #expect(try CheckpointFolder(in: folder.path).find())
    #expect(try folder.text("checkpoint/state.json") == "one")
    try write("three")
    #expect(try folder.names() == ["checkpoint"])
    #expect(try folder.text("checkpoint/state.json") == "three")
  }

  @Test func `An end before the old one is removed leaves the new one`() throws {
    try folder.write("checkpoint/state.json", "two")
    try folder.write("checkpoint.old/state.json", "one")
    #expect(try CheckpointFolder(in: folder.path).find())
    #expect(try folder.text("checkpoint/state.json") == "two")
  }

  @Test func `An error while the new one is written leaves the old one`() throws {
    try write("one")
    #expect(throws: ExportError.self) {
      try CheckpointFolder(in: folder.path).replace { (_) throws(ExportError) in
        throw ExportError(.writing, "here", "the disk is full")
      }
    }
    #expect(try folder.text("checkpoint/state.json") == "one")
  }
}
