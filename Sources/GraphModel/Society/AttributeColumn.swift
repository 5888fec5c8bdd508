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
    self.init(name: name, values: values, kind: Self.kind(of: values))
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
    isMissing(person) ? nil : values[person]
  }

  /// How many different values there are; missing ones do not count.
  ///
  /// - Complexity: O(people), in the order of memory but for one place a value.
  public var distinctCount: Int {
    var index = TextIndex()
    for person in values.indices where !isMissing(person) { values.withBytes(of: person) { _ = index.add($0) } }
    return index.count
  }

  /// How many people have no value.
  public var missingCount: Int { values.indices.count(where: isMissing) }

  /// Whether a person has no value: empty, or `NA` in a column that is not text.
  private func isMissing(_ person: Int) -> Bool {
    values.withBytes(of: person) { $0.isEmpty || (kind != .text && FieldText.isMissing($0)) }
  }

  /// The values as numbers; `nil` where missing or not a finite number.
  public var numbers: [Double?] {
    values.map { text in Numerals.number(text).flatMap { $0.isFinite ? $0 : nil } }
  }

  /// What the values are that are not missing.
  private static func kind(of values: TextList) -> Kind {
    var hasAny = false
    var isInteger = true
    var isNumber = true
    var isCode = false
    var isBoolean = true
    for person in values.indices {
      values.withBytes(of: person) { text in
        if FieldText.isMissing(text) { return }
        hasAny = true
        if isInteger { isInteger = isPlainInteger(text) }
        if isNumber { isNumber = Numerals.number(text)?.isFinite == true }
        // "007" and "+1" are numbers by their letters but codes by their use: they stay text.
        if isNumber, !isCode { isCode = looksLikeCode(text) }
        if isBoolean { isBoolean = isTruth(text) }
      }
      if !isInteger, !isNumber, !isBoolean { return .text }
    }
    if !hasAny { return .text }
    if isInteger { return .integer }
    if isNumber { return isCode ? .text : .number }
    return isBoolean ? .boolean : .text
  }

  /// Whether bytes are a whole number of 64 bits in the one way that numbers are written back.
  private static func isPlainInteger(_ text: Span<UInt8>) -> Bool {
    let digits = text.count > 1 && text[0] == 0x2D ? 1..<text.count : 0..<text.count
    guard !digits.isEmpty, digits.allSatisfy({ text[$0] &- 0x30 <= 9 }) else { return false }
    if text[digits.lowerBound] == 0x30 { return text.count == 1 }
    return digits.count <= 18 || Int64(string(text)) != nil
  }

  private static func looksLikeCode(_ text: Span<UInt8>) -> Bool {
    if text[0] == 0x2B { return true }
    return text[0] == 0x30 && text.count > 1 && text[1] != 0x2E && text[1] != 0x65
  }

  private static func isTruth(_ text: Span<UInt8>) -> Bool {
    guard text.count == 4 || text.count == 5 else { return false }
    let text = string(text)
    return text == "true" || text == "false"
  }

  private static func string(_ text: Span<UInt8>) -> String {
    unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
