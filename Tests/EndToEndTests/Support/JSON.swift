import Foundation
import Testing

/// A value of JSON, as far as tests look into it.
enum JSON: Decodable, Equatable {
  case object([String: JSON])
  case list([JSON])
  case text(String)
  case number(Double)
  case truth(Bool)

  init(_ text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// A member of an object or, with a number, an element of a list; `nil` if there is none.
  subscript(_ path: String...) -> JSON? {
    path.reduce(Optional(self)) { value, key in
      switch value {
      case .object(let members): members[key]
      case .list(let elements): Int(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      default: nil
      }
    }
  }

  /// The keys of an object, sorted.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.keys.sorted()
  }

  /// The elements of a list.
  var elements: [JSON] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  /// The number.
  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}
