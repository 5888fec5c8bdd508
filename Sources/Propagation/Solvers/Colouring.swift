import GraphModel

/// People in groups of one colour: nobody is tied to anybody of the same colour, in either direction, in any active layer.
///
/// A sweep that takes colour after colour gives the same bits in whatever order the people of a colour are taken.
struct Colouring: Sendable {
  /// Everyone who takes part, by colour, rising inside a colour.
  let people: [Int32]
  /// Where each colour lies in `people`.
  let colours: [Range<Int>]

  /// First fit, by rising index: each person gets the least colour that no neighbour has.
  ///
  /// At most one colour more than the largest number of neighbours; a clique of k people takes k.
  ///
  /// - Parameters:
  ///   - network: whose ties.
  ///   - takesPart: whether a person gets a colour, one value a person.
  /// - Returns: `nil` if more than 65,534 colours would be needed.
  /// - Complexity: O(people + arcs).
  init?(_ network: InfluenceMatrix, where takesPart: [Bool]) {
    let none = UInt16.max
    // A mutual network lists each tie at both ends; else who is influenced by a person is looked up as well.
    let followers = network.isSymmetric ? [] : network.ties.map(\.transposed)
    var colour = [UInt16](repeating: none, count: network.personCount)
    var lastSeenBy: [Int] = []
    var sizes: [Int] = []
    for person in 0..<network.personCount where takesPart[person] {
      func mark(_ other: Int) {
        if colour[other] != none { lastSeenBy[Int(colour[other])] = person }
      }
      network.forEachInfluence(on: person, mark)
      for layer in followers { layer.forEachTie(of: person) { other, _ in mark(other) } }
      let free = lastSeenBy.firstIndex { $0 != person } ?? sizes.count
      if free == sizes.count {
        guard free < Int(none) else { return nil }
        lastSeenBy.append(-1)
        sizes.append(0)
      }
      colour[person] = UInt16(free)
      sizes[free] += 1
    }
    var start = 0
    var ranges: [Range<Int>] = []
    for size in sizes {
      ranges.append(start..<start + size)
      start += size
    }
    var people = [Int32](repeating: 0, count: start)
    var next = ranges.map(\.lowerBound)
    for person in 0..<network.personCount where colour[person] != none {
      people[next[Int(colour[person])]] = Int32(person)
      next[Int(colour[person])] += 1
    }
    self.people = people
    colours = ranges
  }
}
