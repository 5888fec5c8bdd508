internal import CIgraph

/// A vector of double-precision numbers, freed with its owner.
@safe struct RealVector: ~Copyable {
  /// igraph's own record of the vector, for calls into the library.
  var raw: igraph_vector_t
  /// How many values there are.
  let count: Int

  private init(adopting raw: igraph_vector_t, count: Int) {
    unsafe self.raw = raw
    self.count = count
  }

  deinit {
    var raw = unsafe raw
    unsafe igraph_vector_destroy(&raw)
  }

  /// A vector of `count` zeros.
  static func zeros(_ count: Int, _ session: borrowing IgraphSession) throws(IgraphError) -> RealVector {
    var raw = unsafe igraph_vector_t()
    try session.check(
      unsafe igraph_vector_init(&raw, igraph_integer_t(count)), "make room for \(count) numbers")
    return unsafe RealVector(adopting: raw, count: count)
  }

  /// A vector of some numbers.
  static func of(_ numbers: [Double], _ session: borrowing IgraphSession) throws(IgraphError) -> RealVector {
    var vector = try zeros(numbers.count, session)
    vector.write(numbers)
    return vector
  }

  private mutating func write(_ numbers: [Double]) {
    var values = values
    for (index, number) in numbers.enumerated() { values[index] = number }
  }

  /// The values, to read and write.
  var values: MutableSpan<Double> {
    @_lifetime(&self) mutating get {
      let span = unsafe MutableSpan(_unsafeStart: raw.stor_begin, count: count)
      return unsafe _overrideLifetime(span, mutating: &self)
    }
  }
}
