import GraphModel
import Testing

struct TieReaderTests {
  @Test(
    arguments: [
      "source,target", "Source,Target", "src,dst", "from,to", "From,To", "node1,node2", "source_id,target_id",
      "# source, target", "#from,to",
    ])
  func `the ends of a tie are in columns of usual names`(header: String) throws {
    let read = try TemporaryFolder.read(["friendships.csv": "\(header)\na,b\nb,c\n"])
    #expect(read.arcs() == ["a>b": 1, "b>a": 1, "b>c": 1, "c>b": 1])
  }

  /// The header of a table of edges that Gephi 0.10 exports.
  @Test func `Gephi's table of edges is read`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": "Source,Target,Type,Id,Label,timeset,Weight\na,b,Undirected,0,,,2.5\n"
    ])
    #expect(read.arcs() == ["a>b": 2.5, "b>a": 2.5])
  }

  @Test func `columns that are not used are told`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": "Source,Target,Type,Id,Weight\na,b,Undirected,0,2.5\n"
    ])
    #expect(read.notices(.ignored) == ["columns not used in friendships.csv: \"Id\""])
  }

  @Test func `the weight may stand before the ends`() throws {
    #expect(try TemporaryFolder.read(["friendships.csv": "weight,target,source\n3,a,b\n"]).arcs()["b>a"] == 3)
  }

  // MARK: Repeats

  @Test func `repeats of a tie without weights collapse, in both directions`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target\na,b\nb,a\na,b\nb,c\n"])
    #expect(read.arcs() == ["a>b": 1, "b>a": 1, "b>c": 1, "c>b": 1])
  }

  @Test(
    arguments: [
      ("a,b\nb,a\n", "1 repeated tie collapsed into the first (friendships.csv)"),
      ("a,b\nb,a\na,b\n", "2 repeated ties collapsed into the first (friendships.csv)"),
    ])
  func `collapsed repeats are told`(rows: String, notice: String) throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target\n\(rows)"])
    #expect(read.notices(.merged) == [notice])
  }

  @Test func `repeats of a tie with weights add up, in both directions`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target,weight\na,b,1\nb,a,2.5\na,b,4\n"])
    #expect(read.arcs() == ["a>b": 7.5, "b>a": 7.5])
  }

  @Test func `repeats that were added up are told`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target,weight\na,b,1\nb,a,2.5\na,b,4\n"])
    #expect(read.notices(.merged) == ["2 repeated ties added to the first (friendships.csv)"])
  }

  @Test func `a layer without weights says so`() throws {
    #expect(try TemporaryFolder.read(["friendships.csv": "source,target\na,b\n"]).society.layers[0].isWeighted == false)
  }

  // MARK: Self-ties, zeros and signs

  @Test func `ties to oneself are left out and told`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target\na,a\na,b\nb,b\n"])
    #expect(read.arcs() == ["a>b": 1, "b>a": 1])
    #expect(read.notices(.dropped) == ["2 self-ties left out (friendships.csv)"])
  }

  @Test func `ties to oneself are kept once where that is the rule`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target,weight\na,a,3\na,b,1\n"]) {
      $0.ties.selfTies = .keep
    }
    #expect(read.arcs() == ["a>a": 3, "a>b": 1, "b>a": 1])
  }

  @Test func `ties of weight 0 are left out and told`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target,weight\na,b,0\nb,c,2\na,c,-0\n"])
    #expect(read.arcs() == ["b>c": 2, "c>b": 2])
    #expect(read.notices(.dropped) == ["2 records of weight 0 left out (friendships.csv)"])
  }

  @Test func `ties of negative weight are left out and told where that is the rule`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target,weight\na,b,-1\nb,c,2\n"]) {
      $0.ties.negative = .drop
    }
    #expect(read.arcs() == ["b>c": 2, "c>b": 2])
    #expect(read.notices(.dropped) == ["1 negative value left out (friendships.csv)"])
  }

  @Test func `negative weights lose their sign and are told where that is the rule`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": "source,target,weight\na,b,-1.5\nb,c,2\n"]) {
      $0.ties.negative = .absolute
    }
    #expect(read.arcs() == ["a>b": 1.5, "b>a": 1.5, "b>c": 2, "c>b": 2])
    #expect(read.notices(.changed) == ["1 negative value counted without the sign (friendships.csv)"])
  }

  // MARK: A column of layers

  private static let family = "source,target,layer\na,b,school\nb,c,family\na,b,family\nb,a,school\n"

  @Test func `a column of layers makes a layer of each value, in the order they come`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": .text(Self.family)])
    #expect(read.society.layers.map(\.name) == ["school", "family"])
  }

  @Test func `a layer of the column holds the ties of its rows`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": .text(Self.family)])
    #expect(read.arcs(of: "family") == ["a>b": 1, "b>a": 1, "b>c": 1, "c>b": 1])
  }

  @Test func `repeats collapse inside each layer of the column`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": .text(Self.family)])
    #expect(read.arcs(of: "school") == ["a>b": 1, "b>a": 1])
  }

  @Test func `a layer without any ties is kept and told`() throws {
    let read = try TemporaryFolder.read([
      "friendships.csv": "source,target\na,b\n", "transactions.csv": "source,target\n",
    ])
    #expect(read.society.layers.map(\.ties.arcCount) == [2, 0])
    #expect(read.notices(.ignored) == ["layer transaction has no ties (transactions.csv)"])
  }
}
