import GraphModel

/// `W` with all its entries, built from a society by the formulas of the model, and what follows from it by elimination.
///
/// It shares no code with `InfluenceMatrix` and the solvers: it is what they are checked against. For small societies.
package struct DenseInfluence: Sendable {
  package let matrix: DenseMatrix
  package let isTied: [Bool]

  package var count: Int { matrix.count }

  /// - Parameter isPooled: whether weights are added up over the layers before they are averaged.
  package init(_ society: Society, shares: [Double], isPooled: Bool) {
    let count = society.count
    var rows = DenseMatrix.zero(count).rows
    var isTied = [Bool](repeating: false, count: count)
    for person in 0..<count {
      var total = DoubleDouble.zero
      for (layer, share) in zip(society.layers, shares) where share > 0 {
        var sum = DoubleDouble.zero
        layer.ties.forEachTie(of: person) { _, weight in sum = sum + DoubleDouble(weight) }
        guard sum.value > 0 else { continue }
        let part = DoubleDouble(share)
        total = total + (isPooled ? part * sum : part)
        layer.ties.forEachTie(of: person) { neighbor, weight in
          let weight = isPooled ? part * DoubleDouble(weight) : part * DoubleDouble(weight) / sum
          rows[person][neighbor] = rows[person][neighbor] + weight
        }
      }
      isTied[person] = total.value > 0
      if isTied[person] { rows[person] = rows[person].map { $0 / total } }
    }
    matrix = DenseMatrix(rows: rows)
    self.isTied = isTied
  }

  /// `W x`.
  package func networkScores(_ scores: [Double]) -> [Double] {
    matrix.times(scores.map(DoubleDouble.init)).map(\.value)
  }

  /// The solution of `(I - A W) x = (I - A) s`, isolates with `a = 0`.
  ///
  /// Closed classes with `a = 1` are first replaced by what they settle on, the stationary mean of their own scores.
  package func equilibrium(_ susceptibility: [Double], _ ownScores: [Double]) -> [Double] {
    solve(susceptibility, [ownScores])[0]
  }

  /// `V`, with `x = V s`: row i says who moves i.
  package func reach(_ susceptibility: [Double]) -> [[Double]] {
    let units = (0..<count).map { one in (0..<count).map { $0 == one ? 1.0 : 0 } }
    let columns = solve(susceptibility, units)
    return (0..<count).map { row in columns.map { $0[row] } }
  }

  private func solve(_ susceptibility: [Double], _ ownScores: [[Double]]) -> [[Double]] {
    var a = zip(susceptibility, isTied).map { $1 ? $0 : 0 }
    var own = ownScores.map { $0.map(DoubleDouble.init) }
    for members in closedClasses(a) {
      let weights = stationary(members)
      for index in own.indices {
        let value = zip(members, weights).reduce(DoubleDouble.zero) { $0 + own[index][$1.0] * $1.1 }
        for person in members { own[index][person] = value }
      }
      for person in members { a[person] = 0 }
    }
    var system = DenseMatrix.identity(count)
    for row in 0..<count {
      let weight = DoubleDouble(a[row])
      for column in 0..<count {
        system.rows[row][column] = system.rows[row][column] - weight * matrix.rows[row][column]
      }
    }
    return own.map { own in
      system.solve(zip(a, own).map { (.one - DoubleDouble($0)) * $1 }).map(\.value)
    }
  }

  // MARK: Classes, by reachability instead of depth-first search

  /// The sets of people with `a = 1` who reach each other and nobody else, each rising, by smallest member.
  package func closedClasses(_ susceptibility: [Double]) -> [[Int]] {
    var reaches = (0..<count).map { row in (0..<count).map { matrix.rows[row][$0].value > 0 } }
    for middle in 0..<count {
      for row in 0..<count where reaches[row][middle] {
        for column in 0..<count where reaches[middle][column] { reaches[row][column] = true }
      }
    }
    var classes: [[Int]] = []
    for person in 0..<count where isTied[person] && susceptibility[person] == 1 {
      let group = (0..<count).filter { reaches[person][$0] }
      let isClosed = group.allSatisfy { isTied[$0] && susceptibility[$0] == 1 && reaches[$0][person] }
      if isClosed, group.first == person { classes.append(group) }
    }
    return classes
  }

  /// The stationary distribution of a closed class: `pi' W = pi'`, summing to 1.
  package func stationary(_ members: [Int]) -> [DoubleDouble] {
    var system = DenseMatrix.identity(members.count)
    for (row, to) in members.enumerated() {
      for (column, from) in members.enumerated() {
        system.rows[row][column] = system.rows[row][column] - matrix.rows[from][to]
      }
    }
    var rightSide = [DoubleDouble](repeating: .zero, count: members.count)
    system.rows[members.count - 1] = [DoubleDouble](repeating: .one, count: members.count)
    rightSide[members.count - 1] = .one
    return system.solve(rightSide)
  }

  /// The greatest common divisor of the lengths of closed walks through a class's first member, up to 3 class sizes.
  package func period(_ members: [Int]) -> Int {
    var here = Set([members[0]])
    var divisor = 0
    for length in 1...3 * members.count {
      here = Set(here.flatMap { person in members.filter { matrix.rows[person][$0].value > 0 } })
      if here.contains(members[0]) {
        var (one, other) = (divisor, length)
        while other != 0 { (one, other) = (other, one % other) }
        divisor = one
      }
    }
    return divisor
  }
}
