import Compute

extension Village {
  /// The village as the files of a society folder, with a README that says what it is.
  ///
  /// - Parameter command: the command that makes it, for the README.
  public func files(command: String) -> [SocietyText] {
    let data = [
      SocietyText(name: "people.csv", text: peopleText),
      SocietyText(name: "friendships.csv", text: friendshipText),
      SocietyText(name: "transactions.csv", text: paymentText),
      SocietyText(name: "events.csv", text: eventText),
      SocietyText(name: "society.yaml", text: Self.societyText),
    ]
    return data + [SocietyText(name: "README.md", text: readme(data, command: command))]
  }

  private static let societyText = """
    # A synthetic village: own scores come from the four factor columns of people.csv.
    scale: zhima
    scorecard: zhima
    layers:
      friendship: {file: friendships.csv}
      transaction: {file: transactions.csv, kind: transaction}

    """

  private func id(_ person: Int) -> String {
    let digits = String(person + 1)
    let width = max(3, String(settings.people).count)
    return "v" + String(repeating: "0", count: width - digits.count) + digits
  }

  private static func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }

  private static func hundredths(_ value: Int) -> String {
    let rest = value % 100
    return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private var peopleText: String {
    var text = "id,circle,age,\(Self.factorNames.joined(separator: ","))\n"
    for person in 0..<settings.people {
      let values = factors.map { Self.tenths($0[person]) }.joined(separator: ",")
      text += "\(id(person)),\(circles[person] + 1),\(ages[person]),\(values)\n"
    }
    return text
  }

  private var friendshipText: String {
    friendships.reduce(into: "source,target\n") { $0 += "\(id($1.0)),\(id($1.1))\n" }
  }

  private var paymentText: String {
    payments.reduce(into: "source,target,amount,time\n") { text, payment in
      let time = Timestamp.text(Double(payment.time))
      text += "\(id(payment.payer)),\(id(payment.payee)),\(Self.hundredths(payment.amount)),\(time)\n"
    }
  }

  private var eventText: String {
    events.reduce(into: "time,person,change,half_life\n") { text, event in
      text += "\(Timestamp.text(Double(event.time))),\(id(event.person)),\(event.change),\(event.halfLife)\n"
    }
  }

  private func readme(_ files: [SocietyText], command: String) -> String {
    let sums = files.map { file in
      "\(InputFile(name: file.name, bytes: [UInt8](file.text.utf8)).sha256)  \(file.name)"
    }
    return """
      # village (synthetic)

      Nobody here exists. This village was made by

          \(command)

      and the same command makes the same bytes again. It is there to try the program on; nothing in it is calibrated on
      real people.

      - \(settings.people) people in \(settings.circles) circles (column `circle`), who make four friends in five inside their circle.
      - \(friendships.count) friendships.
      - \(payments.count) payments in the twelve months of 2025, three in four to friends, log-normal amounts with a median of 40.
      - \(events.count) dated events (changes of an own score in points, with a half-life in days); only a simulation uses them.
      - Four behaviour factors from 0 to 100, from which the scorecard `zhima` makes the own score (weights unofficial). About
        \(Int((100 * settings.sorting).rounded()))% of the factors' variance lies between circles.

      No licence is claimed on the data. Checksums (`sha256sum --check README.md`):

      ```
      \(sums.joined(separator: "\n"))
      ```

      """
  }
}
