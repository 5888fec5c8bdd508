import Compute
import GraphModel

/// A sink that keeps files in memory.
final class CollectedFiles: SocietySink {
  private(set) var files: [String: [UInt8]] = [:]
  /// How many pieces were written.
  private(set) var pieces = 0
  private var name = ""

  func begin(_ name: String) {
    self.name = name
    files[name] = []
  }

  func write(_ bytes: Span<UInt8>) {
    for index in bytes.indices { files[name, default: []].append(bytes[index]) }
    pieces += 1
  }

  func end() { name = "" }

  /// The lines of a file below its header, cut into fields.
  func rows(_ name: String) -> [[String]] {
    String(decoding: files[name] ?? [], as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The header of a file.
  func header(_ name: String) -> String {
    String(decoding: files[name] ?? [], as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
  }
}
