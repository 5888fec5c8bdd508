import ArgumentParser
import Experiments
import Exports
import GraphModel
import SparkEngine

/// From errors to messages and exit codes.
enum Failure {
  static let different = ExitCode(1)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let unavailable = ExitCode(69)
  static let bug = ExitCode(70)
  static let memory = ExitCode(71)
  static let cannotCreate = ExitCode(73)
  static let writing = ExitCode(74)
  static let notConverged = ExitCode(75)

  /// Runs a command's work; an error becomes lines on standard error and an exit code.
  static func reported(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ReadingError {
      for problem in error.problems { Console.complain("error: \(problem)") }
      if error.total > error.problems.count {
        Console.complain("error: ... and \(error.total - error.problems.count) more problems")
      }
      if let hint = error.hint { Console.complain(hint) }
      throw code(of: error)
    } catch let error as ExportError {
      Console.complain("error: \(error)")
      throw error.code == .cannotCreate ? cannotCreate : writing
    } catch let error as StudyError {
      Console.complain("error: \(error)")
      switch error.code {
      case .noStudy: throw noInput
      case .damaged: throw badData
      case .other: throw cannotCreate
      case .writing: throw writing
      }
    } catch let error as SparkError {
      for problem in error.problems { Console.complain("error: \(problem)") }
      for line in error.log { Console.complain("  " + line) }
      if let hint = error.hint { Console.complain(hint) }
      throw code(of: error)
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      Console.complain("error: \(error)")
      Console.complain("This should not happen; please report it with the command and, if you can, the input.")
      throw bug
    }
  }

  static func code(of error: SparkError) -> ExitCode {
    switch error.code {
    case .unavailable: unavailable
    case .bug: bug
    // Whatever else the job ends with is none of this program's codes.
    case .job(let code): [64, 65, 66, 71, 73, 74, 75].contains(code) ? ExitCode(code) : bug
    }
  }

  static func code(of error: ReadingError) -> ExitCode {
    switch error.code {
    case .badData: badData
    case .noInput: noInput
    case .usage: .validationFailure
    case .memory: memory
    }
  }
}
