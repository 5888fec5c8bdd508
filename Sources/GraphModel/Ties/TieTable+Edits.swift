import Compute

extension TieTable {
  /// The table after changes.
  ///
  /// First every weight is multiplied by `factor`. Then arcs are dropped. Then weights are added, in the order of the
  /// list: to what an arc has, or to nothing if it is not there or was dropped just now. Then arcs whose weight is below
  /// `least` go; with a factor other than 1 `least` is never smaller than 1e-100. A symmetric table with changes of ties
  /// (not of single arcs) becomes a symmetric table, bit by bit.
  ///
  /// The result has the narrowest form of storage, as if it had been made from its arcs, and shares what stays the same;
  /// if nothing changes, it is this table. It does not depend on threads.
  ///
  /// - Parameters:
  ///   - edits: the changes. Their ends are people; an arc that is dropped is there, and is named once.
  ///   - factor: what weights are multiplied by, positive; no weight may become infinite.
  ///   - least: the smallest weight that stays, 0 or more.
  ///   - threads: how many threads work at once.
  /// - Complexity: O(arcs + changes): rows without changes are copied in blocks. 16 bytes a person and 40 a change while
  ///   it works, beside the result.
  public func edited(
    _ edits: TieEdits, scaledBy factor: Double = 1, forgettingBelow least: Double = 0, threads: ThreadCount = .one
  ) -> TieTable {
    precondition(factor > 0 && factor.isFinite && least >= 0, "a factor is positive, a least weight is 0 or more")
    let floor = factor == 1 ? least : max(least, Self.leastWeight)
    if edits.isEmpty, factor == 1, floor == 0 { return self }
    return RowEdit(self, EditsByRow(edits, personCount: personCount), factor: factor, floor: floor, threads: threads)
      .table()
  }
}
