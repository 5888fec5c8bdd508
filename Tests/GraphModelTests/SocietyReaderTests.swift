import Foundation
import GraphModel
import Testing

struct SocietyReaderTests {
  private static let ties: TemporaryFolder.Content = "source,target\na,b\nb,c\n"

  // MARK: Folders

  @Test func `a folder with friendships and transactions has both layers`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": Self.ties, "transactions.csv": "source,target,amount\na,c,5\n",
    ])
    #expect(read.society.layers.map(\.name) == ["friendship", "transaction"])
  }

  @Test(arguments: ["", "/", "//"])
  func `a society is called like its folder`(ending: String) throws {
    let folder = try TemporaryFolder(["people.csv": .text(TemporaryFolder.people), "friendships.csv": Self.ties])
    let name = try SocietyReader.read(folder.path + ending).society.name
    #expect(folder.path.hasSuffix("/\(name)"))
  }

  @Test func `people without ties are people`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target\na,b\n"])
    #expect(read.society.count == 3)
  }

  @Test func `without a people file people are those who have ties, in the order they come`() throws {
    let folder = try TemporaryFolder(["friendships.csv": "source,target\nz,b\na,z\n"])
    var options = ReadingOptions()
    options.scores = .synthetic
    #expect(try SocietyReader.read(folder.path, options: options).society.people.ids == ["z", "b", "a"])
  }

  @Test func `a folder without a people file is told`() throws {
    let folder = try TemporaryFolder(["friendships.csv": Self.ties])
    var options = ReadingOptions()
    options.scores = .synthetic
    #expect(
      try SocietyReader.read(folder.path, options: options).notices(.assumed).first
        == "there is no people.csv: people are those who have ties")
  }

  @Test func `files that nobody names are told`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": Self.ties, "b.csv": "?", "a.csv": "?", "notes.txt": "?",
    ])
    #expect(read.notices(.ignored) == ["files nobody names, not read: a.csv, b.csv"])
  }

  @Test func `the usual files are not read where the society's file names others`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": Self.ties, "transactions.csv": "?",
      "society.yaml": "layers: {friendship: {file: friendships.csv}}",
    ])
    #expect(read.notices(.ignored) == ["files nobody names, not read: transactions.csv"])
  }

  @Test func `a file named with a dot before it counts as read`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": Self.ties, "society.yaml": "layers: {friendship: {file: ./friendships.csv}}",
    ])
    #expect(read.notices(.ignored).isEmpty)
  }

  /// Digests by `sha256sum` of GNU coreutils.
  @Test func `the files that were read are recorded with size and digest`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,score\na,400\nb,500\n", "friendships.csv": "source,target\na,b\n",
    ])
    let expected = [
      "people.csv 21 6d59844424a003dd95c09e34607099dfdba239634d255af88c1cba7eba5c89f8",
      "friendships.csv 18 4471b5d4b7af9ea2a66a66f9aed387c87a08c59caf107db6fd72f83455094fef",
    ]
    #expect(read.files.map { "\($0.name) \($0.bytes) \($0.sha256)" } == expected)
  }

  @Test func `nothing is told where nothing was done`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.ties]) { $0.scale = .zhima }
    #expect(read.notices.isEmpty)
  }

  @Test func `a notice counts what it tells`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": "source,target,weight,x\na,a,1,\nb,b,1,\na,b,0,\na,b,1,\nb,a,1,\na,b,1,\n", "z.csv": "?",
    ]) { $0.scale = .zhima }
    let expected = [
      Notice(.ignored, count: 1, "files nobody names, not read: z.csv"),
      Notice(.ignored, count: 1, "columns not used in friendships.csv: \"x\""),
      Notice(.dropped, count: 2, "2 self-ties left out (friendships.csv)"),
      Notice(.dropped, count: 1, "1 record of weight 0 left out (friendships.csv)"),
      Notice(.merged, count: 2, "2 repeated ties added to the first (friendships.csv)"),
    ]
    #expect(read.notices == expected)
  }

  // MARK: Events

  @Test func `events are passed over and told`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.ties, "events.csv": "?"]) { $0.scale = .zhima }
    #expect(read.notices(.ignored) == ["events.csv is not used here; it belongs to a simulation"])
  }

  // MARK: Edge lists

  @Test func `an edge list goes both ways where nothing is said`() throws {
    let read = try TemporaryFolder.readEdgeList(Self.ties) { $0.scores = .synthetic }
    #expect(read.arcs() == ["a>b": 1, "b>a": 1, "b>c": 1, "c>b": 1])
  }

  @Test func `an edge list can go one way`() throws {
    let read = try TemporaryFolder.readEdgeList(Self.ties) {
      $0.scores = .synthetic
      $0.isDirected = true
    }
    #expect(read.arcs() == ["a>b": 1, "b>c": 1])
  }

  @Test func `an edge list is called like its file without the ending`() throws {
    #expect(try TemporaryFolder.readEdgeList(Self.ties) { $0.scores = .synthetic }.society.name == "ties")
  }

  @Test func `what an edge list leaves open is told`() throws {
    let folder = try TemporaryFolder(["ties.csv": Self.ties])
    var options = ReadingOptions()
    options.scores = .synthetic
    let expected = [
      "no people file (--people): people are those who have ties",
      "ties in \(folder.path)/ties.csv go both ways (--directed)",
      "own scores are invented: the golden-ratio sequence on zhima (--scores synthetic)",
    ]
    #expect(try SocietyReader.read(folder.path("ties.csv"), options: options).notices(.assumed) == expected)
  }

  @Test func `a people file goes with an edge list`() throws {
    let read = try TemporaryFolder.readEdgeList(Self.ties, people: "name,score\nc,400\nb,500\na,600\n")
    #expect(read.scores == ["c": 400, "b": 500, "a": 600])
  }

  @Test func `an edge list may have a column of layers`() throws {
    let read = try TemporaryFolder.readEdgeList("source,target,layer\na,b,x\nb,c,y\n") { $0.scores = .synthetic }
    #expect(read.society.layers.map(\.name) == ["x", "y"])
  }
}
