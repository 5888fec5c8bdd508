import Foundation

// The mapping from bits to numbers is ours, so that it cannot change under us with a new standard library.
extension RandomStream {
  /// A number in [0, 1), one of the 2^53 evenly spaced ones.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number in 0..<bound, each equally likely.
  ///
  /// Source: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  ///
  /// - Precondition: `bound` is positive.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "an integer below \(bound) does not exist")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A number from the normal distribution with mean 0 and standard deviation 1 (Box and Muller 1958).
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }

  /// Puts the elements into a random order, every order equally likely (Fisher and Yates; Durstenfeld 1964).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }

  /// A random order of 0..<count, every order equally likely.
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}
