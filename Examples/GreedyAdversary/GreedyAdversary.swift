import ArgumentParser
import Foundation
import GraphModel
import Propagation

/// The command `greedy-adversary`.
@main
struct GreedyAdversary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "greedy-adversary",
    abstract: "Whom would somebody take over to divide a society as much as possible?",
    discussion: """
      Gives one person after another the own score 0 or 1, each time the change that raises the objective most, and \
      prints the objective after each. Ties are undirected, own scores from 0 to 1, and public scores settle with \
      susceptibility d / (1 + d), d being the strength of a person's ties.

      The objectives: disagreement D, the sum over ties of the squared differences of public scores; polarisation P, \
      the sum over people of the squared distances from the mean; sum, P + (n / m) D for n people and m ties.
      """)

  @Argument(help: "The ties: an edge list, gzip or not.")
  var edges: String

  @Option(help: ArgumentHelp("The people: a CSV file with id and score.", valueName: "file"))
  var people: String

  @Option(help: "How many people to take over.")
  var changes = 10

  @Option(help: "What to make large: disagreement, polarisation or sum (default: each of them in turn).")
  var objective: Objective.Kind?

  /// How exact public scores have to be: far below the digits that are printed.
  private static let tolerance = 1e-13

  func validate() throws {
    if changes < 1 { throw ValidationError("'\(changes)' is not a number of changes; 1 or more was expected") }
  }

  func run() throws {
    do {
      let society = try read()
      let adversary = try Adversary(in: society, SolverSettings(tolerance: Self.tolerance))
      print("\(society.count) people, \(society.layers[0].tieCount) ties")
      var bound = 0.0
      for kind in objective.map({ [$0] }) ?? Objective.Kind.allCases {
        let attack = adversary.attack(for: kind, changes: changes)
        print("\n" + table(kind, attack, society.people))
        bound = max(bound, attack.bound)
      }
      print(String(format: "\nEvery public score is within %.1e of the exact one.", bound))
    } catch let error as ReadingError {
      // One line a problem, then how many there are beside those, then what can be done.
      complain(error.description)
      throw Self.code(of: error)
    }
  }

  private func read() throws -> Society {
    var options = ReadingOptions()
    options.peopleFile = people
    options.scale = .unit
    let read = try SocietyReader.read(edges, options: options)
    // What is assumed is fixed here, so only what was done to the data is told.
    for notice in read.notices where notice.kind != .assumed { print("\(notice.kind.rawValue): \(notice.text)") }
    let society = read.society
    if society.layers.count > 1 || society.layers[0].isDirected {
      complain("\(edges): one layer of undirected ties was expected")
      throw ExitCode(65)
    }
    if changes > society.count {
      complain("--changes: \(changes) is more than the \(society.count) people there are")
      throw ExitCode.validationFailure
    }
    return society
  }

  private func table(_ kind: Objective.Kind, _ attack: Adversary.Attack, _ people: People) -> String {
    let names = attack.changes.map { people.ids[$0.person] }
    let width = max("person".count, names.map(\.count).max() ?? 0)
    func row(_ change: String, _ person: String, _ set: String, _ value: String) -> String {
      let padded = person + String(repeating: " ", count: width - person.count)
      return [change.leftPadded(to: 6), padded, set.leftPadded(to: 6), value.leftPadded(to: 16)].joined(separator: "  ")
    }
    func text(_ value: Double) -> String { String(format: "%.12f", value) }
    var rows = [row("change", "person", "set to", kind.rawValue), row("0", "", "", text(attack.start))]
    for (place, change) in attack.changes.enumerated() {
      rows.append(row(String(place + 1), names[place], String(Int(change.ownScore)), text(change.value)))
    }
    return rows.joined(separator: "\n")
  }

  private func complain(_ line: String) {
    FileHandle.standardError.write(Data("error: \(line)\n".utf8))
  }

  private static func code(of error: ReadingError) -> ExitCode {
    switch error.code {
    case .badData: ExitCode(65)
    case .noInput: ExitCode(66)
    case .usage: .validationFailure
    case .memory: ExitCode(71)
    }
  }
}

extension Objective.Kind: ExpressibleByArgument {}

extension String {
  fileprivate func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
