import ArgumentParser
import Compute
import Foundation
import GraphModel

/// How much memory reading may take.
enum MemoryLimit: Equatable {
  /// As much as is free when the program starts to read.
  case free
  /// Any amount.
  case none
  /// A number of bytes.
  case bytes(Int)

  /// The bytes, or `nil` for any number.
  var value: Int? {
    switch self {
    case .free: FreeMemory { try? String(contentsOfFile: $0, encoding: .utf8) }.bytes
    case .none: nil
    case .bytes(let bytes): bytes
    }
  }

  /// From an option's text: `none`, or a number with K, M or G behind it.
  init(parsing text: String) throws {
    if text == "none" {
      self = .none
      return
    }
    let units: [Character: Double] = ["K": 1e3, "M": 1e6, "G": 1e9]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Numerals.number(String(unit == nil ? text[...] : text.dropLast())), number > 0,
      number * (unit ?? 1) >= 1, number * (unit ?? 1) <= 1e15
    else {
      throw ValidationError(
        "'\(text)' is not a size of memory; a number with K, M or G, such as 8G, or none was expected")
    }
    self = .bytes(Int(number * (unit ?? 1)))
  }
}
