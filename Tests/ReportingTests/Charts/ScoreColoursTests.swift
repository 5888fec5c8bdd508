import Foundation
import GraphModel
import Testing

@testable import Reporting

@Suite struct ScoreColoursTests {
  /// viridisLite::viridis(10), its ends and two between.
  @Test(arguments: [(0, "#440154"), (3, "#31688e"), (6, "#35b779"), (9, "#fde725")])
  func `The ramp goes through the published colours of viridis`(place: Int, hex: String) {
    #expect(ScoreColours.ramp(Double(place) / 9).hex == hex)
  }

  /// Midway between anchors 0 and 1; matplotlib's own table has (0.2823, 0.0950, 0.4173) at 14 of 255.
  @Test func `Between them it stays near the table it comes from`() {
    let colour = ScoreColours.ramp(14.0 / 255)
    #expect(abs(colour.red - 0.2823) < 0.02)
    #expect(abs(colour.green - 0.0950) < 0.03)
    #expect(abs(colour.blue - 0.4173) < 0.02)
  }

  @Test func `It grows lighter all the way, for every kind of eye`() {
    for sight in Self.sights {
      let lights = (0...100).map { Self.luminance(Self.seen(ScoreColours.ramp(Double($0) / 100), by: sight)) }
      #expect(zip(lights, lights.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `Beyond the ends it keeps the colour of the end, and no number is dark`() {
    let colours = ScoreColours(low: 500, high: 700, on: .zhima)
    #expect(colours.colour(100) == colours.colour(500))
    #expect(colours.colour(900).hex == "#fde725")
    #expect(ScoreColours.ramp(.nan).hex == "#440154")
  }

  @Test func `Scores without spread are coloured over the scale`() {
    let colours = ScoreColours(low: 600, high: 600, on: .zhima)
    #expect(colours.low == 350)
    #expect(colours.high == 950)
    #expect(ScoreColours(low: .nan, high: 1, on: .unit).low == 0)
  }

  @Test func `Gain and loss differ in lightness or in blue and yellow, so that no eye mixes them up`() {
    for sight in Self.sights {
      let (gain, loss) = (Self.seen(Palette.gain, by: sight), Self.seen(Palette.loss, by: sight))
      let distance = hypot(hypot(gain.red - loss.red, gain.green - loss.green), gain.blue - loss.blue)
      #expect(distance > 0.35)
    }
  }

  /// Eyes as they are, and those that lack one kind of cone; matrices on linear sRGB at full strength.
  ///
  /// Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE TVCG 15 (2009) 1291, table 1.
  private static let sights: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
  ]

  private static func seen(_ colour: Colour, by sight: [[Double]]) -> Colour {
    let (red, green, blue) = (linear(colour.red), linear(colour.green), linear(colour.blue))
    let parts = sight.map { row in
      let part = row[0] * red + row[1] * green + row[2] * blue
      return encoded(min(max(part, 0), 1))
    }
    return Colour(parts[0], parts[1], parts[2])
  }

  private static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ part: Double) -> Double {
    part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055
  }

  private static func luminance(_ colour: Colour) -> Double {
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
}
