import Testing

@testable import Simulation

@Suite struct FingerprintTests {
  // The first outputs of SplitMix64 from states 0 and 1234567, as Java's SplittableRandom and rosettacode.org print them.
  @Test func `Its mixing is that of SplitMix64`() {
    #expect(Fingerprint.mix(0) == 0xE220_A839_7B1D_CDAF)
    #expect(Fingerprint.mix(1_234_567) == 6_457_827_717_110_365_317)
  }

  @Test func `The order of words matters, that of a sum of elements does not`() {
    var one = Fingerprint()
    one.add(1 as UInt64)
    one.add(2 as UInt64)
    var other = Fingerprint()
    other.add(2 as UInt64)
    other.add(1 as UInt64)
    #expect(one != other)
    #expect(Fingerprint.of(1, 2) != Fingerprint.of(2, 1))
    let sum = Fingerprint.of(1, 2, 3) &+ Fingerprint.of(4, 5, 6)
    #expect(sum &- Fingerprint.of(4, 5, 6) == Fingerprint.of(1, 2, 3))
  }

  @Test func `Zero and minus zero are one number, and so are all that are none`() {
    func value(_ number: Double) -> UInt64 {
      var fingerprint = Fingerprint()
      fingerprint.add(number)
      return fingerprint.value
    }
    #expect(value(0) == value(-0.0))
    #expect(value(.nan) == value(.signalingNaN))
    #expect(value(1) != value(1.0.nextUp))
  }
}
