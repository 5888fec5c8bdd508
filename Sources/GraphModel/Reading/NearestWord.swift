/// The word that was perhaps meant by one that is not known.
package enum NearestWord {
  /// The nearest of some words, or `nil` if none is near; of several equally near the first.
  ///
  /// Near is a distance of at most a third of the letters, one at least. Capitals do not count, nor does which of `-`, `_`
  /// and a blank stands between words.
  ///
  /// - Complexity: the product of the two lengths, for each word.
  package static func nearest(to word: String, among words: [String]) -> String? {
    let letters = folded(word)
    let limit = min(max(1, letters.count / 3), letters.count - 1)
    var best: (word: String, distance: Int)?
    for candidate in words {
      let distance = distance(letters, folded(candidate))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// ` (did you mean "..."?)`, or nothing.
  package static func hint(_ word: String?) -> String { word.map { " (did you mean \"\($0)\"?)" } ?? "" }

  private static func folded(_ word: String) -> [Character] {
    word.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
  }

  /// How many letters must be put in, left out, replaced or swapped with the next one to make one word the other.
  ///
  /// The restricted distance of F. J. Damerau, "A technique for computer detection and correction of spelling errors",
  /// Communications of the ACM 7 (1964) 171-176: no letter is changed twice.
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let replaced = last[column] + (one[row] == other[column] ? 0 : 1)
        var least = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = last
      last = current
    }
    return last[other.count]
  }
}
