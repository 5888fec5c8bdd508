import Crypto
import Foundation

/// The people of a society, in the order they were read: their ids and what else is known of them.
public struct People: Sendable {
  /// The ids, all different.
  ///
  /// A person's index is the position here.
  public let ids: TextList
  /// The columns of the people file, kept with their original text.
  public let attributes: [AttributeColumn]
  /// The file the people were read from, for messages; empty if they were not read from a file of their own.
  public let file: String
  /// The line each person stands on in that file; 0 for people who are not in it.
  ///
  /// Empty if there is no file.
  public let lines: [Int]

  /// How many people there are.
  public var count: Int { ids.count }

  /// People with attributes.
  ///
  /// - Precondition: every column has one value a person.
  public init(ids: TextList, attributes: [AttributeColumn] = [], file: String = "", lines: [Int] = []) {
    precondition(attributes.allSatisfy { $0.values.count == ids.count }, "a column needs one value a person")
    precondition(lines.isEmpty || lines.count == ids.count, "a line a person, or none")
    self.ids = ids
    self.attributes = attributes
    self.file = file
    self.lines = lines
  }

  /// People with attributes, their ids in an array.
  ///
  /// - Precondition: every column has one value a person.
  public init(ids: [String], attributes: [AttributeColumn] = [], file: String = "", lines: [Int] = []) {
    self.init(ids: TextList(ids), attributes: attributes, file: file, lines: lines)
  }

  /// The index of the person with an id, or `nil`.
  ///
  /// - Complexity: O(people).
  public func index(of id: String) -> Int? {
    let wanted = Array(id.utf8)
    return ids.indices.first { person in
      ids.withBytes(of: person) { bytes in
        bytes.count == wanted.count && bytes.indices.allSatisfy { bytes[$0] == wanted[$0] }
      }
    }
  }

  /// The column with a name, letter case ignored, or `nil`.
  public func attribute(named name: String) -> AttributeColumn? {
    let wanted = name.lowercased()
    return attributes.first { $0.name.lowercased() == wanted }
  }

  /// A problem with one person's value in a column, at its place in the file.
  package func problem(person: Int, column: String, _ message: String) -> InputProblem {
    let line = lines.isEmpty || lines[person] == 0 ? nil : lines[person]
    let message = line == nil ? "person \"\(ids[person])\": \(message)" : message
    return InputProblem(file: file.isEmpty ? "people" : file, line: line, column: column, message)
  }

  /// The same people under other ids: the first 16 hexadecimal digits of HMAC-SHA-256 of the id under a key.
  ///
  /// Whoever has the key can tell who is who by hashing known ids; without it nobody can. Attributes stay as they are.
  ///
  /// - Returns: `nil` if two people would get the same id (a chance of about n^2 / 2^65).
  public func pseudonymised(key: [UInt8]) -> People? {
    let key = SymmetricKey(data: key)
    let ids = ids.map { id in
      HMAC<SHA256>.authenticationCode(for: Data(id.utf8), using: key).prefix(8)
        .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
    guard Set(ids).count == ids.count else { return nil }
    return People(ids: TextList(ids), attributes: attributes, file: file, lines: lines)
  }
}
