import Compute
import Synchronization

extension Village {
  private static let blockSize = 1 << 12

  /// Writes the village as the files of a society folder, with a README that says what it is.
  ///
  /// - Parameters:
  ///   - sink: where the files go.
  ///   - command: the command that makes it, for the README.
  ///   - threads: how many threads work at once; the files do not depend on it.
  /// - Throws: what the sink throws.
  public func write(to sink: some SocietySink, command: String, threads: ThreadCount) throws {
    var scribe = SocietyScribe(sink, threads: threads)
    try writePeople(to: &scribe)
    let friendships = friendships(threads: threads)
    try friendships.write("friendships.csv", labels: labels, weights: .none, seed: settings.seed, to: &scribe)
    let family = try writeFamily(to: &scribe)
    let payments = settings.payments > 0 ? try writePayments(to: &scribe) : 0
    let events = try writeEvents(to: &scribe)
    try scribe.write("society.yaml", text: societyText)
    try scribe.writeReadme(
      title: "village (synthetic)", command: command,
      account: account(friendships: friendships.count, family: family, payments: payments, events: events))
  }

  /// Draws the village and writes its friendships alone, as one file of the name `friendships.csv`.
  public func writeTies(to sink: some SocietySink, threads: ThreadCount) throws {
    var scribe = SocietyScribe(sink, threads: threads)
    try friendships(threads: threads).write(
      "friendships.csv", labels: labels, weights: .none, seed: settings.seed, to: &scribe)
  }

  private var societyText: String {
    let money = "\n  transaction: {file: transactions.csv, kind: transaction}"
    return """
      # A synthetic village: own scores come from the four factor columns of people.csv.
      scale: zhima
      scorecard: zhima
      layers:
        friendship: {file: friendships.csv}
        family: {file: family.csv}\(settings.payments > 0 ? money : "")

      """
  }

  private func writePeople<Sink: SocietySink>(to scribe: inout SocietyScribe<Sink>) throws {
    let blocks = TieSet.blocks(of: settings.people, size: Self.blockSize)
    try scribe.write(
      "people.csv", header: "id,circle,household,age,\(Self.factorNames.joined(separator: ","))", blocks: blocks.count
    ) { block, buffer in
      for person in blocks[block] {
        let (age, factors) = character(of: person)
        labels.add(person, to: &buffer)
        for value in [dwellings.circle(of: person) + 1, dwellings.household(of: person) + 1, age] {
          buffer.comma()
          buffer.append(value)
        }
        for factor in factors {
          buffer.comma()
          buffer.append(factor, places: 1)
        }
        buffer.newline()
      }
    }
  }

  /// Ties all members of each household to one another; returns how many ties that makes.
  private func writeFamily<Sink: SocietySink>(to scribe: inout SocietyScribe<Sink>) throws -> Int {
    let blocks = TieSet.blocks(of: dwellings.householdCount, size: Self.blockSize)
    let count = Atomic(0)
    try scribe.write(
      "family.csv", header: "source,target", blocks: blocks.count
    ) { block, buffer in
      var ties = 0
      for household in blocks[block] {
        let members = dwellings.members(ofHousehold: household)
        for one in members {
          for other in one + 1..<members.upperBound {
            labels.add(dwellings.person(at: one), to: &buffer)
            buffer.comma()
            labels.add(dwellings.person(at: other), to: &buffer)
            buffer.newline()
            ties += 1
          }
        }
      }
      count.add(ties, ordering: .relaxed)
    }
    return count.load(ordering: .relaxed)
  }

  private func writePayments<Sink: SocietySink>(to scribe: inout SocietyScribe<Sink>) throws -> Int {
    // A person has some 20 payments: smaller blocks, as many bytes.
    let size = Self.blockSize / 4
    let blocks = TieSet.blocks(of: settings.people, size: size)
    let days = (0..<365).map { [UInt8](Timestamp.text(Double(Self.start + $0 * 86_400)).utf8) }
    let count = Atomic(0)
    try scribe.write(
      "transactions.csv", header: "source,target,amount,time", blocks: blocks.count
    ) { block, buffer in
      var friends: [Int] = []
      var payments: [Payment] = []
      var sum = 0
      for payer in blocks[block] {
        self.payments(of: payer, friends: &friends, &payments)
        for payment in payments { add(payment, of: payer, days, to: &buffer) }
        sum += payments.count
      }
      count.add(sum, ordering: .relaxed)
    }
    return count.load(ordering: .relaxed)
  }

  private func add(_ payment: Payment, of payer: Int, _ days: [[UInt8]], to buffer: inout ByteText) {
    labels.add(payer, to: &buffer)
    buffer.comma()
    labels.add(payment.payee, to: &buffer)
    buffer.comma()
    buffer.append(payment.amount, places: 2)
    buffer.comma()
    let (day, second) = (payment.time - Self.start).quotientAndRemainder(dividingBy: 86_400)
    buffer.append(days[day])
    buffer.append(UInt8(ascii: "T"))
    buffer.append(second / 3600, width: 2)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(second / 60 % 60, width: 2)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(second % 60, width: 2)
    buffer.append(UInt8(ascii: "Z"))
    buffer.newline()
  }

  private func writeEvents<Sink: SocietySink>(to scribe: inout SocietyScribe<Sink>) throws -> Int {
    let events = events
    try scribe.write(
      "events.csv", header: "time,person,change,half_life", blocks: 1
    ) { _, buffer in
      for event in events {
        buffer.append(Timestamp.text(Double(event.time)))
        buffer.comma()
        labels.add(event.person, to: &buffer)
        buffer.comma()
        buffer.append(event.change)
        buffer.comma()
        buffer.append(event.halfLife)
        buffer.newline()
      }
    }
    return events.count
  }

  private func account(friendships: Int, family: Int, payments: Int, events: Int) -> [String] {
    var lines = [
      "\(settings.people) people in \(settings.circles) circles (column `circle`), who make four friends in five inside their circle.",
      "\(dwellings.householdCount) households of one to six people, each in one circle (column `household`); \(family) family ties, between all members of a household.",
      "\(friendships) friendships, none of them within a household.",
    ]
    if settings.payments > 0 {
      lines.append(
        "\(payments) payments in the twelve months of 2025, 0 to \(settings.payments) a person and month, three in four to friends or family; log-normal amounts with a median of 40. They stand by payer, then time."
      )
    }
    lines += [
      "\(events) dated events (changes of an own score in points, with a half-life in days); only a simulation uses them.",
      "Four behaviour factors from 0 to 100, from which the scorecard `zhima` makes the own score (weights unofficial). About \(Int((100 * settings.sorting).rounded()))% of the factors' variance lies between circles.",
    ]
    return lines
  }
}
