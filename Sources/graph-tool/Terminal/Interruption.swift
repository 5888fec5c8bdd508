import Dispatch
import Exports
import Foundation
import Synchronization

/// What happens on Ctrl-C: half-built output is removed, and the program ends with 130.
enum Interruption {
  private static let folders = Mutex<[OutputFolder]>([])
  private static let files = Mutex<[String]>([])
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

  private static func listen() {
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue(label: "interruption"))
        source.setEventHandler {
          // The lock is not given back: work that fails for want of its folder must not end the program first.
          folders.withLock { list in
            for folder in list { folder.abandon() }
            files.withLock { for path in $0 { try? FileManager.default.removeItem(atPath: path) } }
            Console.complain("interrupted; nothing was written")
            _exit(128 + number)
          }
        }
        source.resume()
        sources.append(source)
      }
    }
  }
}
