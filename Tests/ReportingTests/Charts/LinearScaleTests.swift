import Testing

@testable import Reporting

@Suite struct LinearScaleTests {
  @Test func `The ends of the domain lie at the ends of the range, and what is between lies between`() {
    let scale = LinearScale(10...20, from: 100, to: 0)
    #expect(scale.place(10) == 100)
    #expect(scale.place(20) == 0)
    #expect(scale.place(12.5) == 75)
    #expect(scale.held(30) == 0)
  }

  @Test func `Ticks are round numbers within the domain`() {
    #expect(LinearScale(0...100, from: 0, to: 1).ticks(5) == [0, 20, 40, 60, 80, 100])
    #expect(LinearScale(350...950, from: 0, to: 1).ticks(6) == [400, 500, 600, 700, 800, 900])
    #expect(LinearScale(-0.3...0.2, from: 0, to: 1).ticks(5).count == 6)
    #expect(LinearScale(-0.3...0.2, from: 0, to: 1).decimals(5) == 1)
    #expect(LinearScale(0...3, from: 0, to: 1).decimals(6) == 1)
  }

  @Test func `A scale that fits values ends in round numbers, and takes 0 in where it has to`() {
    #expect(LinearScale(fitting: [12.0, 87], from: 0, to: 1).domain == 0...100)
    #expect(LinearScale(fitting: [612.0, 687], from: 0, to: 1).domain == 600...700)
    #expect(LinearScale(fitting: [3.0, 4], zero: true, from: 0, to: 1).domain == 0...4)
    #expect(LinearScale(fitting: [0.0, 0], zero: true, from: 0, to: 1).domain == 0...1)
  }

  @Test func `One value, none, or values that are no numbers still make a scale`() {
    let one = LinearScale(fitting: [620.0], from: 0, to: 100)
    #expect(one.domain.contains(620) && one.domain.lowerBound < one.domain.upperBound)
    #expect(one.place(620) > 0 && one.place(620) < 100)
    #expect(LinearScale(fitting: [0.0, 0], from: 0, to: 100).place(0) == 50)
    #expect(LinearScale(fitting: [], from: 0, to: 100).domain == 0...1)
    #expect(LinearScale(fitting: [.nan, .infinity], from: 0, to: 100).domain == 0...1)
    #expect(LinearScale(fitting: [.nan, 5, 7], from: 0, to: 100).domain == 5...7)
  }

  @Test(arguments: [1e-12, 1e-3, 1, 1e6, 1e300])
  func `Numbers of any size have finite places and few ticks`(size: Double) {
    let scale = LinearScale(fitting: [-size, size], from: 0, to: 100)
    #expect(scale.place(-size).isFinite && scale.place(size).isFinite)
    #expect((2...12).contains(scale.ticks(5).count))
  }

  @Test func `Bands lie side by side and within their room`() {
    let bands = BandScale(4, from: 10, to: 90, gap: 0.2)
    #expect(bands.place(0) == 12)
    #expect(bands.width == 16)
    #expect(bands.middle(3) == 80)
    #expect(BandScale(0, from: 0, to: 10).width == 0)
  }
}
