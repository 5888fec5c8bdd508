import Foundation

/// The lines of a `run.json` that two runs of one input share: all but the object `machine`.
struct DescriptionText {
  /// The lines with their numbers, from 1.
  private(set) var lines: [(number: Int, text: Substring)] = []
  /// The program's version; `nil` if there is no such line.
  private(set) var version: Substring?

  private static let versionKey = "  \"version\" : "

  /// - Parameter text: the file, in the form in which the program writes it.
  init(_ text: String) {
    var isMachine = false
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "  \"machine\" : {" { isMachine = true }
      if !isMachine { lines.append((place + 1, line)) }
      if isMachine, line.hasPrefix("  }") { isMachine = false }
      if line.hasPrefix(Self.versionKey) {
        version = line.dropFirst(Self.versionKey.count).drop { $0 == "\"" }.prefix { $0 != "\"" }
      }
    }
  }

  /// The first line that differs from another text's, with what stands there.
  ///
  /// - Parameter ignoringVersion: whether the program's version plays no part.
  func firstDifference(
    from other: DescriptionText, ignoringVersion: Bool
  ) -> (line: Int, first: String, second: String)? {
    func kept(_ text: DescriptionText) -> [(number: Int, text: Substring)] {
      text.lines.filter { !(ignoringVersion && $0.text.hasPrefix(Self.versionKey)) }
    }
    let (one, two) = (kept(self), kept(other))
    for place in 0..<max(one.count, two.count) {
      let left = place < one.count ? one[place] : nil
      let right = place < two.count ? two[place] : nil
      if left?.text != right?.text {
        return (left?.number ?? (one.last?.number ?? 0) + 1, String(left?.text ?? ""), String(right?.text ?? ""))
      }
    }
    return nil
  }
}
