import Compute

/// Lines of CSV without quotes: what generators write are numbers and names without separators.
extension ByteText {
  /// Adds a separator between two fields.
  mutating func comma() { append(0x2C as UInt8) }

  /// Ends a line.
  mutating func newline() { append(0x0A as UInt8) }
}
