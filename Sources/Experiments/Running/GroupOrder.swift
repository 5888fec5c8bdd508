import GraphModel

/// The order in which groups of people are told.
enum GroupOrder {
  /// Numbers by size, before words by their letters.
  static func precedes(_ one: String, _ other: String) -> Bool {
    switch (Numerals.number(one), Numerals.number(other)) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: one < other
    }
  }
}
