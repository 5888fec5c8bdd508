import GraphModel
import Testing

struct SocietyFileTests {
  private static func read(
    _ yaml: String, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> ReadSociety {
    try TemporaryFolder.read(
      [
        "society.yaml": .text(yaml), "friendships.csv": "source,target\na,b\nb,c\n",
        "ratings.csv": "source,target,weight\na,b,2\nb,a,3\nc,a,1\n", "gifts.csv": "from,to,amount\na,c,3\nc,a,4\n",
      ], change)
  }

  @Test func `layers come in the order of the file`() throws {
    let read = try Self.read("layers:\n  ratings: {file: ratings.csv}\n  friendship: {file: friendships.csv}\n")
    #expect(read.society.layers.map(\.name) == ["ratings", "friendship"])
  }

  @Test func `a layer is undirected where nothing is said`() throws {
    let read = try Self.read("layers: {ratings: {file: ratings.csv}}")
    #expect(read.arcs(of: "ratings") == ["a>b": 5, "b>a": 5, "a>c": 1, "c>a": 1])
  }

  @Test func `a directed layer keeps the direction of its arcs`() throws {
    let read = try Self.read("layers: {ratings: {file: ratings.csv, directed: true}}")
    #expect(read.arcs(of: "ratings") == ["a>b": 2, "b>a": 3, "c>a": 1])
  }

  @Test(arguments: [("", false), (", directed: true", true), (", directed: false", false)])
  func `a layer knows whether it is directed`(directed: String, isDirected: Bool) throws {
    let read = try Self.read("layers: {ratings: {file: ratings.csv\(directed)}}")
    #expect(read.society.layers[0].isDirected == isDirected)
  }

  @Test(
    arguments: [
      ("transaction: {file: gifts.csv}", .transaction), ("gifts: {file: gifts.csv}", .friendship),
      ("gifts: {file: gifts.csv, kind: transaction}", .transaction),
      ("transaction: {file: gifts.csv, kind: friendship}", .friendship),
    ] as [(String, Layer.Kind)])
  func `a layer holds friendships unless its kind or its name says payments`(layer: String, kind: Layer.Kind) throws {
    #expect(try Self.read("layers: {\(layer)}").society.layers[0].kind == kind)
  }

  @Test func `a named layer of payments takes amounts`() throws {
    let read = try Self.read("layers: {gifts: {file: gifts.csv, kind: transaction}}") { $0.ties.amount = .amount }
    #expect(read.arcs(of: "gifts") == ["a>c": 7, "c>a": 7])
  }

  @Test func `weights of layers become shares of the mix`() throws {
    let read = try Self.read("layers: {ratings: {file: ratings.csv, weight: 3}, friendship: {file: friendships.csv}}")
    #expect(read.society.layers.map(\.share) == [3, nil])
  }

  @Test func `a layer of weight 0 is read`() throws {
    let read = try Self.read(
      "layers: {ratings: {file: ratings.csv, weight: 0}, friendship: {file: friendships.csv, weight: 1}}")
    #expect(read.society.layerShares() == [0, 1])
  }

  @Test func `a society file without layers takes the usual files`() throws {
    let read = try TemporaryFolder.read([
      "society.yaml": "mix: pooled\n", "friendships.csv": "source,target\na,b\n",
      "transactions.csv": "source,target\nb,c\n",
    ])
    #expect(read.society.layers.map(\.name) == ["friendship", "transaction"])
  }

  @Test func `wishes are kept as written`() throws {
    let read = try Self.read("susceptibility: 0.30\nmix: pooled\n")
    #expect(read.society.wishes == SocietyWishes(susceptibility: "0.30", mix: "pooled"))
  }

  @Test func `a society file that says nothing of it wishes nothing`() throws {
    #expect(try Self.read("scale: zhima\n").society.wishes == SocietyWishes())
  }

  @Test(arguments: ["300:850", "\"300:850\"", "'300:850'"])
  func `a scale of two numbers needs no quotes`(scale: String) throws {
    #expect(try Self.read("scale: \(scale)\n").society.scale == .fifths(low: 300, high: 850))
  }

  @Test func `comments, flow and block style are read alike`() throws {
    let flow = try Self.read("# x\nlayers: {ratings: {file: ratings.csv, directed: true}} # y\n")
    let block = try Self.read("layers:\n  ratings:\n    file: ratings.csv\n    directed: true\n")
    #expect(flow.arcs(of: "ratings") == block.arcs(of: "ratings"))
  }
}
