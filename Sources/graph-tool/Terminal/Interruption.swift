import Dispatch
import Exports
import Foundation
import Synchronization

/// What happens on Ctrl-C: half-built output is removed, and the program ends with 130; or else whoever works is told to
/// come to an end.
enum Interruption {
  /// How an interrupt is taken where work can be broken off between two steps.
  private struct Patience {
    /// What is said when nobody waits any longer; `nil` while interrupts end the program at once.
    var lastWord: String?
    /// The signal that has come.
    var signal: Int32?
  }

  private static let patience = Mutex(Patience())
  private static let folders = Mutex<[OutputFolder]>([])
  private static let files = Mutex<[String]>([])
  private static let helpers = Mutex<[(id: Int, stop: @Sendable () -> Void)]>([])
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Makes an output folder and runs work that builds it; the folder is removed if the work fails or is interrupted.
  static func guarding<Result>(
    _ folder: @autoclosure () throws -> OutputFolder, _ body: (OutputFolder) throws -> Result
  ) throws -> Result {
    listen()
    let folder = try folders.withLock { list in
      let folder = try folder()
      list.append(folder)
      return folder
    }
    defer { folders.withLock { $0.removeAll { $0.partialPath == folder.partialPath } } }
    do {
      return try body(folder)
    } catch {
      folder.abandon()
      throw error
    }
  }

  /// Runs work that builds a file; the file is removed if the work is interrupted.
  static func guarding(file path: String, _ body: () throws -> Void) rethrows {
    listen()
    files.withLock { $0.append(path) }
    defer { files.withLock { $0.removeAll { $0 == path } } }
    try body()
  }

  /// Runs work that another program does; an interrupt stops that program before anything is removed.
  ///
  /// - Parameter stop: asks the program to end, and waits until it has.
  static func guarding<Result>(
    stopping stop: @escaping @Sendable () -> Void, _ body: () throws -> Result
  ) rethrows -> Result {
    listen()
    let id = helpers.withLock { helpers in
      let id = (helpers.last?.id ?? 0) + 1
      helpers.append((id, stop))
      return id
    }
    defer { helpers.withLock { $0.removeAll { $0.id == id } } }
    return try body()
  }

  /// From now on the first interrupt is only noted, for `noted` to tell; the second ends the program at once.
  ///
  /// - Parameter lastWord: what is said then.
  static func wait(lastWord: String) {
    patience.withLock { $0.lastWord = lastWord }
    listen()
  }

  /// The signal that asked for an end, if one has come while interrupts are noted.
  static var noted: Int32? { patience.withLock { $0.signal } }

  /// What to do about a signal: nothing if it is the first one and somebody looks out for it.
  ///
  /// - Returns: whether it was noted.
  private static func note(_ number: Int32) -> Bool {
    patience.withLock { patience in
      guard let lastWord = patience.lastWord else { return false }
      guard patience.signal == nil else {
        Console.complain(lastWord)
        _exit(128 + number)
      }
      patience.signal = number
      return true
    }
  }

  private static func listen() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue(label: "interruption"))
        source.setEventHandler {
          if note(number) { return }
          // The locks are not given back: work that fails for want of its folder, or of the program that was stopped, must
          // not end this program first.
          helpers.withLock { helpers in
            for helper in helpers { helper.stop() }
            folders.withLock { list in
              for folder in list { folder.abandon() }
              files.withLock { for path in $0 { try? FileManager.default.removeItem(atPath: path) } }
              Console.complain("interrupted; nothing was written")
              _exit(128 + number)
            }
          }
        }
        source.resume()
        sources.append(source)
      }
    }
  }
}
