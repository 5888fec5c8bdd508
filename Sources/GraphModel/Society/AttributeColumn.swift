/// One column of the people file: a name and one text a person, exactly as it was written.
public struct AttributeColumn: Sendable, Equatable {
  /// What a column's values are, judged from all of them.
  public enum Kind: String, Sendable, Codable {
    /// Whole numbers that fit 64 bits, written the plain way (no leading zeros or plus).
    case integer
    /// Numbers, not all whole.
    case number
    /// `true` and `false`.
    case boolean
    /// Anything else.
    case text
  }

  /// The column's name.
  public let name: String
  /// One value a person; empty means missing.
  public let values: TextList
  /// What the values are; missing ones do not count.
  ///
  /// A column of only missing values is text.
  public let kind: Kind

  /// A column whose kind is found from its values.
  public init(name: String, values: TextList) {
    self.init(name: name, values: values, kind: Self.kind(of: values.filter { !$0.isEmpty && $0 != "NA" }))
  }

  /// A column whose kind is found from its values, in an array.
  public init(name: String, values: [String]) { self.init(name: name, values: TextList(values)) }

  /// A column whose kind is known.
  package init(name: String, values: TextList, kind: Kind) {
    self.name = name
    self.values = values
    self.kind = kind
  }

  /// A person's value, or `nil` where missing: empty, or `NA` in a column that is not text.
  public func value(of person: Int) -> String? {
    let text = values[person]
    return text.isEmpty || (text == "NA" && kind != .text) ? nil : text
  }

  /// The values as numbers; `nil` where missing or not a finite number.
  public var numbers: [Double?] {
    values.map { text in Numerals.number(text).flatMap { $0.isFinite ? $0 : nil } }
  }

  private static func kind(of values: [String]) -> Kind {
    if values.isEmpty { return .text }
    if values.allSatisfy({ Int64($0).map(String.init) == $0 }) { return .integer }
    if values.allSatisfy({ Numerals.number($0)?.isFinite == true }) {
      // "007" and "+1" are numbers by their letters but codes by their use: they stay text.
      let isCode = values.contains {
        $0.hasPrefix("+") || ($0.hasPrefix("0") && $0.count > 1 && !$0.hasPrefix("0.") && !$0.hasPrefix("0e"))
      }
      return isCode ? .text : .number
    }
    return values.allSatisfy { $0 == "true" || $0 == "false" } ? .boolean : .text
  }
}
