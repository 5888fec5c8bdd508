/// Ties as they were read, one record a row, before any rule but the checks has acted.
struct TieRecords {
  /// Source or payer, by index.
  var sources: [Int32] = []
  /// Target or payee, by index.
  var targets: [Int32] = []
  /// Weight or amount; NaN where missing.
  ///
  /// Empty if there is no such column.
  var values: [Double] = []
  /// Unix seconds; NaN where missing.
  ///
  /// Empty if there is no such column.
  var times: [Double] = []
  /// Records left out for a negative value, and records that lost their sign.
  var negativeCount = 0
  /// Records left out because a person is unknown.
  var unknownCount = 0

  var count: Int { sources.count }
}
