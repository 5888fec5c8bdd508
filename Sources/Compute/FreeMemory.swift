/// How much memory a program on Linux may still take: the machine's or its control group's, whichever is less.
///
/// What a group holds of files can be given back, so that it counts as free. The texts are those of proc(5), and of the
/// kernel's documents on control groups, versions 1 and 2.
package struct FreeMemory {
  /// Reads a small file whole; `nil` if it is not there.
  private let read: (String) -> String?

  /// Sees the system through its files.
  ///
  /// - Parameter read: reads the file at a path whole; `nil` if it is not there.
  package init(read: @escaping (String) -> String?) { self.read = read }

  /// How many bytes are free, or `nil` where nothing says so.
  package var bytes: Int? { ([machine] + groups).compactMap { $0 }.min() }

  /// What the kernel reckons a new program can take without swapping.
  private var machine: Int? {
    guard let text = read("/proc/meminfo") else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
    return nil
  }

  /// What each control group above the program has left.
  private var groups: [Int?] {
    (read("/proc/self/cgroup") ?? "").split(separator: "\n").flatMap { line -> [Int?] in
      // Each line is NUMBER:CONTROLLERS:PATH; version 2 has no controllers.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      if parts[1].isEmpty {
        return Self.ancestors(parts[2]).map {
          left(in: "/sys/fs/cgroup" + $0, limit: "memory.max", usage: "memory.current", files: "inactive_file")
        }
      }
      guard parts[1].split(separator: ",").contains("memory") else { return [] }
      return Self.ancestors(parts[2]).map {
        left(
          in: "/sys/fs/cgroup/memory" + $0, limit: "memory.limit_in_bytes", usage: "memory.usage_in_bytes",
          files: "total_inactive_file")
      }
    }
  }

  private func left(in folder: String, limit: String, usage: String, files: String) -> Int? {
    // No limit is the word max, or a number that no machine has.
    guard let limit = number(folder + "/" + limit), let usage = number(folder + "/" + usage) else { return nil }
    let statistics = (read(folder + "/memory.stat") ?? "").split(separator: "\n").map { $0.split(separator: " ") }
    let held = statistics.first { $0.first.map { $0 == files } ?? false }?.dropFirst().first.flatMap { Int($0) } ?? 0
    return max(0, limit - max(0, usage - held))
  }

  private func number(_ path: String) -> Int? {
    read(path).flatMap { text in text.split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) } }
  }

  /// The folder of a group and those above it: `/a/b`, `/a` and the root.
  private static func ancestors(_ path: Substring) -> [String] {
    var names = path.split(separator: "/")
    var folders: [String] = []
    while true {
      folders.append(names.map { "/" + $0 }.joined())
      if names.isEmpty { return folders }
      names.removeLast()
    }
  }
}
