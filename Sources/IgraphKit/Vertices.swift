import GraphModel

/// The people who are vertices of igraph's graph, in their order: those with a tie, or everyone.
///
/// Leiden sets up a community of its own for every vertex without edges, again at every level; a society where most
/// people have no ties would take several times as long.
struct Vertices {
  /// How many there are.
  let count: Int
  private let numbers: [Int32]

  /// The vertices for some ties, numbered from 0.
  init(_ ties: TieTable) {
    var next: Int32 = 0
    numbers = (0..<ties.personCount).map { person in
      guard ties.degree(of: person) > 0 else { return -1 }
      defer { next += 1 }
      return next
    }
    count = Int(next)
  }

  /// A vertex for everyone.
  init(everyoneOf ties: TieTable) {
    numbers = (0..<Int32(ties.personCount)).map { $0 }
    count = ties.personCount
  }

  /// A person's vertex; `nil` without ties.
  subscript(person: Int) -> Int? { numbers[person] < 0 ? nil : Int(numbers[person]) }

  /// Calls `body` with each vertex and its person, rising.
  func forEach(_ body: (_ vertex: Int, _ person: Int) -> Void) {
    for person in numbers.indices {
      if let vertex = self[person] { body(vertex, person) }
    }
  }

  /// The partition of all people that labels of the vertices make.
  func partition(labels: [Int]) -> Partition {
    Partition(bySize: numbers.indices.map { person in self[person].map { labels[$0] } })
  }
}
