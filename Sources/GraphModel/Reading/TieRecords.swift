import Compute

/// Ties as they were read, one record a row, before any rule but the checks has acted.
struct TieRecords: Sendable {
  /// Source or payer, by index.
  var sources = SharedBuffer<Int32>([])
  /// Target or payee, by index.
  var targets = SharedBuffer<Int32>([])
  /// Weight or amount; NaN where missing.
  ///
  /// Empty if there is no such column.
  var values = SharedBuffer<Double>([])
  /// Unix seconds; NaN where missing.
  ///
  /// Empty if there is no such column.
  var times = SharedBuffer<Double>([])
  /// Records left out for a negative value, and records that lost their sign.
  var negativeCount = 0
  /// Records left out because a person is unknown.
  var unknownCount = 0

  var count: Int { sources.count }

  /// Makes records one by one.
  struct Builder {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var values: [Double] = []
    var times: [Double] = []
    var negativeCount = 0
    var unknownCount = 0

    var records: TieRecords {
      TieRecords(
        sources: SharedBuffer(sources), targets: SharedBuffer(targets), values: SharedBuffer(values),
        times: SharedBuffer(times), negativeCount: negativeCount, unknownCount: unknownCount)
    }
  }
}
