/// The colours of scores, from dark violet (low) over green to yellow (high).
///
/// They grow lighter at an even pace, also in grey and for eyes that do not tell red from green. Source: S. van der Walt,
/// N. Smith, matplotlib's colour maps (2015); the ten colours are those of `viridisLite::viridis(10)`, joined by straight
/// lines in sRGB.
package enum Viridis {
  private static let anchors: [UInt32] = [
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725,
  ]

  /// The colour at a share of the way from dark to light, as red, green and blue from 0 to 255; what is not known is as
  /// dark as can be.
  package static func colour(_ share: Double) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let place = (share.isNaN ? 0 : min(max(share, 0), 1)) * Double(anchors.count - 1)
    let index = min(Int(place), anchors.count - 2)
    let part = place - Double(index)
    func mixed(_ shift: UInt32) -> UInt8 {
      let (one, other) = (anchors[index] >> shift & 255, anchors[index + 1] >> shift & 255)
      return UInt8((Double(one) + (Double(other) - Double(one)) * part).rounded())
    }
    return (mixed(16), mixed(8), mixed(0))
  }
}
