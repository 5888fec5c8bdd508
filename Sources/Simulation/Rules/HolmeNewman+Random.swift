import Compute

extension HolmeNewman {
  /// The start of Holme and Newman: a random graph, and opinions in which ties play no part.
  ///
  /// Of all sets of `people * meanDegree / 2` pairs each is equally likely, and so is for everyone each of
  /// `people / peoplePerOpinion` opinions (rounded down, 1 at least). Source of the way to draw pairs: R. W. Floyd, in J.
  /// Bentley, "Programming pearls: a sample of brilliance", Commun. ACM 30 (1987) 754-757.
  ///
  /// - Parameters:
  ///   - people: how many people, 1 or more.
  ///   - meanDegree: how many ties a person has on average, at most `people - 1`.
  ///   - peoplePerOpinion: how many people hold an opinion on average, above 0.
  ///   - phi: the probability of a move, from 0 to 1.
  ///   - isSimple: whether two people have one tie at most later on, too, and nobody has one alone.
  ///   - random: where the draws come from.
  /// - Complexity: O(people + ties).
  public static func random(
    people: Int, meanDegree: Double, peoplePerOpinion: Double, phi: Double, isSimple: Bool = false,
    random: inout RandomStream
  ) -> HolmeNewman {
    precondition(people > 0 && people <= Int(Int32.max), "people are numbered in 32 bits")
    precondition(meanDegree >= 0 && meanDegree <= Double(people - 1), "a person has at most one tie to each other one")
    precondition(peoplePerOpinion > 0, "somebody holds each opinion")
    let pairs = people * (people - 1) / 2
    let count = min(pairs, Int((Double(people) * meanDegree / 2).rounded()))
    var isDrawn = Set<Int>(minimumCapacity: count)
    var ties: [(Int, Int)] = []
    ties.reserveCapacity(count)
    for last in pairs - count..<pairs {
      let drawn = random.integer(below: last + 1)
      let pair = isDrawn.insert(drawn).inserted ? drawn : last
      isDrawn.insert(pair)
      ties.append(ends(ofPair: pair))
    }
    let opinionCount = max(1, Int(Double(people) / peoplePerOpinion))
    let opinions = (0..<people).map { _ in random.integer(below: opinionCount) }
    return HolmeNewman(people: people, ties: ties, opinions: opinions, phi: phi, isSimple: isSimple)
  }

  /// The pair of a number, in the order (1, 0), (2, 0), (2, 1), (3, 0) ...
  static func ends(ofPair number: Int) -> (Int, Int) {
    // The root is right but for rounding, by one at most.
    var high = Int(((8 * Double(number) + 1).squareRoot() + 1) / 2)
    while high * (high - 1) / 2 > number { high -= 1 }
    while (high + 1) * high / 2 <= number { high += 1 }
    return (high, number - high * (high - 1) / 2)
  }
}
