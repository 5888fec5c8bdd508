import Compute
import GraphModel
import Testing

/// The order of lines and the names of people change nothing but the order and the names.
struct ReorderingTests {
  /// A random society: weights and amounts are whole multiples of 1/4, so their sums are exact in any order.
  private struct Texts {
    var people: [String]
    var friendships: [String]
    var payments: [String]

    init(seed: UInt64, id: (Int) -> String = { "p\($0)" }) {
      var random = RandomStream(seed: seed, stream: 107)
      let count = 40
      people = (0..<count).map { "\(id($0)),\(350 + random.integer(below: 601)),\(random.integer(below: 5))" }
      friendships = (0..<120).map { _ in
        "\(id(random.integer(below: count))),\(id(random.integer(below: count))),\(Double(random.integer(below: 20)) / 4)"
      }
      payments = (0..<80).map { _ in
        "\(id(random.integer(below: count))),\(id(random.integer(below: count))),\(random.integer(below: 99))"
      }
    }

    mutating func shuffle(seed: UInt64) {
      var random = RandomStream(seed: seed, stream: 108)
      random.shuffle(&people)
      random.shuffle(&friendships)
      random.shuffle(&payments)
    }

    func read() throws -> ReadSociety {
      func file(_ header: String, _ rows: [String]) -> TemporaryFolder.Content {
        .text(([header] + rows).joined(separator: "\n"))
      }
      return try TemporaryFolder.read([
        "people.csv": file("id,score,club", people), "friendships.csv": file("source,target,weight", friendships),
        "transactions.csv": file("source,target,amount", payments),
      ]) { $0.ties.amount = .amount }
    }
  }

  private static func pair(seed: UInt64) throws -> (ReadSociety, ReadSociety) {
    var texts = Texts(seed: seed)
    let one = try texts.read()
    texts.shuffle(seed: seed)
    return (one, try texts.read())
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `reordered lines leave everyone the own score`(seed: UInt64) throws {
    let (one, other) = try Self.pair(seed: seed)
    #expect(one.scores == other.scores)
  }

  @Test(arguments: 0..<10 as Range<UInt64>, ["friendship", "transaction"])
  func `reordered lines leave everyone the ties`(seed: UInt64, layer: String) throws {
    let (one, other) = try Self.pair(seed: seed)
    #expect(one.arcs(of: layer) == other.arcs(of: layer))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `reordered lines leave everyone the attributes`(seed: UInt64) throws {
    let (one, other) = try Self.pair(seed: seed)
    func clubs(_ read: ReadSociety) -> [String: String] {
      let values = read.society.people.attribute(named: "club")?.values ?? []
      return Dictionary(uniqueKeysWithValues: zip(read.society.people.ids, values))
    }
    #expect(clubs(one) == clubs(other))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `reordered lines leave the notices`(seed: UInt64) throws {
    let (one, other) = try Self.pair(seed: seed)
    #expect(one.notices == other.notices)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `other names for people change nothing but the names`(seed: UInt64) throws {
    let one = try Texts(seed: seed).read().society
    let other = try Texts(seed: seed) { "person \(1000 - 7 * $0)" }.read().society
    #expect(one.ownScores == other.ownScores)
    #expect(one.layers.map(\.ties.allArcs) == other.layers.map(\.ties.allArcs))
  }
}
