import Compute

/// How generated people are called.
public struct PersonLabels: Sendable, Equatable {
  /// The form of an id.
  public enum Form: String, Sendable, CaseIterable {
    /// A letter and the number with zeros before it, such as `P0001234`.
    case string
    /// The number alone, from 0.
    case integer
  }

  private let prefix: UInt8?
  private let width: Int
  private let first: Int

  /// Ids of a form for a number of people: `P0000000` and on (wider above ten million people), or 0 and on.
  public init(_ form: Form, people: Int) {
    switch form {
    case .string: self.init(prefix: "P", first: 0, people: people, width: 7)
    case .integer: self.init()
    }
  }

  /// Ids of a letter and a number, counted from `first`, with at least `width` digits.
  init(prefix: Unicode.Scalar, first: Int, people: Int, width: Int) {
    self.prefix = UInt8(ascii: prefix)
    self.first = first
    self.width = max(width, ByteText.digitCount(UInt64(max(0, people - 1 + first))))
  }

  /// Numbers alone, from 0.
  init() {
    prefix = nil
    first = 0
    width = 1
  }

  /// Adds the id of a person.
  func add(_ person: Int, to buffer: inout ByteText) {
    if let prefix { buffer.append(prefix) }
    buffer.append(person + first, width: width)
  }
}
