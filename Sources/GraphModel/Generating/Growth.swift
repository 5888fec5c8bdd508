import Compute

/// The list of ends of ties of a growing society, every entry of which can be found alone.
///
/// Ends are numbered from 0: first those of the m (m + 1) / 2 ties among the first m + 1 people, then, for each person who
/// comes after them, m times the newcomer and the one drawn. An end that was drawn is a copy of an end with a lower number.
struct Growth: Sendable {
  private let ties: Int
  private let founders: Int
  private let foundersEnds: Int
  private let seed: UInt64

  init(_ settings: BarabasiAlbert.Settings) {
    ties = settings.tiesPerPerson
    founders = ties + 1
    foundersEnds = ties * (ties + 1)
    seed = settings.seed
  }

  /// A tie that a person comes with.
  struct Choice {
    /// Whom it leads to.
    let person: Int
    /// Whether the first draw hit somebody who was drawn already.
    let isDrawnAnew: Bool
  }

  /// The people whom a person ties to when it comes, each once; founders tie to the founders before them.
  func neighbours(of person: Int, _ chosen: inout [Choice]) {
    chosen.removeAll(keepingCapacity: true)
    if person < founders {
      for other in 0..<person { chosen.append(Choice(person: other, isDrawnAnew: false)) }
      return
    }
    for tie in 0..<ties {
      var attempt = 0
      var other = drawn(person, tie, attempt)
      while chosen.contains(where: { $0.person == other }) {
        attempt += 1
        other = drawn(person, tie, attempt)
      }
      chosen.append(Choice(person: other, isDrawnAnew: attempt > 0))
    }
  }

  /// The first end of the ties a person comes with.
  private func firstEnd(of person: Int) -> Int { foundersEnds + 2 * ties * (person - founders) }

  /// Who is drawn for a tie of a person, at an attempt.
  private func drawn(_ person: Int, _ tie: Int, _ attempt: Int) -> Int {
    let end = firstEnd(of: person) + 2 * tie + 1
    var stream = GeneratingStream.attachment.of(end, seed: seed)
    var copied = 0
    for _ in 0...attempt { copied = stream.integer(below: firstEnd(of: person)) }
    return self.person(at: copied)
  }

  /// Who stands at an end.
  private func person(at end: Int) -> Int {
    var end = end
    while end >= foundersEnds {
      let newcomer = founders + (end - foundersEnds) / (2 * ties)
      if (end - foundersEnds) % 2 == 0 { return newcomer }
      var stream = GeneratingStream.attachment.of(end, seed: seed)
      end = stream.integer(below: firstEnd(of: newcomer))
    }
    // Each founder has `ties` ends.
    return end / ties
  }
}
