import Foundation
import Testing

@testable import Exports

struct OutputFolderTests {
  private let folder = TemporaryFolder()

  /// The message with which a folder is refused.
  private func refusal(of path: String, force: Bool, kind: OutputFolder.Kind = .run) -> String? {
    do throws(ExportError) {
      _ = try OutputFolder(preparing: path, force: force, kind: kind)
      return nil
    } catch {
      return error.code == .cannotCreate ? error.message : "another code"
    }
  }

  private func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(name)) }

  @Test func `Nothing stands at the place before the end`() throws {
    let output = try OutputFolder(preparing: folder.path("run"), force: false)
    try folder.write("run.partial/a.txt", "a")
    #expect(!isThere("run"))
    try output.finish()
    #expect(try folder.names() == ["run"])
    #expect(try folder.text("run/a.txt") == "a")
  }

  @Test func `What is abandoned leaves nothing`() throws {
    let output = try OutputFolder(preparing: folder.path("run"), force: false)
    try folder.write("run.partial/deep/a.txt", "a")
    output.abandon()
    #expect(try folder.names() == [])
  }

  @Test func `To abandon what is finished already changes nothing`() throws {
    let output = try OutputFolder(preparing: folder.path("run"), force: false)
    try output.finish()
    output.abandon()
    #expect(try folder.names() == ["run"])
  }

  @Test func `A folder that stands there is refused`() throws {
    try folder.write("run/run.json", "{}")
    #expect(refusal(of: folder.path("run"), force: false) == "the folder exists already; --force replaces it")
  }

  @Test func `By force a run is replaced at the end, not before`() throws {
    try folder.write("run/run.json", "old")
    let output = try OutputFolder(preparing: folder.path("run"), force: true)
    try folder.write("run.partial/run.json", "new")
    #expect(try folder.text("run/run.json") == "old")
    try output.finish()
    #expect(try folder.text("run/run.json") == "new")
    #expect(try folder.names() == ["run"])
  }

  @Test func `By force an empty folder is replaced`() throws {
    try FileManager.default.createDirectory(atPath: folder.path("run"), withIntermediateDirectories: false)
    #expect(refusal(of: folder.path("run"), force: true) == nil)
  }

  @Test(arguments: [OutputFolder.Kind.run, .graphs, .madeSociety])
  func `By force a folder of other files is not replaced`(kind: OutputFolder.Kind) throws {
    try folder.write("thesis/chapter.tex", "text")
    #expect(refusal(of: folder.path("thesis"), force: true, kind: kind)?.contains("holds other files") == true)
  }

  @Test func `By force a run is not replaced by graphs alone`() throws {
    try folder.write("run/run.json", "{}")
    try folder.write("run/edges.csv", "")
    #expect(
      refusal(of: folder.path("run"), force: true, kind: .graphs)
        == "the folder holds other files than an export, so --force does not replace it")
  }

  @Test(arguments: [
    ["nodes.csv", "edges.csv"], ["nodes.csv", "edges.npy", "weights.npy", "node_age.npy", "edge_a.npy", "graph.json"],
    ["community-1.graphml", "community-12.graphml"], ["community-1/nodes.csv", "community-1/edges.csv"],
    ["period-0010.jsonl"],
  ])
  func `By force an export is replaced, but not with a file beside it`(files: [String]) throws {
    for file in files { try folder.write("x/\(file)", "") }
    #expect(refusal(of: folder.path("x"), force: true, kind: .graphs) == nil)
    let refused = "the folder holds other files than an export, so --force does not replace it"
    for foreign in ["notes", "community-notes.txt", "community-1.txt", "community-7/thesis.tex", "edges.csv.bak"] {
      try folder.write("x/\(foreign)", "mine")
      #expect(refusal(of: folder.path("x"), force: true, kind: .graphs) == refused, "\(foreign)")
      let first = foreign.split(separator: "/")[0]
      try FileManager.default.removeItem(atPath: folder.path("x/\(first)"))
      #expect(refusal(of: folder.path("x"), force: true, kind: .graphs) == nil)
    }
  }

  @Test func `By force a society made by hand is not replaced`() throws {
    try folder.write("society/people.csv", "id\n")
    #expect(refusal(of: folder.path("society"), force: true, kind: .madeSociety) != nil)
  }

  @Test func `By force a society that was generated is replaced`() throws {
    try folder.write("society/people.csv", "id\n")
    try folder.write("society/README.md", "made by\n\n    graph-tool generate village\n")
    #expect(refusal(of: folder.path("society"), force: true, kind: .madeSociety) == nil)
  }

  @Test func `A file that stands there is refused even by force`() throws {
    try folder.write("run", "text")
    #expect(refusal(of: folder.path("run"), force: true) == "a file stands here; a new folder was expected")
  }

  @Test(arguments: ["", "/", ".", "..", "//", "a/.", "a/../"])
  func `A path that names no new folder is refused`(path: String) {
    #expect(refusal(of: path, force: true) == "\"\(path)\" is no name for a new folder")
  }

  @Test func `Slashes at the end mean nothing`() throws {
    #expect(try OutputFolder(preparing: folder.path("run//"), force: false).path == folder.path("run"))
  }

  @Test func `Folders on the way are made`() throws {
    try OutputFolder(preparing: folder.path("a/b/run"), force: false).finish()
    #expect(try folder.names(in: "a/b") == ["run"])
  }

  @Test func `What an earlier run left half done is cleared`() throws {
    try folder.write("run.partial/rest.txt", "rest")
    try OutputFolder(preparing: folder.path("run"), force: false).finish()
    #expect(try folder.names(in: "run") == [])
  }

  @Test func `If the new run cannot be moved the old one is back in its place`() throws {
    try folder.write("run/run.json", "old")
    let output = try OutputFolder(preparing: folder.path("run"), force: true)
    try FileManager.default.removeItem(atPath: output.partialPath)
    #expect(throws: ExportError.self) { try output.finish() }
    #expect(try folder.text("run/run.json") == "old")
  }

  @Test func `A file with the name of the half-built folder is refused, not removed`() throws {
    try folder.write("run.partial", "mine")
    #expect(
      refusal(of: folder.path("run"), force: true)
        == "a file stands here, where the folder is to be built; move it away")
    #expect(try folder.text("run.partial") == "mine")
  }

  @Test func `A folder with the name of an old run stays when a run is replaced`() throws {
    try folder.write("run/run.json", "{}")
    try folder.write("run.old/run.json", "mine")
    try OutputFolder(preparing: folder.path("run"), force: true).finish()
    #expect(try folder.names() == ["run", "run.old"])
    #expect(try folder.text("run.old/run.json") == "mine")
  }
}
