/// Dealing out a whole number in proportion to shares.
enum Apportionment {
  /// Whole numbers that add up to `total`, in proportion to shares as far as each one's room allows.
  ///
  /// Each gets its quota rounded down; what is left goes to the largest remainders, the earlier one of equals (Hamilton's
  /// method). Whoever is full drops out, and what is left is dealt again among the others.
  ///
  /// - Precondition: `total` is at most the sum of `room`, and shares are above 0.
  static func dealt(_ total: Int, shares: [Double], room: [Int]) -> [Int] {
    var result = [Int](repeating: 0, count: shares.count)
    var left = total
    while left > 0 {
      let open = shares.indices.filter { result[$0] < room[$0] }
      precondition(!open.isEmpty, "the total is larger than the room")
      let sum = open.reduce(0) { $0 + shares[$1] }
      let quotas = open.map { Double(left) * shares[$0] / sum }
      let before = left
      for (index, quota) in zip(open, quotas) {
        let given = min(Int(quota), room[index] - result[index], left)
        result[index] += given
        left -= given
      }
      // Rounding down leaves less than one for each who is open; those who are full by now leave more, for the next turn.
      if before - left == 0 || left < open.count {
        let order = open.indices.sorted {
          let (one, other) = (quotas[$0] - quotas[$0].rounded(.down), quotas[$1] - quotas[$1].rounded(.down))
          return one == other ? $0 < $1 : one > other
        }
        for position in order where left > 0 && result[open[position]] < room[open[position]] {
          result[open[position]] += 1
          left -= 1
        }
      }
    }
    return result
  }
}
