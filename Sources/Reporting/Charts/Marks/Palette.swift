/// Colours of kinds of things, which eyes of every kind tell apart.
///
/// Source: M. Okabe, K. Ito, "Color universal design" (2008).
enum Palette {
  /// What rises.
  static let gain = Colour(0x0072B2)
  /// What falls.
  static let loss = Colour(0xD55E00)
  /// What may be either; grey enough for light and for dark paper.
  static let undecided = Colour(0x7D8790)
  /// Kinds without an order: layers, series.
  static let kinds = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00].map { Colour($0 as UInt32) }

  /// The colour of the kind at a place; they come round again.
  static func kind(_ index: Int) -> Colour { kinds[index % kinds.count] }
}
