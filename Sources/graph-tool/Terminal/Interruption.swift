import Dispatch
import Exports
import Foundation
import Synchronization

/// What happens on Ctrl-C: half-built output is removed, and the program ends with 130.
enum Interruption {
  private static let folders = Mutex<[OutputFolder]>([])
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// Runs work that builds an output folder; the folder is removed if the work fails or is interrupted.
  static func guarding(_ folder: OutputFolder, _ body: () throws -> Void) throws {
    listen()
    folders.withLock { $0.append(folder) }
    defer { folders.withLock { $0.removeAll { $0.partialPath == folder.partialPath } } }
    do {
      try body()
    } catch {
      folder.abandon()
      throw error
    }
  }

  private static func listen() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue(label: "interruption"))
        source.setEventHandler {
          folders.withLock { $0.forEach { $0.abandon() } }
          Console.complain("interrupted; nothing was written")
          _exit(128 + number)
        }
        source.resume()
        sources.append(source)
      }
    }
  }
}
