/// How a force-directed layout begins and how long it goes on.
package struct LayoutSettings: Sendable {
  /// The seed of the random choices; one seed gives one layout.
  package let seed: UInt64
  /// Where everyone begins, in the layout's own units (a tie of weight 1 and no other force is 1 long); `nil` for random
  /// places.
  package let starts: [SIMD2<Double>]?
  /// Whom the layout leaves at their starts; empty for nobody.
  package let fixed: Set<Int>
  /// The side of the square from (0, 0) that nobody leaves; `nil` for no limit.
  package let side: Double?
  /// How many steps are made.
  package let iterations: Int
  /// How far anyone moves along an axis in the first step; it falls evenly to 0.
  package let temperature: Double

  /// Settings that begin at random places.
  package init(seed: UInt64, iterations: Int, temperature: Double) {
    self.init(seed: seed, starts: nil, fixed: [], side: nil, iterations: iterations, temperature: temperature)
  }

  /// Settings that begin at given places and stay in a square.
  package init(
    seed: UInt64, starts: [SIMD2<Double>], fixed: Set<Int>, side: Double, iterations: Int, temperature: Double
  ) {
    self.init(
      seed: seed, starts: Optional(starts), fixed: fixed, side: Optional(side), iterations: iterations,
      temperature: temperature)
  }

  private init(
    seed: UInt64, starts: [SIMD2<Double>]?, fixed: Set<Int>, side: Double?, iterations: Int, temperature: Double
  ) {
    precondition(iterations >= 0 && temperature > 0 && temperature.isFinite, "steps of a positive length")
    self.seed = seed
    self.starts = starts
    self.fixed = fixed
    self.side = side
    self.iterations = iterations
    self.temperature = temperature
  }
}
