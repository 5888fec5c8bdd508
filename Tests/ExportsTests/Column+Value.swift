@testable import Exports
@testable import GraphModel

extension Column {
  /// A row's value as a `String`, made the plain way; `nil` where missing.
  func value(_ row: Int) -> String? {
    switch values {
    case .numbers(let value): value(row).map(Numerals.plain)
    case .counts(let value): value(row).map { String($0) }
    case .texts(let list): list[row]
    case .attribute(let attribute): attribute.value(of: row)
    case .words(let words, let position): words[position(row)]
    case .strings(let value): value(row)
    }
  }
}
