import Compute
import Foundation

extension Village {
  /// A payment.
  struct Payment: Sendable {
    let payee: Int
    /// In hundredths.
    let amount: Int
    /// Unix seconds.
    let time: Int
  }

  /// A dated change of an own score.
  struct Event: Sendable {
    let time: Int
    let person: Int
    let change: Int
    let halfLife: Int
  }

  /// 2025-01-01 in Unix seconds.
  static let start = 1_735_689_600
  /// The seconds of the year.
  static let year = 365 * 86_400

  /// The payments of a person in the order of time: 0 to `settings.payments` a month, three in four to a friend it made
  /// or a member of its household, if it has any.
  func payments(of payer: Int, friends: inout [Int], _ payments: inout [Payment]) {
    payments.removeAll(keepingCapacity: true)
    friendsMade(by: payer, &friends)
    for place in dwellings.members(ofHousehold: dwellings.household(of: payer)) {
      let other = dwellings.person(at: place)
      if other != payer { friends.append(other) }
    }
    var stream = GeneratingStream.payments.of(payer, seed: settings.seed)
    for month in 0..<12 {
      for _ in 0..<stream.integer(below: settings.payments + 1) {
        let isFriend = stream.uniform() < 0.75 && !friends.isEmpty
        let payee =
          isFriend ? friends[stream.integer(below: friends.count)] : stream.integer(below: settings.people)
        // Median 40, two thirds between 15 and 109.
        let amount = max(1, Int((4000 * exp(stream.normal())).rounded()))
        let time = Self.start + month * (Self.year / 12) + stream.integer(below: Self.year / 12)
        if payee != payer { payments.append(Payment(payee: payee, amount: amount, time: time)) }
      }
    }
    payments.sort { ($0.time, $0.payee, $0.amount) < ($1.time, $1.payee, $1.amount) }
  }

  /// One event for every fifty people: a default or a good turn.
  var events: [Event] {
    var stream = GeneratingStream.events.of(0, seed: settings.seed)
    let changes = [-150, -100, -60, 40, 80]
    return (0..<max(3, settings.people / 50)).map { _ in
      Event(
        time: Self.start + stream.integer(below: 365) * 86_400, person: stream.integer(below: settings.people),
        change: changes[stream.integer(below: changes.count)], halfLife: 30 * (1 + stream.integer(below: 6)))
    }.sorted { ($0.time, $0.person, $0.change) < ($1.time, $1.person, $1.change) }
  }
}
